public import MetadataModel
internal import MetadataStore
internal import QueryLanguage
internal import Units

/// What an index holds under one name: a concept, or a key.
public struct KeyProfile: Sendable {
    /// The name in canonical spelling.
    public var name: String
    public var origin: ResolvedKey.Origin
    /// The concept's definition, where it is one.
    public var definition: String?
    public var keys: [FactKey]
    public var assetCount: Int
    /// Facts by what they are.
    public var textCount: Int
    public var numberCount: Int
    public var dateCount: Int
    /// As written, the most frequent first.
    public var units: [(unit: String, count: Int)]
    /// How many assets of a format state it, the most frequent first.
    public var formats: [Coverage]
    /// Who stated it: extractors with their versions, the most frequent first.
    public var extractors: [FacetAnswer.Value]
    /// The most frequent values.
    public var values: FacetAnswer
    /// The distribution of its numbers, and of its dates.
    public var statistics: StatisticsAnswer?
    public var numbers: HistogramAnswer?
    public var dates: HistogramAnswer?
    /// When the files that state it were modified: the first day and the last, in ISO 8601.
    public var firstSeen: String?
    public var lastSeen: String?

    /// How many assets of one format state a key, and how many there are.
    public struct Coverage: Sendable, Hashable {
        public var format: String
        public var count: Int
        public var total: Int
    }
}

extension SearchEngine {
    /// Bins of a profile's histogram.
    public static let profileBinCount = 32
    private static let profileValueCount = 8

    /// What the index holds under a concept, a field or a key.
    ///
    /// - Returns: `nil` where nothing is named so.
    public func profile(of name: String) throws -> KeyProfile? {
        guard let pattern = KeyPattern(typed: name) ?? KeyPattern(text: name) else { return nil }
        return try store.read { reader in
            let keys = try keys(of: reader)
            let resolution = keys.resolution(of: pattern)
            guard !resolution.sources.isEmpty else { return nil }
            return try profile(resolution, vocabulary.concept(pattern.folded), reader)
        }
    }

    private func profile(
        _ resolution: Resolution, _ concept: Vocabulary.Concept?, _ reader: StoreReader
    ) throws -> KeyProfile {
        let found = try reader.answer(.facts(FactTest(keys: resolution.keys, .present)))
        let stages = StageRun(reader: reader, answer: found, deadline: nil)
        let dictionary = try reader.keys()
        let types = dictionary.entries(folded: "file.type").map(\.id)
        let extractors = dictionary.entries(folded: "reticle.extractor").map(\.id)
        let entries = resolution.sources.map(\.entry)
        var profile = KeyProfile(
            name: resolution.written, origin: resolution.origin,
            definition: resolution.origin == .concept ? concept?.definition : nil,
            keys: entries.map(\.key), assetCount: found.count,
            textCount: entries.reduce(0) { $0 + $1.textCount },
            numberCount: entries.reduce(0) { $0 + $1.numberCount },
            dateCount: entries.reduce(0) { $0 + $1.dateCount }, units: resolution.statedUnits,
            formats: try coverage(found, of: reader.answer(.everything), types),
            extractors: try found.facet(extractors, top: Self.profileValueCount).values.map {
                .init(text: $0.text, count: $0.count)
            },
            values: try stages.facet(
                resolution.written, resolution, top: Self.profileValueCount))
        if profile.numberCount > 0 { try addNumbers(to: &profile, resolution, stages) }
        if profile.dateCount > 0 {
            let months = try found.histogram(resolution.keys, calendar: .month)
            let bin: CalendarBin = months.count > Self.profileBinCount ? .year : .month
            let summary = StagePlan.Summary.calendar(
                name: resolution.written, resolution, bin)
            if case .histogram(let dates) = try stages.answer(summary) { profile.dates = dates }
        }
        let modified = dictionary.entries(folded: "file.modified").map(\.id)
        let days = try found.histogram(modified, calendar: .day).map {
            String(TimeSpan.timestamp(ofMicroseconds: $0.start).prefix(10))
        }
        profile.firstSeen = days.first
        profile.lastSeen = days.last
        return profile
    }

    private func addNumbers(
        to profile: inout KeyProfile, _ resolution: Resolution, _ stages: StageRun
    ) throws {
        let statistics = try stages.statistics(resolution.written, resolution)
        profile.statistics = statistics
        guard let least = statistics.least, let greatest = statistics.greatest, greatest > least
        else { return }
        let width = (greatest - least) / Double(Self.profileBinCount)
        let unit = stages.statedUnit(of: resolution)
        let summary = StagePlan.Summary.histogram(
            name: resolution.written, resolution, width: width,
            typed: "\(Rounding.value(width))\(unit?.symbol ?? "")", unit)
        if case .histogram(let numbers) = try stages.answer(summary) { profile.numbers = numbers }
    }

    private func coverage(
        _ found: StoreAnswer, of all: StoreAnswer, _ types: [KeyID]
    ) throws -> [KeyProfile.Coverage] {
        let totals = Dictionary(
            try all.facet(types, top: StageRun.maximumValueCount).values.map {
                ($0.text, $0.count)
            }, uniquingKeysWith: +)
        return try found.facet(types, top: StageRun.maximumValueCount).values.map {
            .init(format: $0.text, count: $0.count, total: totals[$0.text] ?? $0.count)
        }
    }
}

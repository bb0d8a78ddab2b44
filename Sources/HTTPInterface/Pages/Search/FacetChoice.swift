internal import Foundation
internal import MetadataModel
internal import QueryLanguage
internal import Search
internal import Units

/// Picks what an answer can be narrowed down by, where the query does not say it by itself.
struct FacetChoice: Sendable {
    /// What people ask first of images, as far as the answer has it.
    static let usualKeys = [
        "format", "instrument.model", "modality", "stain", "species", "channel.name", "operator",
        "issue.kind",
    ]
    static let usualNumbers = ["pixel.size", "voltage", "magnification"]
    static let usualDate = "acquired"
    /// Values of a facet that are listed.
    static let valueCount = 8
    /// Facets that are wanted; where the usual ones are fewer, frequent keys of the index join.
    static let wantedCount = 4
    /// Frequent keys that are tried.
    static let triedKeyCount = 16

    let engine: SearchEngine
    let options: SearchOptions

    init(_ engine: SearchEngine, timeLimit: Swift.Duration?) {
        self.engine = engine
        options = SearchOptions(limit: 0, timeLimit: timeLimit, countsClauses: false)
    }

    /// The facets of what a filter finds.
    func summaries(of filter: Filter?, narrowing address: SearchAddress) throws -> [SummaryView] {
        let keys = Self.usualKeys.map { FacetKey(KeyPattern(names: $0), top: Self.valueCount) }
        let years = FacetKey(KeyPattern(names: Self.usualDate), bin: .calendar("year"))
        let first = try answer(
            filter,
            [.facet(keys + [years])] + Self.usualNumbers.map { .stats(KeyPattern(names: $0)) })
        var summaries = SummaryView.all(of: first.narrowing, narrowing: address)
        let bins = first.stages.flatMap(Self.bins)
        if !bins.isEmpty {
            let second = try answer(filter, [.facet(bins)])
            summaries += SummaryView.all(of: second, narrowing: address)
        }
        if summaries.count < Self.wantedCount {
            let known = Set(summaries.map(\.name))
            let frequent = try frequentKeys().filter { !known.contains($0.key.description) }
            if !frequent.isEmpty {
                let third = try answer(filter, [.facet(frequent)])
                let more = SummaryView.all(of: third.narrowing, narrowing: address)
                // What has few values divides best.
                summaries += more.filter { !$0.hasMany } + more.filter(\.hasMany)
            }
        }
        return summaries
    }

    private func answer(_ filter: Filter?, _ stages: [Stage]) throws -> SearchAnswer {
        try engine.answer(Query(filter: filter, stages: stages).description, options: options)
    }

    /// Keys of many assets whose values repeat, of any namespace but ours.
    func frequentKeys() throws -> [FacetKey] {
        let most = try engine.keys().filter { key in
            !FactKey.reservedNamespaces.contains(key.key.segments.first ?? "")
                && key.textCount > 0 && key.examples.allSatisfy { $0.utf8.count < 80 }
        }.sorted { ($0.assetCount, $1.key) > ($1.assetCount, $0.key) }
        return most.prefix(Self.triedKeyCount).map { key in
            FacetKey(
                KeyPattern(segments: key.key.segments.map { .init(.plain($0)) }),
                top: Self.valueCount)
        }
    }

    /// The facet by bins that shows best how a stage's numbers are distributed.
    private static func bins(_ stage: StageAnswer) -> [FacetKey] {
        switch stage {
        case .statistics(let statistics):
            let key = KeyPattern(names: statistics.name)
            return NumberBins(statistics).map { [FacetKey(key, bin: .width($0.width))] } ?? []
        case .histogram(let years) where (1...2).contains(years.bins.count):
            return [FacetKey(KeyPattern(names: years.name), bin: .calendar("month"))]
        case .histogram, .facet, .count, .distinct, .groups: return []
        }
    }
}

extension SearchAnswer {
    /// The same without what narrows nothing down: statistics, values that all or none have, and
    /// values that hardly repeat.
    fileprivate var narrowing: SearchAnswer {
        var answer = self
        answer.query.stages = []
        answer.stages = []
        let keys = query.stages.flatMap { stage -> [FacetKey] in
            if case .facet(let keys) = stage { keys } else { [] }
        }
        for (key, stage) in zip(keys, stages) {
            switch stage {
            case .facet(let facet):
                let most = facet.values.first?.count ?? 0
                let repeats = most > 1 || facet.distinctCount <= FacetChoice.valueCount
                guard !facet.values.isEmpty, repeats, most < total else { continue }
            case .histogram(let histogram):
                guard histogram.bins.count > 2 else { continue }
            case .statistics, .count, .distinct, .groups: continue
            }
            answer.query.stages.append(.facet([key]))
            answer.stages.append(stage)
        }
        return answer
    }
}

/// A width of bins that suits the numbers of an answer.
struct NumberBins: Sendable {
    /// Bins of a picture, about.
    static let wantedCount = 16.0
    /// Numbers that differ by more, with most of them small, are no picture of equal bins.
    static let skewLimit = 0.02

    let width: Quantity

    /// - Returns: `nil` where there is nothing to distribute, or where nearly all numbers would be
    ///   in the first bin.
    init?(_ statistics: StatisticsAnswer) {
        guard let least = statistics.least, let greatest = statistics.greatest,
            let median = statistics.median, least < greatest,
            (greatest - least).isFinite, statistics.assets > 2
        else { return nil }
        let place = (median - least) / (greatest - least)
        guard (Self.skewLimit...1 - Self.skewLimit).contains(place) else { return nil }
        let shown = Self.unit(statistics.unit, near: median)
        let raw = (greatest - least) / shown.scale / Self.wantedCount
        let power = pow(10, floor(log10(raw)))
        let step = [1.0, 2, 5, 10].first { $0 * power >= raw } ?? 10
        width = Quantity(number: (step * power).spelled, unit: shown.symbol)
    }

    /// The unit in which numbers near one are easiest to read, and what one of it is in the unit
    /// given.
    private static func unit(_ symbol: String?, near value: Double) -> (
        symbol: String?, scale: Double
    ) {
        guard let symbol, let own = UnitTable.unit(symbol), own.numerator == own.denominator else {
            return (symbol, 1)
        }
        let best = UnitTable.displayUnit(of: own.dimension, near: value)
        return (best.symbol, best.unit.si(1))
    }
}

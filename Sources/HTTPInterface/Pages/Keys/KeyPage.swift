internal import MetadataModel
internal import QueryLanguage
internal import Search

/// One key or concept: what it stands for, its values and how they are distributed.
struct KeyPage: PageModel {
    static let valueCount = 30

    let title: String
    let isKeys = true
    var name: String
    var definition: String?
    var total: PageLink
    var lacking: PageLink
    var kinds: String
    var units: [PageLink]
    var hasUnits: Bool
    var concepts: [PageLink]
    var hasConcepts: Bool
    var keys: [KeysPage.KeyRow]
    var hasKeys: Bool
    var summaries: [SummaryView]

    /// - Returns: `nil` for a name that stands for nothing in the index.
    init?(_ name: String, _ engine: SearchEngine, timeLimit: Swift.Duration) throws {
        let descriptions = try engine.keys(matching: name)
        guard !descriptions.isEmpty else { return nil }
        self.name = name
        title = "\(name) – Reticle"
        definition = engine.definition(of: name)
        let options = SearchOptions(limit: 0, timeLimit: timeLimit, countsClauses: false)
        let key = Self.pattern(name, descriptions)
        let all = SearchAddress(query: "has:\(key)")
        let first = try engine.answer(
            Query(
                filter: .has(key),
                stages: [.stats(key), .facet([FacetKey(key, top: Self.valueCount)])]
            ).description, options: options)
        let without = try engine.answer("missing:\(key)", options: options)
        total = PageLink(first.total.counted("asset"), page: all.link)
        lacking = PageLink(
            without.total.grouped, page: SearchAddress(query: "missing:\(key)").link)
        summaries = try Self.distribution(first, key, engine, options)
        summaries += SummaryView.all(of: first.facetsFirst, narrowing: SearchAddress(query: ""))
        for place in summaries.indices {
            summaries[place].keyLink = nil
            summaries[place].name = Self.heading(of: summaries[place])
        }
        kinds = Self.kinds(descriptions)
        units = Self.units(descriptions).map { unit, count in
            var link = PageLink(unit, page: nil)
            link.count = count.grouped
            return link
        }
        hasUnits = !units.isEmpty
        let isConcept = descriptions.count > 1 || descriptions[0].key.description != name
        concepts =
            isConcept
            ? []
            : descriptions[0].concepts.map {
                PageLink($0, page: "/keys/" + URLParameters.encoded($0))
            }
        hasConcepts = !concepts.isEmpty
        keys =
            isConcept
            ? descriptions.sorted { ($0.assetCount, $1.key) > ($1.assetCount, $0.key) }
                .prefix(KeysPage.keyLimit).map(KeysPage.KeyRow.init)
            : []
        hasKeys = !keys.isEmpty
    }

    /// The name as a query means it: a key of the index segment by segment, else as it is read.
    private static func pattern(_ name: String, _ descriptions: [KeyDescription]) -> KeyPattern {
        if let key = descriptions.first(where: { $0.key.description == name })?.key {
            return KeyPattern(segments: key.segments.map { .init(.plain($0)) })
        }
        if case .has(let key)? = QueryParser.parse("has:\(name)").query.filter { return key }
        return KeyPattern(names: name)
    }

    private static func distribution(
        _ first: SearchAnswer, _ key: KeyPattern, _ engine: SearchEngine, _ options: SearchOptions
    ) throws -> [SummaryView] {
        var bins: [FacetKey] = []
        for case .statistics(let statistics) in first.stages {
            if let numbers = NumberBins(statistics) {
                bins.append(FacetKey(key, bin: .width(numbers.width)))
            }
        }
        if bins.isEmpty { bins.append(FacetKey(key, bin: .calendar("month"))) }
        let answer = try engine.answer(
            Query(filter: .has(key), stages: [.facet(bins)]).description, options: options)
        return SummaryView.all(of: answer, narrowing: SearchAddress(query: ""))
    }

    private static func heading(of summary: SummaryView) -> String {
        if summary.histogram != nil { return "How they are distributed" }
        return summary.rows.contains { $0.link != nil } ? "Most frequent values" : "Numbers"
    }

    private static func kinds(_ descriptions: [KeyDescription]) -> String {
        [
            ("numbers", descriptions.reduce(0) { $0 + $1.numberCount }),
            ("dates", descriptions.reduce(0) { $0 + $1.dateCount }),
            ("texts", descriptions.reduce(0) { $0 + $1.textCount }),
        ].filter { $0.1 > 0 }.map { "\($0.1.grouped) \($0.0)" }.joined(separator: ", ")
    }

    private static func units(_ descriptions: [KeyDescription]) -> [(String, Int)] {
        var counts: [String: Int] = [:]
        for unit in descriptions.flatMap(\.units) { counts[unit.unit, default: 0] += unit.count }
        return counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    }
}

extension SearchAnswer {
    /// The same with the lists of values before the statistics.
    fileprivate var facetsFirst: SearchAnswer {
        var answer = self
        answer.stages.sort { left, _ in if case .facet = left { true } else { false } }
        return answer
    }
}

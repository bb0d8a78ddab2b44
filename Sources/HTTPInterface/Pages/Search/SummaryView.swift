internal import QueryLanguage
internal import Search

/// What a stage says of all assets found: a list of values or bins with their counts.
struct SummaryView: Sendable {
    struct Row: Sendable {
        var text: String
        var count: String
        /// The page of the search narrowed down to this value.
        var link: String?
        /// The count as a share of the largest, in percent.
        var share: Int?
    }

    var name: String
    /// What is known of the key by itself.
    var keyLink: String?
    var rows: [Row] = []
    var histogram: HistogramView?
    var remark: String?
    /// Whether most values are not listed.
    var hasMany = false
    /// The page without this facet, where it was added by hand.
    var removal: String?

    /// Every summary of an answer that has something to say.
    ///
    /// - Parameter address: The search that a click on a value narrows down.
    static func all(of answer: SearchAnswer, narrowing address: SearchAddress) -> [SummaryView] {
        let narrowing = Narrowing(address)
        let facetKeys = answer.query.stages.flatMap { stage -> [FacetKey] in
            if case .facet(let keys) = stage { keys } else { [] }
        }
        var keys = facetKeys[...]
        return answer.stages.compactMap { stage -> SummaryView? in
            switch stage {
            case .facet(let facet):
                return SummaryView(facet, key: keys.popFirst()?.key, narrowing)
            case .histogram(let histogram):
                return keys.popFirst().map { SummaryView(histogram, $0, narrowing) }
            case .statistics(let statistics):
                return SummaryView(statistics)
            case .count(let count, let facet):
                return facet.map { SummaryView($0, key: nil, narrowing) }
                    ?? SummaryView(
                        name: "count", rows: [Row(text: "assets", count: count.grouped)])
            case .distinct(let facet), .groups(let facet):
                return SummaryView(facet, key: nil, narrowing)
            }
        }.filter { !$0.rows.isEmpty || $0.histogram != nil }
    }
}

/// A search, and the pages of what is narrower.
struct Narrowing: Sendable {
    private let address: SearchAddress
    private let query: Query?

    init(_ address: SearchAddress) {
        self.address = address
        query = try? parseQuery(address.query)
    }

    /// The page for those assets for which a condition holds as well.
    func link(to condition: Filter) -> String? {
        query.map { address.asking($0.narrowed(to: condition).description).link }
    }
}

extension SummaryView {
    init(_ facet: FacetAnswer, key: KeyPattern?, _ narrowing: Narrowing) {
        name = facet.name
        keyLink = "/keys/" + URLParameters.encoded(facet.name)
        let most = max(1, facet.values.map(\.count).max() ?? 1)
        rows = facet.values.map { value in
            Row(
                text: value.text.isEmpty ? "(empty)" : value.text, count: value.count.grouped,
                link: key.flatMap { narrowing.link(to: .value(value.text, of: $0)) },
                share: value.count * 100 / most)
        }
        let hidden = facet.distinctCount - facet.values.count
        hasMany = hidden > FacetChoice.valueCount * 4
        let parts = [
            hidden > 0 ? "\(hidden.grouped) more" : nil,
            facet.missing > 0 ? "\(facet.missing.grouped) without" : nil,
        ]
        remark = rows.isEmpty ? nil : parts.compactMap(\.self).joined(separator: ", ")
    }

    init(_ histogram: HistogramAnswer, _ key: FacetKey, _ narrowing: Narrowing) {
        name = histogram.name
        keyLink = "/keys/" + URLParameters.encoded(histogram.name)
        let bins = HistogramBins(histogram, key)
        self.histogram = HistogramView(bins, narrowing)
        if self.histogram == nil {
            let most = max(1, histogram.bins.map(\.count).max() ?? 1)
            rows = bins.bins.filter { $0.count > 0 }.map { bin in
                Row(
                    text: bin.label, count: bin.count.grouped,
                    link: bin.condition.flatMap(narrowing.link), share: bin.count * 100 / most)
            }
        }
        remark = bins.remark
    }

    init(_ statistics: StatisticsAnswer) {
        name = statistics.name
        let numbers = [
            ("least", statistics.least), ("median", statistics.median), ("mean", statistics.mean),
            ("greatest", statistics.greatest), ("deviation", statistics.standardDeviation),
        ]
        rows = numbers.compactMap { name, value in
            value.map {
                Row(
                    text: name, count: [$0.shortened, statistics.unit ?? ""].joined(separator: " "))
            }
        }
        remark = "\(statistics.assets.counted("asset")), \(statistics.missing.grouped) without"
    }
}

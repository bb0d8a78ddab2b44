internal import Foundation
internal import QueryLanguage
internal import Search

/// What a stage says of all assets found: a list of values or bins with their counts.
struct SummaryView: Sendable {
    struct Row: Sendable {
        var text: String
        var count: String
        /// The parameters of the search narrowed down to this value.
        var link: String?
        /// The count as a share of the largest, in percent.
        var share: Int?
    }

    var name: String
    var rows: [Row]
    var remark: String?

    /// Every summary of an answer that has something to say.
    ///
    /// - Parameter query: The query that a click on a value narrows down.
    static func all(of answer: SearchAnswer, narrowing query: Query) -> [SummaryView] {
        let facetKeys = answer.query.stages.flatMap { stage -> [KeyPattern] in
            if case .facet(let keys) = stage { keys.map(\.key) } else { [] }
        }
        var keys = facetKeys[...]
        return answer.stages.compactMap { stage in
            switch stage {
            case .facet(let facet):
                return SummaryView(facet, narrowing: query, by: keys.popFirst())
            case .histogram(let histogram):
                keys = keys.dropFirst()
                return SummaryView(histogram)
            case .statistics(let statistics):
                return SummaryView(statistics)
            case .count(let count, let facet):
                return facet.map { SummaryView($0) }
                    ?? SummaryView(name: "count", rows: [Row(text: "files", count: count.grouped)])
            case .distinct(let facet), .groups(let facet):
                return SummaryView(facet)
            }
        }.filter { !$0.rows.isEmpty }
    }
}

extension SummaryView {
    init(_ facet: FacetAnswer, narrowing query: Query? = nil, by key: KeyPattern? = nil) {
        name = facet.name
        rows = facet.values.map { value in
            var row = Row(text: value.text, count: value.count.grouped)
            if let query, let key {
                row.link =
                    URLParameters([("q", query.narrowed(to: value.text, of: key).description)])
                    .encoded
            }
            return row
        }
        let hidden = facet.distinctCount - facet.values.count
        let parts = [
            hidden > 0 ? "\(hidden.grouped) more" : nil,
            facet.missing > 0 ? "\(facet.missing.grouped) without" : nil,
        ]
        remark = rows.isEmpty ? nil : parts.compactMap(\.self).joined(separator: ", ")
    }

    init(_ histogram: HistogramAnswer) {
        name = histogram.name
        let most = max(1, histogram.bins.map(\.count).max() ?? 1)
        rows = histogram.bins.map { bin in
            let start =
                switch bin.start {
                case .number(let number): [number.shortened, histogram.unit ?? ""]
                case .date(let date): [date]
                }
            return Row(
                text: start.joined(separator: " "), count: bin.count.grouped,
                share: bin.count * 100 / most)
        }
        remark = "from the value shown, each \(histogram.width) wide"
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
        remark = "\(statistics.assets.counted("file")), \(statistics.missing.grouped) without"
    }
}

extension Query {
    /// The same query for those of its assets that have a value under a key.
    func narrowed(to value: String, of key: KeyPattern) -> Query {
        let clause = Filter.clause(
            Clause(key: key, comparison: .equals, value: .scalar(.string(value))))
        var narrowed = self
        switch filter {
        case nil: narrowed.filter = clause
        case .and(let all)?: narrowed.filter = .and(all + [clause])
        case let other?: narrowed.filter = .and([other, clause])
        }
        return narrowed
    }
}

extension Double {
    /// The number with at most six significant digits.
    fileprivate var shortened: String {
        self == rounded() && magnitude < 1e15
            ? Int(self).grouped : String(format: "%.6g", self)
    }
}

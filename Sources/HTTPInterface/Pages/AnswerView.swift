internal import QueryLanguage
internal import Search

/// An answer as the search page prints it.
struct AnswerView: Sendable {
    /// Values of one fact that are shown in the list of hits.
    static let valueLimit = 6

    struct ClauseChip: Sendable {
        var text: String
        var link: String
        var count: String
        var unknown: String?
    }

    struct Hit: Sendable {
        struct NamedText: Sendable {
            var key: String
            var value: String
        }

        var name: String
        var folder: String
        var link: String
        var cells: [String]
        var isListed: Bool
        var facts: [NamedText]
        var hasFacts: Bool
    }

    var total: String
    var elapsed: String
    var isPartial: Bool
    /// The parameters of the same search.
    var link: String
    var warnings: [String]
    var clauses: [ClauseChip]
    var hasClauses: Bool
    var summaries: [SummaryView]
    var hasSummaries: Bool
    var columns: [String]
    var hits: [Hit]
    var hasHits: Bool
    var first: String?
    var next: String?
    var hasPages: Bool

    init(_ answer: SearchAnswer, summaries: [SummaryView], cursor: String?) {
        let text = answer.text
        total = answer.total.counted("file")
        elapsed = "in \(Self.milliseconds(answer.elapsedMicroseconds)) ms"
        isPartial = !answer.isComplete
        link = URLParameters([("q", text)]).encoded
        warnings = answer.warnings.map { warning in
            warning.suggestions.isEmpty
                ? warning.message
                : warning.message + ": perhaps " + warning.suggestions.joined(separator: ", ")
        }
        clauses = answer.clauses.count < 2 ? [] : answer.clauses.map(ClauseChip.init)
        hasClauses = !clauses.isEmpty
        self.summaries = summaries
        hasSummaries = !summaries.isEmpty
        let isListed = answer.columns.isEmpty
        columns = isListed ? ["Facts that match"] : answer.columns
        hits = answer.hits.map { Hit($0, isListed: isListed) }
        hasHits = !hits.isEmpty
        first = cursor == nil ? nil : link
        next = answer.next.map { URLParameters([("q", text), ("after", $0)]).encoded }
        hasPages = first != nil || next != nil
    }

    private static func milliseconds(_ microseconds: Int64) -> String {
        let tenths = (microseconds + 50) / 100
        return tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : "\(tenths / 10)"
    }
}

extension AnswerView.ClauseChip {
    init(_ clause: ClauseCount) {
        text = clause.text
        link = URLParameters([("q", clause.text)]).encoded
        count = clause.matching.grouped
        unknown = clause.unknown == 0 ? nil : clause.unknown.grouped
    }
}

extension AnswerView.Hit {
    init(_ hit: SearchHit, isListed: Bool) {
        let slash = hit.path.lastIndex(of: "/")
        name = slash.map { String(hit.path[hit.path.index(after: $0)...]) } ?? hit.path
        folder = slash.map { String(hit.path[..<$0]) } ?? ""
        link = "/assets/\(hit.identity)"
        self.isListed = isListed
        cells = isListed ? [] : hit.facts.map(Self.text)
        facts = isListed ? hit.facts.map { NamedText(key: $0.name, value: Self.text(of: $0)) } : []
        hasFacts = !facts.isEmpty
    }

    private static func text(of named: NamedValues) -> String {
        let limit = AnswerView.valueLimit
        let shown = named.values.prefix(limit).map(\.text).joined(separator: "; ")
        let hidden = named.values.count - limit
        return hidden > 0 ? "\(shown); … \(hidden) more" : shown
    }
}

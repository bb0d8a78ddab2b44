internal import QueryLanguage

/// The address of a search page: what is asked, and how the page shows the answer.
///
/// | Parameter | Means |
/// |:----------|:------|
/// | `q`, and the stages that ``SearchRequest`` knows | as in `/v1/search` |
/// | `after` | where the page begins |
/// | `view` | `table`, or `grid` for pictures |
struct SearchAddress: Sendable {
    enum View: String, Sendable, CaseIterable {
        case table, grid

        var title: String {
            switch self {
            case .table: "Table"
            case .grid: "Grid"
            }
        }
    }

    var query: String
    /// The stages in parameters of their own, in the order given.
    private(set) var stages: [(name: String, value: String)]
    var view: View
    var after: String?
    /// False for the home page.
    private(set) var isAsked: Bool

    init(_ parameters: URLParameters) {
        query = parameters.value("q") ?? ""
        stages = parameters.pairs.filter {
            SearchRequest.stageNames.contains($0.name)
                && (!$0.value.isEmpty || ["count", "explain"].contains($0.name))
        }
        after = parameters.value("after")
        let view = parameters.value("view").flatMap(View.init)
        self.view = view ?? .table
        isAsked = !query.isEmpty || !stages.isEmpty || view != nil
        dropOverruledStages()
        dropColumnsWithoutUnit()
    }

    init(query: String) {
        self.init(URLParameters([("q", query)]))
    }

    /// The values under the name of a stage: `select=a,b&select=c` has three.
    func values(_ name: String) -> [String] {
        stages.filter { $0.name == name }.flatMap { Self.list($0.value) }
    }

    /// The same page of another query, from its beginning.
    func asking(_ query: String) -> SearchAddress {
        var address = self
        address.query = query
        address.after = nil
        return address
    }

    /// The same search with other values of one stage, from its beginning.
    func setting(_ name: String, _ values: [String]) -> SearchAddress {
        var address = asking(query)
        address.stages.removeAll { $0.name == name }
        address.stages += values.map { (name, $0) }
        return address
    }

    func showing(_ view: View) -> SearchAddress {
        var address = self
        address.view = view
        return address
    }

    func after(_ cursor: String?) -> SearchAddress {
        var address = self
        address.after = cursor
        return address
    }

    /// What programs are asked with the same search.
    var request: URLParameters { URLParameters([("q", query)] + stages) }

    /// The address without its place on this server: `/?q=…`.
    var link: String {
        var parameters = URLParameters([("q", query)] + stages)
        if view != .table || query.isEmpty && stages.isEmpty {
            parameters = URLParameters(parameters.pairs + [("view", view.rawValue)])
        }
        if let after { parameters = URLParameters(parameters.pairs + [("after", after)]) }
        return "/?" + parameters.encoded
    }

    /// The query without the stages whose parameter is given: a parameter wins.
    private mutating func dropOverruledStages() {
        let names = Set(stages.map(\.name)).intersection(["select", "sort"])
        guard !names.isEmpty, query.contains("|"), let parsed = try? parseQuery(query) else {
            return
        }
        let kept = parsed.stages.filter { stage in
            switch stage {
            case .select: !names.contains("select")
            case .sort: !names.contains("sort")
            case .facet, .stats, .count, .distinct, .limit, .after, .sample, .group, .asOf,
                .explain:
                true
            }
        }
        guard kept.count < parsed.stages.count else { return }
        query = Query(filter: parsed.filter, stages: kept).description
    }

    /// A column in a unit takes the place of the same column as written.
    private mutating func dropColumnsWithoutUnit() {
        let keys = values("select").compactMap { column in
            column.contains(" in ") ? column.split(separator: " ").first.map(String.init) : nil
        }
        stages.removeAll { $0.name == "select" && keys.contains($0.value) }
    }

    /// The members of a list divided by commas; a comma within backticks divides nothing.
    static func list(_ text: String) -> [String] {
        var members: [String] = [""]
        var isQuoted = false
        for character in text {
            if character == "`" { isQuoted.toggle() }
            if character == ",", !isQuoted {
                members.append("")
            } else {
                members[members.count - 1].append(character)
            }
        }
        return members.map { $0.trimmingBlanks() }.filter { !$0.isEmpty }
    }
}

extension String {
    /// The text without blanks at its ends.
    func trimmingBlanks() -> String {
        let start = drop { $0.isWhitespace }
        var end = start[...]
        while end.last?.isWhitespace == true { end.removeLast() }
        return String(end)
    }
}

internal import HTTPTypes
internal import Search

/// A search as a URL asks for it.
///
/// | Parameter | Means |
/// |:----------|:------|
/// | `q` | the query, stages included |
/// | `sort` `facet` `stats` `count` `select` `distinct` `sample` `group` `as_of` `explain` | the stage of that name, behind those of `q`; `sort=-acquired` is descending |
/// | `limit` | hits of a page; of a stream, all hits where it is absent |
/// | `after` | where the page begins: the `next` of the page before |
/// | `guard` | `formulas`: no cell of a table looks like a formula to a spreadsheet |
struct SearchRequest: Sendable {
    /// Hits of one page at most.
    static let maximumLimit = 1000
    /// Stages in the order in which they are appended to the query.
    static let stageNames = [
        "sort", "facet", "stats", "count", "select", "distinct", "sample", "group", "as_of",
        "explain",
    ]
    /// Parameters that are part of no query.
    static let optionNames = ["limit", "after", "guard"]

    /// The whole query, with the stages that stood in parameters of their own.
    let text: String
    let options: SearchOptions
    let guardsFormulas: Bool

    /// - Throws: ``Refusal`` where a parameter is unknown or makes no sense.
    init(_ parameters: URLParameters, timeLimit: Duration) throws(Refusal) {
        let known = ["q"] + Self.stageNames + Self.optionNames
        if let (name, _) = parameters.pairs.first(where: { !known.contains($0.name) }) {
            throw Refusal(
                .badRequest,
                "expected \(known.joined(separator: ", ")), found the parameter `\(name.prefix(40))`"
            )
        }
        let stages = Self.stageNames.compactMap { Self.stage($0, in: parameters) }
        try self.init(
            text: ([parameters.value("q") ?? ""] + stages).joined(separator: " | "), parameters,
            timeLimit: timeLimit)
    }

    /// A saved query; what is no option is a value for a parameter of it.
    init(_ query: SavedQuery, _ parameters: URLParameters, timeLimit: Duration) throws {
        let values = parameters.pairs.filter { !Self.optionNames.contains($0.name) }
        try self.init(
            text: query.text(with: Dictionary(values) { _, last in last }), parameters,
            timeLimit: timeLimit)
    }

    private init(
        text: String, _ parameters: URLParameters, timeLimit: Duration
    ) throws(Refusal) {
        self.text = text
        options = SearchOptions(
            limit: try parameters.count("limit"), after: parameters.value("after"),
            timeLimit: timeLimit)
        guardsFormulas = parameters.value("guard") == "formulas"
    }

    /// The stage that stands in parameters of its own; `nil` where there are none.
    private static func stage(_ name: String, in parameters: URLParameters) -> String? {
        guard parameters.pairs.contains(where: { $0.name == name }) else { return nil }
        let arguments = parameters.values(name).joined(separator: ", ")
        switch name {
        case "sort": return arguments.isEmpty ? nil : "sort " + sortKeys(arguments)
        case "count": return arguments.isEmpty ? "count" : "count by " + arguments
        case "explain": return "explain"
        default: return arguments.isEmpty ? nil : "\(name) \(arguments)"
        }
    }

    /// `-acquired, name` as the query language writes it: `acquired desc, name`.
    private static func sortKeys(_ list: String) -> String {
        list.split(separator: ",").map { key in
            let key = key.drop { $0 == " " }
            return key.hasPrefix("-") ? "\(key.dropFirst()) desc" : String(key)
        }.joined(separator: ", ")
    }
}

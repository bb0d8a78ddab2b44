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
struct SearchRequest: Sendable {
    /// Hits of one page at most.
    static let maximumLimit = 1000
    /// Stages in the order in which they are appended to the query.
    static let stageNames = [
        "sort", "facet", "stats", "count", "select", "distinct", "sample", "group", "as_of",
        "explain",
    ]

    /// The whole query, with the stages that stood in parameters of their own.
    var text: String
    var options: SearchOptions

    /// - Throws: ``Problem`` where a parameter is unknown or makes no sense.
    init(_ parameters: URLParameters, timeLimit: Duration) throws(Problem) {
        for (name, _) in parameters.pairs
        where !Self.stageNames.contains(name) && !["q", "limit", "after"].contains(name) {
            throw Problem(
                .badRequest,
                "expected q, limit, after or a stage's name, found the parameter `\(name.prefix(40))`"
            )
        }
        text = parameters.value("q") ?? ""
        for name in Self.stageNames {
            let values = parameters.pairs.filter { $0.name == name }.map(\.value)
            guard let first = values.first else { continue }
            let arguments = values.filter { !$0.isEmpty }.joined(separator: ", ")
            switch name {
            case "sort": text += " | sort " + Self.sortKeys(arguments)
            case "count": text += " | count" + (first.isEmpty ? "" : " by " + arguments)
            case "explain": text += " | explain"
            default: text += " | \(name) \(arguments)"
            }
        }
        options = SearchOptions(
            limit: try parameters.count("limit"), after: parameters.value("after"),
            timeLimit: timeLimit)
    }

    /// `-acquired, name` as the query language writes it: `acquired desc, name`.
    private static func sortKeys(_ list: String) -> String {
        list.split(separator: ",").map { key in
            let key = key.drop { $0 == " " }
            return key.hasPrefix("-") ? "\(key.dropFirst()) desc" : String(key)
        }.joined(separator: ", ")
    }
}

internal import Search

/// The saved queries, by title.
struct QueriesPage: PageModel {
    let title = "Saved queries – Reticle"
    let isQueries = true
    var queries: [PageLink]
    var hasQueries: Bool

    init(_ saved: [SavedQuery]) {
        queries = saved.map { query in
            var link = PageLink(query.title, page: "/queries/" + URLParameters.encoded(query.name))
            link.meaning = query.description
            link.count = query.parameters.map(\.name).joined(separator: ", ")
            return link
        }
        hasQueries = !queries.isEmpty
    }
}

/// One saved query: its parameters as a form.
struct QueryPage: PageModel {
    struct Entry: Sendable {
        var name: String
        var value: String
        var meaning: String
        var type: String
        var isNeeded: Bool
    }

    let title: String
    let isQueries = true
    var heading: String
    var name: String
    var meaning: String
    var text: String
    var entries: [Entry]
    var hasEntries: Bool
    var faults: [String]
    var hasFaults: Bool
    var command: String

    /// - Parameters:
    ///   - values: What was typed into the form.
    ///   - faults: Why the query cannot be run with these.
    init(_ query: SavedQuery, values: URLParameters, faults: [String]) {
        title = "\(query.title) – Reticle"
        heading = query.title
        name = query.name
        meaning = query.description
        text = query.text
        entries = query.parameters.map { parameter in
            Entry(
                name: parameter.name, value: values.value(parameter.name) ?? parameter.usual ?? "",
                meaning: parameter.meaning.isEmpty ? parameter.name : parameter.meaning,
                type: parameter.type.rawValue, isNeeded: parameter.usual == nil)
        }
        hasEntries = !entries.isEmpty
        self.faults = faults
        hasFaults = !faults.isEmpty
        let arguments = query.parameters.map { parameter in
            " \(parameter.name)=\(parameter.usual ?? parameter.type.rawValue.uppercased())"
        }
        command = "reticle query \(query.name)\(arguments.joined())"
    }
}

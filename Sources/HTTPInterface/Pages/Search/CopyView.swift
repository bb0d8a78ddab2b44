internal import QueryLanguage

/// The search of a page as a person types it elsewhere.
struct CopyView: Sendable {
    var name: String
    var identifier: String
    var text: String

    /// The search for a shell, for curl and for Python.
    ///
    /// - Parameter origin: The address of this server: `http://127.0.0.1:8750`.
    static func all(
        _ text: String, canonical: Query, _ address: SearchAddress, origin: String
    ) -> [CopyView] {
        let url = "\(origin)/v1/search.ndjson?\(URLParameters([("q", text)]).encoded)"
        return [
            CopyView(
                name: "Command line", identifier: "copy-cli",
                text: "reticle find \(quoted(text))"),
            CopyView(
                name: "Files for a job", identifier: "copy-select",
                text: "reticle select \(quoted(text)) --format paths"),
            CopyView(
                name: "curl", identifier: "copy-curl", text: "curl \(quoted(url))"),
            CopyView(
                name: "Python", identifier: "copy-python",
                text: """
                    import json, urllib.request

                    with urllib.request.urlopen(
                        \(literal(url))
                    ) as answer:
                        hits = [json.loads(line) for line in answer]
                    """),
        ]
    }

    /// A text as one word of a shell.
    static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: #"'\''"#) + "'"
    }

    /// A URL as a text of Python; its escapes leave nothing to escape.
    private static func literal(_ url: String) -> String { "\"\(url)\"" }
}

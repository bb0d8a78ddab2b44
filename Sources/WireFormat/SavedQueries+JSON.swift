public import Search

extension JSONText {
    /// The body of `GET /v1/queries`.
    ///
    /// ```
    /// {"queries":[{"name":…,"title":…,"description":…,"text":…,
    ///   "parameters":[{"name":…,"type":…,"default":…,"meaning":…},…]},…]}
    /// ```
    public mutating func savedQueries(_ queries: [SavedQuery]) {
        object { text in
            text.array("queries") { text in
                for query in queries { text.savedQuery(query) }
            }
        }
    }

    private mutating func savedQuery(_ query: SavedQuery) {
        object { text in
            text.member("name", query.name)
            text.member("title", query.title)
            text.member("description", query.description)
            text.member("text", query.text)
            text.array("parameters") { text in
                for parameter in query.parameters {
                    text.object { text in
                        text.member("name", parameter.name)
                        text.member("type", parameter.type.rawValue)
                        if let usual = parameter.usual { text.member("default", usual) }
                        text.member("meaning", parameter.meaning)
                    }
                }
            }
        }
    }
}

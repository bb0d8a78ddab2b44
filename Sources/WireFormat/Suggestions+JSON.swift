internal import QueryLanguage
public import Search

extension JSONText {
    /// The body of `GET /v1/suggest` and of `reticle suggest --json`.
    ///
    /// ```
    /// {"suggestions":[{"text":"voltage","kind":"key","replace":[0,3],"count":812,"note":…},…]}
    /// ```
    ///
    /// `kind` is one of `key operator value unit stage`. `replace` counts UTF-8 bytes of the query's
    /// text, from the first that is replaced up to the one behind the last. `count` is left out
    /// where there was no time to count.
    public mutating func suggestions(_ suggestions: [Suggestion]) {
        object { text in
            text.array("suggestions") { text in
                for suggestion in suggestions { text.suggestion(suggestion) }
            }
        }
    }

    private mutating func suggestion(_ suggestion: Suggestion) {
        object { text in
            text.member("text", suggestion.text)
            text.member("kind", suggestion.kind.rawValue)
            text.array("replace") { text in
                text.integer(suggestion.replaced.start)
                text.integer(suggestion.replaced.end)
            }
            if let count = suggestion.count { text.member("count", count) }
            text.member("note", suggestion.note)
        }
    }
}

/// One place where a query's text does not follow the grammar.
public struct QuerySyntaxError: Error, Hashable, Sendable {
    /// Where, in UTF-8 bytes of the text.
    public var range: SourceRange
    /// What was expected there, then what was found, as one clause.
    public var message: String
    /// Texts that could stand there instead, the likeliest first.
    public var suggestions: [String]

    public init(_ message: String, at range: SourceRange, suggestions: [String] = []) {
        self.range = range
        self.message = message
        self.suggestions = suggestions
    }
}

/// Every fault of a query's text.
public struct QuerySyntaxErrors: Error, Hashable, Sendable {
    public var errors: [QuerySyntaxError]

    public init(_ errors: [QuerySyntaxError]) {
        self.errors = errors
    }
}

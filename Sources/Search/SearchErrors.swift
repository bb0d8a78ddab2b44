public import QueryLanguage

/// One reason why a query has no answer.
public struct SearchFault: Error, Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        /// The text does not follow the grammar.
        case syntax
        /// A unit that nobody knows.
        case unknownUnit
        /// A literal of another dimension than the key.
        case wrongDimension
        /// A literal that the comparison makes no sense of: `name<red`.
        case wrongLiteral
        /// A selection that is not there.
        case unknownSelection
        /// A feature of the language that is not built yet.
        case notYetAvailable
        /// A cursor that belongs to another query, or to none.
        case wrongCursor
    }

    public var kind: Kind
    /// Where, in UTF-8 bytes of the query's text.
    public var range: SourceRange
    public var message: String
    /// Texts that could stand there instead, the likeliest first.
    public var suggestions: [String]

    public init(
        _ kind: Kind, _ message: String, at range: SourceRange, suggestions: [String] = []
    ) {
        self.kind = kind
        self.message = message
        self.range = range
        self.suggestions = suggestions
    }
}

/// Every reason why a query has no answer.
public struct SearchErrors: Error, Sendable, Hashable {
    /// The query as typed.
    public var text: String
    /// In the order of their places; at least one.
    public var faults: [SearchFault]

    public init(text: String, faults: [SearchFault]) {
        self.text = text
        self.faults = faults.sorted { $0.range.start < $1.range.start }
    }

    init(text: String, _ errors: QuerySyntaxErrors) {
        self.init(
            text: text,
            faults: errors.errors.map {
                SearchFault(.syntax, $0.message, at: $0.range, suggestions: $0.suggestions)
            })
    }
}

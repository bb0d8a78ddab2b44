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

    /// The places where a text does not follow the grammar.
    public init(text: String, syntax errors: [QuerySyntaxError]) {
        self.init(text: text, faults: errors.map(SearchFault.init))
    }

    /// Rounds of mending: what is mended may bring another fault to light.
    private static let maximumRoundCount = 5

    /// The query as it was most likely meant: what is worded as in another language is said in this
    /// one, and what is still at fault gives way to the first suggestion; absent where a fault has
    /// none, or where what comes of it does not follow the grammar.
    public var mended: String? {
        for reading in Rephrasing.readings(of: text) {
            if let mended = Self.parsing(reading), mended != text { return mended }
        }
        return Self.mended(text, faults).flatMap(Self.parsing)
    }

    /// A text that follows the grammar, made of one by the first suggestions of its faults.
    static func parsing(_ text: String) -> String? {
        var text = text
        for _ in 0..<maximumRoundCount {
            let errors = QueryParser.parse(text).errors
            if errors.isEmpty { return text }
            let faults = errors.map(SearchFault.init).sorted { $0.range.start < $1.range.start }
            guard let mended = mended(text, faults) else { return nil }
            text = mended
        }
        return nil
    }

    private static func mended(_ text: String, _ faults: [SearchFault]) -> String? {
        var bytes = Array(text.utf8)
        var end = bytes.count
        for fault in faults.reversed() {
            guard let suggestion = fault.suggestions.first, fault.range.start >= 0,
                fault.range.end <= bytes.count
            else { return nil }
            // Of two faults in one place, one is mended at a time.
            guard fault.range.end <= end else { continue }
            bytes.replaceSubrange(fault.range.start..<fault.range.end, with: suggestion.utf8)
            end = fault.range.start
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension SearchFault {
    init(_ error: QuerySyntaxError) {
        self.init(.syntax, error.message, at: error.range, suggestions: error.suggestions)
    }
}

/// Parses a query.
///
/// - Parameter text: The query, as typed.
/// - Throws: ``QuerySyntaxErrors`` with every place that does not follow the grammar.
public func parseQuery(_ text: String) throws(QuerySyntaxErrors) -> Query {
    let parsed = QueryParser.parse(text)
    guard parsed.errors.isEmpty else { throw QuerySyntaxErrors(parsed.errors) }
    return parsed.query
}

/// What became of a query's text, faults and all.
public struct ParsedQuery: Hashable, Sendable {
    /// A part of the filter that is no `AND`, `OR` or `NOT`, and where it stands.
    public struct Part: Hashable, Sendable {
        public var filter: Filter
        public var range: SourceRange

        public init(_ filter: Filter, at range: SourceRange) {
            self.filter = filter
            self.range = range
        }
    }

    /// What could be understood.
    public var query: Query
    public var errors: [QuerySyntaxError]
    /// In the order of the text; an element or a relation stands before what is within it.
    public var parts: [Part]
}

/// Reads a query by recursive descent and goes on after a fault.
///
/// A fault is noted once, then the rest of the term is skipped. Whitespace divides terms, and may
/// stand around operators; a range and a number with its unit are written without.
public struct QueryParser {
    /// How deep brackets and negations may nest.
    static let maximumDepth = 100
    static let maximumErrorCount = 32

    /// Parses a text to its end, whatever its faults.
    public static func parse(_ text: String) -> ParsedQuery {
        var parser = QueryParser(text)
        let filter = parser.filter(depth: 0)
        parser.reportStrayClosers()
        let stages = parser.stages()
        return ParsedQuery(
            query: Query(filter: filter, stages: stages), errors: parser.errors,
            parts: parser.parts)
    }

    var cursor: QueryCursor
    private(set) var errors: [QuerySyntaxError] = []
    private var parts: [ParsedQuery.Part] = []
    /// True once the text is too deep to be read on; what is missing then is no fault of its own.
    private var hasGivenUp = false

    init(_ text: String) {
        cursor = QueryCursor(text)
    }

    // MARK: Faults

    /// Notes a fault from a place up to the cursor, or at the character there.
    mutating func report(_ message: String, from start: Int? = nil, suggestions: [String] = []) {
        let range =
            start.map { SourceRange($0, cursor.position) }
            ?? SourceRange(cursor.position, cursor.position + cursor.character.utf8.count)
        report(message, at: range, suggestions: suggestions)
    }

    mutating func report(_ message: String, at range: SourceRange, suggestions: [String] = []) {
        guard !hasGivenUp, errors.count < Self.maximumErrorCount else { return }
        errors.append(QuerySyntaxError(message, at: range, suggestions: suggestions))
    }

    /// What stands at the cursor, for a message.
    var found: String {
        cursor.isAtEnd ? "the end" : "`\(cursor.character)`"
    }

    /// Skips to where the next term may begin.
    mutating func skipTerm() {
        while !cursor.isAtBoundary { cursor.position += 1 }
    }

    // MARK: Connectives

    /// filter = and { "OR" and }
    mutating func filter(depth: Int) -> Filter? {
        guard depth <= Self.maximumDepth else {
            report("brackets and negations nest at most \(Self.maximumDepth) deep, found more")
            hasGivenUp = true
            cursor.position = cursor.bytes.count
            return nil
        }
        var operands: [Filter] = []
        var connective: SourceRange?
        while true {
            let errorCount = errors.count
            let operand = conjunction(depth: depth)
            let next = takeKeyword(ReservedWord.or)
            if let operand {
                operands.append(operand)
            } else if errors.count == errorCount, let range = connective ?? next {
                report(
                    "expected a condition on both sides of `OR`", at: range, suggestions: [""])
            }
            guard next != nil else { break }
            connective = next
        }
        return operands.count > 1 ? .or(operands) : operands.first
    }

    /// and = not { ["AND"] not }
    private mutating func conjunction(depth: Int) -> Filter? {
        var operands: [Filter] = []
        var connective: SourceRange?
        while true {
            cursor.skipSpaces()
            if let range = takeKeyword(ReservedWord.and) {
                if operands.isEmpty || connective != nil {
                    report(
                        "expected a condition on both sides of `AND`", at: range, suggestions: [""])
                }
                connective = range
                continue
            }
            if cursor.isAt(",") {
                report("conditions are divided by spaces, found `,`", suggestions: [" "])
                cursor.position += 1
                continue
            }
            if cursor.isAtBoundary || isAtKeyword(ReservedWord.or) { break }
            let start = cursor.position
            if let operand = negation(depth: depth) { operands.append(operand) }
            connective = nil
            if cursor.position == start { cursor.position += cursor.character.utf8.count }
        }
        if let connective {
            report(
                "expected a condition on both sides of `AND`", at: connective, suggestions: [""])
        }
        return operands.count > 1 ? .and(operands) : operands.first
    }

    /// not = ("-" | "NOT") not | primary
    private mutating func negation(depth: Int) -> Filter? {
        let start = cursor.position
        let isNegated = cursor.take("-") || takeKeyword(ReservedWord.not) != nil
        guard isNegated else { return primary(depth: depth) }
        guard depth < Self.maximumDepth else { return filter(depth: depth + 1) }
        let end = cursor.position
        cursor.skipSpaces()
        if cursor.isAtBoundary || isAtKeyword(ReservedWord.or) || isAtKeyword(ReservedWord.and) {
            report("expected a condition after the negation", at: SourceRange(start, end))
            return nil
        }
        return negation(depth: depth + 1).map(Filter.not)
    }

    private mutating func primary(depth: Int) -> Filter? {
        if cursor.isAt("(") {
            return bracketed("(", ")", depth: depth)
        }
        let start = cursor.position
        let place = parts.count
        guard let term = term(depth: depth) else { return nil }
        parts.insert(
            ParsedQuery.Part(term, at: SourceRange(start, cursor.position)), at: place)
        return term
    }

    /// A filter between brackets, the opening one at the cursor.
    mutating func bracketed(
        _ opening: StaticString, _ closing: StaticString, depth: Int
    ) -> Filter? {
        let start = cursor.position
        _ = cursor.take(opening)
        return insideBracket(opening, closing, openedAt: start, depth: depth)
    }

    /// What follows an opening bracket, the closing one included.
    mutating func insideBracket(
        _ opening: StaticString, _ closing: StaticString, openedAt start: Int, depth: Int
    ) -> Filter? {
        let errorCount = errors.count
        let inner = filter(depth: depth + 1)
        close(opening, closing, openedAt: start)
        if inner == nil, errors.count == errorCount {
            report("expected a condition within `\(opening) \(closing)`", from: start)
        }
        return inner
    }

    /// Steps over a closing bracket; where there is none, says which bracket is open.
    mutating func close(_ opening: StaticString, _ closing: StaticString, openedAt start: Int) {
        cursor.skipSpaces()
        if cursor.take(closing) { return }
        let inside = trimmedText(from: start)
        let range = SourceRange(start, start + inside.utf8.count)
        let isAtEnd = cursor.isAtEnd || cursor.isAt("|")
        report(
            "expected `\(closing)` for the `\(opening)` at byte \(start), found \(found)",
            at: isAtEnd ? range : SourceRange(start, start + 1),
            suggestions: isAtEnd ? [inside + "\(closing)"] : [])
        // The wrong bracket was most likely meant to be the right one.
        if cursor.isAt(")") || cursor.isAt("}") { cursor.position += 1 }
    }

    /// What stands between a place and the cursor, without the spaces before the cursor.
    private func trimmedText(from start: Int) -> String {
        var text = cursor.text(from: start)
        while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
        return text
    }

    private mutating func reportStrayClosers() {
        cursor.skipSpaces()
        while !cursor.isAtEnd, !cursor.isAt("|") {
            report(
                "expected a condition, found \(found), which closes nothing", suggestions: [""])
            cursor.position += 1
            _ = filter(depth: 0)
            cursor.skipSpaces()
        }
    }

    // MARK: Keywords

    func isAtKeyword(_ words: Set<String>) -> Bool {
        var ahead = cursor
        return words.contains(ahead.takeWord())
    }

    mutating func takeKeyword(_ words: Set<String>) -> SourceRange? {
        var ahead = cursor
        ahead.skipSpaces()
        let start = ahead.position
        guard words.contains(ahead.takeWord()) else { return nil }
        cursor = ahead
        return SourceRange(start, cursor.position)
    }
}

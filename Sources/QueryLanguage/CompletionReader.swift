extension CompletionPlace {
    /// The place at which a query is being typed.
    ///
    /// - Parameters:
    ///   - text: The query so far, which may be unfinished and wrong.
    ///   - position: The cursor, in UTF-8 bytes from the text's beginning.
    public init(in text: String, at position: Int) {
        var reader = CompletionReader(text, position)
        self = reader.place()
    }
}

/// Walks over a query, whatever its faults, until it knows what the cursor stands in.
struct CompletionReader {
    /// A bracket that is open.
    private enum Bracket {
        case filter
        case braces(KeyPattern)
        case list(KeyPattern, Comparison)
    }

    let text: String
    let target: Int
    var parser: QueryParser
    private var brackets: [Bracket] = []
    /// Where the condition begins that is being read.
    private var termStart = 0
    /// The key that was read last where one had to stand.
    private(set) var latestKey: KeyPattern?

    init(_ text: String, _ position: Int) {
        self.text = text
        parser = QueryParser(text)
        target = min(max(0, position), parser.cursor.bytes.count)
    }

    mutating func place() -> CompletionPlace {
        while true {
            parser.cursor.skipSpaces()
            if !isInList { termStart = min(parser.cursor.position, target) }
            if parser.cursor.position > target || parser.cursor.isAtEnd {
                return found(expectedHere, from: target)
            }
            if parser.cursor.isAt("|") {
                guard parser.cursor.position < target else {
                    return found(expectedHere, from: target)
                }
                return stages()
            }
            if let place = isInList ? listed() : term() { return place }
        }
    }

    private var isInList: Bool {
        if case .list? = brackets.last { true } else { false }
    }

    private var expectedHere: CompletionPlace.Expected {
        if case .list(let key, let comparison)? = brackets.last { return .value(key, comparison) }
        return .condition
    }

    // MARK: Places

    /// What is expected from a place up to where the reader stands, if the cursor lies there.
    mutating func found(
        _ expected: CompletionPlace.Expected, from start: Int, isInFilter: Bool = true
    ) -> CompletionPlace {
        let end = max(target, parser.cursor.position)
        let replaced = SourceRange(start, start == target ? target : end)
        let bytes = parser.cursor.bytes
        var term: SourceRange?
        if isInFilter {
            if start < target || isInList { skipCondition() }
            term = SourceRange(
                termStart, max(target, start < target || isInList ? parser.cursor.position : 0))
        }
        return CompletionPlace(
            expected: expected, typed: String(decoding: bytes[start..<target], as: UTF8.self),
            replaced: replaced,
            structures: brackets.compactMap { bracket in
                if case .braces(let key) = bracket { key } else { nil }
            },
            frame: .init(text, gapAt: term))
    }

    /// Steps over what is left of a condition whose key is being typed: its operator and value.
    private mutating func skipCondition() {
        if isInList {
            while !parser.cursor.isAtEnd, !parser.cursor.isAt("|"), !parser.cursor.take(")") {
                parser.cursor.position += 1
            }
            return
        }
        if parser.comparison() != nil { parser.cursor.skipSpaces() }
        if parser.cursor.isAt("(") || parser.cursor.isAt("{") { return }
        if parser.cursor.isAt("\"") {
            skipQuoted()
        } else {
            _ = parser.cursor.takeValue()
        }
    }

    // MARK: Conditions

    /// Reads one condition or one bracket; a place where the cursor is in it.
    private mutating func term() -> CompletionPlace? {
        let start = parser.cursor.position
        if parser.cursor.take("-") || parser.cursor.take(",") {
            termStart = parser.cursor.position
            return parser.cursor.position == target ? found(.condition, from: target) : nil
        }
        if parser.cursor.take("(") {
            brackets.append(.filter)
            return nil
        }
        if parser.cursor.take(")") || parser.cursor.take("}") {
            _ = brackets.popLast()
            return nil
        }
        if parser.cursor.isAt("\"") {
            skipQuoted()
            return parser.cursor.position >= target ? found(.nothing, from: start) : nil
        }
        let key = key()
        if parser.cursor.position >= target { return found(.condition, from: start) }
        guard let key else {
            if parser.cursor.position == start { parser.cursor.position += 1 }
            return nil
        }
        return afterKey(key)
    }

    /// What follows a key: a bracket, an operator and a value, or the next condition.
    private mutating func afterKey(_ key: KeyPattern) -> CompletionPlace? {
        if parser.cursor.take("(") {
            let name = key.singleName ?? ""
            let isQuantifier = Quantifier(rawValue: name) != nil
            if isQuantifier || name == "same" {
                if let place = loneKey() { return place }
                if isQuantifier { _ = parser.cursor.take(")") }
            }
            if !isQuantifier { brackets.append(.filter) }
            return nil
        }
        var ahead = parser
        ahead.cursor.skipSpaces()
        if ahead.cursor.take("{") {
            parser = ahead
            brackets.append(.braces(key))
            return nil
        }
        let before = parser.cursor.position
        guard let comparison = parser.comparison() else { return nil }
        if parser.cursor.position > target {
            return found(.comparison(key), from: min(before, target))
        }
        return value(of: key, comparison)
    }

    private mutating func value(
        of key: KeyPattern, _ comparison: Comparison
    ) -> CompletionPlace? {
        if comparison == .matches,
            let prefix = key.singleName.flatMap(ReservedWord.Prefix.init), prefix != .sel
        {
            return loneKey()
        }
        parser.cursor.skipSpaces()
        if parser.cursor.take("(") {
            brackets.append(.list(key, comparison))
            return nil
        }
        let start = parser.cursor.position
        guard start <= target else { return found(.value(key, comparison), from: target) }
        skipValue()
        return parser.cursor.position >= target
            ? found(.value(key, comparison), from: start) : nil
    }

    /// A value of a list, or what stands between two.
    private mutating func listed() -> CompletionPlace? {
        guard case .list(let key, let comparison)? = brackets.last else { return nil }
        let start = parser.cursor.position
        if parser.cursor.take(",") { return nil }
        if parser.cursor.take(")") {
            brackets.removeLast()
            return nil
        }
        skipValue()
        if parser.cursor.position == start { parser.cursor.position += 1 }
        return parser.cursor.position >= target
            ? found(.value(key, comparison), from: start) : nil
    }

    // MARK: Runs

    /// A key that must stand here; a place where the cursor is in it.
    mutating func loneKey(isInFilter: Bool = true) -> CompletionPlace? {
        parser.cursor.skipSpaces()
        let start = min(parser.cursor.position, target)
        latestKey = key()
        return parser.cursor.position >= target
            ? found(.key, from: start, isInFilter: isInFilter) : nil
    }

    /// Steps over a key, finished or not.
    mutating func key() -> KeyPattern? {
        let start = parser.cursor.position
        if case .key(let key) = parser.key() { return key }
        // `tiff.` and `` `Gene Sy `` are not yet keys.
        if parser.cursor.bytes[start...].first == UInt8(ascii: "`") {
            parser.cursor.position = parser.cursor.bytes.count
        } else {
            parser.cursor.position = start
            _ = parser.cursor.takeWord()
        }
        return nil
    }

    private mutating func skipValue() {
        if parser.cursor.isAt("\"") { skipQuoted() } else { _ = parser.cursor.takeValue() }
    }

    private mutating func skipQuoted() {
        if parser.quotedText() == nil { parser.cursor.position = parser.cursor.bytes.count }
    }
}

extension QueryParser {
    /// element | relation | clause | text
    mutating func term(depth: Int) -> Filter? {
        if cursor.isAt("\"") { return phrase() }
        let start = cursor.position
        switch key() {
        case .faulty: return nil
        case .none: return text()
        case .key(let key):
            // A name in backticks is a key, whatever it says.
            let isQuoted = cursor.bytes[start] == UInt8(ascii: "`")
            let name = isQuoted ? nil : key.singleName
            if cursor.isAt("(") {
                return function(named: name, from: start, depth: depth)
            }
            cursor.skipSpaces()
            if cursor.isAt("{") {
                if let name, let direction = Relation.Direction(rawValue: name) {
                    return lineage(direction, depth: depth)
                }
                return element(key, named: name, depth: depth)
            }
            if cursor.isAt("("), let name, ReservedWord.functions.contains(name) {
                report(
                    "expected `\(name)(` without a space, or `\"\(name)\"` for the word",
                    at: SourceRange(start, cursor.position + 1), suggestions: ["\(name)("])
                return nil
            }
            if let comparison = comparison() {
                if comparison == .matches, let prefix = name.flatMap(ReservedWord.Prefix.init) {
                    return prefixed(prefix)
                }
                return value(for: comparison, key: key).map {
                    .clause(Clause(key: key, comparison: comparison, value: $0))
                }
            }
            cursor.position = start
            return text()
        }
    }

    // MARK: Text

    private mutating func phrase() -> Filter? {
        let start = cursor.position
        guard let text = quotedText() else { return nil }
        let end = cursor.position
        if let comparison = comparison() {
            skipTerm()
            report(
                "a key is quoted with backticks, found a quoted text before `\(comparison.rawValue)`",
                at: SourceRange(start, end),
                suggestions: [
                    KeyPattern(typed: text)?.description ?? KeyPattern.Segment.quoted(text)
                ])
            return nil
        }
        return isAtTermEnd(after: "the closing quote") ? .text(.phrase(text)) : nil
    }

    private mutating func text() -> Filter? {
        let start = cursor.position
        let word = cursor.takeWord()
        if word.isEmpty {
            if cursor.isAt("`") {
                skipTerm()
                report("expected a comparison after the key", from: start)
            } else if cursor.isAt("*") || cursor.isAt("?") {
                skipTerm()
                let pattern = cursor.text(from: start)
                report(
                    "expected a word before the wildcard; every asset is found by leaving the filter out",
                    from: start, suggestions: [pattern == "*" ? "" : "name:" + pattern])
            } else {
                report("expected a condition, found \(found)")
                skipTerm()
            }
            return nil
        }
        if ["..", "±", "+-"].contains(where: word.hasPrefix) {
            report(
                "a range has no spaces, as in `5kV..20kV`, and a text with such a beginning is quoted",
                from: start, suggestions: ["\"\(word)\""])
            return nil
        }
        if cursor.isAt("*") || cursor.isAt("?") {
            let isPrefix = cursor.take("*")
            if isPrefix, cursor.isAtBoundary { return .text(.prefix(word)) }
            skipTerm()
            let pattern = cursor.text(from: start)
            report(
                "a word of text ends with `*` or has no wildcard, found `\(pattern)`", from: start,
                suggestions: ["name:\(pattern)"])
            return nil
        }
        return isAtTermEnd(after: "`\(word)`") ? .text(.word(word)) : nil
    }

    /// Notes what stands where a term should have ended, and skips it.
    mutating func isAtTermEnd(after word: String) -> Bool {
        guard !cursor.isAtBoundary else { return true }
        let start = cursor.position
        let found = found
        skipTerm()
        report(
            "expected a space after \(word), found \(found); a text with brackets or quotes in it is quoted",
            from: start)
        return false
    }

    /// The text between quotes, the cursor at the first; `\"` and `\\` stand for `"` and `\`.
    mutating func quotedText() -> String? {
        let start = cursor.position
        var text: [UInt8] = []
        cursor.position += 1
        while let byte = cursor.peek() {
            cursor.position += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            if byte == UInt8(ascii: "\\"), let next = cursor.peek(),
                next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\")
            {
                cursor.position += 1
                text.append(next)
            } else {
                text.append(byte)
            }
        }
        report(
            "expected a closing quote for the one at byte \(start), found the end", from: start,
            suggestions: [cursor.text(from: start) + "\""])
        return nil
    }

    // MARK: Operators

    /// Signs that people write for an operator, longest first, with the operator meant where it
    /// is another.
    private static let signs: [(sign: StaticString, meaning: Comparison, isMistake: Bool)] = [
        ("=<", .lessOrEqual, true), ("=>", .greaterOrEqual, true), ("==", .equals, true),
        ("<>", .differs, true), ("=~", .similar, true), (":=", .equals, true),
        (":>=", .greaterOrEqual, true), (":<=", .lessOrEqual, true), (":>", .greater, true),
        (":<", .less, true), (":!=", .differs, true), (":~", .similar, true),
        ("<=", .lessOrEqual, false), (">=", .greaterOrEqual, false), ("!=", .differs, false),
        ("~=", .near, false), ("≤", .lessOrEqual, false), ("≥", .greaterOrEqual, false),
        ("≠", .differs, false), (":", .matches, false), ("=", .equals, false),
        ("<", .less, false), (">", .greater, false), ("~", .similar, false),
    ]

    /// Steps over an operator and the spaces around it, if one stands here.
    mutating func comparison() -> Comparison? {
        let before = cursor.position
        cursor.skipSpaces()
        let start = cursor.position
        for (sign, meaning, isMistake) in Self.signs where cursor.take(sign) {
            if isMistake {
                report(
                    "expected a comparison, found `\(sign)`", from: start,
                    suggestions: [meaning.rawValue])
            }
            return meaning
        }
        cursor.position = before
        return nil
    }
}

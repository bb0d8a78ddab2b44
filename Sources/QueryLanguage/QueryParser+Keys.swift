extension QueryParser {
    enum KeyReading {
        case key(KeyPattern)
        /// What stands here is no key: a text such as `etc.`, or nothing.
        case none
        /// A fault, which has been noted.
        case faulty
    }

    /// key = segment { "." segment }; the cursor stays where it was unless there is a key.
    mutating func key() -> KeyReading {
        let start = cursor.position
        var segments: [KeyPattern.Segment] = []
        repeat {
            guard let name = segmentName() else {
                let isFaulty = cursor.isAt("`")
                if isFaulty {
                    report("expected a closing backtick, found the end", from: cursor.position)
                    cursor.position = cursor.bytes.count
                    return .faulty
                }
                cursor.position = start
                return .none
            }
            var segment = KeyPattern.Segment(name)
            if cursor.isAt("[") {
                guard let index = index() else { return .faulty }
                segment.index = index
            }
            segments.append(segment)
        } while cursor.take(".")
        return .key(KeyPattern(segments: segments))
    }

    /// A key that must stand here.
    mutating func requiredKey(after word: String) -> KeyPattern? {
        cursor.skipSpaces()
        switch key() {
        case .key(let key): return key
        case .faulty: return nil
        case .none:
            if cursor.isAt("\"") {
                let start = cursor.position
                guard let text = quotedText() else { return nil }
                report(
                    "expected a key after `\(word)`, found a quoted text; a key is quoted with backticks",
                    from: start, suggestions: [KeyPattern.Segment.quoted(text)])
            } else {
                report("expected a key after `\(word)`, found \(found)")
            }
            return nil
        }
    }

    /// The name of a segment, plain, wild or in backticks.
    private mutating func segmentName() -> KeyPattern.Segment.Name? {
        if cursor.isAt("`") { return backtickedName() }
        let name = cursor.takeName()
        if name == "**" { return .anyDepth }
        guard !name.isEmpty, name.utf8.first != UInt8(ascii: "-") else { return nil }
        let isWild = name.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
        return isWild ? .glob(name) : .plain(name)
    }

    /// A name in backticks, where a doubled backtick stands for one; `nil`, and the cursor at the
    /// opening one, where it is not closed.
    private mutating func backtickedName() -> KeyPattern.Segment.Name? {
        let start = cursor.position
        var name: [UInt8] = []
        cursor.position += 1
        while let byte = cursor.peek() {
            cursor.position += 1
            if byte == UInt8(ascii: "`"), !cursor.take("`") {
                return .plain(String(decoding: name, as: UTF8.self))
            }
            name.append(byte)
        }
        cursor.position = start
        return nil
    }

    /// `[3]` or `[*]`, the cursor at the bracket.
    private mutating func index() -> KeyPattern.Segment.Index? {
        let start = cursor.position
        cursor.position += 1
        let isAny = cursor.take("*")
        let digits = isAny ? "" : cursor.takeDigits()
        guard cursor.take("]"), isAny || Int(digits) != nil else {
            skipTerm()
            report(
                "expected an element's number or `*` and `]` after `[`; quote a text with brackets",
                from: start)
            return nil
        }
        return Int(digits).map(KeyPattern.Segment.Index.number) ?? .any
    }
}

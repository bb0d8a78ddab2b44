public import Extraction
internal import MetadataModel

/// Finds the tokens of JSON in bytes, one a call, without copying or allocating.
///
/// The bytes may come in pieces: where a piece ends within a token the scanner says
/// ``JSONToken/needsMore``, and the caller hands over what is left from ``position`` together with
/// more. Several values may stand one behind the other, as in JSON lines.
///
/// Beyond the standard, because programs write it: a comma behind the last member, `NaN`,
/// `Infinity`, a plus sign or further noughts before a number, and control characters in strings.
///
/// Source: <https://www.rfc-editor.org/rfc/rfc8259>
public struct JSONScanner: Sendable {
    /// Where the next token is looked for.
    public var position = 0
    /// Where byte 0 of the bytes stands in the file; for the place of errors.
    public var origin: UInt64 = 0
    /// Objects and arrays that are open.
    public var depth: Int { isObject.count }

    private let maximumDepth: Int
    /// For each open container whether it is an object.
    private var isObject: [Bool] = []
    /// A value has been passed, so a comma or an end must come.
    private var isBehindValue = false
    /// A name has been passed, so a value must come.
    private var isBehindKey = false

    public init(maximumDepth: Int = ExtractionLimits().maximumDepth) {
        self.maximumDepth = maximumDepth
    }

    /// The next token.
    ///
    /// - Parameter isLast: Whether nothing follows behind these bytes.
    /// - Throws: ``ExtractionError`` of kind `malformed`, `truncated` or `limitExceeded`. The
    ///   scanner is then of no further use.
    public mutating func next(
        in bytes: UnsafeBufferPointer<UInt8>, isLast: Bool
    ) throws(ExtractionError) -> JSONToken {
        var place = Self.skipSpace(bytes, from: position)
        var hasComma = false
        if isBehindValue, !isObject.isEmpty, place < bytes.count,
            bytes[place] == UInt8(ascii: ",")
        {
            hasComma = true
            place = Self.skipSpace(bytes, from: place + 1)
        }
        guard place < bytes.count else { return try endOfBytes(at: place, isLast: isLast) }
        let byte = bytes[place]
        if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
            return try close(byte, at: place)
        }
        if isBehindValue, !hasComma, !isObject.isEmpty {
            throw error("expected , or the end", bytes, place)
        }
        if isObject.last == true, !isBehindKey {
            return try key(bytes, at: place, isLast: isLast)
        }
        return try value(bytes, at: place, isLast: isLast)
    }

    private mutating func value(
        _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, isLast: Bool
    ) throws(ExtractionError) -> JSONToken {
        switch bytes[place] {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard isObject.count < maximumDepth else {
                throw ExtractionError(
                    .limitExceeded, "more than \(maximumDepth) levels of objects and arrays",
                    offset: origin + UInt64(place))
            }
            let opensObject = bytes[place] == UInt8(ascii: "{")
            isObject.append(opensObject)
            isBehindKey = false
            isBehindValue = false
            position = place + 1
            return opensObject ? .beginObject : .beginArray
        case UInt8(ascii: "\""):
            guard let text = try string(bytes, at: place, isLast: isLast) else { return .needsMore }
            pass(to: text.start + text.count + 1)
            return .string(text)
        default:
            return try word(bytes, at: place, isLast: isLast)
        }
    }

    private mutating func key(
        _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, isLast: Bool
    ) throws(ExtractionError) -> JSONToken {
        guard bytes[place] == UInt8(ascii: "\"") else {
            throw error("expected a name in quotes", bytes, place)
        }
        guard let text = try string(bytes, at: place, isLast: isLast) else { return .needsMore }
        let colon = Self.skipSpace(bytes, from: text.start + text.count + 1)
        guard colon < bytes.count else { return try endOfBytes(at: colon, isLast: isLast) }
        guard bytes[colon] == UInt8(ascii: ":") else { throw error("expected :", bytes, colon) }
        position = colon + 1
        isBehindKey = true
        isBehindValue = false
        return .key(text)
    }

    /// The string whose quote stands at `place`; `nil` where its end is yet to come.
    private func string(
        _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, isLast: Bool
    ) throws(ExtractionError) -> JSONText? {
        var position = place + 1
        var hasEscapes = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                return JSONText(
                    start: place + 1, count: position - place - 1, hasEscapes: hasEscapes)
            }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                position += 1
            }
            position += 1
        }
        guard isLast else { return nil }
        throw ExtractionError(
            .truncated, "expected the end of a string", offset: origin + UInt64(place))
    }

    /// A number, `true`, `false`, `null` and their like: everything up to a delimiter.
    private mutating func word(
        _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, isLast: Bool
    ) throws(ExtractionError) -> JSONToken {
        var end = place
        while end < bytes.count, Self.isWord[Int(bytes[end])] { end += 1 }
        if end == bytes.count, !isLast { return .needsMore }
        let text = JSONText(start: place, count: end - place, hasEscapes: false)
        let first = end > place ? bytes[place] : 0
        if first &- 0x30 <= 9 || first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            let number = text.number(in: bytes)
            guard number != nil || isBeyondDouble(text, bytes) else {
                throw error("expected a number", bytes, place)
            }
            pass(to: end)
            return .number(text, number)
        }
        for (word, token) in Self.words where Self.matches(text, word, bytes) {
            pass(to: end)
            return token
        }
        if Self.matches(text, "NaN", bytes) || Self.matches(text, "Infinity", bytes) {
            pass(to: end)
            return .number(text, nil)
        }
        // A word that the file's end has cut is not wrong, only short.
        if end == bytes.count, end > place {
            for (word, _) in Self.words where Self.begins(text, word, bytes) {
                throw ExtractionError(
                    .truncated, "expected \(word)", offset: origin + UInt64(place))
            }
        }
        throw error("expected a value", bytes, place)
    }

    private mutating func close(_ byte: UInt8, at place: Int) throws(ExtractionError) -> JSONToken {
        let closesObject = byte == UInt8(ascii: "}")
        guard isObject.last == closesObject, !isBehindKey else {
            let expected =
                isBehindKey || isObject.isEmpty ? "a value" : closesObject ? "]" : "}"
            throw ExtractionError(
                .malformed, "expected \(expected), found \(closesObject ? "}" : "]")",
                offset: origin + UInt64(place))
        }
        isObject.removeLast()
        pass(to: place + 1)
        return closesObject ? .endObject : .endArray
    }

    private mutating func pass(to place: Int) {
        position = place
        isBehindValue = true
        isBehindKey = false
    }

    private mutating func endOfBytes(
        at place: Int, isLast: Bool
    ) throws(ExtractionError) -> JSONToken {
        guard isLast else { return .needsMore }
        guard isObject.isEmpty else {
            throw ExtractionError(
                .truncated, "expected \(isObject.last == true ? "}" : "]")",
                offset: origin + UInt64(place))
        }
        position = place
        return .end
    }

    private func error(
        _ expectation: String, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int
    ) -> ExtractionError {
        let byte = bytes[place]
        let found =
            (0x21...0x7E).contains(byte)
            ? String(Unicode.Scalar(byte)) : "byte 0x" + String(byte, radix: 16)
        return ExtractionError(
            .malformed, "\(expectation), found \(found)", offset: origin + UInt64(place))
    }

    /// Whether this is a number, if one that no double holds: `-Infinity`, `1e999`.
    private func isBeyondDouble(_ text: JSONText, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if Self.matches(text, "-Infinity", bytes) { return true }
        var digitCount = 0
        for byte in text.written(in: bytes) {
            if (0x30...0x39).contains(byte) {
                digitCount += 1
            } else if (0x61...0x7A).contains(byte | 0x20), byte | 0x20 != UInt8(ascii: "e") {
                return false
            }
        }
        return digitCount > 3
    }

    private static func skipSpace(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int {
        var place = start
        while place < bytes.count, bytes[place] <= 0x20, bytes[place] != 0 { place += 1 }
        return place
    }

    private static func matches(
        _ text: JSONText, _ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        text.count == word.utf8CodeUnitCount && begins(text, word, bytes)
    }

    /// Whether the word begins with the text.
    private static func begins(
        _ text: JSONText, _ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard text.count <= word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { wanted in
            for place in 0..<text.count where bytes[text.start + place] != wanted[place] {
                return false
            }
            return true
        }
    }

    private static let words: [(StaticString, JSONToken)] = [
        ("true", .truth(true)), ("false", .truth(false)), ("null", .null),
    ]

    /// Letters, digits, signs and dots.
    private static let isWord: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for byte in "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+-.".utf8 {
            table[Int(byte)] = true
        }
        return table
    }()
}

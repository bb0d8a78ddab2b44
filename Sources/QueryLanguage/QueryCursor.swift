/// A place in a query's text, and the runs of characters that begin there.
///
/// Characters are told apart as bytes; everything beyond ASCII belongs to words, but for white
/// space and the signs `≤ ≥ ≠`.
struct QueryCursor {
    let bytes: [UInt8]
    var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position >= bytes.count }

    /// The byte some places further on; `nil` beyond the end.
    func peek(_ ahead: Int = 0) -> UInt8? {
        position + ahead < bytes.count ? bytes[position + ahead] : nil
    }

    func isAt(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[position...].starts(with: $0) }
    }

    var isAtDigit: Bool { peek().map(Self.isDigit) ?? false }

    static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Steps over a text if it stands here.
    mutating func take(_ text: StaticString) -> Bool {
        guard isAt(text) else { return false }
        position += text.utf8CodeUnitCount
        return true
    }

    mutating func skipSpaces() {
        while let length = spaceLength { position += length }
    }

    func text(from start: Int) -> String {
        String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// The character here, whole; empty at the end.
    var character: String {
        guard let byte = peek() else { return "" }
        let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        return String(decoding: bytes[position...].prefix(length), as: UTF8.self)
    }

    /// True at white space, a closing bracket, `|`, `,` and the end of the text.
    var isAtBoundary: Bool {
        guard let byte = peek(), spaceLength == nil else { return true }
        return Self.boundaries.contains(byte)
    }

    /// The number of bytes of the white space or control character here.
    private var spaceLength: Int? {
        guard let byte = peek() else { return nil }
        switch (byte, peek(1), peek(2)) {
        case (0...0x20, _, _), (0x7F, _, _): return 1
        case (0xC2, 0xA0, _), (0xC2, 0x85, _): return 2
        case (0xE2, 0x80, .some(0x80...0x8A)), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9),
            (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
            return 3
        default: return nil
        }
    }

    private var isAtSign: Bool { isAt("!=") || isAt("≤") || isAt("≥") || isAt("≠") }

    // MARK: Runs

    /// Steps over a word of text: up to white space, a bracket, an operator, `,`, `|`, a quote or
    /// a wildcard. Dots belong to it.
    mutating func takeWord() -> String {
        let start = position
        while let byte = peek(), spaceLength == nil, !isAtSign, !Self.wordEnds.contains(byte) {
            position += 1
        }
        return text(from: start)
    }

    /// Steps over the name of a key's segment: as a word, but wildcards belong to it, dots do not.
    mutating func takeName() -> String {
        let start = position
        while let byte = peek(), spaceLength == nil, !isAtSign, byte != UInt8(ascii: "."),
            !Self.wordEnds.contains(byte) || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?")
        {
            position += 1
        }
        return text(from: start)
    }

    /// Steps over a bare value, in which only white space, brackets, quotes, `,`, `|`, `<` and
    /// `>` have no place.
    mutating func takeValue() -> String {
        let start = position
        while let byte = peek(), spaceLength == nil, !Self.valueEnds.contains(byte) {
            position += 1
        }
        return text(from: start)
    }

    mutating func takeDigits() -> String {
        let start = position
        while isAtDigit { position += 1 }
        return text(from: start)
    }

    private static let boundaries = Set(")}|,".utf8)
    private static let wordEnds = Set("(){}[]|\"`,:=<>~*?".utf8)
    private static let valueEnds = Set("(){}|\"`,<>".utf8)
}

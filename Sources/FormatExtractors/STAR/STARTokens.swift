/// Divides the text of a STAR file into its tokens.
struct STARTokens {
    enum Kind {
        case comment, block, loop, tag, value
    }

    struct Token {
        var kind: Kind
        /// The token's text, without quotes and marks.
        var place: Range<Int>
        var line: Int
    }

    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func text(_ token: Token) -> String {
        String(decoding: bytes[token.place], as: UTF8.self)
    }

    mutating func next() -> Token? {
        while position < bytes.count, bytes[position] <= 0x20 {
            if bytes[position] == 0x0A { line += 1 }
            position += 1
        }
        guard position < bytes.count else { return nil }
        let first = bytes[position]
        switch first {
        case UInt8(ascii: "#"):
            var end = lineEnd(from: position)
            let start = position + 1
            position = end
            while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
            let text = (start..<end).first { bytes[$0] > 0x20 && bytes[$0] != first } ?? end
            return Token(kind: .comment, place: text..<end, line: line)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return quoted(by: first)
        case UInt8(ascii: ";") where position == 0 || bytes[position - 1] == 0x0A:
            return textField()
        default:
            return word()
        }
    }

    private func lineEnd(from start: Int) -> Int {
        bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    }

    /// A quote ends a text only where white space follows it.
    private mutating func quoted(by quote: UInt8) -> Token {
        let start = position + 1
        let limit = lineEnd(from: position)
        var end = start
        while end < limit {
            if bytes[end] == quote, end + 1 == limit || bytes[end + 1] <= 0x20 { break }
            end += 1
        }
        position = min(end + 1, limit)
        return Token(kind: .value, place: start..<end, line: line)
    }

    /// From a `;` at the beginning of a line to the next one there.
    private mutating func textField() -> Token {
        let start = position + 1
        let first = line
        var end = start
        while end < bytes.count {
            if bytes[end] == 0x0A {
                line += 1
                if end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: ";") { break }
            }
            end += 1
        }
        position = min(end + 2, bytes.count)
        if end > start, end <= bytes.count, bytes[end - 1] == 0x0D { end -= 1 }
        return Token(kind: .value, place: start..<end, line: first)
    }

    private mutating func word() -> Token {
        let start = position
        while position < bytes.count, bytes[position] > 0x20 { position += 1 }
        let word = bytes[start..<position]
        if word.first == UInt8(ascii: "_") {
            return Token(kind: .tag, place: start + 1..<position, line: line)
        }
        for (mark, kind) in [("data_", Kind.block), ("loop_", .loop), ("save_", .block)]
        where Self.begins(word, with: mark) {
            return Token(kind: kind, place: start + 5..<position, line: line)
        }
        return Token(kind: .value, place: start..<position, line: line)
    }

    /// Whether a word begins with a mark, which stands in small letters, in any case.
    private static func begins(_ word: ArraySlice<UInt8>, with mark: String) -> Bool {
        word.count >= mark.utf8.count
            && zip(word, mark.utf8).allSatisfy { $0 | 0x20 == $1 || $0 == $1 }
    }
}

/// How a text divides its keys from its values.
public struct KeyValueSyntax: Sendable, Hashable {
    /// What stands between a key and its value.
    public enum Separator: Sendable, Hashable, CaseIterable {
        /// The first `=` of the line.
        case equals
        /// The first tab; a colon that ends the key is dropped: `Chip ID:<TAB>W559`.
        case tab
        /// The first `:` that can end a name: not that of `C:\`, `http://` or `12:30`.
        case colon
        /// The first space after a name that begins with `$`, as in `$CM_MAG 2000`.
        case space
    }

    /// In order of precedence: the first that divides a line divides it.
    public var separators: [Separator]

    /// Whether a pair behind a comment's mark is a pair: `# Gain: 3` above a table.
    public var opensComments = false

    /// The syntax of INI files proper.
    public static let ini = KeyValueSyntax(separators: [.equals, .colon])

    public init(separators: [Separator]) {
        self.separators = separators
    }

    /// Bytes of the longest key.
    static let maximumKeyByteCount = 80
    /// Words of the longest key before a colon; what is longer is a sentence.
    static let maximumColonWordCount = 6
    /// The same before a colon with the value close behind it, which hardly a sentence has:
    /// `Retain outlines of the identified objects?:No`.
    static let maximumCloseColonWordCount = 24
    /// Bytes of the longest such key.
    static let maximumCloseColonKeyByteCount = 200

    /// Where the key of a trimmed line ends and its value begins; `nil` where the line is no pair.
    @usableFromInline
    func division(of line: Range<Int>, in bytes: [UInt8]) -> (keyEnd: Int, valueStart: Int)? {
        for separator in separators {
            if let place = place(of: separator, line, bytes) {
                return place
            }
        }
        return nil
    }

    private func place(
        of separator: Separator, _ line: Range<Int>, _ bytes: [UInt8]
    ) -> (keyEnd: Int, valueStart: Int)? {
        // A key in quotes may hold separators.
        var start = line.lowerBound
        if bytes[start] == UInt8(ascii: "\"") {
            guard let quote = bytes[(start + 1)..<line.upperBound].firstIndex(of: bytes[start])
            else { return nil }
            start = quote
        }
        let search = bytes[start..<min(line.upperBound, start + Self.maximumKeyByteCount + 1)]
        let found: Int?
        switch separator {
        case .equals:
            found = search.firstIndex(of: UInt8(ascii: "="))
        case .tab:
            found = search.firstIndex(of: 0x09)
        case .colon:
            let widest = Self.maximumCloseColonKeyByteCount
            found = colon(
                bytes[start..<min(line.upperBound, start + widest + 1)],
                lineEnd: line.upperBound, bytes)
        case .space:
            found =
                bytes[line.lowerBound] == UInt8(ascii: "$")
                ? search.firstIndex(of: 0x20) ?? (search.count > 1 ? line.upperBound : nil) : nil
        }
        guard let found, found > line.lowerBound else { return nil }
        var keyEnd = found
        while keyEnd > line.lowerBound, bytes[keyEnd - 1].isBlank { keyEnd -= 1 }
        if separator == .tab, keyEnd > line.lowerBound, bytes[keyEnd - 1] == UInt8(ascii: ":") {
            keyEnd -= 1
        }
        guard keyEnd > line.lowerBound else { return nil }
        return (keyEnd, min(found + 1, line.upperBound))
    }

    private func colon(_ search: ArraySlice<UInt8>, lineEnd: Int, _ bytes: [UInt8]) -> Int? {
        var words = 1
        for place in search.indices {
            let byte = bytes[place]
            if byte == 0x20 { words += 1 }
            guard byte == UInt8(ascii: ":"), place > search.startIndex else { continue }
            let isLast = place + 1 == lineEnd
            let next = isLast ? 0x20 : bytes[place + 1]
            let previous = bytes[place - 1]
            let isNear =
                words <= Self.maximumColonWordCount
                && place - search.startIndex <= Self.maximumKeyByteCount
            guard next != UInt8(ascii: "\\"), next != UInt8(ascii: "/"), next != UInt8(ascii: ":"),
                next.isBlank || !previous.isDigit,
                isNear || !next.isBlank && words <= Self.maximumCloseColonWordCount
            else { return nil }
            return place
        }
        return nil
    }
}

extension UInt8 {
    /// A space or a tab.
    @inlinable var isBlank: Bool { self == 0x20 || self == 0x09 }

    @inlinable var isDigit: Bool { self >= 0x30 && self <= 0x39 }

    /// A letter of ASCII, or any byte of a letter beyond ASCII.
    @inlinable var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A || self >= 0x80 }
}

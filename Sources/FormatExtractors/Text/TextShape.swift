internal import Extraction

/// What the beginning of a text looks like.
///
/// One place decides, so that the extractors for `key = value` lines, for tables and for prose
/// never disagree on a file.
enum TextShape: Hashable {
    case keyValue(KeyValueSyntax)
    case table(TableDialect)
    case prose

    /// The shape of a text that begins with `bytes`; `nil` where they are no text.
    ///
    /// - Parameter isWhole: Whether the text ends with the bytes; if not, its last line is cut and
    ///   not looked at.
    init?(of bytes: [UInt8], isWhole: Bool) {
        guard let text = Self.decoded(bytes, isWhole: isWhole) else { return nil }
        if let syntax = Self.keyValueSyntax(of: text[...]) {
            self = .keyValue(syntax)
        } else if let dialect = TableDialect(sniffing: text), dialect.isCertain {
            self = .table(dialect)
        } else {
            self = .prose
        }
    }

    /// The bytes as UTF-8, if they are text at all: no control characters, mostly ASCII or mostly
    /// letters.
    static func decoded(_ bytes: [UInt8], isWhole: Bool) -> [UInt8]? {
        guard !bytes.isEmpty else { return nil }
        var sample = bytes[...]
        while sample.last == 0 { sample.removeLast() }
        let mark = sample.withUnsafeBufferPointer(TextDecoding.mark)
        // In all but UTF-16 a control character is one before and after decoding.
        if mark.encoding == .utf8, sample.contains(where: isControl) { return nil }
        let decoded = TextDecoding.text(of: withoutCutCharacter(sample, isWhole: isWhole))
        var text = Array(decoded.text.utf8)
        if text.contains(where: isControl) { return nil }
        let beyondASCIICount = text.count { $0 >= 0x80 }
        let isGuess = decoded.encoding != .utf8 && decoded.markByteCount == 0
        if isGuess, beyondASCIICount * 3 > text.count { return nil }
        if !isWhole, let end = text.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
            text.removeSubrange((end + 1)...)
        }
        return text.isEmpty ? nil : text
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && !(0x08...0x0D).contains(byte) && byte != 0x1A || byte == 0x7F
    }

    /// Without the beginning of a UTF-8 character that the end of the sample cut in two.
    private static func withoutCutCharacter(
        _ sample: ArraySlice<UInt8>, isWhole: Bool
    ) -> ArraySlice<UInt8> {
        guard !isWhole else { return sample }
        var sample = sample
        for _ in 0..<3 {
            guard let last = sample.last, last >= 0x80 else { break }
            sample.removeLast()
            if last >= 0xC0 { break }
        }
        return sample
    }

    /// The syntax of a text of keys and values; `nil` where the text is none.
    ///
    /// At least two lines are pairs, and pairs, sections and comments are most of the lines: four
    /// in five with one separator, three in five where there are sections.
    static func keyValueSyntax(of text: ArraySlice<UInt8>) -> KeyValueSyntax? {
        let bytes = Array(text)
        var best: (syntax: KeyValueSyntax, score: Int)?
        for first in [KeyValueSyntax.Separator.equals, .tab, .colon, .space] {
            let others: [KeyValueSyntax.Separator] = first == .space ? [] : [.equals, .colon, .tab]
            let syntax = KeyValueSyntax(separators: [first])
            guard let score = score(bytes, syntax), score > best?.score ?? 0 else { continue }
            best = (
                KeyValueSyntax(separators: [first] + others.filter { $0 != first }), score
            )
        }
        return best?.syntax
    }

    private static func score(_ bytes: [UInt8], _ syntax: KeyValueSyntax) -> Int? {
        var sections = 0
        var pairs = 0
        var comments = 0
        var bare = 0
        var keys: Set<ArraySlice<UInt8>> = []
        for line in KeyValueLines(bytes, syntax: syntax) {
            switch line.kind {
            case .section: sections += 1
            case .comment: comments += 1
            case .bare: bare += 1
            case .pair:
                if isName(bytes[line.key]) {
                    pairs += 1
                    keys.insert(bytes[line.key])
                } else {
                    bare += 1
                }
            }
        }
        let enough = sections > 0 ? (3, 5) : (4, 5)
        guard pairs >= 2, keys.count * 2 >= pairs || sections > 1,
            (pairs + sections) * enough.1 >= (pairs + sections + bare) * enough.0,
            syntax.separators != [.tab] || !isTabTable(bytes, pairCount: pairs)
        else { return nil }
        return (pairs + sections) * 2 - bare + (syntax.separators == [.equals] ? 1 : 0)
    }

    /// A key, a value and a unit take two tabs; where lines have more, they are rows of a table.
    private static func isTabTable(_ bytes: [UInt8], pairCount: Int) -> Bool {
        let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }
        return lines.count { line in line.count { $0 == 0x09 } > 2 } * 5 >= pairCount
    }

    /// Whether bytes can be a name: a letter first (or `$`, `_`, `%`, `@`), no `<`, `{`, `,` first.
    private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard var first = bytes.first else { return false }
        // `3D Method` is a name, `12.5` is none.
        if first.isDigit {
            guard let letter = bytes.first(where: { $0.isLetter }) else { return false }
            first = letter
        }
        return first.isLetter || [0x24, 0x5F, 0x25, 0x40, 0x5C, 0x2A].contains(first)
    }
}

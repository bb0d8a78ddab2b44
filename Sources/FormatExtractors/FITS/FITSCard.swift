internal import Extraction
internal import MetadataModel

/// A line of a header: keyword, value, comment.
struct FITSCard {
    enum Value: Equatable {
        /// What stands in quotes.
        case text(String)
        /// A number, a truth value or whatever else stands there.
        case word(String)
    }

    /// As written, `HIERARCH` and the spaces of its name included.
    private(set) var keyword = ""
    private(set) var value: Value?
    /// What follows the keyword where there is no value.
    private(set) var text = ""
    private(set) var comment: String?
    /// Where in the card the comment stands; `nil` where it goes on in another one.
    private(set) var commentStart: Int?
    /// The unit in brackets at the beginning of the comment.
    private(set) var unit: String?
    /// Where in the card the value stands.
    private(set) var place = 0..<80

    init(_ bytes: [UInt8]) {
        keyword = Self.trimmed(bytes[..<8])
        var start = 8
        if keyword == "HIERARCH", let equals = bytes.firstIndex(of: UInt8(ascii: "=")) {
            keyword = Self.trimmed(bytes[9..<max(9, equals)])
            start = equals + 1
        } else if keyword != "CONTINUE",
            !bytes[8...].starts(with: "=".utf8)
                || Self.isCommentary(keyword)
        {
            takeText(bytes)
            return
        } else {
            start = keyword == "CONTINUE" ? 8 : 9
        }
        while start < 80, bytes[start] == 0x20 { start += 1 }
        guard start < 80 else {
            value = .word("")
            place = 80..<80
            return
        }
        let end =
            bytes[start] == UInt8(ascii: "'")
            ? takeString(bytes, from: start) : takeWord(bytes, from: start)
        if let slash = bytes[end...].firstIndex(of: UInt8(ascii: "/")) {
            takeComment(Self.trimmed(bytes[(slash + 1)...]))
            commentStart = bytes[(slash + 1)...].firstIndex { $0 > 0x20 }
        }
    }

    private static func isCommentary(_ keyword: String) -> Bool {
        keyword.isEmpty || keyword == "COMMENT" || keyword == "HISTORY"
    }

    private mutating func takeText(_ bytes: [UInt8]) {
        let end = bytes.lastIndex { $0 != 0x20 && $0 != 0 }.map { $0 + 1 } ?? 8
        place = 8..<max(8, end)
        text = TextDecoding.text(of: bytes[place]).text
        let leading = text.utf8.prefix { $0 == 0x20 }.count
        text = String(text.dropFirst(leading))
        place = min(place.lowerBound + leading, place.upperBound)..<place.upperBound
    }

    private mutating func takeString(_ bytes: [UInt8], from start: Int) -> Int {
        var content: [UInt8] = []
        var position = start + 1
        while position < 80 {
            if bytes[position] == UInt8(ascii: "'") {
                guard position + 1 < 80, bytes[position + 1] == UInt8(ascii: "'") else { break }
                position += 1
            }
            content.append(bytes[position])
            position += 1
        }
        // Spaces at the end of a string mean nothing.
        while content.last == 0x20 { content.removeLast() }
        value = .text(TextDecoding.text(of: content).text)
        place = (start + 1)..<min(start + 1 + content.count, max(start + 1, position))
        return min(position + 1, 80)
    }

    private mutating func takeWord(_ bytes: [UInt8], from start: Int) -> Int {
        let slash = bytes[start...].firstIndex(of: UInt8(ascii: "/")) ?? 80
        let word = Self.trimmed(bytes[start..<slash])
        value = .word(word)
        place = start..<min(slash, start + word.utf8.count)
        return slash
    }

    private mutating func takeComment(_ written: String) {
        guard !written.isEmpty else { return }
        comment = written
        guard written.first == "[", let end = written.firstIndex(of: "]") else { return }
        let inner = String(written[written.index(after: written.startIndex)..<end])
        if Fact.isUnit(inner) { unit = inner }
    }

    /// Goes on with a string that ends in `&`.
    mutating func append(_ more: String, comment: String?) {
        guard case .text(let text)? = value else { return }
        value = .text(text.dropLast() + more)
        if let comment {
            commentStart = nil
            if let known = self.comment {
                self.comment = known + " " + comment
            } else {
                takeComment(comment)
            }
        }
    }

    /// The segments of the key below `fits`: the words of a hierarchical name, else the keyword.
    var segments: [String] {
        if keyword.isEmpty { return ["COMMENT"] }
        let words = keyword.split(separator: " ").map(String.init)
        return words.isEmpty ? [keyword] : words
    }

    /// Whether the card says nothing.
    var isEmpty: Bool { value == nil && text.isEmpty && Self.isCommentary(keyword) }

    /// `1.5D-3` as everybody else writes it.
    static func withPlainExponent(_ written: String) -> String {
        String(written.map { $0 == "D" || $0 == "d" ? "E" : $0 })
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
        return TextDecoding.text(of: bytes).text
    }
}

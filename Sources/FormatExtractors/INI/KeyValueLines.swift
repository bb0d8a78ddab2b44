/// One line of a text of keys and values, as places in the text's bytes.
public struct KeyValueLine: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// `[name]`, or `[name = 3]`, whose value is then the number of the section.
        case section
        case pair
        /// What follows `;`, `#` or `//` at the beginning of a line.
        case comment
        /// A line of no known form; its text is the value.
        case bare
    }

    public var kind: Kind
    /// The key or the section's name, trimmed and without quotes; empty for comments and bare lines.
    public var key: Range<Int>
    /// The value, trimmed and without quotes; it may hold line ends where the line is continued.
    public var value: Range<Int>
    /// The number of the line, from 1.
    public var number: Int
}

/// Divides a text into lines of keys and values, without copying any.
///
/// Line ends are those of Unix, Windows and old Macs. Known forms, by the `syntax`:
///
/// | Line                         | Kind      |
/// |:-----------------------------|:----------|
/// | `[A]`, `[A = 3]`             | section   |
/// | `key = value`, `key: value`, `key<TAB>value`, `"key" = "value"` | pair |
/// | `; text`, `# text`, `// text` | comment  |
/// | anything else                | bare      |
///
/// A line that ends in a backslash, and a line of no form of its own that is indented deeper than the
/// pair above, continue the value above them. A `;` or `#` within a value belongs to it: instruments write lists with them.
public struct KeyValueLines: Sequence, IteratorProtocol {
    let bytes: [UInt8]
    let syntax: KeyValueSyntax
    private var position: Int
    private var number = 0

    /// - Parameter bytes: A text in UTF-8.
    public init(_ bytes: [UInt8], syntax: KeyValueSyntax = .ini) {
        self.bytes = bytes
        self.syntax = syntax
        position = 0
    }

    /// The text at a place of the bytes.
    public func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// The next line that is not empty.
    public mutating func next() -> KeyValueLine? {
        while let raw = nextRawLine() {
            let line = trimmed(raw)
            if line.isEmpty { continue }
            var found = KeyValueLine(
                kind: .bare, key: line.lowerBound..<line.lowerBound, value: line, number: number)
            classify(line, lineEnd: raw.upperBound, &found)
            if found.kind == .pair {
                extend(&found, line, indent: line.lowerBound - raw.lowerBound)
            }
            return found
        }
        return nil
    }

    /// - Parameter lineEnd: Where the line ends before it is trimmed: a tab there may divide.
    private func classify(_ line: Range<Int>, lineEnd: Int, _ found: inout KeyValueLine) {
        let first = bytes[line.lowerBound]
        if first == UInt8(ascii: "["), bytes[line.upperBound - 1] == UInt8(ascii: "]") {
            classifySection(line, &found)
            return
        }
        let isSlashed =
            line.count > 1 && first == UInt8(ascii: "/") && bytes[line.lowerBound + 1] == first
        if first == UInt8(ascii: ";") || first == UInt8(ascii: "#") || isSlashed {
            found.kind = .comment
            found.value = trimmed((line.lowerBound + (isSlashed ? 2 : 1))..<line.upperBound)
            guard syntax.opensComments, !found.value.isEmpty else { return }
            divide(found.value, lineEnd: lineEnd, &found)
            return
        }
        divide(line, lineEnd: lineEnd, &found)
    }

    /// Makes a pair of a line that has a separator.
    private func divide(_ line: Range<Int>, lineEnd: Int, _ found: inout KeyValueLine) {
        guard let place = syntax.division(of: line.lowerBound..<lineEnd, in: bytes)
        else { return }
        found.kind = .pair
        found.key = unquoted(trimmed(line.lowerBound..<place.keyEnd))
        found.value = unquoted(trimmed(place.valueStart..<lineEnd))
    }

    /// `[A]` opens a section, `[A = 3]` the section 3 of that name; `[T = title]` is a pair.
    private func classifySection(_ line: Range<Int>, _ found: inout KeyValueLine) {
        var inner = (line.lowerBound + 1)..<(line.upperBound - 1)
        while inner.count > 1, bytes[inner.lowerBound] == UInt8(ascii: "["),
            bytes[inner.upperBound - 1] == UInt8(ascii: "]")
        {
            inner = (inner.lowerBound + 1)..<(inner.upperBound - 1)
        }
        inner = trimmed(inner)
        found.kind = .section
        found.key = inner
        found.value = inner.upperBound..<inner.upperBound
        if let equals = bytes[inner].firstIndex(of: UInt8(ascii: "=")) {
            found.key = trimmed(inner.lowerBound..<equals)
            found.value = trimmed((equals + 1)..<inner.upperBound)
            if !bytes[found.value].allSatisfy(\.isDigit) { found.kind = .pair }
        } else {
            // `[Well 12]` is the section 12 of `Well`.
            var start = inner.upperBound
            while start > inner.lowerBound, bytes[start - 1].isDigit { start -= 1 }
            if start < inner.upperBound, start - 1 > inner.lowerBound,
                bytes[start - 1] == 0x20 || bytes[start - 1] == UInt8(ascii: "_")
            {
                found.key = trimmed(inner.lowerBound..<(start - 1))
                found.value = start..<inner.upperBound
            }
        }
    }

    /// Takes the lines that continue a value into it.
    private mutating func extend(
        _ found: inout KeyValueLine, _ first: Range<Int>, indent: Int
    ) {
        var last = first
        while true {
            let mark = (position, number)
            guard let raw = nextRawLine() else { return }
            let line = trimmed(raw)
            let isAsked =
                !last.isEmpty && bytes[last.upperBound - 1] == UInt8(ascii: "\\")
                && last.count > 1 && !isPath(last)
            var form = KeyValueLine(
                kind: .bare, key: line, value: line, number: number)
            if !line.isEmpty, !isAsked { classify(line, lineEnd: raw.upperBound, &form) }
            let isIndented = line.lowerBound - raw.lowerBound > indent
            guard !line.isEmpty, isAsked || form.kind == .bare && isIndented,
                found.value.lowerBound < found.value.upperBound || isAsked
            else {
                (position, number) = mark
                return
            }
            found.value = found.value.lowerBound..<line.upperBound
            last = line
        }
    }

    /// Whether a line ends as a path of Windows does: `C:\Images\`.
    private func isPath(_ line: Range<Int>) -> Bool {
        bytes[line.lowerBound..<(line.upperBound - 1)].contains(UInt8(ascii: "\\"))
    }

    private mutating func nextRawLine() -> Range<Int>? {
        guard position < bytes.count else { return nil }
        let start = position
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D {
            position += 1
        }
        let end = position
        if position < bytes.count {
            let isPair =
                bytes[position] == 0x0D && position + 1 < bytes.count
                && bytes[position + 1] == 0x0A
            position += isPair ? 2 : 1
        }
        number += 1
        return start..<end
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }

    private func unquoted(_ range: Range<Int>) -> Range<Int> {
        guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "\""),
            bytes[range.upperBound - 1] == UInt8(ascii: "\"")
        else { return range }
        return (range.lowerBound + 1)..<(range.upperBound - 1)
    }
}

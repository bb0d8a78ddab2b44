internal import Extraction
internal import MetadataModel

/// The lines of a text header, as places in its bytes, and the way from there to facts.
struct HeaderText {
    let bytes: [UInt8]
    /// Where byte 0 stands in the file; `nil` where the bytes do not stand there as they are.
    let offset: UInt64?
    /// What precedes `line 12` in addresses.
    var place = ""

    init(_ bytes: [UInt8], offset: UInt64?, place: String = "") {
        self.bytes = bytes
        self.offset = offset
        self.place = place
    }

    /// The text that a file begins with: up to its first zero byte, or to `maximum` bytes.
    init(beginning reader: ByteReader, maximum: Int) throws(ExtractionError) {
        var size = 1 << 16
        while true {
            let bytes = try reader.prefix(maximum: min(size, maximum))
            if let zero = bytes.firstIndex(of: 0) {
                self.init(Array(bytes[..<zero]), offset: reader.baseOffset)
                return
            }
            guard bytes.count == size, size < maximum else {
                self.init(bytes, offset: reader.baseOffset)
                return
            }
            size *= 8
        }
    }

    /// A line without its end.
    struct Line {
        let range: Range<Int>
        /// From 1.
        let number: Int
        /// Where the next line begins.
        let end: Int
    }

    /// The lines, with `\n`, `\r\n` or `\r` at their ends.
    var lines: [Line] {
        var lines: [Line] = []
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            var next = min(end + 1, bytes.count)
            if end < bytes.count, bytes[end] == 0x0D, next < bytes.count, bytes[next] == 0x0A {
                next += 1
            }
            lines.append(Line(range: start..<end, number: lines.count + 1, end: next))
            start = next
        }
        return lines
    }

    func text(_ range: Range<Int>) -> String {
        TextDecoding.text(of: bytes[range]).text
    }

    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }

    /// Where a text begins within a range.
    func first(_ wanted: String, in range: Range<Int>) -> Int? {
        let pattern = Array(wanted.utf8)
        guard let first = pattern.first, range.count >= pattern.count else { return nil }
        for start in range.lowerBound...(range.upperBound - pattern.count)
        where bytes[start] == first {
            if bytes[start..<start + pattern.count].elementsEqual(pattern) { return start }
        }
        return nil
    }

    func has(_ beginning: String, at range: Range<Int>) -> Bool {
        bytes[range].starts(with: beginning.utf8)
    }

    /// The trimmed parts before and behind the first separator; `nil` where there is none.
    func pair(_ range: Range<Int>, by separator: String) -> (key: Range<Int>, value: Range<Int>)? {
        guard let place = first(separator, in: range) else { return nil }
        let key = trimmed(range.lowerBound..<place)
        guard !key.isEmpty else { return nil }
        return (key, trimmed((place + separator.utf8.count)..<range.upperBound))
    }

    /// The parts of a range that blanks divide.
    func words(_ range: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = range.lowerBound
        while start < range.upperBound {
            while start < range.upperBound, bytes[start] <= 0x20 { start += 1 }
            var end = start
            while end < range.upperBound, bytes[end] > 0x20 { end += 1 }
            if end > start { words.append(start..<end) }
            start = end
        }
        return words
    }

    func locus(_ range: Range<Int>, line: Int) -> Locus {
        let address = place + "line \(line)"
        guard let offset else { return Locus(address: address) }
        return Locus(
            offset: offset + UInt64(range.lowerBound), length: UInt64(range.count),
            address: address)
    }
}

/// Adds the pairs of a text header as facts below one key, an element step for each repetition.
struct HeaderFacts {
    let text: HeaderText
    let key: FactKey
    var element: ElementPath = .root
    let collector: FactCollector
    private let segmentCount: Int
    private var occurrences = OccurrenceCounter()

    init(
        _ text: HeaderText, key: FactKey, element: ElementPath = .root,
        into collector: FactCollector
    ) {
        self.text = text
        self.key = key
        self.element = element
        self.collector = collector
        segmentCount = key.segments.count
    }

    /// Adds the text of a range under `name`.
    mutating func add(
        _ name: String, _ value: Range<Int>, line: Int, unit: String? = nil, label: String? = nil
    ) {
        add([name], text.text(value), unit: unit, label: label, text.locus(value, line: line))
    }

    /// Adds a text under names that each are a segment.
    mutating func add(
        _ names: [String], _ value: String, unit: String? = nil, label: String? = nil,
        _ locus: Locus
    ) {
        var place = key
        for name in names { place = place.appending(name) }
        let index = occurrences.next(place.description)
        let element =
            index == 0
            ? element
            : element.appending(segment: segmentCount + names.count - 1, index: index)
        let isNumber = UnitInName.applies(to: value.utf8)
        collector.text(
            place, value, element: element, unit: isNumber ? unit : nil, label: label,
            locus: locus)
    }
}

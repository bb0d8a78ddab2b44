/// The runs of bytes that can be text, among bytes of unknown structure.
struct TextRuns: Sequence {
    enum Encoding {
        /// ASCII, or UTF-8 of more than one byte.
        case narrow
        case wideLittle
        case wideBig

        var unitByteCount: Int { self == .narrow ? 1 : 2 }
    }

    struct Run {
        let range: Range<Int>
        let encoding: Encoding
    }

    private static let leastNarrowCount = 6
    private static let leastWideCount = 5

    private let bytes: [UInt8]

    init(in bytes: [UInt8]) {
        self.bytes = bytes
    }

    func makeIterator() -> AnyIterator<Run> {
        var place = 0
        return AnyIterator {
            while place < bytes.count {
                for encoding in [Encoding.wideLittle, .wideBig, .narrow] {
                    let end = self.end(from: place, encoding)
                    let units = (end - place) / encoding.unitByteCount
                    let least = encoding == .narrow ? Self.leastNarrowCount : Self.leastWideCount
                    if units >= least {
                        defer { place = end }
                        return Run(range: place..<end, encoding: encoding)
                    }
                }
                place += 1
            }
            return nil
        }
    }

    private static func isText(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// Where the text that begins at a place ends.
    private func end(from start: Int, _ encoding: Encoding) -> Int {
        var place = start
        switch encoding {
        case .narrow:
            while place < bytes.count {
                if Self.isText(bytes[place]) {
                    place += 1
                } else {
                    let length = sequenceLength(at: place)
                    if length == 0 { break }
                    place += length
                }
            }
        case .wideLittle:
            while place + 1 < bytes.count, bytes[place + 1] == 0, Self.isText(bytes[place]) {
                place += 2
            }
        case .wideBig:
            while place + 1 < bytes.count, bytes[place] == 0, Self.isText(bytes[place + 1]) {
                place += 2
            }
        }
        return place
    }

    /// Bytes of a UTF-8 sequence of two to four at a place; 0 where there is none.
    private func sequenceLength(at place: Int) -> Int {
        let length: Int
        switch bytes[place] {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return 0
        }
        guard place + length <= bytes.count,
            bytes[place + 1..<place + length].allSatisfy({ (0x80...0xBF).contains($0) })
        else { return 0 }
        return length
    }
}

extension TextRuns.Run {
    /// The texts of the run: its XML documents, and what stands between them where somebody could
    /// have written it.
    func texts(in bytes: [UInt8]) -> [(text: String, range: Range<Int>)] {
        let narrow: [UInt8]
        switch encoding {
        case .narrow: narrow = Array(bytes[range])
        case .wideLittle:
            narrow = stride(from: range.lowerBound, to: range.upperBound, by: 2).map { bytes[$0] }
        case .wideBig:
            narrow = stride(from: range.lowerBound, to: range.upperBound, by: 2).map {
                bytes[$0 + 1]
            }
        }
        var texts: [(String, Range<Int>)] = []
        func add(_ part: Range<Int>, isDocument: Bool) {
            var part = part
            while let first = part.first, narrow[first] <= 0x20 { part.removeFirst() }
            while let last = part.last, narrow[last] <= 0x20 { part.removeLast() }
            // Bytes that follow the last of several lines can look like another.
            if !isDocument, let lineEnd = narrow[part].lastIndex(of: 0x0A),
                !PlainWording.isPlausible(narrow[(lineEnd + 1)..<part.upperBound])
            {
                part = part.lowerBound..<lineEnd
                while let last = part.last, narrow[last] <= 0x20 { part.removeLast() }
            }
            guard isDocument || PlainWording.isPlausible(narrow[part]) else { return }
            let size = encoding.unitByteCount
            texts.append(
                (
                    String(decoding: narrow[part], as: UTF8.self),
                    range.lowerBound + part.lowerBound * size..<range.lowerBound
                        + part.upperBound * size
                ))
        }
        var place = 0
        while let document = XMLExtent.first(in: narrow, from: place) {
            add(place..<document.lowerBound, isDocument: false)
            add(document, isDocument: true)
            place = document.upperBound
        }
        add(place..<narrow.count, isDocument: false)
        return texts
    }
}

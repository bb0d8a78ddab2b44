internal import Extraction
internal import MetadataModel

/// The lines of a text file, one after another, read in blocks.
struct TextLines {
    private let reader: ByteReader
    private var buffer: [UInt8] = []
    private var bufferStart: UInt64 = 0
    private var position = 0
    /// The number of the line last read, from 1.
    private(set) var number = 0

    private static let blockByteCount = 1 << 16
    /// Bytes of the longest line.
    private static let maximumLineByteCount = 1 << 16

    init(_ reader: ByteReader) {
        self.reader = reader
    }

    /// Bytes of the file before the next line.
    var place: UInt64 { bufferStart + UInt64(position) }

    /// The next line, without its end.
    ///
    /// - Throws: ``ExtractionError`` of kind `truncated` at the end of the file.
    mutating func next(_ what: String) throws(ExtractionError) -> (text: String, locus: Locus) {
        while true {
            if let end = buffer[position...].firstIndex(of: 0x0A) {
                return take(position..<end, after: end + 1)
            }
            let rest = Array(buffer[position...])
            let offset = bufferStart + UInt64(buffer.count)
            guard rest.count < Self.maximumLineByteCount else {
                throw ExtractionError(
                    .malformed, "expected \(what), found a line without an end", offset: place)
            }
            let more = try reader.prefix(from: offset, maximum: Self.blockByteCount)
            if more.isEmpty {
                guard !rest.isEmpty else {
                    throw ExtractionError(
                        .truncated, "expected \(what), the file ends", offset: reader.count)
                }
                return take(position..<buffer.count, after: buffer.count)
            }
            bufferStart += UInt64(position)
            buffer = rest + more
            position = 0
        }
    }

    private mutating func take(_ range: Range<Int>, after: Int) -> (text: String, locus: Locus) {
        var end = range.upperBound
        if end > range.lowerBound, buffer[end - 1] == 0x0D { end -= 1 }
        number += 1
        let locus = Locus(
            offset: bufferStart + UInt64(range.lowerBound),
            length: UInt64(end - range.lowerBound), address: "line \(number)")
        position = after
        return (TextDecoding.text(of: buffer[range.lowerBound..<end]).text, locus)
    }

    /// The next line as an integer.
    mutating func integer(_ what: String) throws(ExtractionError) -> (value: Int, locus: Locus) {
        let (text, locus) = try next(what)
        guard let value = Self.number(text), abs(value) < 1e15, value == value.rounded() else {
            throw ExtractionError(
                .malformed, "expected \(what), found \(text.prefix(40))", at: locus)
        }
        return (Int(value), locus)
    }

    /// Moves behind so many lines.
    mutating func skip(_ count: Int, limit: UInt64) throws(ExtractionError) {
        for _ in 0..<count {
            guard place < limit else {
                throw ExtractionError(
                    .limitExceeded, "lines beyond byte \(limit) are not read", offset: place)
            }
            _ = try next("a value")
        }
    }

    static func number(_ text: String) -> Double? {
        Double(text.drop { $0 == " " }.prefix { $0 != " " })
    }
}

internal import Extraction

/// One row of a delimited text, as places in its bytes.
struct DelimitedRecord {
    struct Field: Hashable {
        /// The cell without its quotes; doubled quotes inside are still doubled.
        var range: Range<Int>
        var isQuoted: Bool
    }

    var bytes: ArraySlice<UInt8>
    var fields: [Field]
    /// Where `bytes` begin in the text.
    var offset: UInt64
    /// The number of the first line, from 1.
    var line: Int

    /// The text of a cell, trimmed if it has no quotes.
    func text(_ field: Field) -> String {
        let cell = bytes[field.range]
        guard field.isQuoted, cell.contains(UInt8(ascii: "\"")) else {
            return TextDecoding.text(of: cell).text
        }
        var plain: [UInt8] = []
        var isSecond = false
        for byte in cell {
            isSecond = byte == UInt8(ascii: "\"") && !isSecond
            if !isSecond { plain.append(byte) }
        }
        return TextDecoding.text(of: plain).text
    }
}

/// Reads a delimited text row by row, in blocks, never whole.
///
/// A cell in double quotes may hold delimiters and line ends; quotes in it are doubled
/// (RFC 4180, <https://www.rfc-editor.org/rfc/rfc4180>). A quote that is not closed within
/// ``maximumRecordByteCount`` bytes, or before the text ends, is taken as a plain character.
struct DelimitedRecords {
    static let blockByteCount = 1 << 18
    static let maximumRecordByteCount = 1 << 20

    private let reader: ByteReader
    private let delimiter: UInt8
    private var block: [UInt8] = []
    private var blockOffset: UInt64
    private var position = 0
    private var line: Int
    /// Where the text ends, or the zeros behind it begin.
    private var end: UInt64
    /// Places of quotes that are never closed.
    private(set) var unclosedQuoteOffsets: [UInt64] = []

    /// - Parameters:
    ///   - offset: Where the first row begins in the reader's bytes.
    ///   - line: The number of that line, from 1.
    init(_ reader: ByteReader, delimiter: UInt8, from offset: UInt64, line: Int) {
        self.reader = reader
        self.delimiter = delimiter
        blockOffset = offset
        self.line = line
        end = reader.count
    }

    /// The next row, empty ones included; `nil` at the end.
    mutating func next() throws(ExtractionError) -> DelimitedRecord? {
        while true {
            let isLast = blockOffset + UInt64(block.count) >= end
            if position >= block.count, isLast { return nil }
            if let record = parse(atEnd: isLast, trustingQuotes: true) { return record }
            if isLast || block.count - position > Self.maximumRecordByteCount {
                if unclosedQuoteOffsets.count < 100 {
                    unclosedQuoteOffsets.append(blockOffset + UInt64(position))
                }
                if let record = parse(atEnd: true, trustingQuotes: false) { return record }
            }
            try refill()
        }
    }

    private mutating func refill() throws(ExtractionError) {
        let start = blockOffset + UInt64(block.count)
        block.removeSubrange(..<position)
        blockOffset += UInt64(position)
        position = 0
        let more = try reader.prefix(from: start, maximum: Self.blockByteCount)
        let count = TextEnd.byteCount(of: more)
        block += more[..<count]
        if count < more.count { end = start + UInt64(count) }
    }

    /// The row at the position; `nil` where the block ends within it.
    private mutating func parse(atEnd: Bool, trustingQuotes: Bool) -> DelimitedRecord? {
        let start = position
        var place = start
        var fields: [DelimitedRecord.Field] = []
        var lineEnds = 0
        while true {
            guard
                let (field, end) = field(
                    at: place, atEnd: atEnd, trustingQuotes: trustingQuotes, &lineEnds)
            else { return nil }
            fields.append(field)
            place = end
            guard place < block.count else {
                guard atEnd else { return nil }
                break
            }
            if block[place] == delimiter {
                place += 1
                continue
            }
            // A line end; in a pair of two bytes the second must be seen as well.
            if block[place] == 0x0D {
                if place + 1 == block.count, !atEnd { return nil }
                if place + 1 < block.count, block[place + 1] == 0x0A { place += 1 }
            }
            place += 1
            break
        }
        let record = DelimitedRecord(
            bytes: block[start..<place], fields: fields,
            offset: blockOffset + UInt64(start), line: line)
        line += lineEnds + 1
        position = place
        return record
    }

    /// The cell that begins at a place, and where its delimiter or line end stands.
    private func field(
        at start: Int, atEnd: Bool, trustingQuotes: Bool, _ lineEnds: inout Int
    ) -> (DelimitedRecord.Field, Int)? {
        var place = start
        while place < block.count, block[place] == 0x20 { place += 1 }
        if trustingQuotes, place < block.count, block[place] == UInt8(ascii: "\"") {
            let inner = place + 1
            place = inner
            while true {
                guard place < block.count else { return nil }
                if block[place] == UInt8(ascii: "\"") {
                    guard place + 1 < block.count || atEnd else { return nil }
                    if place + 1 < block.count, block[place + 1] == UInt8(ascii: "\"") {
                        place += 2
                        continue
                    }
                    break
                }
                if block[place] == 0x0A { lineEnds += 1 }
                place += 1
            }
            let field = DelimitedRecord.Field(range: inner..<place, isQuoted: true)
            place += 1
            while place < block.count, !isEnd(block[place]) { place += 1 }
            return (field, place)
        }
        let first = place
        while place < block.count, !isEnd(block[place]) { place += 1 }
        var end = place
        while end > first, block[end - 1].isBlank { end -= 1 }
        return (DelimitedRecord.Field(range: first..<end, isQuoted: false), place)
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == 0x0A || byte == 0x0D
    }
}

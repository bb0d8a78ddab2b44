internal import Extraction
internal import MetadataModel

/// Reads a text line by line, without holding the whole of it.
///
/// Text that is no UTF-8 is read as Windows-1252. A line of more than ``maximumLineByteCount``
/// bytes comes in pieces. A line with a zero in it is no text: there the text ends.
struct LineReader {
    struct Line {
        /// Without its end.
        var text: String
        /// Where the line begins in the reader's bytes, and how many bytes it has without its end.
        var offset: UInt64
        var byteCount: Int
        /// From 1.
        var number: Int

        /// Where a part of the line stands, if it stands there as it is; else the line.
        func locus(of part: String) -> Locus {
            var locus = Locus(
                offset: offset, length: UInt64(byteCount), address: "line \(number)")
            guard !part.isEmpty, text.utf8.count == byteCount,
                let place = text.utf8.lastPlace(of: Array(part.utf8))
            else { return locus }
            locus.offset = offset + UInt64(place)
            locus.length = UInt64(part.utf8.count)
            return locus
        }
    }

    static let maximumLineByteCount = 1 << 16
    private static let blockByteCount = 1 << 18

    private let reader: ByteReader
    private var block: [UInt8] = []
    private var place = 0
    private var blockOffset: UInt64
    private var number: Int

    init(_ reader: ByteReader, from offset: UInt64 = 0, number: Int = 1) {
        self.reader = reader
        blockOffset = offset
        self.number = number - 1
    }

    /// The next line; `nil` at the end of the text.
    mutating func next() throws(ExtractionError) -> Line? {
        var end = lineEnd()
        if end == nil, blockOffset + UInt64(block.count) < reader.count {
            block.removeSubrange(..<place)
            blockOffset += UInt64(place)
            place = 0
            // The first block is small: most heads end there.
            let count = block.isEmpty && blockOffset == 0 ? 1 << 14 : Self.blockByteCount
            block += try reader.prefix(
                from: blockOffset + UInt64(block.count), maximum: count)
            end = lineEnd()
        }
        guard place < block.count else { return nil }
        let stop = end ?? min(block.count, place + Self.maximumLineByteCount)
        let bytes = block[place..<stop]
        guard !bytes.contains(0) else { return nil }
        number += 1
        let line = Line(
            text: TextDecoding.text(of: bytes).text, offset: blockOffset + UInt64(place),
            byteCount: bytes.count, number: number)
        place = stop
        if end != nil {
            let isPair = block[stop] == 0x0D && stop + 1 < block.count && block[stop + 1] == 0x0A
            place += isPair ? 2 : 1
        }
        return line
    }

    /// Where the line at the place ends; `nil` where the block ends before.
    private func lineEnd() -> Int? {
        guard
            let end = block[place...].prefix(Self.maximumLineByteCount)
                .firstIndex(where: { $0 == 0x0A || $0 == 0x0D })
        else { return nil }
        // Of a pair at the end of a block the second byte must be seen as well.
        let isCut =
            block[end] == 0x0D && end + 1 == block.count
            && blockOffset + UInt64(block.count) < reader.count
        return isCut ? nil : end
    }
}

extension Character {
    /// A space or a tab.
    var isBlank: Bool { self == " " || self == "\t" }
}

extension Substring {
    /// Without white space around it.
    var trimmed: String {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension String.UTF8View {
    /// Where a part stands last.
    fileprivate func lastPlace(of part: [UInt8]) -> Int? {
        let bytes = Array(self)
        guard part.count <= bytes.count else { return nil }
        return stride(from: bytes.count - part.count, through: 0, by: -1).first {
            bytes[$0..<$0 + part.count].elementsEqual(part)
        }
    }
}

internal import Extraction
internal import MetadataModel
internal import XMLReading

/// The blocks of a LIF or LOF file, from the first to the last.
///
/// | Bytes | Block of a LIF                    | First block of a LOF            |
/// |------:|:----------------------------------|:--------------------------------|
/// |     4 | `70 00 00 00`                     | the same                        |
/// |     4 | bytes of the block behind these   | the same                        |
/// |     1 | `2A`                              | the same                        |
/// |     4 | characters of the document        | characters of the mark          |
/// |     … | the document in UTF-16            | `LMS_Object_File` in UTF-16     |
/// |       |                                   | `2A`, major version (4), `2A`, minor version (4), `2A`, bytes of memory (8) |
///
/// A block of memory states its bytes behind `2A` in 4 bytes, in files of version 2 in 8, then
/// behind `2A` its name as a number of characters and UTF-16.
struct LIFBlocks {
    private static let maximumBlockCount = 1_000_000
    private static let maximumNameByteCount = 1 << 16
    private static let mark = "LMS_Object_File"

    let reader: ByteReader
    let collector: FactCollector
    private var place: UInt64 = 0
    private var memoryCount = 0

    init(reader: ByteReader, collector: FactCollector) {
        self.reader = reader
        self.collector = collector
    }

    /// Adds the facts of all blocks.
    mutating func state() throws(ExtractionError) {
        for index in 0..<Self.maximumBlockCount where place < reader.count {
            if collector.isFull { return }
            try stateBlock(isFirst: index == 0)
        }
    }

    private mutating func stateBlock(isFirst: Bool) throws(ExtractionError) {
        let start = place
        let head = try BinaryBlock(
            reading: reader, at: start, count: 13, order: .little, address: "block at byte \(start)"
        )
        guard head.integer(at: 0, as: UInt32.self) == 0x70,
            let length = head.integer(at: 4, as: UInt32.self), length >= 5, head.bytes[8] == 0x2A,
            let count = head.integer(at: 9, as: UInt32.self)
        else {
            throw ExtractionError(.malformed, "expected a block 70 00 00 00", offset: start)
        }
        let end = start + 8 + UInt64(length)
        let isDocument = try begins(at: start + 13, with: "<", count: Int(count))
        if isDocument {
            try stateDocument(at: start + 13, characterCount: Int(count))
            place = end
        } else if isFirst, try begins(at: start + 13, with: Self.mark, count: Int(count)) {
            try stateObject(at: start + 13 + 2 * UInt64(count), blockEnd: end)
        } else {
            try stateMemory(at: start + 9, blockEnd: end, length: length)
        }
    }

    /// Whether `count` characters stand at a place and begin with a text.
    private func begins(at offset: UInt64, with text: String, count: Int)
        throws(ExtractionError) -> Bool
    {
        guard count >= text.utf16.count else { return false }
        let found = try reader.prefix(from: offset, maximum: 2 * text.utf16.count)
        return found == text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    private func stateDocument(at offset: UInt64, characterCount: Int) throws(ExtractionError) {
        let wanted = UInt64(characterCount) * 2
        let available = offset < reader.count ? reader.count - offset : 0
        let bytes = try reader.bytes(at: offset, count: Int(min(wanted, available)))
        let text = ByteReader(bytes: bytes, baseOffset: offset)
        let document = LIFDocument(collector: collector)
        try XMLStream(reader: text, limits: collector.limits).send(to: document)
        collector.noteMetadata(bytes.count, understood: true)
    }

    /// A block of memory: its size stands at `offset`.
    private mutating func stateMemory(
        at offset: UInt64, blockEnd: UInt64, length: UInt32
    ) throws(ExtractionError) {
        let head = try BinaryBlock(
            reading: reader, at: offset, count: Int(min(18, UInt64(length) - 1)), order: .little,
            address: "memory block \(memoryCount)")
        // Which width the size has shows by the mark behind it.
        let isLong = head.bytes.count > 8 && head.bytes[8] == 0x2A
        let width = isLong ? 8 : 4
        guard isLong || head.bytes.count > 4 && head.bytes[4] == 0x2A,
            let size = isLong
                ? head.integer(at: 0, as: UInt64.self)
                : head.integer(at: 0, as: UInt32.self).map(UInt64.init),
            let count = head.integer(at: width + 1, as: UInt32.self).map(Int.init),
            2 * count <= Self.maximumNameByteCount
        else {
            throw ExtractionError(.malformed, "expected the size of a block", offset: offset)
        }
        let nameOffset = offset + UInt64(width + 5)
        let name = try reader.bytes(at: nameOffset, count: 2 * count)
        try stateMemory(
            name: TextDecoding.utf16(upToZero: name[...], .little),
            nameLocus: Locus(offset: nameOffset, length: UInt64(name.count), address: head.address),
            size: size, sizeLocus: head.locus(at: 0, count: width))
        place = try sum(blockEnd, size)
    }

    /// The first block of a LOF: its versions and the size of its memory stand at `offset`.
    private mutating func stateObject(
        at offset: UInt64, blockEnd: UInt64
    ) throws(ExtractionError) {
        let head = try BinaryBlock(
            reading: reader, at: offset, count: 19, order: .little, address: "object")
        guard head.bytes[0] == 0x2A, head.bytes[5] == 0x2A, head.bytes[10] == 0x2A,
            let major = head.int32(at: 1), let minor = head.int32(at: 6),
            let size = head.integer(at: 11, as: UInt64.self)
        else {
            throw ExtractionError(
                .malformed, "expected the versions of an object", offset: offset)
        }
        collector.integer(
            "lif.MajorVersion", Int64(major), locus: head.locus(at: 1, count: 4))
        collector.integer(
            "lif.MinorVersion", Int64(minor), locus: head.locus(at: 6, count: 4))
        try stateMemory(
            name: nil, nameLocus: Locus(), size: size, sizeLocus: head.locus(at: 11, count: 8))
        place = try sum(max(blockEnd, offset + 19), size)
    }

    private mutating func stateMemory(
        name: String?, nameLocus: Locus, size: UInt64, sizeLocus: Locus
    ) throws(ExtractionError) {
        let element = ElementPath(segment: 1, index: memoryCount)
        memoryCount += 1
        if let name {
            collector.text("lif.MemoryBlock.Id", name, element: element, locus: nameLocus)
        }
        collector.integer(
            "lif.MemoryBlock.Size", Int64(clamping: size), element: element, unit: "B",
            locus: sizeLocus)
    }

    /// Where the next block stands.
    private func sum(_ offset: UInt64, _ size: UInt64) throws(ExtractionError) -> UInt64 {
        let (sum, isTooLarge) = offset.addingReportingOverflow(size)
        guard !isTooLarge, sum <= reader.count else {
            throw ExtractionError(
                .truncated, "expected \(size) bytes of memory, the file has \(reader.count)",
                offset: offset)
        }
        return sum
    }
}

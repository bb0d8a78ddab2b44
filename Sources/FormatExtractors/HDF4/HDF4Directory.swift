internal import Extraction
internal import MetadataModel

/// A tag and a reference: together the name of one element of a file.
struct HDF4Name: Hashable {
    let tag: Int
    let reference: Int
}

/// Where an element stands.
struct HDF4Element {
    let offset: UInt64
    let count: Int
    /// True where the bytes describe how the element is stored, rather than being it.
    let isSpecial: Bool
}

/// All elements of a file, as its chain of descriptor blocks lists them.
///
/// A block is a count of two bytes, the offset of the next block in four, and descriptors of
/// twelve: tag, reference, offset, length. Bit 14 of a tag marks a special element. Everything
/// is big-endian.
struct HDF4Directory {
    static let magic: [UInt8] = [0x0E, 0x03, 0x13, 0x01]
    static let maximumBlockCount = 1 << 16

    let reader: ByteReader
    private(set) var elements: [HDF4Name: HDF4Element] = [:]
    /// The names in the order of the file.
    private(set) var names: [HDF4Name] = []
    private(set) var byteCount = 4

    init(_ reader: ByteReader) {
        self.reader = reader
    }

    mutating func read() throws(ExtractionError) {
        var next: UInt64 = 4
        var visited: Set<UInt64> = []
        while next != 0 {
            guard visited.insert(next).inserted else {
                throw ExtractionError(
                    .malformed, "the descriptors come back to a block", offset: next)
            }
            guard visited.count <= Self.maximumBlockCount else {
                throw ExtractionError(
                    .limitExceeded, "more than \(Self.maximumBlockCount) blocks of descriptors",
                    offset: next)
            }
            next = try readBlock(at: next)
        }
    }

    /// Reads a block; the offset of the next one, or 0.
    private mutating func readBlock(at place: UInt64) throws(ExtractionError) -> UInt64 {
        let count = Int(try reader.uint16(at: place, .big))
        let next = UInt64(try reader.uint32(at: place + 2, .big))
        var cursor = HDF4Cursor(
            try reader.prefix(from: place + 6, maximum: count * 12), offset: place + 6)
        byteCount += 6 + count * 12
        for _ in 0..<count {
            let tag = try cursor.uint16()
            let reference = try cursor.uint16()
            let offset = UInt64(try cursor.uint32())
            let count = try cursor.uint32()
            guard tag != 1, tag != 0 else { continue }
            let name = HDF4Name(tag: tag & ~0x4000, reference: reference)
            guard elements[name] == nil else { continue }
            elements[name] = HDF4Element(
                offset: offset, count: count == 0xFFFF_FFFF ? 0 : count,
                isSpecial: tag & 0x4000 != 0)
            names.append(name)
        }
        return next
    }

    /// A cursor over an element that is stored plainly; `nil` where there is none.
    func cursor(
        _ name: HDF4Name, maximum: Int = 16 << 20
    ) throws(ExtractionError) -> HDF4Cursor? {
        guard let element = elements[name], let bytes = try bytes(of: element, maximum: maximum)
        else { return nil }
        return HDF4Cursor(bytes, offset: element.isSpecial ? nil : element.offset)
    }

    /// The bytes of an element, put together where they are special; `nil` where they are too
    /// many, or stored in a way that is not read.
    func bytes(of element: HDF4Element, maximum: Int) throws(ExtractionError) -> [UInt8]? {
        guard element.isSpecial else {
            guard element.count <= maximum else { return nil }
            return try reader.bytes(at: element.offset, count: element.count)
        }
        return try HDF4SpecialElement(element, of: self, maximum: maximum).bytes()
    }
}

/// Reads the parts of one element in turn; every read is checked.
struct HDF4Cursor {
    let bytes: [UInt8]
    /// Where the bytes stand in the file, where they do.
    let offset: UInt64?
    private(set) var position = 0

    init(_ bytes: [UInt8], offset: UInt64?) {
        self.bytes = bytes
        self.offset = offset
    }

    var remaining: Int { bytes.count - position }
    var place: UInt64? { offset.map { $0 &+ UInt64(position) } }

    mutating func take(_ count: Int) throws(ExtractionError) -> ArraySlice<UInt8> {
        guard count >= 0, count <= remaining else {
            throw ExtractionError(
                .truncated, "expected \(count) more bytes of an element, it has \(remaining)",
                offset: place ?? 0)
        }
        defer { position += count }
        return bytes[position..<position + count]
    }

    private mutating func unsigned(_ count: Int) throws(ExtractionError) -> Int {
        try take(count).reduce(0) { $0 << 8 | Int($1) }
    }

    mutating func uint8() throws(ExtractionError) -> Int { try unsigned(1) }
    mutating func uint16() throws(ExtractionError) -> Int { try unsigned(2) }
    mutating func uint32() throws(ExtractionError) -> Int { try unsigned(4) }

    mutating func name() throws(ExtractionError) -> HDF4Name {
        HDF4Name(tag: try uint16(), reference: try uint16())
    }

    /// A text behind its length of two bytes.
    mutating func text() throws(ExtractionError) -> String {
        let count = try uint16()
        return HDF5Text(code: 0).text(in: try take(count))
    }

    /// What is left, as text.
    mutating func rest() throws(ExtractionError) -> String {
        HDF5Text(code: 1).text(in: try take(remaining))
    }
}

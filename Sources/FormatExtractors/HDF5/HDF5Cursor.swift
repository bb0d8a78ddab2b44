internal import Extraction
internal import MetadataModel

/// Reads one structure of an HDF5 file from its beginning to its end; every read is checked.
///
/// Everything in HDF5 but the values of data sets is little-endian. Offsets and lengths have the
/// widths that the superblock states.
struct HDF5Cursor {
    let bytes: ArraySlice<UInt8>
    /// Where the first byte stands in the file; `nil` for bytes that were compressed.
    let fileOffset: UInt64?
    let offsetByteCount: Int
    let lengthByteCount: Int
    private(set) var position: Int

    init(
        _ bytes: ArraySlice<UInt8>, fileOffset: UInt64?, offsetByteCount: Int, lengthByteCount: Int
    ) {
        self.bytes = bytes
        self.fileOffset = fileOffset
        self.offsetByteCount = offsetByteCount
        self.lengthByteCount = lengthByteCount
        position = bytes.startIndex
    }

    /// Bytes left.
    var remaining: Int { bytes.endIndex - position }
    /// Bytes read.
    var consumed: Int { position - bytes.startIndex }
    /// Where the next byte stands in the file.
    var place: UInt64? { fileOffset.map { $0 &+ UInt64(consumed) } }

    /// The next bytes.
    mutating func take(_ count: Int) throws(ExtractionError) -> ArraySlice<UInt8> {
        guard count >= 0, count <= remaining else {
            throw malformed("expected \(count) more bytes of a structure, it has \(remaining)")
        }
        defer { position += count }
        return bytes[position..<position + count]
    }

    mutating func skip(_ count: Int) throws(ExtractionError) {
        _ = try take(count)
    }

    /// Goes to the next multiple of eight bytes from `start`, or to the end where that is nearer.
    mutating func align(from start: Int) {
        position = min(position + (8 - (position - start) % 8) % 8, bytes.endIndex)
    }

    mutating func uint8() throws(ExtractionError) -> Int { Int(try unsigned(1)) }
    mutating func uint16() throws(ExtractionError) -> Int { Int(try unsigned(2)) }
    mutating func uint32() throws(ExtractionError) -> Int { Int(try unsigned(4)) }

    /// An unsigned integer of at most eight bytes.
    mutating func unsigned(_ width: Int) throws(ExtractionError) -> UInt64 {
        guard (0...8).contains(width) else {
            throw malformed("expected an integer of at most 8 bytes, found one of \(width)")
        }
        return try take(width).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// A length in the width that the superblock states.
    mutating func length() throws(ExtractionError) -> UInt64 {
        try unsigned(lengthByteCount)
    }

    /// An address in the width that the superblock states; `nil` where all its bits are set.
    mutating func address() throws(ExtractionError) -> UInt64? {
        let value = try unsigned(offsetByteCount)
        let undefined = offsetByteCount >= 8 ? .max : UInt64(1) << (8 * UInt64(offsetByteCount)) - 1
        return value == undefined ? nil : value
    }

    /// Takes the four letters that begin a structure.
    mutating func expect(_ signature: StaticString) throws(ExtractionError) {
        let place = place
        let found = try take(signature.utf8CodeUnitCount)
        let isSame = signature.withUTF8Buffer { $0.elementsEqual(found) }
        guard isSame else {
            throw ExtractionError(
                .malformed, "expected \(signature)", offset: place ?? 0)
        }
    }

    /// A text up to its NUL, which is taken too.
    mutating func nulTerminated() throws(ExtractionError) -> ArraySlice<UInt8> {
        guard let end = bytes[position...].firstIndex(of: 0) else {
            throw malformed("expected a NUL behind a name")
        }
        defer { position = end + 1 }
        return bytes[position..<end]
    }

    /// A cursor over the next bytes, which are taken.
    mutating func part(_ count: Int) throws(ExtractionError) -> HDF5Cursor {
        let place = place
        return HDF5Cursor(
            try take(count), fileOffset: place, offsetByteCount: offsetByteCount,
            lengthByteCount: lengthByteCount)
    }

    func malformed(_ detail: String) -> ExtractionError {
        ExtractionError(.malformed, detail, offset: place ?? 0)
    }
}

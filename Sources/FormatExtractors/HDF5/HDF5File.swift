internal import Extraction
internal import MetadataModel

/// The bytes of an HDF5 file, by the addresses that its structures state.
struct HDF5File {
    /// Bytes of one metadata structure; none that a library writes comes near.
    static let maximumStructureByteCount = 16 << 20

    let reader: ByteReader
    let limits: ExtractionLimits
    /// What address 0 means: where the superblock stands.
    let base: UInt64
    var offsetByteCount = 8
    var lengthByteCount = 8
    /// Heaps of shared messages, by the type of the message.
    var sharedHeaps: [Int: UInt64] = [:]

    /// The place in the file that an address means.
    func place(_ address: UInt64) throws(ExtractionError) -> UInt64 {
        let (place, isTooLarge) = base.addingReportingOverflow(address)
        guard !isTooLarge else {
            throw ExtractionError(.malformed, "address \(address) is none", offset: base)
        }
        return place
    }

    /// A cursor over a structure.
    func cursor(at address: UInt64, count: UInt64) throws(ExtractionError) -> HDF5Cursor {
        let place = try place(address)
        guard count <= UInt64(Self.maximumStructureByteCount) else {
            throw ExtractionError(
                .limitExceeded, "a structure of \(count) bytes", offset: place)
        }
        return cursor(over: try reader.bytes(at: place, count: Int(count))[...], at: place)
    }

    /// A cursor over bytes at most as long as `maximum`; shorter where the file ends.
    func cursor(at address: UInt64, maximum: Int) throws(ExtractionError) -> HDF5Cursor {
        let place = try place(address)
        guard place < reader.count else {
            throw ExtractionError(
                .truncated, "expected a structure, the file has \(reader.count) bytes",
                offset: place)
        }
        return cursor(over: try reader.prefix(from: place, maximum: maximum)[...], at: place)
    }

    /// A cursor over bytes already read.
    func cursor(over bytes: ArraySlice<UInt8>, at place: UInt64?) -> HDF5Cursor {
        HDF5Cursor(
            bytes, fileOffset: place, offsetByteCount: offsetByteCount,
            lengthByteCount: lengthByteCount)
    }
}

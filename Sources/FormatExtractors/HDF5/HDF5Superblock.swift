internal import Extraction
internal import MetadataModel

/// The superblock: where the root group is, and how wide offsets and lengths are.
///
/// | Byte | Version 0 and 1                        | Byte | Version 2 and 3              |
/// |-----:|:---------------------------------------|-----:|:-----------------------------|
/// |    0 | signature                              |    0 | signature                    |
/// |    8 | version                                |    8 | version                      |
/// |   13 | size of offsets, size of lengths       |    9 | sizes of offsets and lengths |
/// |   24 | base, free space, end, driver address  |   12 | base, extension, end, root   |
/// |      | root group's symbol table entry        |      |                              |
///
/// Version 1 has four bytes more before the addresses.
struct HDF5Superblock {
    static let signature: [UInt8] = [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A]

    let version: Int
    /// The address of the root group's object header.
    let root: UInt64
    /// The address of the object header that extends the superblock.
    let `extension`: UInt64?
    /// Where the file ends by its own account.
    let end: UInt64?
    let byteCount: Int

    /// Where the superblock stands: at 0, 512, 1024 and so on, doubling.
    static func place(in reader: ByteReader) throws(ExtractionError) -> UInt64? {
        var place: UInt64 = 0
        while place < reader.count, reader.count - place >= 8 {
            if try reader.bytes(at: place, count: 8) == signature { return place }
            guard place < 1 << 40 else { return nil }
            place = place == 0 ? 512 : place * 2
        }
        return nil
    }

    /// Reads the superblock, and tells the file the widths.
    init(of file: inout HDF5File) throws(ExtractionError) {
        var head = try file.cursor(at: 0, maximum: 160)
        try head.skip(8)
        version = try head.uint8()
        switch version {
        case 0, 1: try head.skip(4)
        case 2, 3: break
        default:
            throw ExtractionError(
                .unsupported, "superblock version \(version)", offset: file.base + 8)
        }
        file.offsetByteCount = try head.uint8()
        file.lengthByteCount = try head.uint8()
        guard [2, 4, 8].contains(file.offsetByteCount), [2, 4, 8].contains(file.lengthByteCount)
        else {
            throw head.malformed(
                "offsets of \(file.offsetByteCount) and lengths of \(file.lengthByteCount) bytes")
        }
        try head.skip(version < 2 ? (version == 0 ? 9 : 13) : 1)
        var rest = file.cursor(over: head.bytes[head.position...], at: head.place)
        _ = try rest.address()
        if version < 2 {
            _ = try rest.address()
            end = try rest.address()
            _ = try rest.address()
            self.extension = nil
            // The root's symbol table entry begins with its name's offset.
            try rest.skip(file.lengthByteCount)
        } else {
            self.extension = try rest.address()
            end = try rest.address()
        }
        guard let root = try rest.address() else { throw rest.malformed("there is no root group") }
        self.root = root
        byteCount = head.consumed + rest.consumed
    }
}

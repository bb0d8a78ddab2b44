internal import Extraction
internal import MetadataModel

/// The directory of a Single File System, AidAim's container in which Bruker keeps its maps.
///
/// A file is made of chunks of equal size; each begins with 32 bytes, the first four of which are
/// the number of the next chunk of a chain. Chunk `n` begins at byte 280 + `n` × size.
///
/// | Byte | Type    | Meaning                              |
/// |-----:|:--------|:-------------------------------------|
/// | 0    | text    | `AAMVHFSS`                           |
/// | 292  | float32 | version                              |
/// | 296  | uint32  | bytes of a chunk                     |
/// | 320  | uint32  | first chunk of the directory         |
/// | 324  | uint32  | items of the directory               |
/// | 328  | uint32  | chunks of the file                   |
///
/// An item has 512 bytes: int32 chunk with the list of the item's chunks, uint64 size, three dates
/// (100 ns since 1601), uint32 attributes, int32 item above (−1 for none), 176 bytes, one byte that
/// is 1 for a folder, 3 bytes, the name in 256 bytes, 32 bytes.
///
/// Contents that begin with `AACS` are compressed: uint32 bytes of an unpacked block, 4 bytes,
/// uint32 blocks; from byte 128 on the blocks, each behind 16 bytes of which the first four are
/// its packed length, deflated as zlib does.
///
/// Source: <https://hyperspy.org/hyperspy-doc/v1.7/dev_guide/sfs_format.html> (the reverse-engineered
/// description), <https://github.com/hyperspy/rosettasciio/blob/main/rsciio/bruker/_api.py>
struct SFSArchive {
    struct Item {
        var name: String
        /// The names of the folders above and its own.
        var path: [String]
        var parent: Int
        var isFolder: Bool
        var byteCount: UInt64
        var tableChunk: UInt32
        /// Created, changed and a third one, in 100 ns since 1601.
        var dates: [UInt64]
        /// Where the item stands in the file.
        var offset: UInt64
    }

    static let itemByteCount = 512
    private static let chunkHeaderByteCount: UInt64 = 32
    private static let origin: UInt64 = 280

    let version: Float
    let chunkByteCount: UInt64
    let chunkCount: UInt32
    private(set) var items: [Item] = []
    private let reader: ByteReader
    private let limits: ExtractionLimits

    private var usableByteCount: UInt64 { chunkByteCount - Self.chunkHeaderByteCount }

    init(_ reader: ByteReader, limits: ExtractionLimits) throws(ExtractionError) {
        self.reader = reader
        self.limits = limits
        version = Float(bitPattern: try reader.uint32(at: 292, .little))
        chunkByteCount = UInt64(try reader.uint32(at: 296, .little))
        guard chunkByteCount >= 32 + 512, chunkByteCount <= 1 << 24 else {
            throw ExtractionError(
                .malformed, "chunks of \(chunkByteCount) bytes", offset: 296)
        }
        let directory = try reader.uint32(at: 320, .little)
        let itemCount = try reader.uint32(at: 324, .little)
        chunkCount = try reader.uint32(at: 328, .little)
        try readDirectory(chunk: directory, count: Int(itemCount))
    }

    // MARK: Directory

    private mutating func readDirectory(
        chunk first: UInt32, count: Int
    ) throws(ExtractionError) {
        let perChunk = Int(usableByteCount) / Self.itemByteCount
        var chunk = first
        var visited: Set<UInt32> = []
        while items.count < count {
            guard items.count < min(count, limits.maximumDirectoryCount) else { break }
            guard visited.insert(chunk).inserted else {
                throw ExtractionError(
                    .malformed, "the directory comes back to chunk \(chunk)", offset: 320)
            }
            let start = try place(of: chunk)
            for index in 0..<min(perChunk, count - items.count) {
                items.append(
                    try item(at: start + UInt64(index * Self.itemByteCount)))
            }
            chunk = try reader.uint32(at: start - Self.chunkHeaderByteCount, .little)
        }
        for index in items.indices { items[index].path = path(of: index) }
    }

    private func item(at offset: UInt64) throws(ExtractionError) -> Item {
        let bytes = try reader.bytes(at: offset, count: Self.itemByteCount)
        return bytes.withUnsafeBytes { raw in
            let name = bytes[224..<480].prefix { $0 != 0 }
            return Item(
                name: TextDecoding.text(of: name).text, path: [],
                parent: Int(raw.integer(at: 40, .little, as: Int32.self)),
                isFolder: bytes[220] != 0,
                byteCount: raw.integer(at: 4, .little),
                tableChunk: raw.integer(at: 0, .little),
                dates: [12, 20, 28].map { raw.integer(at: $0, .little, as: UInt64.self) },
                offset: offset)
        }
    }

    private func path(of index: Int) -> [String] {
        var names: [String] = []
        var current = index
        while items.indices.contains(current), names.count < limits.maximumDepth {
            names.insert(items[current].name, at: 0)
            current = items[current].parent
        }
        return names
    }

    /// Where the bytes of a chunk begin, behind its header.
    private func place(of chunk: UInt32) throws(ExtractionError) -> UInt64 {
        let start = Self.origin + UInt64(chunk) * chunkByteCount
        guard start + Self.chunkHeaderByteCount <= reader.count else {
            throw ExtractionError(
                .truncated, "expected chunk \(chunk), the file has \(reader.count) bytes",
                offset: reader.count)
        }
        return start + Self.chunkHeaderByteCount
    }

    // MARK: Contents

    /// The first bytes of an item's contents as stored, at most `maximum`.
    func stored(_ item: Item, maximum: Int) throws(ExtractionError) -> [UInt8] {
        let wanted = min(item.byteCount, UInt64(max(0, maximum)))
        guard wanted <= UInt64(limits.maximumBlockByteCount) else {
            throw ExtractionError(
                .limitExceeded, "\(item.name) has \(item.byteCount) bytes", offset: item.offset)
        }
        let usable = usableByteCount
        var bytes: [UInt8] = []
        var tableChunk = item.tableChunk
        var visited: Set<UInt32> = []
        while UInt64(bytes.count) < wanted {
            guard visited.insert(tableChunk).inserted else {
                throw ExtractionError(
                    .malformed, "the chunks of \(item.name) go round in a circle",
                    offset: item.offset)
            }
            let table = try place(of: tableChunk)
            var entry: UInt64 = 0
            while UInt64(bytes.count) < wanted, entry + 4 <= usable {
                let chunk = try reader.uint32(at: table + entry, .little)
                let count = Int(min(usable, wanted - UInt64(bytes.count)))
                bytes += try reader.bytes(at: try place(of: chunk), count: count)
                entry += 4
            }
            tableChunk = try reader.uint32(at: table - Self.chunkHeaderByteCount, .little)
        }
        return bytes
    }

    /// Whether contents are compressed, by their first bytes.
    static func isCompressed(_ stored: [UInt8]) -> Bool { stored.starts(with: "AACS".utf8) }

    /// The contents that stored bytes stand for.
    ///
    /// - Parameter maximum: Bytes after which no further block is unpacked.
    func unpacked(
        _ stored: [UInt8], maximum: Int, of item: Item
    ) throws(ExtractionError) -> [UInt8] {
        guard Self.isCompressed(stored), stored.count >= 16 else { return stored }
        let blockCount = stored.withUnsafeBytes {
            $0.integer(at: 12, .little, as: UInt32.self)
        }
        var bytes: [UInt8] = []
        var place = 128
        for _ in 0..<blockCount where bytes.count < maximum {
            guard place + 16 <= stored.count else { break }
            let packed = stored.withUnsafeBytes {
                Int($0.integer(at: place, .little, as: UInt32.self))
            }
            place += 16
            let block = stored[place..<min(stored.count, place + packed)]
            place += packed
            var inflation = try Inflation(.zlib, limits: limits)
            try inflation.inflate(Array(block), offset: item.offset) {
                part throws(ExtractionError) in
                guard bytes.count + part.count <= limits.maximumBlockByteCount else {
                    throw ExtractionError(
                        .limitExceeded, "\(item.name) is too large unpacked", offset: item.offset)
                }
                bytes += part
            }
        }
        return bytes
    }
}

internal import Extraction
internal import MetadataModel

/// Where the values of a data set stand.
enum HDF5Layout {
    /// In the object header.
    case compact(HDF5Cursor)
    /// In one piece; without an address nothing has been written.
    case contiguous(address: UInt64?)
    /// In pieces of one shape.
    case chunked(HDF5Chunking)
    /// In other data sets.
    case virtual(address: UInt64?, index: Int)

    var name: String {
        switch self {
        case .compact: "compact"
        case .contiguous: "contiguous"
        case .chunked: "chunked"
        case .virtual: "virtual"
        }
    }

    /// Reads a layout message of versions 1 to 5.
    init(_ cursor: inout HDF5Cursor) throws(ExtractionError) {
        let version = try cursor.uint8()
        switch version {
        case 1, 2: self = try Self.old(&cursor)
        case 3, 4, 5:
            let kind = try cursor.uint8()
            switch kind {
            case 0:
                let count = try cursor.uint16()
                self = .compact(try cursor.part(count))
            case 1: self = .contiguous(address: try cursor.address())
            case 2 where version == 3:
                let rank = try cursor.uint8()
                let address = try cursor.address()
                self = .chunked(
                    HDF5Chunking(
                        counts: try Self.counts(rank, 4, &cursor),
                        index: .tree, address: address))
            case 2: self = .chunked(try HDF5Chunking(&cursor))
            case 3:
                let address = try cursor.address()
                self = .virtual(address: address, index: try cursor.uint32())
            default: throw cursor.malformed("a layout of class \(kind)")
            }
        default: throw cursor.malformed("a layout of version \(version)")
        }
    }

    private static func old(_ cursor: inout HDF5Cursor) throws(ExtractionError) -> HDF5Layout {
        let rank = try cursor.uint8()
        let kind = try cursor.uint8()
        try cursor.skip(5)
        let address = kind == 0 ? nil : try cursor.address()
        let counts = try counts(rank, 4, &cursor)
        switch kind {
        case 0:
            let count = try cursor.uint32()
            return .compact(try cursor.part(count))
        case 1: return .contiguous(address: address)
        case 2: return .chunked(HDF5Chunking(counts: counts, index: .tree, address: address))
        default: throw cursor.malformed("a layout of class \(kind)")
        }
    }

    /// The shape of a chunk, without the size of a value that stands behind it.
    static func counts(
        _ rank: Int, _ width: Int, _ cursor: inout HDF5Cursor
    ) throws(ExtractionError) -> [Int] {
        var counts: [Int] = []
        for _ in 0..<rank { counts.append(Int(clamping: try cursor.unsigned(width))) }
        return counts
    }
}

/// The shape of the chunks, and how to find them.
struct HDF5Chunking {
    enum Index {
        /// A B-tree of version 1.
        case tree
        /// One chunk: its size and mask where it is filtered.
        case single(count: UInt64?, mask: Int)
        /// All chunks behind one another.
        case implicit
        case fixedArray
        case extensibleArray
        /// A B-tree of version 2.
        case newTree
    }

    /// Values along each axis, and behind them the size of a value.
    let counts: [Int]
    let index: Index
    let address: UInt64?

    init(counts: [Int], index: Index, address: UInt64?) {
        self.counts = counts
        self.index = index
        self.address = address
    }

    /// Reads what versions 4 and 5 state behind the class.
    init(_ cursor: inout HDF5Cursor) throws(ExtractionError) {
        let flags = try cursor.uint8()
        let rank = try cursor.uint8()
        let width = try cursor.uint8()
        counts = try HDF5Layout.counts(rank, width, &cursor)
        let kind = try cursor.uint8()
        switch kind {
        case 1:
            let isFiltered = flags & 2 != 0
            let count = isFiltered ? try cursor.length() : nil
            index = .single(count: count, mask: isFiltered ? try cursor.uint32() : 0)
        case 2: index = .implicit
        case 3:
            try cursor.skip(1)
            index = .fixedArray
        case 4:
            try cursor.skip(5)
            index = .extensibleArray
        case 5:
            try cursor.skip(6)
            index = .newTree
        default: throw cursor.malformed("a chunk index of type \(kind)")
        }
        address = try cursor.address()
    }

    /// The shape of a chunk.
    var shape: [Int] { Array(counts.dropLast()) }
}

internal import Extraction
internal import MetadataModel

/// A heap of objects of any size in blocks whose size doubles from row to row.
///
/// Read are managed, huge and tiny objects. A heap with filtered blocks is not.
struct HDF5FractalHeap {
    /// Blocks of one heap that are visited for one object.
    static let maximumDepth = 32

    /// Bytes of an object's identifier.
    let identifierByteCount: Int
    private let file: HDF5File
    private let width: Int
    private let startByteCount: UInt64
    private let maximumDirectByteCount: UInt64
    private let offsetWidth: Int
    private let lengthWidth: Int
    private let root: UInt64?
    private let rootRowCount: Int
    private let hasFilters: Bool
    private let hugeTree: UInt64?
    /// The last direct block, since neighbours stand in one.
    private var block: (start: UInt64, cursor: HDF5Cursor)?
    private var huge: [UInt64: (address: UInt64, count: UInt64)]?

    init(at address: UInt64, of file: HDF5File) throws(ExtractionError) {
        self.file = file
        let (offset, length) = (file.offsetByteCount, file.lengthByteCount)
        var head = try file.cursor(at: address, count: UInt64(22 + 3 * offset + 12 * length))
        try head.expect("FRHP")
        try head.skip(1)
        identifierByteCount = try head.uint16()
        hasFilters = try head.uint16() > 0
        try head.skip(1)
        let maximumManaged = UInt64(try head.uint32())
        _ = try head.length()
        hugeTree = try head.address()
        try head.skip(length + offset + 8 * length)
        width = try head.uint16()
        startByteCount = try head.length()
        maximumDirectByteCount = try head.length()
        let bits = try head.uint16()
        try head.skip(2)
        root = try head.address()
        rootRowCount = try head.uint16()
        offsetWidth = (bits + 7) / 8
        guard width > 0, width <= 4096, startByteCount > 0, bits <= 64,
            startByteCount.nonzeroBitCount == 1, maximumDirectByteCount.nonzeroBitCount == 1,
            maximumDirectByteCount >= startByteCount, maximumDirectByteCount <= 1 << 31
        else {
            throw head.malformed("a heap with blocks of \(startByteCount) bytes, \(width) a row")
        }
        let byBlock = (63 - maximumDirectByteCount.leadingZeroBitCount + 7) / 8
        lengthWidth = min(byBlock, HDF5Tree.width(of: maximumManaged))
    }

    /// The object with the identifier that comes next in the record.
    mutating func object(_ record: HDF5Cursor) throws(ExtractionError) -> HDF5Cursor {
        var whole = record
        var record = try whole.part(identifierByteCount)
        let head = try record.uint8()
        switch head >> 4 & 3 {
        case 0:
            let offset = try record.unsigned(offsetWidth)
            return try managed(offset, count: try record.unsigned(lengthWidth))
        case 1: return try huge(&record)
        case 2:
            var count = (head & 15) + 1
            if identifierByteCount > 17 { count = ((head & 15) << 8) + (try record.uint8()) + 1 }
            return try record.part(min(count, record.remaining))
        default: throw record.malformed("an identifier of kind 3")
        }
    }

    // MARK: Managed objects

    private mutating func managed(
        _ offset: UInt64, count: UInt64
    ) throws(ExtractionError) -> HDF5Cursor {
        guard !hasFilters else {
            throw ExtractionError(.unsupported, "a heap with compressed blocks", at: .init())
        }
        if let block, let found = try object(offset, count: count, in: block) { return found }
        guard let root else {
            throw ExtractionError(.malformed, "an object of an empty heap", at: .init())
        }
        let found =
            rootRowCount == 0
            ? (address: root, start: 0, count: startByteCount)
            : try directBlock(with: offset, in: root)
        let block = (
            start: found.start, cursor: try file.cursor(at: found.address, count: found.count)
        )
        var check = block.cursor
        try check.expect("FHDB")
        self.block = block
        guard let object = try object(offset, count: count, in: block) else {
            throw check.malformed("a heap has no object at \(offset)")
        }
        return object
    }

    private func object(
        _ offset: UInt64, count: UInt64, in block: (start: UInt64, cursor: HDF5Cursor)
    ) throws(ExtractionError) -> HDF5Cursor? {
        guard offset >= block.start, offset - block.start < UInt64(block.cursor.bytes.count) else {
            return nil
        }
        var cursor = block.cursor
        try cursor.skip(Int(offset - block.start))
        return try cursor.part(Int(clamping: count))
    }

    /// Bytes of a block of a row, and where the row begins.
    private func row(_ row: Int) -> (count: UInt64, start: UInt64)? {
        let shift = UInt64(max(0, row - 1))
        guard shift < 62 else { return nil }
        let (count, isTooLarge) = startByteCount.multipliedReportingOverflow(by: 1 << shift)
        let (start, isToo) = count.multipliedReportingOverflow(by: UInt64(width))
        return isTooLarge || isToo ? nil : (count, row == 0 ? 0 : start)
    }

    /// The direct block that holds an offset, below an indirect block.
    private func directBlock(
        with offset: UInt64, in root: UInt64
    ) throws(ExtractionError) -> (address: UInt64, start: UInt64, count: UInt64) {
        var address = root
        var base: UInt64 = 0
        var rowCount = rootRowCount
        for _ in 0..<Self.maximumDepth {
            var head = try file.cursor(at: address, maximum: 5)
            try head.expect("FHIB")
            var entry = 0
            var child: (row: Int, start: UInt64, count: UInt64)?
            for place in 0..<min(rowCount, 64) {
                guard let row = row(place) else { break }
                let end = row.start.addingReportingOverflow(row.count &* UInt64(width))
                let inside = offset - base
                guard inside >= row.start, !end.overflow else { continue }
                if inside < end.partialValue {
                    let column = (inside - row.start) / row.count
                    entry = place * width + Int(column)
                    child = (place, base &+ row.start &+ column * row.count, row.count)
                }
            }
            guard let child else { break }
            let place = 5 + file.offsetByteCount + offsetWidth + entry * file.offsetByteCount
            var pointer = try file.cursor(
                at: address &+ UInt64(place), count: UInt64(file.offsetByteCount))
            guard let next = try pointer.address() else { break }
            if child.count <= maximumDirectByteCount { return (next, child.start, child.count) }
            // The rows of an indirect block hold as many bytes as the block stands for.
            let least = startByteCount &* UInt64(width)
            guard least > 0, child.count >= least else { break }
            rowCount = 63 - (child.count / least).leadingZeroBitCount + 1
            address = next
            base = child.start
        }
        throw ExtractionError(
            .malformed, "a heap has no block for its object at \(offset)",
            offset: try file.place(root))
    }

    // MARK: Huge objects

    private mutating func huge(_ record: inout HDF5Cursor) throws(ExtractionError) -> HDF5Cursor {
        let direct = file.offsetByteCount + file.lengthByteCount
        guard identifierByteCount - 1 < direct else {
            guard let address = try record.address() else {
                throw record.malformed("a huge object without address")
            }
            return try file.cursor(at: address, count: try record.length())
        }
        let key = try record.unsigned(min(8, record.remaining))
        if huge == nil { huge = try hugeObjects() }
        guard let found = huge?[key] else {
            throw record.malformed("a heap has no huge object \(key)")
        }
        return try file.cursor(at: found.address, count: found.count)
    }

    /// Huge objects by their number, from a tree of type 1.
    private func hugeObjects() throws(ExtractionError)
        -> [UInt64: (address: UInt64, count: UInt64)]
    {
        var objects: [UInt64: (address: UInt64, count: UInt64)] = [:]
        guard let hugeTree else { return objects }
        let tree = try HDF5Tree(at: hugeTree, of: file)
        guard tree.type == 1 else {
            throw ExtractionError(
                .unsupported, "huge objects in a tree of type \(tree.type)",
                offset: try file.place(hugeTree))
        }
        try tree.forEachRecord { record throws(ExtractionError) in
            var record = record
            guard let address = try record.address() else { return }
            let count = try record.length()
            objects[try record.length()] = (address, count)
        }
        return objects
    }
}

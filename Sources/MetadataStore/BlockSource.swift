internal import GRDB

/// Some entries of a segment, in order.
struct Block {
    /// Bytes of their own, for as long as anybody reads them.
    private final class Copy {
        let bytes: UnsafeMutableRawBufferPointer

        init(_ bytes: [UInt8]) {
            self.bytes = .allocate(byteCount: bytes.count, alignment: 8)
            self.bytes.copyBytes(from: bytes)
        }

        deinit {
            bytes.deallocate()
        }
    }

    var id: Int64
    private let copy: Copy?
    private let lent: UnsafeRawBufferPointer

    /// - Parameter lent: Bytes that SQLite lends, until the statement is stepped or reset.
    init(id: Int64, lent: UnsafeRawBufferPointer) {
        self.id = id
        self.lent = lent
        copy = nil
    }

    init(id: Int64, _ bytes: [UInt8]) {
        self.id = id
        let copy = Copy(bytes)
        self.copy = copy
        lent = UnsafeRawBufferPointer(copy.bytes)
    }

    @inline(__always)
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try withExtendedLifetime(copy) { try body(lent) }
    }
}

/// Fetches blocks of entries.
///
/// The bytes of a block are SQLite's own and last until the next one is asked for, or until
/// ``reset()``, which is due after the last.
struct BlockSource {
    /// No key of an entry is longer: three texts of ``StoredText`` and what stands before them.
    static let maximumKeyByteCount = 1024

    private let byKey: Command
    private let byID: Command
    private let curated: CuratedBlocks

    private static let byKeySQL = """
        SELECT id, body FROM blocks WHERE segment = ? AND first <= ? ORDER BY first DESC LIMIT 1
        """
    private static let byIDSQL = "SELECT id, body FROM blocks WHERE id = ?"

    init(_ database: Database) throws {
        byKey = try Command(database, Self.byKeySQL)
        byID = try Command(database, Self.byIDSQL)
        curated = try CuratedBlocks(database)
    }

    /// A source beside others of the same connection that are being read.
    init(unsharedIn database: Database) throws {
        byKey = try Command(unsharedIn: database, Self.byKeySQL)
        byID = try Command(unsharedIn: database, Self.byIDSQL)
        curated = try CuratedBlocks(database)
    }

    func reset() {
        byKey.reset()
        byID.reset()
    }

    /// The block in which a key stands or would stand; the first one for a key before all.
    func block(holding key: [UInt8], in segment: Int64) throws -> Block? {
        if segment == Segment.curatedID { return try curated.block(holding: key) }
        byKey.reset()
        byKey.bind(1, segment)
        byKey.bind(2, key)
        return try row(byKey) ?? block(id: segment << BlockWriter.placeBits)
    }

    /// The next block of the same segment.
    func block(after id: Int64, in segment: Int64) throws -> Block? {
        if segment == Segment.curatedID { return try curated.block(after: id) }
        guard (id + 1) >> BlockWriter.placeBits == segment else { return nil }
        return try block(id: id + 1)
    }

    /// The block before, of the same segment.
    func block(before id: Int64, in segment: Int64) throws -> Block? {
        if segment == Segment.curatedID { return try curated.block(before: id) }
        guard (id - 1) >> BlockWriter.placeBits == segment else { return nil }
        return try block(id: id - 1)
    }

    private func block(id: Int64) throws -> Block? {
        byID.reset()
        byID.bind(1, id)
        return try row(byID)
    }

    private func row(_ command: Command) throws -> Block? {
        guard try command.step() else { return nil }
        return Block(id: command.int64(0), lent: command.bytes(1))
    }

    /// Reads the key of the next entry over the one before.
    ///
    /// - Returns: How many bytes the two have in common, and the key's length.
    @inline(__always)
    static func readKey(
        _ cursor: inout ByteCursor, into key: UnsafeMutableRawBufferPointer
    ) throws -> (shared: Int, count: Int) {
        let shared = Int(truncatingIfNeeded: cursor.varint())
        let suffix = cursor.slice(cursor.count())
        guard shared >= 0, shared <= maximumKeyByteCount - suffix.count else { throw damaged }
        UnsafeMutableRawBufferPointer(rebasing: key[shared..<shared + suffix.count])
            .copyMemory(from: suffix)
        return (shared, shared + suffix.count)
    }

    static let damaged = StoreError(.damaged, "a block of the index is cut")
}

/// Walks over the entries of one segment, in either direction, one at a time.
final class EntryCursor {
    private struct Place {
        var key: Range<Int>
        var posting: Int
    }

    let segment: Segment
    private let blocks: BlockSource
    private let start: [UInt8]
    private let end: [UInt8]?
    private let isDescending: Bool
    private var blockID: Int64 = 0
    private var body: [UInt8] = []
    private var keys: [UInt8] = []
    private var places: [Place] = []
    private var position = 0
    private(set) var isAtEnd = false

    init(
        _ blocks: BlockSource, _ segment: Segment, from start: [UInt8], to end: [UInt8]?,
        descending: Bool
    ) throws {
        self.blocks = blocks
        self.segment = segment
        self.start = start
        self.end = end
        isDescending = descending
        // Descending, the block that would hold the end may begin with it; it is skipped then.
        let bound = descending ? end ?? Array(repeating: 0xFF, count: 16) : start
        guard let block = try blocks.block(holding: bound, in: segment.id) else {
            isAtEnd = true
            return
        }
        try load(block)
        try skipEmptyBlocks()
    }

    func withKey<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        let range = places[position].key
        return try keys.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }

    func withPosting<Result>(_ body: (Posting) throws -> Result) throws -> Result {
        try self.body.withUnsafeBytes { bytes in
            var cursor = ByteCursor(bytes, at: places[position].posting)
            let base = withKey { EntryKey.base($0, segment.first) }
            return try body(Posting(&cursor, base: base))
        }
    }

    func advance() throws {
        position += 1
        try skipEmptyBlocks()
    }

    private func skipEmptyBlocks() throws {
        while position >= places.count {
            let next =
                isDescending
                ? try blocks.block(before: blockID, in: segment.id)
                : try blocks.block(after: blockID, in: segment.id)
            guard let next, !isBeyondBounds else {
                isAtEnd = true
                return
            }
            try load(next)
        }
    }

    /// Whether the block that was read last reached the last bound, so that no other has entries.
    private var isBeyondBounds = false

    /// Takes the block's bytes over, since other cursors read from the same source.
    private func load(_ block: Block) throws {
        blockID = block.id
        body = block.withBytes { Array($0) }
        blocks.reset()
        keys.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        position = 0
        try withUnsafeTemporaryAllocation(
            byteCount: BlockSource.maximumKeyByteCount, alignment: 8
        ) { key in
            try body.withUnsafeBytes { bytes in
                var cursor = ByteCursor(bytes)
                while !cursor.isAtEnd {
                    let (_, count) = try BlockSource.readKey(&cursor, into: key)
                    let posting = cursor.position
                    _ = Posting(&cursor, base: 0)
                    guard !cursor.isDamaged else { throw BlockSource.damaged }
                    take(UnsafeRawBufferPointer(rebasing: key[..<count]), posting)
                }
            }
        }
        if isDescending { places.reverse() }
    }

    private func take(_ key: UnsafeRawBufferPointer, _ posting: Int) {
        let isBeforeStart = start.withUnsafeBytes { compare(key, $0) < 0 }
        let isPastEnd = end.map { $0.withUnsafeBytes { compare(key, $0) >= 0 } } ?? false
        if isBeforeStart || isPastEnd {
            if isBeforeStart == isDescending { isBeyondBounds = true }
            return
        }
        let first = keys.count
        keys.append(contentsOf: key)
        places.append(Place(key: first..<keys.count, posting: posting))
    }
}

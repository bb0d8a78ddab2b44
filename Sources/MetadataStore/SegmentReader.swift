internal import GRDB
internal import Glibc

/// A run of ordinals whose index entries were written together.
struct Segment: Hashable, Sendable {
    var id: Int64
    var first: UInt32
    var last: UInt32
    var byteCount: Int

    static func all(in database: Database) throws -> [Segment] {
        let rows = try Command(
            database, "SELECT id, first, last, bytes FROM segments ORDER BY first, last, id")
        var segments: [Segment] = []
        while try rows.step() {
            segments.append(
                Segment(
                    id: rows.int64(0), first: UInt32(clamping: rows.int64(1)),
                    last: UInt32(clamping: rows.int64(2)), byteCount: Int(rows.int64(3))))
        }
        return segments
    }
}

/// The time that one question may take.
final class Budget {
    private let deadline: ContinuousClock.Instant?
    /// True once the time is over; loops then end, and what they found is incomplete.
    private(set) var isSpent = false

    init(deadline: ContinuousClock.Instant?) {
        self.deadline = deadline
    }

    /// Whether a loop may go on.
    func allowsMore() -> Bool {
        if isSpent { return false }
        if let deadline, ContinuousClock.now >= deadline { isSpent = true }
        return !isSpent
    }

    /// Ends it, since something that belongs to the question is incomplete.
    func spend() { isSpent = true }
}

/// Reads the entries of segments.
final class SegmentReader {
    let segments: [Segment]
    private let database: Database
    private let blocks: BlockSource
    private var isScanning = false

    init(_ database: Database, segments: [Segment]) throws {
        self.database = database
        self.segments = segments
        blocks = try BlockSource(database)
    }

    /// Calls `body` with a source of blocks that nobody reads from.
    private func withBlocks(_ body: (BlockSource) throws -> Void) throws {
        guard !isScanning else {
            let blocks = try BlockSource(unsharedIn: database)
            defer { blocks.reset() }
            return try body(blocks)
        }
        isScanning = true
        defer {
            isScanning = false
            blocks.reset()
        }
        try body(blocks)
    }

    /// Calls `body` with the entries of a segment from one key up to another, in order, until it
    /// returns false.
    ///
    /// The key is that of the entry, whole, and like the posting valid during the call only.
    func scan(
        _ segment: Segment, from start: [UInt8], to end: [UInt8]?, _ budget: Budget,
        _ body: (UnsafeRawBufferPointer, Posting) throws -> Bool
    ) throws {
        try withBlocks { try scan(segment, $0, from: start, to: end, budget, body) }
    }

    @inline(__always)
    private func scan(
        _ segment: Segment, _ blocks: BlockSource, from start: [UInt8], to end: [UInt8]?,
        _ budget: Budget, _ body: (UnsafeRawBufferPointer, Posting) throws -> Bool
    ) throws {
        guard var block = try blocks.block(holding: start, in: segment.id) else { return }
        var order = KeyOrder(from: start, to: end)
        try withUnsafeTemporaryAllocation(
            byteCount: BlockSource.maximumKeyByteCount, alignment: 8
        ) { key in
            while budget.allowsMore() {
                let goesOn = try block.withBytes { bytes in
                    var cursor = ByteCursor(bytes)
                    while !cursor.isAtEnd {
                        let (shared, count) = try BlockSource.readKey(&cursor, into: key)
                        let current = UnsafeRawBufferPointer(rebasing: key[..<count])
                        let posting = Posting(
                            &cursor, base: EntryKey.base(current, segment.first))
                        switch order.place(of: current, sharing: shared) {
                        case .before: continue
                        case .after: return false
                        case .within: break
                        }
                        guard !cursor.isDamaged else { throw BlockSource.damaged }
                        guard try body(current, posting) else { return false }
                    }
                    return true
                }
                guard goesOn, let next = try blocks.block(after: block.id, in: segment.id) else {
                    return
                }
                block = next
                order.beginBlock()
            }
        }
    }

    /// The assets of all entries from one key up to another.
    func union(from start: [UInt8], to end: [UInt8]?, _ budget: Budget) throws -> AssetSet {
        let result = AssetSet()
        for segment in segments {
            var union = PostingUnion(first: segment.first, last: segment.last)
            try scan(segment, from: start, to: end, budget) { _, posting in
                try union.add(posting)
                return true
            }
            union.add(to: result)
        }
        return result
    }

    /// The assets of all entries whose keys begin so.
    func union(ofPrefix prefix: [UInt8], _ budget: Budget) throws -> AssetSet {
        try union(from: prefix, to: EntryKey.end(ofPrefix: prefix), budget)
    }

    /// The assets of one entry.
    func union(of key: [UInt8], _ budget: Budget) throws -> AssetSet {
        try union(from: key, to: key + [0], budget)
    }

    /// Calls `body` with the chunks of a column in a segment, in the order of their ordinals.
    func forEachChunk(
        of name: [UInt8], in segment: Segment, _ budget: Budget,
        _ body: (ColumnChunk) throws -> Void
    ) throws {
        if segment.isCurated { return try forEachCuratedChunk(of: name, budget, body) }
        try scan(segment, from: name, to: EntryKey.end(ofPrefix: name), budget) { _, posting in
            try body(ColumnChunk(posting))
            return true
        }
    }

    func cursor(
        over segment: Segment, from start: [UInt8], to end: [UInt8]?, descending: Bool
    ) throws -> EntryCursor {
        try EntryCursor(
            BlockSource(unsharedIn: database), segment, from: start, to: end,
            descending: descending)
    }
}

/// Tells which of ascending keys lie between two bounds, mostly without looking at their bytes.
///
/// A key that shares more with the one before it than that one shares with a bound stands to the
/// bound as that one does.
private struct KeyOrder {
    enum Place {
        case before, within, after
    }

    private let start: [UInt8]
    private let end: [UInt8]?
    /// How many bytes the key before has in common with the bounds.
    private var commonWithStart = 0
    private var commonWithEnd = 0
    private var isFirst = true
    private var hasStarted = false

    init(from start: [UInt8], to end: [UInt8]?) {
        self.start = start
        self.end = end
    }

    mutating func beginBlock() {
        isFirst = true
    }

    /// - Parameter shared: How many bytes the key has in common with the one before.
    @inline(__always)
    mutating func place(of key: UnsafeRawBufferPointer, sharing shared: Int) -> Place {
        defer { isFirst = false }
        if !hasStarted {
            if !isFirst, shared > commonWithStart { return .before }
            let (common, order) = start.withUnsafeBytes { Self.compared(key, $0) }
            commonWithStart = common
            guard order >= 0 else { return .before }
            hasStarted = true
            isFirst = true
        }
        guard let end else { return .within }
        if !isFirst, shared > commonWithEnd { return .within }
        let (common, order) = end.withUnsafeBytes { Self.compared(key, $0) }
        commonWithEnd = common
        return order < 0 ? .within : .after
    }

    private static func compared(
        _ key: UnsafeRawBufferPointer, _ bound: UnsafeRawBufferPointer
    ) -> (common: Int, order: Int) {
        let least = min(key.count, bound.count)
        var common = 0
        while common < least, key[common] == bound[common] { common += 1 }
        guard common < least else { return (common, key.count - bound.count) }
        return (common, Int(key[common]) - Int(bound[common]))
    }
}

/// Compares bytes as `memcmp` does, a beginning before what it begins.
@inline(__always)
func compare(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
    let common = min(left.count, right.count)
    if common > 0, let first = left.baseAddress, let second = right.baseAddress {
        let order = memcmp(first, second, common)
        if order != 0 { return Int(order) }
    }
    return left.count - right.count
}

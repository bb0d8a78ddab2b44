internal import GRDB

extension Segment {
    /// The id of the segment that stands for the entries of curated facts; no other has it.
    static let curatedID: Int64 = 0

    var isCurated: Bool { id == Self.curatedID }

    /// The entries of curated facts as a segment of all ordinals; none where there are no entries.
    static func curated(in database: Database, ordinalCount: UInt32) throws -> [Segment] {
        let any = try Command(database, "SELECT 1 FROM curated_entries LIMIT 1")
        guard ordinalCount > 0, try any.step() else { return [] }
        any.reset()
        return [Segment(id: curatedID, first: 0, last: ordinalCount - 1, byteCount: 0)]
    }
}

/// Reads the entries of curated facts as blocks, like those of segments.
///
/// A block is made of neighbouring rows when it is asked for, and gets a number by which the next
/// or the previous one is found.
final class CuratedBlocks {
    /// Rows are added to a block until it has this size.
    private static let blockByteCount = 8 << 10

    private let from: Command
    private let after: Command
    private let before: Command
    private var known: [(first: [UInt8], last: [UInt8])] = []

    init(_ database: Database) throws {
        let columns = "SELECT entry, posting FROM curated_entries WHERE entry"
        from = try Command(database, "\(columns) >= ? ORDER BY entry")
        after = try Command(database, "\(columns) > ? ORDER BY entry")
        before = try Command(database, "\(columns) < ? ORDER BY entry DESC")
    }

    /// The block that begins with a key or, where there is none, the last one before it.
    func block(holding key: [UInt8]) throws -> Block? {
        try block(from, key) ?? block(before, key, isReversed: true)
    }

    func block(after id: Int64) throws -> Block? {
        try block(after, known[Int(id)].last)
    }

    func block(before id: Int64) throws -> Block? {
        try block(before, known[Int(id)].first, isReversed: true)
    }

    private func block(
        _ command: Command, _ bound: [UInt8], isReversed: Bool = false
    ) throws -> Block? {
        command.bind(1, bound)
        var rows: [(entry: [UInt8], posting: [UInt8])] = []
        var byteCount = 0
        while byteCount < Self.blockByteCount, try command.step() {
            rows.append((Array(command.bytes(0)), Array(command.bytes(1))))
            byteCount += rows[rows.count - 1].entry.count + rows[rows.count - 1].posting.count
        }
        command.reset()
        if isReversed { rows.reverse() }
        guard let first = rows.first, let last = rows.last else { return nil }
        var body: [UInt8] = []
        for row in rows {
            body.append(varint: 0)
            body.append(varint: row.entry.count)
            body.append(contentsOf: row.entry)
            body.append(contentsOf: row.posting)
        }
        known.append((first.entry, last.entry))
        return Block(id: Int64(known.count - 1), body)
    }
}

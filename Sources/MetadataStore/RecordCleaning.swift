internal import GRDB

/// Deletes records all of whose assets are dead.
struct RecordCleaning {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Looks at the records of a run of ordinals.
    func deleteDead(_ dead: AssetSet, from first: UInt32, to last: UInt32) throws {
        let range = AssetSet(first..<last &+ 1)
        guard dead.intersectionCount(range) > 0 else { return }
        let rows = try Command(
            database, "SELECT id FROM records WHERE id >= ? ORDER BY id")
        rows.bind(1, Int64(first) << RecordWriter.partBits)
        var previous: Int64?
        var unneeded: [Int64] = []
        while try rows.step() {
            let id = rows.int64(0)
            if let previous, Self.isDead(previous, before: id, dead) { unneeded.append(previous) }
            previous = id
            if UInt32(truncatingIfNeeded: id >> RecordWriter.partBits) > last { break }
        }
        rows.reset()
        let deletion = try Command(database, "DELETE FROM records WHERE id = ?")
        for id in unneeded {
            deletion.bind(1, id)
            try deletion.run()
        }
    }

    /// Whether all assets of a record are dead: those from its first one to the next record's,
    /// which begins in this one where the next continues it.
    private static func isDead(_ id: Int64, before next: Int64, _ dead: AssetSet) -> Bool {
        let first = UInt32(truncatingIfNeeded: id >> RecordWriter.partBits)
        let nextFirst = UInt32(truncatingIfNeeded: next >> RecordWriter.partBits)
        let nextPart = next & (1 << RecordWriter.partBits - 1)
        let end = nextPart > 0 ? nextFirst + 1 : nextFirst
        let covered = AssetSet(first..<max(end, first + 1))
        return dead.intersectionCount(covered) == covered.count
    }
}

internal import GRDB

/// The numbers that belong to the index as a whole: the rows of `meta`.
struct IndexNumbers {
    var revision: Int64
    var assetCount: Int
    var nextOrdinal: UInt32
    /// Where the order of ordinals ends that is also that of identities; see ``IdentityOrder``.
    var orderedEnd: UInt32
    var nextSegment: Int64
    /// Whether the segments are yet to be made from the records.
    var needsRebuild: Bool

    init(_ database: Database) throws {
        var values: [String: Int64] = [:]
        let rows = try Command(database, "SELECT name, value FROM meta")
        while try rows.step() { values[rows.text(0)] = rows.int64(1) }
        revision = values["revision"] ?? 0
        assetCount = Int(values["asset_count"] ?? 0)
        nextOrdinal = UInt32(clamping: values["next_ordinal"] ?? 0)
        orderedEnd = UInt32(clamping: values["ordered_end"] ?? 0)
        nextSegment = values["next_segment"] ?? 1
        needsRebuild = values["rebuild"] == 1
    }

    func isSame(as other: IndexNumbers) -> Bool {
        revision == other.revision && assetCount == other.assetCount
            && nextOrdinal == other.nextOrdinal && nextSegment == other.nextSegment
    }

    func store(in database: Database) throws {
        let insertion = try Command(
            database, "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)")
        let rows: [(String, Int64)] = [
            ("revision", revision), ("asset_count", Int64(assetCount)),
            ("next_ordinal", Int64(nextOrdinal)), ("ordered_end", Int64(orderedEnd)),
            ("next_segment", nextSegment), ("rebuild", needsRebuild ? 1 : 0),
        ]
        for (name, value) in rows {
            insertion.bind(1, name)
            insertion.bind(2, value)
            try insertion.run()
        }
    }
}

internal import GRDB

/// The ordinals whose assets were replaced, removed or never finished.
///
/// Stored by chunks of 65,536, so that a commit writes the chunks it touched and no more.
struct DeadOrdinals {
    private static let chunkBits: UInt32 = 16

    let all: AssetSet
    private var changedChunks: Set<UInt32> = []

    init(_ database: Database) throws {
        all = AssetSet()
        let rows = try Command(database, "SELECT ordinals FROM dead ORDER BY chunk")
        while try rows.step() {
            guard let chunk = AssetSet(stored: rows.bytes(0)) else {
                throw StoreError(.damaged, "the list of dead assets is no list")
            }
            all.formUnion(chunk)
        }
    }

    mutating func insert(_ ordinal: UInt32) {
        all.insert(ordinal)
        changedChunks.insert(ordinal >> Self.chunkBits)
    }

    mutating func store(in database: Database) throws {
        let insertion = try Command(
            database, "INSERT OR REPLACE INTO dead (chunk, ordinals) VALUES (?, ?)")
        for chunk in changedChunks.sorted() {
            let first = chunk << Self.chunkBits
            let range = AssetSet(first..<first &+ (1 << Self.chunkBits))
            range.formIntersection(all)
            insertion.bind(1, Int64(chunk))
            insertion.bind(2, range.stored())
            try insertion.run()
        }
        changedChunks.removeAll()
    }
}

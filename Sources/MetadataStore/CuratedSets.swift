internal import GRDB

/// The sets of assets under the entries of curated facts, changed in memory and stored at a flush.
final class CuratedSets {
    private let selection: Command
    private let insertion: Command
    private let deletion: Command
    private var open: [[UInt8]: AssetSet] = [:]

    init(_ database: Database) throws {
        selection = try Command(database, "SELECT posting FROM curated_entries WHERE entry = ?")
        insertion = try Command(
            database, "INSERT OR REPLACE INTO curated_entries (entry, posting) VALUES (?, ?)")
        deletion = try Command(database, "DELETE FROM curated_entries WHERE entry = ?")
    }

    /// The set of an entry, to be changed in place.
    func set(of entry: [UInt8]) throws -> AssetSet {
        if let set = open[entry] { return set }
        let set = AssetSet()
        selection.bind(1, entry)
        if try selection.step() {
            var cursor = ByteCursor(selection.bytes(0))
            let posting = Posting(&cursor, base: 0)
            if posting.isBitmap { set.formUnion(try posting.bitmap()) }
            posting.forEachListed { set.insert($0) }
            selection.reset()
        }
        open[entry] = set
        return set
    }

    /// Gives up what was changed and is not yet stored.
    func forgetAll() { open.removeAll() }

    func store() throws {
        for (entry, set) in open {
            guard !set.isEmpty else {
                deletion.bind(1, entry)
                try deletion.run()
                continue
            }
            var posting: [UInt8] = []
            if set.count <= Posting.maximumListCount {
                Posting.append(set.ordinals(), base: 0, to: &posting)
            } else {
                Posting.append(set, to: &posting)
            }
            insertion.bind(1, entry)
            insertion.bind(2, posting)
            try insertion.run()
        }
        open.removeAll()
    }
}

internal import GRDB
internal import MetadataModel
internal import Synchronization

/// What all readers of one revision share.
final class IndexState: Sendable {
    let revision: Int64
    let assetCount: Int
    /// The assets of lesser ordinals stand in the order of their identities.
    let orderedEnd: UInt32
    let segments: [Segment]
    /// All assets there are.
    let live: AssetSet
    private let dictionary = Mutex<KeyDictionary?>(nil)
    private let scopes = Mutex<[ReadingScope: ScopedIndex]>([:])

    init(_ database: Database) throws {
        let numbers = try IndexNumbers(database)
        revision = numbers.revision
        assetCount = numbers.assetCount
        orderedEnd = numbers.orderedEnd
        segments =
            try Segment.all(in: database)
            + Segment.curated(in: database, ordinalCount: numbers.nextOrdinal)
        live = AssetSet(0..<numbers.nextOrdinal)
        live.subtract(try DeadOrdinals(database).all)
    }

    /// What a scope shows, made once a revision.
    func scoped(
        to scope: ReadingScope, _ make: () throws -> ScopedIndex
    ) throws -> ScopedIndex {
        if let known = scopes.withLock({ $0[scope] }) { return known }
        let made = try make()
        scopes.withLock { $0[scope] = made }
        return made
    }

    /// All keys with facts.
    ///
    /// - Parameter database: A connection to the same revision.
    func keys(_ database: Database) throws -> KeyDictionary {
        try dictionary.withLock { known in
            if let known { return known }
            let rows = try Command(database, "SELECT id, printed, counters FROM keys")
            var entries: [KeyEntry] = []
            while try rows.step() {
                let counters = try KeyCounters(stored: rows.bytes(2))
                guard counters.factCount > 0 else { continue }
                entries.append(
                    counters.entry(
                        id: KeyID(raw: rows.int64(0)), key: FactKey(printed: rows.text(1))))
            }
            let keys = KeyDictionary(entries: entries)
            known = keys
            return keys
        }
    }
}

internal import GRDB
public import MetadataModel
internal import Synchronization

/// The part of an index that a reader sees: the assets that state one of some values under a key,
/// such as the projects that a token is for.
///
/// What lies outside does not exist for the reader: neither as a hit nor in a count, a facet, a
/// key, an example of a value, or by its identity.
public struct ReadingScope: Hashable, Sendable {
    /// Compared without case, as keys are.
    public var key: FactKey
    /// Compared exactly.
    public var values: Set<String>

    public init(key: FactKey, values: Set<String>) {
        self.key = key
        self.values = values
    }
}

/// What a scope shows of one state of the index.
final class ScopedIndex: Sendable {
    let assets: AssetSet
    private let dictionary = Mutex<KeyDictionary?>(nil)

    init(_ database: Database, _ state: IndexState, _ scope: ReadingScope) throws {
        let keys = try state.keys(database).entries(folded: scope.key.folded).map(\.id)
        let values = scope.values.map { ValueTest.text($0, isCaseSensitive: true) }
        let snapshot = try Snapshot(database, state)
        assets = try Evaluator(snapshot, Budget(deadline: nil))
            .assets(.facts(FactTest(keys: keys, .anyOf(values))))
    }

    /// The keys of the assets, with counts, bounds and examples of these alone.
    ///
    /// - Complexity: The first time, all facts of the assets are read.
    func keys(of snapshot: Snapshot) throws -> KeyDictionary {
        try dictionary.withLock { known in
            if let known { return known }
            var counters: [UInt32: (key: FactKey, counters: KeyCounters, latest: UInt32?)] = [:]
            for ordinal in assets.ordinals() {
                try snapshot.records.forEachFact(of: ordinal) { id, fact, _ in
                    var entry = counters[id] ?? (fact.key, KeyCounters(), nil)
                    entry.counters.count(fact, 1)
                    if entry.latest != ordinal { entry.counters.countAsset(1) }
                    entry.latest = ordinal
                    counters[id] = entry
                    return true
                }
            }
            let keys = KeyDictionary(
                entries: counters.map { id, entry in
                    entry.counters.entry(id: KeyID(raw: Int64(id)), key: entry.key)
                })
            known = keys
            return keys
        }
    }
}

internal import GRDB
internal import MetadataModel

/// The keys as the writer knows them: ids by printed form, and counters.
final class KeyTable {
    /// The key with id n is string n - 1.
    private var names = ByteStrings()
    private var counters: [KeyCounters] = []
    private var changed: Set<UInt32> = []
    private var isChanged: [Bool] = []

    init(_ database: Database) throws {
        let rows = try Command(database, "SELECT id, printed, counters FROM keys ORDER BY id")
        while try rows.step() {
            var printed = rows.text(1)
            let number = printed.withUTF8 { names.number(of: UnsafeRawBufferPointer($0)).number }
            guard number + 1 == Int(rows.int64(0)) else {
                throw StoreError(.damaged, "key \(rows.int64(0)) stands twice or out of order")
            }
            counters.append(try KeyCounters(stored: rows.bytes(2)))
            isChanged.append(false)
        }
    }

    /// The id of a key, which is taken in if it is new.
    func id(of key: FactKey) -> UInt32 {
        var printed = key.description
        let (number, isNew) = printed.withUTF8 { names.number(of: UnsafeRawBufferPointer($0)) }
        if isNew {
            counters.append(KeyCounters())
            isChanged.append(false)
            noteChange(UInt32(number + 1))
        }
        return UInt32(number + 1)
    }

    func name(_ id: UInt32) throws -> FactKey {
        guard id >= 1, Int(id) <= names.count else {
            throw StoreError(.damaged, "there is no key \(id)")
        }
        return names.withBytes(Int(id) - 1) {
            FactKey(printed: String(decoding: $0, as: UTF8.self))
        }
    }

    func count(_ fact: Fact, key id: UInt32, _ step: Int) {
        counters[Int(id) - 1].count(fact, step)
        noteChange(id)
    }

    func countAsset(key id: UInt32, _ step: Int) {
        counters[Int(id) - 1].countAsset(step)
        noteChange(id)
    }

    /// Begins to count anew.
    func forgetCounts() {
        for place in counters.indices {
            counters[place] = KeyCounters()
            noteChange(UInt32(place + 1))
        }
    }

    private func noteChange(_ id: UInt32) {
        guard !isChanged[Int(id) - 1] else { return }
        isChanged[Int(id) - 1] = true
        changed.insert(id)
    }

    /// Writes what was counted since the last time.
    func store(in database: Database) throws {
        let insertion = try Command(
            database,
            """
            INSERT INTO keys (id, printed, counters) VALUES (?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET counters = excluded.counters
            """)
        for id in changed.sorted() {
            insertion.bind(1, Int64(id))
            insertion.bind(2, try name(id).description)
            insertion.bind(3, counters[Int(id) - 1].stored)
            try insertion.run()
            isChanged[Int(id) - 1] = false
        }
        changed.removeAll()
    }
}

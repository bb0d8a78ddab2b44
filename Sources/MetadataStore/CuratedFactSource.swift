internal import GRDB
internal import MetadataModel

/// Fetches what people state about assets.
final class CuratedFactSource {
    private static let maximumKeptCount = 4096

    /// A curated fact as stored, with who stated it.
    struct Stored {
        var edit: Int64
        var source: FactSource
        var content: [UInt8]

        var key: UInt32 { content.withUnsafeBytes { FactContent.key($0) } }
    }

    private let facts: Command
    private let list: Command
    private let all: Command
    private var kept: [Int64: Stored] = [:]

    init(_ database: Database) throws {
        facts = try Command(
            database, "SELECT edit, source, content FROM curated_facts WHERE id = ?")
        list = try Command(database, "SELECT facts, edit FROM curated_assets WHERE ordinal = ?")
        all = try Command(database, "SELECT ordinal FROM curated_assets ORDER BY ordinal")
    }

    /// The assets that somebody has edited.
    func ordinals() throws -> [UInt32] {
        var ordinals: [UInt32] = []
        while try all.step() { ordinals.append(UInt32(clamping: all.int64(0))) }
        return ordinals
    }

    /// Calls `body` with the facts of an asset, the earliest first, until it returns false.
    ///
    /// - Returns: False where `body` asked to stop.
    func forEachFact(
        of ordinal: UInt32, keys: Set<UInt32>?, name: (UInt32) throws -> FactKey,
        _ body: (UInt32, Fact, FactSource) throws -> Bool
    ) throws -> Bool {
        for id in try self.list(of: ordinal).ids {
            let stored = try fact(id)
            guard keys?.contains(stored.key) ?? true else { continue }
            let fact = try stored.content.withUnsafeBytes { try FactContent.fact($0, name: name) }
            guard try body(stored.key, fact, stored.source) else { return false }
        }
        return true
    }

    /// The facts of an asset and the last edit of it; nothing and 0 where nobody has edited it.
    func list(of ordinal: UInt32) throws -> (ids: CuratedList, edit: Int64) {
        list.bind(1, Int64(ordinal))
        guard try list.step() else { return (CuratedList(), 0) }
        defer { list.reset() }
        return (CuratedList(stored: Array(list.bytes(0))), list.int64(1))
    }

    func fact(_ id: Int64) throws -> Stored {
        if let stored = kept[id] { return stored }
        facts.bind(1, id)
        guard try facts.step() else {
            throw StoreError(.damaged, "there is no curated fact \(id)")
        }
        let edit = facts.int64(0)
        let stored = Stored(
            edit: edit, source: FactSource(kind: .curated, path: facts.text(1)),
            content: Array(facts.bytes(2)))
        facts.reset()
        if kept.count >= Self.maximumKeptCount { kept.removeAll() }
        kept[id] = stored
        return stored
    }
}

/// The ids of an asset's curated facts in the order in which they were stated, as varints.
struct CuratedList: Hashable, Sequence {
    private(set) var stored: [UInt8] = []

    init() {}

    init(stored: [UInt8]) {
        self.stored = stored
    }

    init(_ ids: [Int64]) {
        for id in ids { append(id) }
    }

    var isEmpty: Bool { stored.isEmpty }

    mutating func append(_ id: Int64) {
        stored.append(varint: UInt64(bitPattern: id))
    }

    func makeIterator() -> Array<Int64>.Iterator {
        stored.withUnsafeBytes { bytes in
            var cursor = ByteCursor(bytes)
            var ids: [Int64] = []
            while !cursor.isAtEnd { ids.append(Int64(bitPattern: cursor.varint())) }
            return ids.makeIterator()
        }
    }
}

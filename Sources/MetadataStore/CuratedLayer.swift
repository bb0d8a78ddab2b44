internal import GRDB
internal import MetadataModel

/// Writes what people state about assets: the lists of facts, and the entries by which they are
/// found.
///
/// A change of many assets is grouped by what their lists were and become, so that its cost is a
/// row an asset and some operations on sets a group.
final class CuratedLayer {
    private static let maximumKnownCount = 4096

    private let source: CuratedFactSource
    private let sets: CuratedSets
    private let keys: KeyTable
    private let list: Command
    private let listDeletion: Command
    private let fact: Command
    private let factInsertion: Command
    private let awaited: Command
    private let awaitedInsertion: Command
    private let awaitedDeletion: Command
    private let database: Database
    /// Entries of lists that occur often.
    private var known: [CuratedList: CuratedEntries] = [:]

    init(_ database: Database, keys: KeyTable) throws {
        self.database = database
        self.keys = keys
        source = try CuratedFactSource(database)
        sets = try CuratedSets(database)
        list = try Command(
            database,
            "INSERT OR REPLACE INTO curated_assets (ordinal, edit, facts) VALUES (?, ?, ?)")
        listDeletion = try Command(database, "DELETE FROM curated_assets WHERE ordinal = ?")
        fact = try Command(
            database, "SELECT id FROM curated_facts WHERE edit = ? AND content = ?")
        factInsertion = try Command(
            database, "INSERT INTO curated_facts (edit, source, content) VALUES (?, ?, ?)")
        awaited = try Command(database, "SELECT facts, edit FROM awaited WHERE path = ?")
        awaitedInsertion = try Command(
            database, "INSERT OR REPLACE INTO awaited (path, edit, facts) VALUES (?, ?, ?)")
        awaitedDeletion = try Command(database, "DELETE FROM awaited WHERE path = ?")
    }

    // MARK: Facts

    /// The number of a fact of an edit, which is taken in if it is new.
    func id(of fact: Fact, edit: Int64, source: String) throws -> Int64 {
        let content = self.content(of: fact)
        self.fact.bind(1, edit)
        self.fact.bind(2, content)
        if try self.fact.step() {
            defer { self.fact.reset() }
            return self.fact.int64(0)
        }
        factInsertion.bind(1, edit)
        factInsertion.bind(2, source)
        factInsertion.bind(3, content)
        try factInsertion.run()
        return database.lastInsertedRowID
    }

    func content(of fact: Fact) -> [UInt8] {
        var content: [UInt8] = []
        FactContent.append(fact, key: keys.id(of: fact.key), to: &content)
        return content
    }

    func stored(_ id: Int64) throws -> CuratedFactSource.Stored { try source.fact(id) }

    func list(of ordinal: UInt32) throws -> (ids: CuratedList, edit: Int64) {
        try source.list(of: ordinal)
    }

    // MARK: Changes

    /// Assets that had one list and now have another.
    struct Change {
        var before: CuratedList
        var after: CuratedList
        var assets: AssetSet
    }

    /// Gives each of some assets the list that `body` makes of its own.
    ///
    /// - Returns: What has changed, by list.
    func change(
        _ assets: AssetSet, edit: Int64, _ body: (CuratedList) throws -> CuratedList
    ) throws -> [Change] {
        var groups: [CuratedList: (after: CuratedList, ordinals: [UInt32])] = [:]
        try assets.forEachChunk { ordinals in
            for ordinal in ordinals {
                let before = try list(of: ordinal).ids
                if groups[before] == nil { groups[before] = (try body(before), []) }
                guard let after = groups[before]?.after, after != before else { continue }
                try store(after, edit: edit, of: ordinal)
                groups[before]?.ordinals.append(ordinal)
            }
            return true
        }
        var changes: [Change] = []
        for (before, group) in groups where !group.ordinals.isEmpty {
            let members = AssetSet()
            members.insert(contentsOf: group.ordinals)
            try move(members, from: before, to: group.after)
            try count(before, -group.ordinals.count)
            try count(group.after, group.ordinals.count)
            changes.append(Change(before: before, after: group.after, assets: members))
        }
        return changes
    }

    private func store(_ ids: CuratedList, edit: Int64, of ordinal: UInt32) throws {
        list.bind(1, Int64(ordinal))
        list.bind(2, edit)
        list.bind(3, ids.stored)
        try list.run()
    }

    /// Takes assets out of the entries of one list and into those of another.
    private func move(_ assets: AssetSet, from: CuratedList, to: CuratedList) throws {
        let before = try entries(of: from)
        let after = try entries(of: to)
        for entry in before.entries.subtracting(after.entries) {
            try sets.set(of: entry).subtract(assets)
        }
        for entry in after.entries.subtracting(before.entries) {
            try sets.set(of: entry).formUnion(assets)
        }
        // Keys stay with their words: others may state them, and one too many does no harm.
        for (entry, keys) in after.wordKeys { try sets.set(of: entry).insert(contentsOf: keys) }
    }

    private func entries(of ids: CuratedList) throws -> CuratedEntries {
        if let entries = known[ids] { return entries }
        let entries = try CuratedEntries(ids.map { try source.fact($0) })
        if known.count >= Self.maximumKnownCount { known.removeAll() }
        known[ids] = entries
        return entries
    }

    /// Makes all entries anew from the lists, and counts what they hold once more.
    func rebuildEntries() throws {
        sets.forgetAll()
        try database.execute(sql: "DELETE FROM curated_entries")
        var groups: [CuratedList: AssetSet] = [:]
        let rows = try Command(database, "SELECT facts, ordinal FROM curated_assets")
        while try rows.step() {
            let ids = CuratedList(stored: Array(rows.bytes(0)))
            let group = groups[ids] ?? AssetSet()
            group.insert(UInt32(clamping: rows.int64(1)))
            groups[ids] = group
        }
        for (ids, group) in groups {
            try move(group, from: CuratedList(), to: ids)
            try count(ids, group.count)
        }
    }

    private func count(_ ids: CuratedList, _ assetCount: Int) throws {
        var seen: Set<UInt32> = []
        for id in ids {
            let stored = try source.fact(id)
            let fact = try stored.content.withUnsafeBytes {
                try FactContent.fact($0) { try keys.name($0) }
            }
            keys.count(fact, key: stored.key, assetCount)
            if seen.insert(stored.key).inserted { keys.countAsset(key: stored.key, assetCount) }
        }
    }

    // MARK: What becomes of an asset

    /// An asset was written anew.
    func transfer(from old: UInt32, to new: UInt32) throws {
        let (ids, edit) = try list(of: old)
        guard edit > 0 else { return }
        try delete(old, ids)
        try store(ids, edit: edit, of: new)
        try move(Self.set(of: new), from: CuratedList(), to: ids)
    }

    /// An asset is removed: what was stated about it waits for another one at its path.
    func release(_ ordinal: UInt32, path: String) throws {
        let (ids, edit) = try list(of: ordinal)
        guard edit > 0 else { return }
        try delete(ordinal, ids)
        try count(ids, -1)
        try setAwaited(ids, edit: edit, path: path)
    }

    /// A new asset gets what waits for its path.
    func claim(path: String, for ordinal: UInt32) throws {
        guard let (ids, edit) = try awaited(path: path) else { return }
        awaitedDeletion.bind(1, path)
        try awaitedDeletion.run()
        try store(ids, edit: edit, of: ordinal)
        try move(Self.set(of: ordinal), from: CuratedList(), to: ids)
        try count(ids, 1)
    }

    func awaited(path: String) throws -> (ids: CuratedList, edit: Int64)? {
        awaited.bind(1, path)
        guard try awaited.step() else { return nil }
        defer { awaited.reset() }
        return (CuratedList(stored: Array(awaited.bytes(0))), awaited.int64(1))
    }

    func setAwaited(_ ids: CuratedList, edit: Int64, path: String) throws {
        awaitedInsertion.bind(1, path)
        awaitedInsertion.bind(2, edit)
        awaitedInsertion.bind(3, ids.stored)
        try awaitedInsertion.run()
    }

    private func delete(_ ordinal: UInt32, _ ids: CuratedList) throws {
        listDeletion.bind(1, Int64(ordinal))
        try listDeletion.run()
        try move(Self.set(of: ordinal), from: ids, to: CuratedList())
    }

    private static func set(of ordinal: UInt32) -> AssetSet {
        let set = AssetSet()
        set.insert(ordinal)
        return set
    }

    /// Writes everything that is still in memory.
    func flush() throws { try sets.store() }
}

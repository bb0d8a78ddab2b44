internal import GRDB
internal import MetadataModel

/// Fetches the records of assets; keeps some blocks, since neighbours share them.
final class RecordSource {
    private static let maximumKeptCount = 32

    private let names: (UInt32) throws -> FactKey
    private let curated: CuratedFactSource?
    private let latest: Command
    private let following: Command
    private var kept: [Int64: RecordBlock] = [:]

    /// - Parameters:
    ///   - curated: What people state, which comes before what the record holds.
    ///   - names: Gives the key of an id.
    init(
        _ database: Database, curated: CuratedFactSource? = nil,
        names: @escaping (UInt32) throws -> FactKey
    ) throws {
        self.names = names
        self.curated = curated
        latest = try Command(
            database, "SELECT id FROM records WHERE id <= ? ORDER BY id DESC LIMIT 1")
        following = try Command(
            database, "SELECT id, body FROM records WHERE id >= ? AND id <= ? ORDER BY id LIMIT 1")
    }

    /// Calls `body` with the facts of an asset in their order until it returns false.
    ///
    /// - Parameter keys: Only facts under these; all where it is `nil`.
    func forEachFact(
        of ordinal: UInt32, keys: Set<UInt32>? = nil,
        _ body: (UInt32, Fact, FactSource) throws -> Bool
    ) throws {
        let goesOn = try curated?.forEachFact(of: ordinal, keys: keys, name: names, body) ?? true
        guard goesOn else { return }
        // The asset begins in the last block that begins at or before its first part.
        let first = Int64(ordinal) << RecordWriter.partBits
        latest.bind(1, first)
        guard try latest.step() else { return }
        var next = latest.int64(0)
        latest.reset()
        let last = first | (1 << RecordWriter.partBits - 1)
        while let (id, block) = try block(from: next, to: last) {
            guard try block.forEachFact(of: ordinal, keys: keys, name: names, body) else { return }
            next = id + 1
            guard next <= last else { return }
        }
    }

    /// Calls `body` with every block there is, in the order of their first assets.
    func forEachBlock(_ body: (RecordBlock) throws -> Void) throws {
        var next: Int64 = 0
        while let (id, block) = try block(from: next, to: .max) {
            try body(block)
            next = id + 1
        }
    }

    func forEachFact(
        of ordinal: UInt32, in block: RecordBlock, _ body: (UInt32, Fact) throws -> Void
    ) throws {
        _ = try block.forEachFact(of: ordinal, name: names) { key, fact, _ in
            try body(key, fact)
            return true
        }
    }

    private func block(from id: Int64, to last: Int64) throws -> (Int64, RecordBlock)? {
        if let block = kept[id] { return (id, block) }
        following.bind(1, id)
        following.bind(2, last)
        guard try following.step() else { return nil }
        let found = following.int64(0)
        let bytes = Array(following.bytes(1))
        following.reset()
        let block = try RecordBlock(
            bytes, first: UInt32(truncatingIfNeeded: found >> RecordWriter.partBits))
        if kept.count >= Self.maximumKeptCount { kept.removeAll() }
        kept[found] = block
        return (found, block)
    }
}

internal import GRDB
internal import MetadataModel

/// Everything that writing needs to remember between calls: dictionaries, what is not yet
/// flushed, and the segments there are.
///
/// Used on the writing connection only. After an error it is thrown away and read anew.
final class IndexWriter {
    let database: Database
    let assets: AssetTable
    let parts: PartTable
    let curated: CuratedLayer
    let keys: KeyTable
    private(set) var dead: DeadOrdinals
    var numbers: IndexNumbers
    private var order: IdentityOrder
    private(set) var segments: [Segment]
    var builder = SegmentBuilder()
    private var records = RecordWriter()
    private let compressor = RecordCompressor()
    private var content: [UInt8] = []
    let source: RecordSource
    private var draft: UInt32?
    /// Drafts that were given up and are not yet taken out of the counts.
    private var abandoned: [UInt32] = []
    /// How many facts the draft has under each key so far.
    private var factCounts: [UInt32: Int] = [:]
    private var isChanged = false

    init(_ database: Database) throws {
        self.database = database
        assets = AssetTable(database)
        parts = PartTable(database)
        let keys = try KeyTable(database)
        self.keys = keys
        curated = try CuratedLayer(database, keys: keys)
        source = try RecordSource(database) { try keys.name($0) }
        dead = try DeadOrdinals(database)
        let numbers = try IndexNumbers(database)
        self.numbers = numbers
        order = try IdentityOrder(database, end: numbers.orderedEnd)
        segments = try Segment.all(in: database)
    }

    /// Whether the index is as this writer left it, so that what it remembers still holds.
    var isCurrent: Bool {
        get throws { try IndexNumbers(database).isSame(as: numbers) }
    }

    // MARK: Drafts

    /// Opens a draft and returns its ordinal.
    func begin() throws -> UInt32 {
        try checkNoDraft()
        try buryAbandoned()
        guard numbers.nextOrdinal < UInt32.max else {
            throw StoreError(
                .unusable, "the index has had 4 thousand million assets: build it anew")
        }
        let ordinal = numbers.nextOrdinal
        numbers.nextOrdinal += 1
        draft = ordinal
        factCounts.removeAll(keepingCapacity: true)
        records.begin(ordinal)
        return ordinal
    }

    private func checkNoDraft() throws {
        guard draft == nil else {
            throw StoreError(.unusable, "an asset is still being written")
        }
    }

    func add(_ fact: Fact, from source: FactSource, to ordinal: UInt32) throws {
        let key = keys.id(of: fact.key)
        content.removeAll(keepingCapacity: true)
        FactContent.append(fact, key: key, to: &content)
        let number = content.withUnsafeBytes { builder.add($0, of: ordinal) }
        records.add(fact, content: number, contentByteCount: content.count, from: source)
        keys.count(fact, key: key, 1)
        factCounts[key, default: 0] += 1
        if builder.isFull {
            try flushSegment()
        } else if records.isFull {
            try flushRecords()
        }
    }

    func finish(
        _ ordinal: UInt32, _ header: AssetHeader, parts newParts: [AssetPart]?
    ) throws -> AssetIdentity {
        for (key, count) in factCounts {
            content.removeAll(keepingCapacity: true)
            FactContent.appendFactCount(count, key: key, to: &content)
            _ = content.withUnsafeBytes { builder.add($0, of: ordinal) }
            keys.countAsset(key: key, 1)
        }
        draft = nil
        let identity = try displace(header, by: ordinal)
        order.add(identity, ordinal)
        if header.isTombstone {
            try assets.insertAsset(ordinal, identity, path: header.path)
        } else {
            numbers.assetCount += 1
            try assets.insert(ordinal, identity, path: header.path, file: header.file)
            try parts.deletePart(header.path)
            if let newParts {
                for part in newParts { _ = try remove(path: part.path) }
                try parts.replaceParts(of: header.path, with: newParts)
            }
        }
        isChanged = true
        if builder.isFull {
            try flushSegment()
        } else if records.hasEnoughAssets || records.isFull {
            try flushRecords()
        }
        return identity
    }

    /// Makes room for an asset: the one that it replaces is buried, and what stands at its path.
    ///
    /// - Returns: The identity of the asset replaced, or a new one.
    private func displace(
        _ header: AssetHeader, by ordinal: UInt32
    ) throws -> AssetIdentity {
        let atPath = try assets.ordinal(path: header.path)
        guard let wanted = header.identity else {
            guard let atPath else {
                try curated.claim(path: header.path, for: ordinal)
                return order.newIdentity()
            }
            let identity = try assets.identity(atPath)
            try curated.transfer(from: atPath, to: ordinal)
            if header.isTombstone { try assets.deletePath(header.path) }
            try bury(atPath)
            numbers.assetCount -= 1
            return identity
        }
        let old = try assets.ordinal(of: wanted)
        if let old, let path = try assets.path(old) {
            // A tombstone has a path as a name only, which may be another asset's by now.
            if try assets.ordinal(path: path) == old {
                try assets.deletePath(path)
                if path != header.path || header.isTombstone { try parts.deleteParts(of: path) }
                numbers.assetCount -= 1
            }
            try curated.transfer(from: old, to: ordinal)
            try bury(old)
        }
        if let atPath, atPath != old, !header.isTombstone {
            try curated.release(atPath, path: header.path)
            try bury(atPath)
            numbers.assetCount -= 1
        }
        return wanted
    }

    func discard(_ ordinal: UInt32) {
        draft = nil
        abandoned.append(ordinal)
    }

    private func buryAbandoned() throws {
        for ordinal in abandoned {
            try uncount(ordinal)
            dead.insert(ordinal)
        }
        abandoned.removeAll()
    }

    // MARK: Removing and renaming

    func remove(path: String) throws -> Bool {
        guard let ordinal = try assets.ordinal(path: path) else { return false }
        try curated.release(ordinal, path: path)
        try bury(ordinal)
        try assets.deletePath(path)
        try parts.deleteParts(of: path)
        numbers.assetCount -= 1
        isChanged = true
        return true
    }

    func rename(from: String, to: String) throws -> Bool {
        guard let ordinal = try assets.ordinal(path: from) else { return false }
        guard from != to else { return true }
        _ = try remove(path: to)
        try assets.rename(ordinal, from: from, to: to)
        try parts.deletePart(to)
        try parts.rename(main: from, to: to)
        isChanged = true
        return true
    }

    /// Takes an ordinal out of the counts and of the living.
    private func bury(_ ordinal: UInt32) throws {
        try uncount(ordinal)
        dead.insert(ordinal)
        try assets.deleteAsset(ordinal)
    }

    private func uncount(_ ordinal: UInt32) throws {
        var seen: Set<UInt32> = []
        try forEachFact(of: ordinal) { key, fact, _ in
            keys.count(fact, key: key, -1)
            seen.insert(key)
        }
        // A draft that is given up was never counted as an asset of its keys.
        guard try assets.path(ordinal) != nil else { return }
        for key in seen { keys.countAsset(key: key, -1) }
    }

    func forEachFact(
        of ordinal: UInt32, _ body: (UInt32, Fact, FactSource) throws -> Void
    ) throws {
        if let first = records.firstOrdinal, first <= ordinal { try flushRecords() }
        try source.forEachFact(of: ordinal) { key, fact, source in
            try body(key, fact, source)
            return true
        }
    }

    func name(ofKey id: UInt32) throws -> FactKey { try keys.name(id) }

    /// Makes the next flush a new revision, also where no fact of a file has changed.
    func noteChange() { isChanged = true }

    // MARK: Flushing

    private func flushRecords() throws {
        let isAssetOpen = draft != nil
        guard let block = records.takeBlock(builder.contents, isAssetOpen: isAssetOpen) else {
            return
        }
        let insertion = try Command(database, "INSERT INTO records (id, body) VALUES (?, ?)")
        insertion.bind(1, block.id)
        insertion.bind(2, compressor.stored(block.body))
        try insertion.run()
    }

    private func flushSegment() throws {
        try flushRecords()
        try writeSegment()
        records.forgetContents()
    }

    /// Makes a segment of what the builder holds.
    func writeSegment() throws {
        guard !builder.isEmpty else { return }
        let first = builder.first
        try addSegment(first: first, last: builder.last) { writer in
            try builder.write(into: &writer)
        }
        builder.removeAll()
    }

    private func addSegment(
        first: UInt32, last: UInt32, _ write: (inout BlockWriter) throws -> Void
    ) throws {
        let id = numbers.nextSegment
        numbers.nextSegment += 1
        let insertion = try Command(
            database, "INSERT INTO blocks (id, segment, first, body) VALUES (?, ?, ?, ?)")
        var writer = BlockWriter(segment: id, insertion: insertion)
        try write(&writer)
        let segment = Segment(id: id, first: first, last: last, byteCount: writer.writtenByteCount)
        try insert(segment)
    }

    private func insert(_ segment: Segment) throws {
        let row = try Command(
            database, "INSERT INTO segments (id, first, last, bytes) VALUES (?, ?, ?, ?)")
        row.bind(1, segment.id)
        row.bind(2, Int64(segment.first))
        row.bind(3, Int64(segment.last))
        row.bind(4, Int64(segment.byteCount))
        try row.run()
        segments.append(segment)
        segments.sort { ($0.first, $0.last, $0.id) < ($1.first, $1.last, $1.id) }
    }

    private func mergeSegments() throws {
        while let places = SegmentMerger.candidates(segments) {
            let inputs = Array(segments[places])
            let merger = try SegmentMerger(inputs, dead: dead.all, database)
            let first = inputs.map(\.first).min() ?? 0
            let last = inputs.map(\.last).max() ?? 0
            try addSegment(first: first, last: last) { try merger.merge(into: &$0) }
            for input in inputs { try delete(input) }
            try RecordCleaning(database).deleteDead(dead.all, from: first, to: last)
        }
    }

    func delete(_ segment: Segment) throws {
        segments.removeAll { $0.id == segment.id }
        for sql in ["DELETE FROM segments WHERE id = ?", "DELETE FROM blocks WHERE segment = ?"] {
            let deletion = try Command(database, sql)
            deletion.bind(1, segment.id)
            try deletion.run()
        }
    }

    /// Writes everything that is still in memory.
    func flush() throws {
        try checkNoDraft()
        try buryAbandoned()
        try flushSegment()
        try mergeSegments()
        try curated.flush()
        try keys.store(in: database)
        try dead.store(in: database)
        numbers.orderedEnd = order.end
        if isChanged { numbers.revision += 1 }
        try numbers.store(in: database)
        isChanged = false
    }
}

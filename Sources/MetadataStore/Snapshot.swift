internal import GRDB
internal import MetadataModel

/// One consistent state of the index, on one connection.
final class Snapshot {
    /// Above this many assets, a question about texts is answered from the index, below from
    /// the records.
    static let fewAssets = 256

    let database: Database
    let state: IndexState
    /// All assets that the reader sees.
    let live: AssetSet
    let assets: AssetTable
    let parts: PartTable
    let entries: SegmentReader
    let records: RecordSource

    private static let maximumMetCount = 1024
    private var met: [AssetIdentity: UInt32] = [:]
    private let scoped: ScopedIndex?
    private let scope: ReadingScope?

    init(_ database: Database, _ state: IndexState, within scope: ReadingScope? = nil) throws {
        self.database = database
        self.state = state
        self.scope = scope
        scoped = try scope.map { scope in
            try state.scoped(to: scope) { try ScopedIndex(database, state, scope) }
        }
        live = scoped?.assets ?? state.live
        assets = AssetTable(database)
        parts = PartTable(database)
        entries = try SegmentReader(database, segments: state.segments)
        let curated = try CuratedFactSource(database)
        records = try RecordSource(database, curated: curated) { id in
            guard let entry = try state.keys(database).entry(KeyID(raw: Int64(id))) else {
                throw StoreError(.damaged, "there is no key \(id)")
            }
            return entry.key
        }
    }

    func keys() throws -> KeyDictionary {
        try scoped?.keys(of: self) ?? state.keys(database)
    }

    var assetCount: Int { scoped?.assets.count ?? state.assetCount }

    /// Whether the reader sees what somebody made who saw these projects, or all where it is `nil`.
    func sees(projects: [String]?) -> Bool {
        guard let scope else { return true }
        return projects.map { scope.values.isSuperset(of: $0) } ?? false
    }

    /// Whether only a part of the index exists for the reader.
    var isScoped: Bool { scope != nil }

    /// Whether the reader sees an asset.
    func isSeen(_ ordinal: UInt32) -> Bool { scoped?.assets.contains(ordinal) ?? true }

    /// Remembers an asset that was met, whose path or facts are likely to be asked for next.
    func note(_ identity: AssetIdentity, _ ordinal: UInt32) {
        if met.count >= Self.maximumMetCount { met.removeAll(keepingCapacity: true) }
        met[identity] = ordinal
    }

    func ordinal(of identity: AssetIdentity) throws -> UInt32? {
        if let ordinal = met[identity] { return ordinal }
        return try assets.ordinal(of: identity).flatMap { isSeen($0) ? $0 : nil }
    }

    /// The asset at a path, or whose part the file there is.
    func ordinal(ofFile path: String) throws -> UInt32? {
        try assets.ordinal(ofFile: path).flatMap { isSeen($0) ? $0 : nil }
    }

    func asset(_ ordinal: UInt32) throws -> StoredAsset? {
        guard let path = try assets.path(ordinal) else { return nil }
        var asset = StoredAsset(
            identity: try assets.identity(ordinal), path: path,
            file: try assets.file(of: ordinal, path: path),
            parts: try assets.parts(of: ordinal, path: path), contributions: [])
        try records.forEachFact(of: ordinal) { _, fact, source in
            asset.add(fact, from: source)
            return true
        }
        asset.parts += asset.formerParts
        return asset
    }
}

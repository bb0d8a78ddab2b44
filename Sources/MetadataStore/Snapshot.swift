internal import GRDB
internal import MetadataModel

/// One consistent state of the index, on one connection.
final class Snapshot {
    /// Above this many assets, a question about texts is answered from the index, below from
    /// the records.
    static let fewAssets = 256

    let database: Database
    let state: IndexState
    let assets: AssetTable
    let entries: SegmentReader
    let records: RecordSource

    init(_ database: Database, _ state: IndexState) throws {
        self.database = database
        self.state = state
        assets = AssetTable(database)
        entries = try SegmentReader(database, segments: state.segments)
        records = try RecordSource(database) { id in
            guard let entry = try state.keys(database).entry(KeyID(raw: Int64(id))) else {
                throw StoreError(.damaged, "there is no key \(id)")
            }
            return entry.key
        }
    }

    func keys() throws -> KeyDictionary { try state.keys(database) }

    func asset(_ ordinal: UInt32) throws -> StoredAsset? {
        guard let path = try assets.path(ordinal) else { return nil }
        var asset = StoredAsset(
            identity: try assets.identity(ordinal), path: path,
            file: try assets.file(of: ordinal, path: path), contributions: [])
        try records.forEachFact(of: ordinal) { _, fact, source in
            asset.add(fact, from: source)
            return true
        }
        return asset
    }
}

public import MetadataModel

/// Writes assets and their facts within ``MetadataStore/write(_:)``.
public final class StoreWriter {
    let index: IndexWriter
    private let commitTransaction: () throws -> Void

    init(_ index: IndexWriter, commit: @escaping () throws -> Void) {
        self.index = index
        commitTransaction = commit
    }

    /// Begins an asset, or replaces the facts of the one at the same path, which keeps its
    /// identity. One draft is open at a time.
    public func begin(_ header: AssetHeader) throws -> AssetDraft {
        AssetDraft(index, header, ordinal: try index.begin())
    }

    /// - Returns: False where there is no asset at the path.
    @discardableResult
    public func remove(path: String) throws -> Bool {
        try index.remove(path: path)
    }

    /// Gives an asset another path; an asset that had it is removed, as a file would be.
    ///
    /// - Returns: False where there is no asset at the first path.
    @discardableResult
    public func rename(from: String, to: String) throws -> Bool {
        try index.rename(from: from, to: to)
    }

    /// Makes the index anew from the records: what finds assets, not what is known of them.
    public func rebuildSegments() throws {
        try index.rebuildSegments()
    }

    /// Makes everything so far visible to readers and safe from a crash of the process.
    public func commit() throws {
        try index.flush()
        try commitTransaction()
    }

    /// The path of the asset that a file is, or is a part of; `nil` where it is unknown.
    public func assetPath(ofFile path: String) throws -> String? {
        try index.assets.ordinal(ofFile: path).flatMap { try index.assets.path($0) }
    }

    /// The parts of the asset at a path, its main file left out.
    public func parts(of path: String) throws -> [AssetPart] {
        try index.parts.parts(of: path)
    }

    /// The asset at a path, or whose part the file there is, with what was written but not yet
    /// committed.
    public func asset(path: String) throws -> StoredAsset? {
        try index.assets.ordinal(ofFile: path).flatMap { try asset($0) }
    }

    /// An asset, a deleted one as well, with what was written but not yet committed.
    public func asset(_ identity: AssetIdentity) throws -> StoredAsset? {
        try index.assets.ordinal(of: identity).flatMap { try asset($0) }
    }

    private func asset(_ ordinal: UInt32) throws -> StoredAsset? {
        guard let path = try index.assets.path(ordinal) else { return nil }
        var asset = StoredAsset(
            identity: try index.assets.identity(ordinal), path: path,
            file: try index.assets.file(of: ordinal, path: path),
            parts: try index.assets.parts(of: ordinal, path: path), contributions: [])
        try index.forEachFact(of: ordinal) { _, fact, source in asset.add(fact, from: source) }
        return asset
    }
}

extension StoredAsset {
    mutating func add(_ fact: Fact, from source: FactSource) {
        if let place = contributions.lastIndex(where: { $0.source == source }) {
            contributions[place].facts.append(fact)
        } else {
            contributions.append((source, [fact]))
        }
    }
}

/// An asset that is being written; its facts arrive in chunks.
public final class AssetDraft {
    private let index: IndexWriter
    private let header: AssetHeader
    private let ordinal: UInt32
    private var isOpen = true

    init(_ index: IndexWriter, _ header: AssetHeader, ordinal: UInt32) {
        self.index = index
        self.header = header
        self.ordinal = ordinal
    }

    public func add(_ facts: [Fact], from source: FactSource) throws {
        try checkOpen()
        for fact in facts { try index.add(fact, from: source, to: ordinal) }
    }

    /// Makes the asset out of what was added.
    ///
    /// - Parameter parts: The asset's files beside its main one, which are no longer assets of
    ///   their own; `nil` where they stay as they are.
    public func finish(parts: [AssetPart]? = nil) throws -> AssetIdentity {
        try checkOpen()
        isOpen = false
        return try index.finish(ordinal, header, parts: parts)
    }

    /// Forgets the draft; an asset that it was to replace stays as it was.
    public func discard() {
        guard isOpen else { return }
        isOpen = false
        index.discard(ordinal)
    }

    private func checkOpen() throws {
        guard isOpen else {
            throw StoreError(.unusable, "the asset \(header.path) is no longer being written")
        }
    }
}

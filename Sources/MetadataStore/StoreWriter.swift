public import MetadataModel

/// Writes assets and their facts within ``MetadataStore/write(_:)``.
public final class StoreWriter {
    init() {}

    /// Begins an asset, or replaces the facts of the one at the same path, which keeps its
    /// identity. One draft is open at a time.
    public func begin(_ header: AssetHeader) throws -> AssetDraft {
        throw StoreError(.unusable, "not built yet")
    }

    /// - Returns: False where there is no asset at the path.
    @discardableResult
    public func remove(path: String) throws -> Bool {
        throw StoreError(.unusable, "not built yet")
    }

    /// Gives an asset another path; an asset that had it is removed, as a file would be.
    ///
    /// - Returns: False where there is no asset at the first path.
    @discardableResult
    public func rename(from: String, to: String) throws -> Bool {
        throw StoreError(.unusable, "not built yet")
    }

    /// Makes everything so far visible to readers and safe from a crash of the process.
    public func commit() throws {}

    /// The asset at a path, with what was written but not yet committed.
    public func asset(path: String) throws -> StoredAsset? {
        throw StoreError(.unusable, "not built yet")
    }
}

/// An asset that is being written; its facts arrive in chunks.
public final class AssetDraft {
    init() {}

    public func add(_ facts: [Fact], from source: FactSource) throws {}

    public func finish() throws -> AssetIdentity {
        throw StoreError(.unusable, "not built yet")
    }

    /// Forgets the draft; an asset that it was to replace stays as it was.
    public func discard() {}
}

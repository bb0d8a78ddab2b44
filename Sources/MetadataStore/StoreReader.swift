public import MetadataModel

/// Reads one state of the index within ``MetadataStore/read(_:)``.
public struct StoreReader {
    /// Grows with every commit that changes something.
    public var revision: Int64 {
        get throws { throw StoreError(.unusable, "not built yet") }
    }

    public var assetCount: Int {
        get throws { throw StoreError(.unusable, "not built yet") }
    }

    /// All keys; kept between calls as long as the index does not change.
    public func keys() throws -> KeyDictionary {
        throw StoreError(.unusable, "not built yet")
    }

    /// The assets that fulfil a predicate.
    ///
    /// - Parameter deadline: The time by which to stop; the answer then says that it is incomplete.
    public func answer(
        _ predicate: Predicate, deadline: ContinuousClock.Instant? = nil
    ) throws -> StoreAnswer {
        throw StoreError(.unusable, "not built yet")
    }

    public func asset(_ identity: AssetIdentity) throws -> StoredAsset? {
        throw StoreError(.unusable, "not built yet")
    }

    public func asset(path: String) throws -> StoredAsset? {
        throw StoreError(.unusable, "not built yet")
    }

    /// The identities, at most ten, whose text begins so; hyphens are optional.
    public func identities(withPrefix prefix: String) throws -> [AssetIdentity] {
        throw StoreError(.unusable, "not built yet")
    }

    /// The facts of an asset under some keys, in their original order.
    public func facts(of identity: AssetIdentity, keys: Set<KeyID>) throws -> [(KeyID, Fact)] {
        throw StoreError(.unusable, "not built yet")
    }

    public func path(of identity: AssetIdentity) throws -> String? {
        throw StoreError(.unusable, "not built yet")
    }

    /// Calls `body` with every known file below a directory (all for an empty one), in the order
    /// of the bytes of their paths.
    public func fileStates(
        below directory: String, _ body: (_ path: String, _ state: FileState) throws -> Void
    ) throws {}
}

public import MetadataModel

/// Reads one state of the index within ``MetadataStore/read(_:)``.
public struct StoreReader {
    let snapshot: Snapshot
    /// Whether answers hold assets whose files are gone; see ``FactKey/deleted``.
    public var findsDeleted = false

    init(_ snapshot: Snapshot) {
        self.snapshot = snapshot
    }

    /// Grows with every commit that changes something.
    public var revision: Int64 {
        get throws { snapshot.state.revision }
    }

    public var assetCount: Int {
        get throws { snapshot.assetCount }
    }

    /// All keys; kept between calls as long as the index does not change.
    public func keys() throws -> KeyDictionary {
        try snapshot.keys()
    }

    /// The assets that fulfil a predicate.
    ///
    /// - Parameter deadline: The time by which to stop; the answer then says that it is incomplete.
    public func answer(
        _ predicate: Predicate, deadline: ContinuousClock.Instant? = nil
    ) throws -> StoreAnswer {
        let budget = Budget(deadline: deadline)
        let set = try Evaluator(snapshot, budget).assets(predicate)
        guard !findsDeleted, let deleted = try snapshot.deletedAssets(budget) else {
            return StoreAnswer(snapshot, set, budget)
        }
        return StoreAnswer(snapshot, set.subtracting(deleted), budget)
    }

    public func asset(_ identity: AssetIdentity) throws -> StoredAsset? {
        try snapshot.ordinal(of: identity).flatMap { try snapshot.asset($0) }
    }

    /// The asset at a path, or whose part the file there is.
    public func asset(path: String) throws -> StoredAsset? {
        try snapshot.ordinal(ofFile: path).flatMap { try snapshot.asset($0) }
    }

    /// The identities, at most ten, whose text begins so; hyphens and case do not matter.
    public func identities(withPrefix prefix: String) throws -> [AssetIdentity] {
        let digits = prefix.lowercased().filter { $0 != "-" }
        let padding = 32 - digits.count
        guard padding >= 0,
            let first = AssetIdentity(digits + String(repeating: "0", count: padding)),
            let last = AssetIdentity(digits + String(repeating: "f", count: padding))
        else { return [] }
        return try snapshot.assets.identities(from: first, through: last, limit: 10)
            .filter { try snapshot.ordinal(of: $0) != nil }
    }

    /// The facts of an asset under some keys, in their original order.
    public func facts(of identity: AssetIdentity, keys: Set<KeyID>) throws -> [(KeyID, Fact)] {
        guard let ordinal = try snapshot.ordinal(of: identity) else { return [] }
        var facts: [(KeyID, Fact)] = []
        let wanted = Set(keys.map { UInt32(clamping: $0.raw) })
        try snapshot.records.forEachFact(of: ordinal, keys: wanted) { key, fact, _ in
            facts.append((KeyID(raw: Int64(key)), fact))
            return true
        }
        return facts
    }

    public func path(of identity: AssetIdentity) throws -> String? {
        try snapshot.ordinal(of: identity).flatMap { try snapshot.assets.path($0) }
    }

    /// The paths of all files of an asset, the main one first.
    public func parts(of identity: AssetIdentity) throws -> [String] {
        guard let ordinal = try snapshot.ordinal(of: identity),
            let path = try snapshot.assets.path(ordinal)
        else { return [] }
        let parts = try snapshot.assets.parts(of: ordinal, path: path)
        return try isDeleted(identity) ? parts + partsBefore(of: identity) : parts
    }

    /// The parts of the asset at a path, its main file left out.
    public func parts(ofPath path: String) throws -> [AssetPart] {
        try snapshot.parts.parts(of: path)
    }

    /// Calls `body` with every known file below a directory (all for an empty one), in the order
    /// of the bytes of their paths.
    public func fileStates(
        below directory: String, _ body: (KnownFile) throws -> Void
    ) throws {
        try snapshot.assets.forEachFile(below: directory, body)
    }
}

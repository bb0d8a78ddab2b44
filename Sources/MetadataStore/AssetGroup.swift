public import MetadataModel

/// Assets that an edit is about, as of one state of the index: good for the reader or the writer
/// that gave it, until the next write.
public struct AssetGroup: Sendable {
    let members: AssetSet

    public var count: Int { members.count }
    public var isEmpty: Bool { members.isEmpty }

    /// No assets.
    public init() {
        self.init(AssetSet())
    }

    init(_ members: AssetSet) {
        self.members = members
    }

    /// The first few of the assets, in the order in which they were written.
    public func prefix(_ count: Int) -> AssetGroup {
        let few = AssetSet()
        members.forEachChunk(of: max(1, count)) { ordinals in
            few.insert(contentsOf: ordinals)
            return false
        }
        return AssetGroup(few)
    }

    public func intersection(_ other: AssetGroup) -> AssetGroup {
        AssetGroup(members.intersection(other.members))
    }

    public func union(_ other: AssetGroup) -> AssetGroup {
        let union = members.copy()
        union.formUnion(other.members)
        return AssetGroup(union)
    }

    public func subtracting(_ other: AssetGroup) -> AssetGroup {
        AssetGroup(members.subtracting(other.members))
    }
}

extension StoreAnswer {
    /// The assets of the answer, for an edit in the same write.
    public var group: AssetGroup { AssetGroup(set) }
}

extension StoreReader {
    /// The assets at some paths; paths without an asset are left out.
    public func group(paths: some Sequence<String>) throws -> AssetGroup {
        let set = AssetSet()
        for path in paths {
            if let ordinal = try snapshot.ordinal(path: path) { set.insert(ordinal) }
        }
        return AssetGroup(set)
    }

    /// The assets below a directory.
    public func group(below directory: String) throws -> AssetGroup {
        let members = AssetSet()
        for ordinal in try snapshot.assets.ordinals(below: directory) where snapshot.isSeen(ordinal)
        {
            members.insert(ordinal)
        }
        return AssetGroup(members)
    }

    public func group(_ identities: some Sequence<AssetIdentity>) throws -> AssetGroup {
        let set = AssetSet()
        for identity in identities {
            if let ordinal = try snapshot.ordinal(of: identity) { set.insert(ordinal) }
        }
        return AssetGroup(set)
    }

    /// Calls `body` with the path of every asset of a group.
    public func paths(of group: AssetGroup, _ body: (String) throws -> Void) throws {
        try group.members.forEachChunk { ordinals in
            for ordinal in ordinals {
                if let path = try snapshot.assets.path(ordinal) { try body(path) }
            }
            return true
        }
    }

    /// Calls `body` with every asset of a group, one after the other.
    public func assets(of group: AssetGroup, _ body: (StoredAsset) throws -> Void) throws {
        try group.members.forEachChunk { ordinals in
            for ordinal in ordinals {
                if let asset = try snapshot.asset(ordinal) { try body(asset) }
            }
            return true
        }
    }

    /// The assets of a group by what they state under some keys, each distinct fact once.
    ///
    /// Element and place of the facts are those of one of the assets.
    public func groups(
        of group: AssetGroup, keys: Set<KeyID>
    ) throws -> [(fact: Fact, source: FactSource, group: AssetGroup)] {
        struct Stated: Hashable {
            var fact: Fact
            var source: FactSource
        }
        let wanted = Set(keys.map { UInt32(clamping: $0.raw) })
        var ordinals: [Stated: [UInt32]] = [:]
        try group.members.forEachChunk { chunk in
            for ordinal in chunk {
                try snapshot.records.forEachFact(of: ordinal, keys: wanted) { _, fact, source in
                    var fact = fact
                    fact.element = .root
                    fact.locus = Locus()
                    // Where a sidecar stands does not matter, only that it is one.
                    let kind = FactSource(kind: source.kind)
                    ordinals[Stated(fact: fact, source: kind), default: []].append(ordinal)
                    return true
                }
            }
            return true
        }
        return ordinals.map { stated, ordinals in
            let set = AssetSet()
            set.insert(contentsOf: ordinals)
            return (stated.fact, stated.source, AssetGroup(set))
        }
    }

    /// The last edit of an asset; 0 where nobody has edited it.
    public func lastEdit(of identity: AssetIdentity) throws -> Int64 {
        guard let ordinal = try snapshot.ordinal(of: identity) else { return 0 }
        return try CuratedFactSource(snapshot.database).list(of: ordinal).edit
    }
}

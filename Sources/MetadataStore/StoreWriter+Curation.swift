internal import GRDB
public import MetadataModel

/// A fact that one edit states about assets, and who made the edit.
public struct CuratedFact: Sendable, Hashable {
    public var fact: Fact
    public var edit: Int64
    /// What stands as the path of the fact's source: `edit 7 by mueller`.
    public var source: String

    public init(_ fact: Fact, edit: Int64, source: String) {
        self.fact = fact
        self.edit = edit
        self.source = source
    }
}

extension StoreWriter {
    /// Reads the index with everything that was written so far, committed or not.
    ///
    /// - Parameter scope: What the reader sees of the index; all of it where it is absent.
    public func reading<Result>(
        within scope: ReadingScope? = nil, _ body: (StoreReader) throws -> Result
    ) throws -> Result {
        try index.flush()
        let state = try IndexState(index.database)
        return try body(StoreReader(Snapshot(index.database, state, within: scope)))
    }

    /// States a fact about some assets.
    ///
    /// - Returns: The assets about which nobody had stated it; the others stay as they are.
    /// - Complexity: A row an asset.
    public func state(_ curated: CuratedFact, about group: AssetGroup) throws -> AssetGroup {
        guard !group.isEmpty else { return group }
        let layer = index.curated
        let content = layer.content(of: curated.fact)
        let id = try layer.id(of: curated.fact, edit: curated.edit, source: curated.source)
        let changes = try layer.change(group.members, edit: curated.edit) { list in
            guard try !list.contains(where: { try layer.stored($0).content == content }) else {
                return list
            }
            var list = list
            list.append(id)
            return list
        }
        index.noteChange()
        return AssetGroup(changes.map(\.assets).union())
    }

    /// Takes back curated facts of some assets.
    ///
    /// - Parameter isMeant: Is asked for each distinct fact.
    /// - Returns: What was taken back, and from which assets.
    public func retract(
        from group: AssetGroup, edit: Int64, where isMeant: (Fact) -> Bool
    ) throws -> [(fact: Fact, group: AssetGroup)] {
        let layer = index.curated
        let changes = try layer.change(group.members, edit: edit) { list in
            CuratedList(try list.filter { try !isMeant(fact($0)) })
        }
        guard !changes.isEmpty else { return [] }
        index.noteChange()
        var retracted: [Fact: [AssetSet]] = [:]
        for change in changes {
            for id in change.before {
                let fact = try self.fact(id)
                guard isMeant(fact) else { continue }
                retracted[fact, default: []].append(change.assets)
            }
        }
        return retracted.map { (fact: $0.key, group: AssetGroup($0.value.union())) }
            .sorted { ($0.fact.key, $0.fact.value) < ($1.fact.key, $1.fact.value) }
    }

    private func fact(_ id: Int64) throws -> Fact {
        try index.curated.stored(id).content.withUnsafeBytes {
            try FactContent.fact($0) { try index.name(ofKey: $0) }
        }
    }

    /// States a fact about the asset that will come to be at a path.
    public func state(_ curated: CuratedFact, aboutAwaited path: String) throws {
        let layer = index.curated
        let content = layer.content(of: curated.fact)
        var list = try layer.awaited(path: path)?.ids ?? CuratedList()
        guard try !list.contains(where: { try layer.stored($0).content == content }) else { return }
        list.append(
            try layer.id(of: curated.fact, edit: curated.edit, source: curated.source))
        try layer.setAwaited(list, edit: curated.edit, path: path)
        index.noteChange()
    }

    /// Takes back facts about the asset that will come to be at a path.
    public func retract(
        fromAwaited path: String, edit: Int64, where isMeant: (Fact) -> Bool
    ) throws {
        guard let known = try index.curated.awaited(path: path) else { return }
        let list = CuratedList(try known.ids.filter { try !isMeant(fact($0)) })
        try index.curated.setAwaited(list, edit: edit, path: path)
        index.noteChange()
    }
}

extension [AssetSet] {
    /// The members of all sets.
    func union() -> AssetSet {
        reduce(AssetSet()) { union, set in
            union.formUnion(set)
            return union
        }
    }
}

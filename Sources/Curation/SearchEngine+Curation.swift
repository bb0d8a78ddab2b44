internal import MetadataModel
public import MetadataStore
public import Search

extension SearchEngine {
    /// What people state about an asset, and its last edit.
    public func curated(_ name: String) throws -> (edit: Int64, asset: StoredAsset?) {
        try reading { reader in
            guard var asset = try SearchEngine.asset(named: name, reader) else { return (0, nil) }
            asset.contributions.removeAll { $0.source.kind != .curated }
            return (try reader.lastEdit(of: asset.identity), asset)
        }
    }

    /// The last edits, the latest first.
    public func edits(limit: Int) throws -> [Edit] {
        try reading { try $0.edits(limit: limit) }
    }

    /// The projects with how many assets belong to each: starred ones first, then the recent ones.
    ///
    /// Who may see some projects alone sees these.
    public func projects() throws -> [(project: Project, assetCount: Int)] {
        try reading { reader in
            let keys = try reader.keys().entries(folded: Project.key.folded).map(\.id)
            return try Project.all(reader).filter { scope?.values.contains($0.name) ?? true }
                .map { project in
                    let test = FactTest(keys: keys, .text(project.name, isCaseSensitive: true))
                    return (project, try reader.answer(.facts(test)).count)
                }
                .sorted {
                    (!$0.project.stars.isEmpty ? 0 : 1, -$0.project.lastEdit)
                        < (!$1.project.stars.isEmpty ? 0 : 1, -$1.project.lastEdit)
                }
        }
    }
}

extension Curation {
    public func hasProject(_ name: String) throws -> Bool {
        try store.read { try Project(named: name, $0) != nil }
    }

    /// Whether anything was ever authored in an index, or waits to be taken from its journal.
    public static func isUsed(_ store: MetadataStore) throws -> Bool {
        if JournalFile(besideIndex: store.path).exists { return true }
        return try store.read { try $0.lastJournalLine() != nil }
    }
}

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
    ///
    /// Who may see some projects alone sees the edits of their assets and of them; what else such an
    /// edit did is not told.
    ///
    /// - Complexity: Within projects, the lines of every edit looked at are read, at most 1,000.
    public func edits(limit: Int) throws -> [Edit] {
        try reading { reader in
            guard let scope else { return try reader.edits(limit: limit) }
            var found: [Edit] = []
            for edit in try reader.edits(limit: Self.scopedEditLimit) where found.count < limit {
                if let part = try reader.part(of: edit, within: scope) { found.append(part) }
            }
            return found
        }
    }

    private static let scopedEditLimit = 1000

    /// The engine that answers queries with the stage `as_of` out of the journal.
    ///
    /// Such a query undoes later edits in a transaction that is given up, so it needs the right to
    /// write to the index, and writers wait for it.
    public func rememberingEdits() -> SearchEngine {
        let path = indexPath
        return remembering { [self] moment, body in
            let store = try MetadataStore(path: path, access: .writing)
            try Curation(store: store, engine: self).asOf(moment, body)
        }
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

extension StoreReader {
    /// What a reader within a scope sees of an edit; `nil` where it changed nothing there.
    fileprivate func part(of edit: Edit, within scope: ReadingScope) throws -> Edit? {
        var seenCount = 0
        var isWhole = true
        for line in try journalLines(of: edit.number) {
            for change in try JournalLine.parse(line).changes {
                let paths = change.paths
                let seen = try group(paths: paths).count
                seenCount += seen
                isWhole = isWhole && seen == paths.count
                guard let subject = change.subject else { continue }
                if scope.values.contains(where: { subject == Project.subjectPrefix + $0 }) {
                    seenCount += 1
                } else {
                    isWhole = false
                }
            }
        }
        guard seenCount > 0 else { return nil }
        guard !isWhole else { return edit }
        var part = edit
        part.summary = "\(seenCount) changes of what you see, among others"
        part.why = ""
        return part
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

public import MetadataModel
public import MetadataStore
internal import QueryLanguage

/// What a selection freezes of an answer, beside the files.
public struct FrozenSearch: Sendable, Hashable {
    public var canonical: String
    public var revision: Int64
    /// The clauses of the query, in canonical spelling.
    public var clauses: [String]
}

extension SearchEngine {
    /// Calls `file` with every hit of a query as a selection keeps it, in the query's order.
    ///
    /// - Throws: ``SearchErrors`` where the query is at fault or asks for counts alone;
    ///   `StoreError` of kind `deadline` where there was no time for all.
    public func freeze(
        _ text: String, options: SearchOptions = SearchOptions(),
        file: (SelectedFile) throws -> Bool
    ) throws -> FrozenSearch {
        var options = options
        options.countsClauses = false
        options.ranks = false
        return try store.read { reader in
            let run = try SearchRun(
                text, options: options, reader: reader, keys: keys(of: reader), now: now())
            guard run.wantsHits else {
                let fault = SearchFault(
                    .wrongLiteral, "the query counts and finds no files",
                    at: SourceRange(0, text.utf8.count))
                throw SearchErrors(text: text, faults: [fault])
            }
            let digests = Set(try reader.keys().entries(folded: "asset.sha256").map(\.id))
            try run.forEachIdentity { identity in
                try reader.file(of: identity, digests: digests).map(file) ?? true
            }
            let answer = run.finishedAnswer()
            guard answer.isComplete else {
                throw StoreError(.deadline, "there was no time to find all")
            }
            return FrozenSearch(
                canonical: answer.query.description, revision: answer.revision,
                clauses: run.clauseTexts)
        }
    }

    /// The selections there are, the latest first.
    public func selections(after number: Int64 = 0) throws -> [StoredSelection] {
        try store.read { try $0.selections(after: number) }
    }

    /// The selection whose id is this or begins so; `nil` where there is none, or several.
    public func selection(_ id: String) throws -> StoredSelection? {
        try store.read { try $0.selection(id.lowercased()) }
    }

    /// Calls `body` with the files of a selection in their order until it returns false.
    public func forEachFile(
        of selection: StoredSelection, _ body: (SelectedFile) throws -> Bool
    ) throws {
        try store.read { try $0.forEachFile(of: selection, body) }
    }

    /// Whether an asset is there.
    public func contains(_ identity: AssetIdentity) throws -> Bool {
        try store.read { try $0.path(of: identity) != nil }
    }
}

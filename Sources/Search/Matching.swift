public import MetadataModel
internal import MetadataStore
internal import QueryLanguage

extension SearchEngine {
    /// Those of some assets that a query's filter finds; its stages are left out.
    ///
    /// - Throws: ``SearchErrors`` where the query is at fault, `StoreError` where the index is.
    public func identities(
        matching text: String, among identities: [AssetIdentity]
    ) throws -> Set<AssetIdentity> {
        try store.read { reader in
            let parsed = QueryParser.parse(text)
            var resolution = QueryResolution(
                text, parsed.parts, keys: try keys(of: reader), dates: DateReading(now: now()),
                identities: { try reader.identities(withPrefix: $0) },
                selection: { try reader.selection($0)?.number })
            let filter = try parsed.query.filter.map { try resolution.predicate(of: $0) }
            let faults = parsed.errors.map(SearchFault.init) + resolution.faults
            guard faults.isEmpty else { throw SearchErrors(text: text, faults: faults) }
            var reader = reader
            reader.findsDeleted = resolution.asksForDeleted
            var found: Set<AssetIdentity> = []
            try reader.answer(.and([filter ?? .everything, .identities(identities)])).forEach {
                found.insert($0)
                return true
            }
            return found
        }
    }
}

public import MetadataModel
public import MetadataStore
internal import QueryLanguage

extension SearchEngine {
    /// The assets that a filter finds in the reader's state of the index, for an edit.
    ///
    /// - Throws: ``SearchErrors`` where the query is at fault or has stages.
    public func group(_ text: String, in reader: StoreReader) throws -> AssetGroup {
        let parsed = QueryParser.parse(text)
        guard parsed.errors.isEmpty else {
            throw SearchErrors(text: text, faults: parsed.errors.map(SearchFault.init))
        }
        guard parsed.query.stages.isEmpty else {
            let bar = text.utf8.firstIndex(of: UInt8(ascii: "|")) ?? text.utf8.startIndex
            let start = text.utf8.distance(from: text.utf8.startIndex, to: bar)
            let fault = SearchFault(
                .syntax, "an edit takes a filter without stages",
                at: SourceRange(start, text.utf8.count))
            throw SearchErrors(text: text, faults: [fault])
        }
        var resolution = QueryResolution(
            text, parsed.parts, keys: try freshKeys(of: reader), dates: DateReading(now: clock()),
            identities: { try reader.identities(withPrefix: $0) },
            selection: { try reader.selection($0)?.number })
        let predicate =
            try parsed.query.filter.map { try resolution.predicate(of: $0) } ?? .everything
        guard resolution.faults.isEmpty else {
            throw SearchErrors(text: text, faults: resolution.faults)
        }
        return try reader.answer(predicate).group
    }

    /// The answer to a query about the reader's state of the index, with one page of hits.
    ///
    /// - Throws: ``SearchErrors`` where the query is at fault.
    public func answer(
        _ text: String, options: SearchOptions, in reader: StoreReader
    ) throws -> SearchAnswer {
        var run = try SearchRun(
            text, options: options, reader: reader, keys: freshKeys(of: reader), now: clock())
        try run.addPage()
        return run.finishedAnswer()
    }

    /// Reads what the engine's caller may see of the index.
    public func reading<Result>(_ body: (StoreReader) throws -> Result) throws -> Result {
        try store.read(body)
    }

    /// What the engine's caller may see; all of the index where it is absent.
    public var scope: ReadingScope? { store.scope }

    /// An asset by its identity, by the beginning of it, or by its path.
    public static func asset(named name: String, _ reader: StoreReader) throws -> StoredAsset? {
        try asset(name, reader)
    }

    /// The asset of an identity, of the beginning of one, or of a path.
    ///
    /// - Returns: `nil` where there is none, or where several begin so.
    public static func identity(of name: String, _ reader: StoreReader) throws -> AssetIdentity? {
        try asset(name, reader)?.identity
    }

    /// The keys of the reader's state of the index that a key as typed stands for.
    public func keys(named text: String, in reader: StoreReader) throws -> Set<KeyID> {
        guard let pattern = KeyPattern(text: text) else { return [] }
        return Set(try freshKeys(of: reader).resolution(of: pattern).keys)
    }

    /// The keys of a state that may never be committed, which is therefore not kept.
    func freshKeys(of reader: StoreReader) throws -> KeyResolver {
        KeyResolver(catalogue: KeyCatalogue(try reader.keys()), vocabulary: vocabulary)
    }
}

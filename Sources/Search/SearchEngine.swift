internal import Foundation
internal import MetadataModel
public import MetadataStore
internal import QueryLanguage
internal import Synchronization

/// Answers queries from an index.
///
/// A query's text is parsed, its keys, concepts, units and dates are resolved against the index as
/// it is now, and the store is asked with a plain predicate. All of one answer comes from one state
/// of the index. Many threads may ask at once.
public final class SearchEngine: Sendable {
    let store: StoreView
    let vocabulary: Vocabulary
    let clock: @Sendable () -> Int64
    private let catalogue = Mutex<(revision: Int64, keys: KeyCatalogue)?>(nil)
    let completionCache = CompletionCache()
    private let conceptNamesByKeys = Mutex<(keys: [KeyID], names: [KeyID: [String]])?>(nil)
    let past: PastReading?
    private let narrower = Mutex<[ReadingScope: SearchEngine]>([:])

    /// - Parameter clock: The time that `today` and `-30d` count from, in microseconds since 1970;
    ///   the machine's where it is absent.
    public init(
        store: MetadataStore, vocabulary: Vocabulary,
        clock: (@Sendable () -> Int64)? = nil
    ) {
        self.store = StoreView(store, within: nil)
        self.vocabulary = vocabulary
        self.clock = clock ?? { Int64(Date().timeIntervalSince1970 * 1e6) }
        past = nil
    }

    private init(_ engine: SearchEngine, within scope: ReadingScope) {
        store = engine.store.within(scope)
        vocabulary = engine.vocabulary
        clock = engine.clock
        past = nil
    }

    init(_ engine: SearchEngine, past: @escaping PastReading) {
        store = engine.store
        vocabulary = engine.vocabulary
        clock = engine.clock
        self.past = past
    }

    /// The engine for a caller for whom only a part of the index exists: every answer, count,
    /// facet, key and suggestion is made of the assets of the scope alone.
    ///
    /// - Parameter scope: All of the index where it is absent.
    public func within(_ scope: ReadingScope?) -> SearchEngine {
        guard let scope else { return self }
        return narrower.withLock { known in
            if let engine = known[scope] { return engine }
            let engine = SearchEngine(self, within: scope)
            known[scope] = engine
            return engine
        }
    }

    /// The index's revision.
    public func revision() throws -> Int64 { try store.read { try $0.revision } }

    /// The answer to a query, with one page of hits.
    ///
    /// - Throws: ``SearchErrors`` where the query is at fault, `StoreError` where the index is.
    public func answer(
        _ text: String, options: SearchOptions = SearchOptions()
    ) throws -> SearchAnswer {
        try readState(of: text) { reader, keys, isPast in
            var run = try SearchRun(
                text, options: options, reader: reader, keys: keys, now: clock(), isPast: isPast)
            try run.addPage()
            return run.finishedAnswer()
        }
    }

    /// The answer to a query, with all of its hits one after the other, in constant memory.
    ///
    /// - Parameters:
    ///   - begin: Is called once with the answer, which has no hits.
    ///   - hit: Is called with every hit until it returns false.
    public func stream(
        _ text: String, options: SearchOptions = SearchOptions(),
        begin: (SearchAnswer) throws -> Void = { _ in }, hit: (SearchHit) throws -> Bool
    ) throws {
        if asksForPast(text) {
            return try streamPast(text, options: options, begin: begin, hit: hit)
        }
        try store.read { reader in
            let run = try SearchRun(
                text, options: options, reader: reader, keys: keys(of: reader), now: clock())
            try begin(run.finishedAnswer())
            try run.forEachHit(hit)
        }
    }

    /// The keys of the index that a pattern or a concept stands for; all of them without one.
    ///
    /// A pattern also fits anywhere in a key: `*exposure*` finds every key that has the word.
    public func keys(matching pattern: String? = nil) throws -> [KeyDescription] {
        let resolver = try store.read { try keys(of: $0) }
        let concepts = conceptNames(resolver)
        return entries(of: resolver, matching: pattern).map { entry in
            KeyDescription(
                key: entry.key, assetCount: entry.assetCount, factCount: entry.factCount,
                textCount: entry.textCount, numberCount: entry.numberCount,
                dateCount: entry.dateCount, units: entry.units, leastNumber: entry.leastNumber,
                greatestNumber: entry.greatestNumber, examples: entry.examples,
                concepts: concepts[entry.id] ?? [],
                iris: (concepts[entry.id] ?? []).flatMap {
                    resolver.vocabulary.concept($0)?.iris ?? []
                })
        }
    }

    /// The names nearest to one that nothing is known by.
    public func suggestions(for name: String) throws -> [String] {
        Suggestions(try store.read { try $0.keys() }, vocabulary).nearest(to: name)
    }

    /// An asset by its identity, by the beginning of it, or by its path.
    ///
    /// - Parameter pattern: Leaves out the facts of other keys; see ``keys(matching:)``.
    /// - Returns: `nil` where there is none, or where several begin so.
    public func asset(_ name: String, keys pattern: String? = nil) throws -> StoredAsset? {
        try store.read { reader in
            guard var asset = try Self.asset(name, reader) else { return nil }
            guard let pattern else { return asset }
            let entries = entries(of: try keys(of: reader), matching: pattern)
            let wanted = Set(entries.map(\.key))
            for place in asset.contributions.indices {
                asset.contributions[place].facts.removeAll { !wanted.contains($0.key) }
            }
            return asset
        }
    }

    static func asset(_ name: String, _ reader: StoreReader) throws -> StoredAsset? {
        if let asset = try reader.asset(path: name) { return asset }
        let lowered = name.lowercased()
        if let identity = AssetIdentity(lowered) { return try reader.asset(identity) }
        let found = try reader.identities(withPrefix: lowered)
        return try found.count == 1 ? reader.asset(found[0]) : nil
    }

    /// The formats of the index, the most frequent first.
    public func formats() throws -> [FormatCount] {
        try store.read { reader in
            let dictionary = try reader.keys()
            let types = dictionary.entries(folded: "file.type").map(\.id)
            let extractors = dictionary.entries(folded: "reticle.extractor").map(\.id)
            let all = try reader.answer(.everything)
            return try all.facet(types, top: StageRun.maximumValueCount).values.map { type in
                let test = FactTest(keys: types, .text(type.text, isCaseSensitive: true))
                let readBy = try reader.answer(.facts(test)).facet(extractors, top: 1).values.first
                return FormatCount(
                    type: type.text, extractor: readBy?.text ?? "", count: type.count)
            }
        }
    }

    func now() -> Int64 { clock() }

    /// The names of the concepts of each key; found anew only where keys have come or gone, since
    /// it means trying every concept's patterns.
    func conceptNames(_ resolver: KeyResolver) -> [KeyID: [String]] {
        let keys = resolver.catalogue.dictionary.entries.map(\.id)
        if let known = conceptNamesByKeys.withLock({ $0 }), known.keys == keys {
            return known.names
        }
        let names = resolver.conceptNames()
        conceptNamesByKeys.withLock { $0 = (keys, names) }
        return names
    }

    /// The keys as of the reader's revision; prepared once a revision.
    func keys(of reader: StoreReader) throws -> KeyResolver {
        let revision = try reader.revision
        if let known = catalogue.withLock({ $0 }), known.revision == revision {
            return KeyResolver(catalogue: known.keys, vocabulary: vocabulary)
        }
        let keys = KeyCatalogue(try reader.keys())
        catalogue.withLock { $0 = (revision, keys) }
        return KeyResolver(catalogue: keys, vocabulary: vocabulary)
    }

    private func entries(of resolver: KeyResolver, matching text: String?) -> [KeyEntry] {
        let entries = resolver.catalogue.dictionary.entries
        guard let text, let pattern = KeyPattern(text: text) else { return entries }
        var found = Set(resolver.resolution(of: pattern).keys)
        if pattern.isWild {
            let whole = Array(pattern.folded.utf8)
            found.formUnion(
                entries.lazy.filter { Glob.matches(whole, Array($0.folded.utf8)) }.map(\.id))
        }
        return entries.filter { found.contains($0.id) }
    }
}

internal import MetadataModel
internal import MetadataStore
internal import QueryLanguage
internal import Units

/// What is learnt about a query while its parts are resolved one after the other.
///
/// Faults are collected, not thrown, so that all of them are reported at once.
struct QueryResolution {
    /// One clause of the filter by itself.
    struct Leaf {
        var text: String
        var predicate: Predicate
        /// The assets that state the clause's key; absent for clauses that no asset leaves open.
        var presence: Predicate?
        var resolution: Resolution?
        /// The words that it looks for in any value; absent for other clauses, and under a `NOT`.
        var words: TextTest?
    }

    let keys: KeyResolver
    let dates: DateReading
    /// The identities that begin so, for `id:018f`.
    let identities: (String) throws -> [AssetIdentity]
    /// The number of the selection whose id begins so, for `sel:9f2c`.
    let selection: (String) throws -> Int64?

    var places: TextPlaces
    var leaves: [Leaf] = []
    var faults: [SearchFault] = []
    var warnings: [SearchWarning] = []
    var conversions: [Explanation.Conversion] = []
    private(set) var resolutions: [Resolution] = []
    private var known: [KeyPattern: Resolution] = [:]

    init(
        _ text: String, _ parts: [ParsedQuery.Part], keys: KeyResolver, dates: DateReading,
        identities: @escaping (String) throws -> [AssetIdentity],
        selection: @escaping (String) throws -> Int64?
    ) {
        self.keys = keys
        self.dates = dates
        self.identities = identities
        self.selection = selection
        places = TextPlaces(text, parts)
    }

    /// What a key stands for; a key that stands for nothing gets one warning.
    mutating func resolution(of pattern: KeyPattern) -> Resolution {
        if let resolution = known[pattern] { return resolution }
        let resolution = keys.resolution(of: pattern)
        known[pattern] = resolution
        resolutions.append(resolution)
        if resolution.origin == .nothing { warnings.append(nothingFound(pattern, resolution)) }
        return resolution
    }

    /// Whether a clause names the key of assets whose files are gone; a pattern that fits it is
    /// not meant so.
    var asksForDeleted: Bool {
        resolutions.contains { resolution in
            resolution.origin != .pattern
                && resolution.sources.contains { $0.entry.key == .deleted }
        }
    }

    /// Notes what braces or `count()` name: a structure, which is no key of its own.
    mutating func noteStructure(_ written: String, _ sources: [Resolution.Source]) {
        resolutions.append(Resolution(written: written, origin: .structure, sources: sources))
        guard sources.isEmpty else { return }
        let nearest = Suggestions(keys.catalogue.dictionary, keys.vocabulary).nearest(to: written)
        warnings.append(
            SearchWarning("nothing in the index is named `\(written)`", suggestions: nearest))
    }

    mutating func fault(
        _ kind: SearchFault.Kind, _ message: String, at range: SourceRange,
        suggestions: [String] = []
    ) {
        faults.append(SearchFault(kind, message, at: range, suggestions: suggestions))
    }

    private func nothingFound(_ pattern: KeyPattern, _ resolution: Resolution) -> SearchWarning {
        if keys.vocabulary.concept(pattern.folded) != nil || resolution.field != nil {
            return SearchWarning("no asset of the index states `\(resolution.written)`")
        }
        let nearest = Suggestions(keys.catalogue.dictionary, keys.vocabulary).nearest(
            to: pattern.folded)
        return SearchWarning(
            "no key or concept is named `\(resolution.written)`", suggestions: nearest)
    }
}

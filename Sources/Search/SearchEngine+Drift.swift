public import MetadataModel
public import MetadataStore
internal import QueryLanguage
internal import Units

/// An event of drift, and what a new key may mean.
public struct DriftReport: Sendable, Hashable {
    public var event: DriftEvent
    /// The concept that a new key most probably belongs to: its name, unit and numbers are like
    /// those of the concept's other keys.
    public var concept: String?
}

extension SearchEngine {
    /// Where instruments came to write otherwise than they used to, the latest event first.
    public func drift(instrument: String? = nil, limit: Int = 50) throws -> [DriftReport] {
        try reading { reader in
            let resolver = try keys(of: reader)
            let events = try reader.driftEvents(instrument: instrument, limit: limit)
            guard events.contains(where: { $0.kind == .newKey }) else {
                return events.map { DriftReport(event: $0) }
            }
            let proposals = ConceptProposals(resolver, reader, conceptNames(resolver))
            return try events.map { event in
                DriftReport(
                    event: event,
                    concept: event.kind == .newKey ? try proposals.concept(for: event.key) : nil)
            }
        }
    }
}

extension Vocabulary {
    /// Tells keys that mean a concept from others.
    public func test(forConcept name: String) -> @Sendable (FactKey) -> Bool {
        guard let concept = concept(name) else { return { $0.folded == FactKey.folded(name) } }
        let matchings = sources(of: concept).map { KeyMatching($0.pattern) }
        return { key in
            if key.folded == FactKey.folded(name) { return true }
            let segments = key.segments.map(FactKey.folded)
            return matchings.contains { $0.places(in: segments[...]) != nil }
        }
    }
}

/// Finds the concept that a key with none may belong to.
struct ConceptProposals {
    private let resolver: KeyResolver
    private let reader: StoreReader
    private let concepts: [KeyID: [String]]

    init(_ resolver: KeyResolver, _ reader: StoreReader, _ concepts: [KeyID: [String]]) {
        self.resolver = resolver
        self.reader = reader
        self.concepts = concepts
    }

    /// - Parameter name: The printed key.
    /// - Returns: `nil` where it belongs to one already, or where none is like it.
    func concept(for name: String) throws -> String? {
        guard
            let entry = resolver.catalogue.dictionary.entries.first(where: {
                $0.key.description == name
            }), concepts[entry.id] == nil, let last = entry.key.segments.last
        else { return nil }
        let words = Set(NameWords.words(of: last))
        let folded = FactKey.folded(last)
        var best: (score: Double, name: String)?
        for concept in resolver.vocabulary.concepts {
            let sources = resolver.resolution(of: concept.pattern).sources.map(\.entry)
                .filter { $0.id != entry.id }
            let likeness = Self.likeness(words, folded, concept, sources)
            guard likeness > 0, fits(entry, concept) else { continue }
            let overlap = try overlaps(entry, sources, concept) ? 1.0 : 0.25
            let score = likeness * overlap
            if score > best?.score ?? 0.3 { best = (score, concept.name) }
        }
        return best?.name
    }

    /// How alike the names are, from 0 to 1.
    private static func likeness(
        _ words: Set<String>, _ folded: String, _ concept: Vocabulary.Concept,
        _ sources: [KeyEntry]
    ) -> Double {
        let endings = sources.compactMap { $0.key.segments.last.map(FactKey.folded) }
        if endings.contains(folded) || FactKey.folded(concept.name) == folded { return 1 }
        let candidates =
            [NameWords.words(of: concept.name)]
            + sources.compactMap { $0.key.segments.last.map(NameWords.words) }
        return candidates.map { other in
            let common = words.intersection(other).count
            return Double(common) / Double(max(1, words.union(other).count))
        }.max() ?? 0
    }

    /// Whether the key's numbers can be in the concept's unit.
    private func fits(_ entry: KeyEntry, _ concept: Vocabulary.Concept) -> Bool {
        guard let unit = concept.unit else { return entry.dimensions.isEmpty }
        return entry.dimensions.contains(unit.unit.dimension)
            || (entry.dimensions.isEmpty && entry.numberCount > 0)
    }

    /// Whether the numbers lie where those of the concept's other keys lie.
    private func overlaps(
        _ entry: KeyEntry, _ sources: [KeyEntry], _ concept: Vocabulary.Concept
    ) throws -> Bool {
        guard !sources.isEmpty, entry.numberCount > 0 else { return true }
        let dimension = entry.dimensions.first
        let all = try reader.answer(.everything)
        let own = try all.statistics([entry.id], dimension: dimension)
        let others = try all.statistics(sources.map(\.id), dimension: dimension)
        guard let low = own.minimum, let high = own.maximum, let least = others.minimum,
            let greatest = others.maximum
        else { return true }
        let width = greatest - least
        return low <= greatest + width && high >= least - width
    }
}

extension Vocabulary.Concept {
    fileprivate var pattern: KeyPattern {
        KeyPattern(text: name) ?? KeyPattern(segments: [.init(.plain(name))])
    }
}

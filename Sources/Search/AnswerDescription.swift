internal import MetadataModel
internal import MetadataStore
internal import QueryLanguage

/// What the assets of an answer have in common, and where they differ.
public struct AnswerDescription: Sendable {
    /// One key with what it says over the answer.
    public struct Trait: Sendable, Hashable {
        public var key: String
        /// The most frequent values.
        public var values: [FacetAnswer.Value]
        public var distinctCount: Int
        /// Assets of the answer without it.
        public var missing: Int
    }

    /// The query in canonical spelling.
    public var query: String
    public var total: Int
    /// Keys with one and the same value in every asset.
    public var common: [Trait]
    /// Keys with several values, those that most assets state and that have the fewest first.
    public var differing: [Trait]
    /// Keys with a value of its own in every asset.
    public var unique: [String]
}

extension SearchEngine {
    /// Assets whose keys are looked at.
    private static let describedSampleCount = 100
    /// Keys described at most.
    private static let describedKeyCount = 400
    private static let traitValueCount = 5

    /// What the assets that a query finds have in common and where they differ.
    ///
    /// The keys are those of up to a hundred of the assets; their values are counted over all.
    ///
    /// - Throws: ``SearchErrors`` where the query is at fault.
    public func describe(_ text: String) throws -> AnswerDescription {
        let query = try answer(text, options: SearchOptions(limit: 0, countsClauses: false)).query
        return try store.read { reader in
            let answers = FilterAnswers(
                reader: reader, keys: try keys(of: reader), now: clock(), deadline: nil)
            let found = try answers.answer(all: query.filter.map { [$0] } ?? [])
            var description = AnswerDescription(
                query: query.description, total: found?.count ?? 0, common: [], differing: [],
                unique: [])
            guard let found, found.count > 0 else { return description }
            for entry in try describedKeys(found, reader) {
                let facet = try found.facet([entry.id], top: Self.traitValueCount)
                let trait = AnswerDescription.Trait(
                    key: entry.key.pattern.description,
                    values: facet.values.map { .init(text: $0.text, count: $0.count) },
                    distinctCount: facet.distinctCount, missing: facet.missing)
                if facet.distinctCount == 1, facet.missing == 0 {
                    description.common.append(trait)
                } else if found.count > 1, facet.missing == 0, facet.distinctCount >= found.count {
                    description.unique.append(trait.key)
                } else {
                    description.differing.append(trait)
                }
            }
            description.differing.sort {
                ($0.missing, $0.distinctCount, $0.key) < ($1.missing, $1.distinctCount, $1.key)
            }
            return description
        }
    }

    /// The keys of some of the assets, those that most of these state first.
    private func describedKeys(
        _ found: StoreAnswer, _ reader: StoreReader
    ) throws -> [KeyEntry] {
        var counts: [FactKey: Int] = [:]
        for identity in try found.sample(Self.describedSampleCount, seed: 1) {
            let facts = try reader.asset(identity)?.contributions.flatMap(\.facts) ?? []
            for key in Set(facts.map(\.key)) { counts[key, default: 0] += 1 }
        }
        let entries = try reader.keys().entries.filter { counts[$0.key] != nil }
        let sorted = entries.sorted {
            (counts[$1.key] ?? 0, $0.key) < (counts[$0.key] ?? 0, $1.key)
        }
        return Array(sorted.prefix(Self.describedKeyCount))
    }
}

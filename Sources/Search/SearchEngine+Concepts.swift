public import MetadataModel
internal import Units

/// A vendor-neutral name as this index knows it.
public struct ConceptDescription: Sendable, Hashable {
    public var name: String
    public var definition: String
    /// The unit in which it is usually given.
    public var unit: String?
    /// The keys of the index that it stands for, the most frequent first.
    public var keys: [FactKey]
}

extension SearchEngine {
    /// The concepts that stand for keys of the index, in the order of the vocabulary.
    ///
    /// - Complexity: O(n) in the number of keys.
    public func concepts() throws -> [ConceptDescription] {
        var keys: [String: [(key: FactKey, count: Int)]] = [:]
        for description in try self.keys() {
            for concept in description.concepts {
                keys[concept, default: []].append((description.key, description.assetCount))
            }
        }
        return vocabulary.concepts.compactMap { concept in
            let found = ([concept.name] + concept.includes).flatMap { keys[$0] ?? [] }
            guard !found.isEmpty else { return nil }
            return ConceptDescription(
                name: concept.name, definition: concept.definition, unit: concept.unit?.symbol,
                keys: found.sorted { ($0.count, $1.key) > ($1.count, $0.key) }.map(\.key))
        }
    }

    /// What a concept means; `nil` for a name that is none.
    public func definition(of concept: String) -> String? {
        vocabulary.concept(concept)?.definition
    }
}

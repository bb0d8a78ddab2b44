internal import MetadataModel
public import QueryLanguage
public import Units

/// The vendor-neutral names of a facility and the raw keys that each stands for.
///
/// A concept is resolved when a query runs, never when a file is read: a change of the vocabulary
/// needs no new harvest. See ``init(yaml:)`` for the file.
public struct Vocabulary: Sendable {
    /// One vendor-neutral name: `voltage`, `pixel.size.x`.
    public struct Concept: Sendable, Hashable {
        public var name: String
        public var definition: String
        /// The unit in which the concept is usually given, and so its dimension.
        public var unit: NamedUnit?
        public var sources: [Source]
        /// The same term in public vocabularies.
        public var iris: [String]
        /// Concepts that this one comprises: `pixel.size` is every `pixel.size.x`, `.y` and `.z`.
        public var includes: [String]
    }

    /// Keys that mean a concept.
    public struct Source: Sendable, Hashable {
        /// Matches whole keys, from their first segment to their last.
        public var pattern: KeyPattern
        /// The unit of numbers that stand under these keys without one.
        public var unit: NamedUnit?
    }

    /// In the order of the file.
    public let concepts: [Concept]
    private let placesByFoldedName: [String: Int]

    /// A vocabulary without concepts: raw keys stay searchable.
    public static let empty = Vocabulary(concepts: [])

    init(concepts: [Concept]) {
        self.concepts = concepts
        placesByFoldedName = Dictionary(
            concepts.enumerated().map { (FactKey.folded($1.name), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The concept of a name in any case, with `_`, `-` and space alike.
    public func concept(_ name: String) -> Concept? {
        placesByFoldedName[FactKey.folded(name)].map { concepts[$0] }
    }

    /// All sources of a concept, those of the concepts it includes among them.
    func sources(of concept: Concept) -> [Source] {
        var seen: Set<String> = []
        var sources: [Source] = []
        var open = [concept]
        while let next = open.popLast() {
            guard seen.insert(next.name).inserted else { continue }
            sources += next.sources
            open += next.includes.reversed().compactMap { self.concept($0) }
        }
        return sources
    }
}

public import MetadataModel
internal import MetadataStore
internal import QueryLanguage
internal import Units

/// A concept that an index has facts of.
public struct ConceptDescription: Sendable, Hashable {
    public var name: String
    public var definition: String
    /// The unit in which it is usually given.
    public var unit: String?
    /// Its keys in this index.
    public var keys: [FactKey]
}

/// Names that have something to do with some words.
public struct KeyFindings: Sendable {
    public var concepts: [ConceptDescription]
    public var keys: [KeyDescription]
}

extension SearchEngine {
    /// Concepts whose name or definition has all of some words, and keys whose name has; a word
    /// may be the beginning of one. `exposure time` finds `tiff.ExposureTime`.
    public func keys(withWords words: [String]) throws -> KeyFindings {
        let wanted = words.flatMap { NameWords.words(of: $0) }
        guard !wanted.isEmpty else { return KeyFindings(concepts: [], keys: []) }
        func fits(_ text: String) -> Bool {
            let found = NameWords.words(of: text)
            return wanted.allSatisfy { word in found.contains { $0.hasPrefix(word) } }
        }
        let resolver = try store.read { try keys(of: $0) }
        let concepts = vocabulary.concepts.filter { fits($0.name + " " + $0.definition) }
            .compactMap { concept -> ConceptDescription? in
                guard let pattern = KeyPattern(text: concept.name) else { return nil }
                let resolution = resolver.resolution(of: pattern)
                guard !resolution.sources.isEmpty else { return nil }
                return ConceptDescription(
                    name: concept.name, definition: concept.definition,
                    unit: concept.unit?.symbol, keys: resolution.sources.map(\.entry.key))
            }
        let fitting = Set(
            resolver.catalogue.dictionary.entries.filter { fits($0.key.description) }
                .map(\.key))
        let named = try self.keys().filter { fitting.contains($0.key) }
        return KeyFindings(
            concepts: concepts, keys: named.sorted { $0.assetCount > $1.assetCount })
    }
}

/// The words that a name is made of: `ExposureTime`, `exposure_time` and `EXPOSURE-TIME` have the
/// same two.
enum NameWords {
    static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var wasSmall = false
        for character in text {
            let isPart = character.isLetter || character.isNumber
            if !isPart || (wasSmall && character.isUppercase) {
                if !word.isEmpty { words.append(word.lowercased()) }
                word = ""
            }
            if isPart { word.append(character) }
            wasSmall = character.isLowercase || character.isNumber
        }
        if !word.isEmpty { words.append(word.lowercased()) }
        return words
    }
}

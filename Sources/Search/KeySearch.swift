internal import MetadataModel
internal import MetadataStore
internal import QueryLanguage
internal import Units

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
        let concepts = try self.concepts().filter { fits($0.name + " " + $0.definition) }
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

internal import MetadataModel
internal import Search

/// The keys of the index that fit a pattern.
struct KeysPage: PageModel {
    /// Keys shown at once; a pattern finds the others.
    static let keyLimit = 1000

    struct KeyRow: Sendable {
        var name: String
        /// The parameters of the search for assets that have the key.
        var query: String
        var files: String
        var kinds: String
        var units: String
        var examples: String
        var concepts: String?
    }

    let title = "Keys – Reticle"
    let isKeys = true
    var pattern: String
    var count: String
    var shown: String
    var isCut: Bool
    var keys: [KeyRow]
    var hasKeys: Bool

    init(_ descriptions: [KeyDescription], pattern: String) {
        self.pattern = pattern
        count = descriptions.count.counted("key")
        shown = Self.keyLimit.grouped
        isCut = descriptions.count > Self.keyLimit
        keys = descriptions.prefix(Self.keyLimit).map(KeyRow.init)
        hasKeys = !keys.isEmpty
    }
}

extension KeysPage.KeyRow {
    init(_ description: KeyDescription) {
        name = description.key.description
        query = URLParameters([("q", "has:\(description.key)")]).encoded
        files = description.assetCount.grouped
        let counts = [
            ("numbers", description.numberCount), ("dates", description.dateCount),
            ("text", description.textCount),
        ]
        kinds = counts.filter { $0.1 > 0 }.map(\.0).joined(separator: ", ")
        units = description.units.prefix(4).map(\.unit).joined(separator: ", ")
        examples = description.examples.prefix(3).map { example in
            example.count > 60 ? example.prefix(60) + "…" : example
        }.joined(separator: "\n")
        concepts = description.concepts.isEmpty ? nil : description.concepts.joined(separator: ", ")
    }
}

internal import MetadataModel
internal import Search

/// The concepts and keys of the index that fit a pattern.
struct KeysPage: PageModel {
    /// Keys shown at once; a pattern finds the others.
    static let keyLimit = 500

    struct KeyRow: Sendable {
        var name: String
        var page: String
        var files: String
        var kinds: String
        var units: String
        var range: String
        var examples: String
        var conceptNames: String?
    }

    let title = "Keys – Reticle"
    let isKeys = true
    var pattern: String
    var count: String
    var shown: String
    var isCut: Bool
    var keys: [KeyRow]
    var hasKeys: Bool
    var concepts: [PageLink]
    var hasConcepts: Bool
    var namespaces: [PageLink]
    var hasNamespaces: Bool

    /// - Parameter concepts: The vendor-neutral names; shown where no pattern is asked.
    init(_ descriptions: [KeyDescription], concepts: [ConceptDescription], pattern: String) {
        self.pattern = pattern
        count = descriptions.count.counted("key")
        shown = Self.keyLimit.grouped
        isCut = descriptions.count > Self.keyLimit
        let sorted = descriptions.sorted { ($0.assetCount, $1.key) > ($1.assetCount, $0.key) }
        keys = sorted.prefix(Self.keyLimit).map(KeyRow.init)
        hasKeys = !keys.isEmpty
        self.concepts = concepts.map { concept in
            var link = PageLink(
                concept.name, page: "/keys/" + URLParameters.encoded(concept.name))
            link.meaning = concept.definition
            link.count = concept.keys.count.counted("key")
            return link
        }
        hasConcepts = !concepts.isEmpty
        var counts: [String: Int] = [:]
        for key in descriptions { counts[key.key.segments.first ?? "", default: 0] += 1 }
        namespaces =
            counts.count < 2
            ? []
            : counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map { name, count in
                let pattern = FactKey.printed(segment: name) + ".**"
                var link = PageLink(
                    name, page: "/keys?" + URLParameters([("pattern", pattern)]).encoded)
                link.count = count.grouped
                return link
            }
        hasNamespaces = !namespaces.isEmpty
    }
}

extension KeysPage.KeyRow {
    init(_ description: KeyDescription) {
        name = description.key.description
        page = "/keys/" + URLParameters.encoded(name)
        files = description.assetCount.grouped
        kinds = description.kinds
        units = description.units.prefix(4).map(\.unit).joined(separator: ", ")
        range = ""
        if let least = description.leastNumber, let greatest = description.greatestNumber {
            range =
                least == greatest
                ? least.shortened : "\(least.shortened) to \(greatest.shortened)"
        }
        examples = description.examples.prefix(3).map { example in
            example.count > 60 ? example.prefix(60) + "…" : example
        }.joined(separator: "\n")
        conceptNames =
            description.concepts.isEmpty ? nil : description.concepts.joined(separator: ", ")
    }
}

extension KeyDescription {
    /// Of which types the values are: `numbers, text`.
    var kinds: String {
        [("numbers", numberCount), ("dates", dateCount), ("text", textCount)]
            .filter { $0.1 > 0 }.map(\.0).joined(separator: ", ")
    }
}

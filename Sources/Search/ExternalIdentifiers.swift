internal import MetadataModel
public import MetadataStore
internal import QueryLanguage

/// Identifiers that other systems gave, as facts: from a file, a sidecar, an import or a person.
///
/// | Identifier | Last segment of the key                      | Also written                   |
/// |:-----------|:---------------------------------------------|:-------------------------------|
/// | DOI        | `doi`                                        | `doi:10.…`, `https://doi.org/…` |
/// | ARK        | `ark`                                        | `ark:/…`, `ark:…`              |
/// | Handle     | `handle`, `hdl`                              | `hdl:…`, `https://hdl.handle.net/…` |
/// | of samples | `sample_id`, `igsn`, the concept `sample.id` |                                |
/// | others     | `identifier`, `pid`, `accession`             |                                |
extension SearchEngine {
    private static let names = [
        "doi", "ark", "handle", "hdl", "igsn", "sample_id", "identifier", "pid", "accession",
    ]
    private static let schemes = [
        "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:",
        "https://hdl.handle.net/", "http://hdl.handle.net/", "hdl:", "ark:/", "ark:",
    ]

    /// The assets that state an identifier, deleted ones as well.
    public func assets(identifiedBy identifier: String, limit: Int) throws -> [StoredAsset] {
        try store.read { reader in
            var reader = reader
            reader.findsDeleted = true
            let resolver = try keys(of: reader)
            var keys = Set(
                Self.names.flatMap { name in
                    resolver.catalogue.dictionary.entries(lastSegmentFolded: name).map(\.id)
                })
            if let sample = KeyPattern(text: "sample.id") {
                keys.formUnion(resolver.resolution(of: sample).keys)
            }
            guard !keys.isEmpty else { return [] }
            let bare = Self.bare(identifier)
            let spellings = Set([identifier, bare] + Self.schemes.map { $0 + bare })
            let test = FactTest(
                keys: keys.sorted(),
                .anyOf(spellings.sorted().map { .text($0, isCaseSensitive: false) }))
            return try reader.answer(.facts(test)).page(order: [], after: nil, limit: limit)
                .identities.compactMap { try reader.asset($0) }
        }
    }

    /// A query that finds the assets with an identifier, as far as a query can.
    public static func query(forIdentifier identifier: String) -> String {
        "\"" + bare(identifier).filter { $0 != "\"" && $0 != "\\" } + "\""
    }

    private static func bare(_ identifier: String) -> String {
        for scheme in schemes where identifier.lowercased().hasPrefix(scheme) {
            return String(identifier.dropFirst(scheme.count))
        }
        return identifier
    }
}

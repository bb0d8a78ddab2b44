public import MetadataModel
internal import MetadataStore

/// Files that have the same fingerprint, and so most probably the same content.
public struct DuplicateGroup: Sendable, Hashable {
    public var fingerprint: String
    public var assets: [Asset]

    public struct Asset: Sendable, Hashable {
        public var identity: AssetIdentity
        public var path: String
    }
}

extension SearchEngine {
    /// The groups of files with the same fingerprint, the largest first; a group's files in the
    /// order of their paths.
    ///
    /// - Complexity: One look at every distinct fingerprint.
    public func duplicates(limit: Int) throws -> [DuplicateGroup] {
        try store.read { reader in
            let keys = try reader.keys().entries(folded: FactKey.fingerprint.folded).map(\.id)
            guard !keys.isEmpty else { return [] }
            let all = try reader.answer(.everything)
            let repeated = try all.facet(keys, top: limit).values.prefix { $0.count > 1 }
            return try repeated.map { value in
                let test = FactTest(keys: keys, .text(value.text, isCaseSensitive: true))
                var assets: [DuplicateGroup.Asset] = []
                try reader.answer(.facts(test)).forEach { identity in
                    if let path = try reader.path(of: identity) {
                        assets.append(.init(identity: identity, path: path))
                    }
                    return true
                }
                assets.sort { ($0.path, $0.identity) < ($1.path, $1.identity) }
                return DuplicateGroup(fingerprint: value.text, assets: assets)
            }
        }
    }
}

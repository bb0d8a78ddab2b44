internal import Crypto
internal import Foundation
public import MetadataStore
public import Search
internal import WireFormat

/// Freezes the answer to a query, so that a job that starts later gets the same files.
public struct Freezing: Sendable {
    /// The engine as far as the maker may see.
    public var engine: SearchEngine
    public var maker: String
    /// The projects that the maker sees; all where it is absent.
    public var projects: [String]?
    /// Computes the content's digest of a file whose digest nobody knows; `nil` leaves it unknown.
    public var digest: (@Sendable (String) -> String?)?

    public init(
        engine: SearchEngine, maker: String, projects: [String]? = nil,
        digest: (@Sendable (String) -> String?)? = nil
    ) {
        self.engine = engine
        self.maker = maker
        self.projects = projects
        self.digest = digest
    }

    /// Freezes the answer to a query.
    ///
    /// The selection's id is the SHA-256 of three lines, each with its line feed: the canonical
    /// query, the revision, and the SHA-256, in hexadecimal, of what
    /// `GET /v1/selections/{id}.ndjson` sends.
    ///
    /// - Parameters:
    ///   - store: The index, open for writing.
    ///   - isNew: Is told whether nobody froze the same before.
    /// - Throws: `SearchErrors` where the query is at fault, and `StoreError`.
    /// - Complexity: A few microseconds a file, and what the digests cost; memory for one file.
    public func selection(
        of query: String, in store: MetadataStore, options: SearchOptions = SearchOptions(),
        isNew: (Bool) -> Void = { _ in }
    ) throws -> StoredSelection {
        try store.write { writer in
            let draft = try writer.beginSelection()
            var count = 0
            var byteCount: UInt64 = 0
            var content = SHA256()
            var lines = JSONText()
            let frozen = try engine.freeze(query, options: options) { file in
                var file = file
                if file.sha256 == nil, let digest { file.sha256 = digest(file.path) }
                lines.selectedFile(file)
                lines.endLine()
                content.update(data: lines.bytes)
                lines.removeAll()
                try draft.add(file)
                count += 1
                byteCount &+= file.byteCount ?? 0
                return true
            }
            let files = ContentDigest.hexadecimal(content.finalize())
            let whole = SHA256.hash(
                data: Data("\(frozen.canonical)\n\(frozen.revision)\n\(files)\n".utf8))
            var selection = StoredSelection(
                id: ContentDigest.hexadecimal(whole),
                query: query, canonical: frozen.canonical, revision: frozen.revision,
                made: Int64(Date().timeIntervalSince1970 * 1e6), count: count,
                byteCount: byteCount, maker: maker, projects: projects)
            isNew(try draft.finish(&selection))
            return selection
        }
    }
}

internal import MetadataStore

/// Writes to the index on behalf of requests, one after the other.
///
/// The index is open for writing only while something is written, so that the commands can write
/// as well; where one of them does, a request waits a little and is then refused with 503.
final class WritingSeam: Sendable {
    let indexPath: String
    let patience: Duration
    private let queue = WorkQueue(width: 1, depth: 32)

    init(indexPath: String, patience: Duration) {
        self.indexPath = indexPath
        self.patience = patience
    }

    /// Runs `body` with the index open for writing.
    ///
    /// - Throws: `StoreError` of kind `locked` where another process writes for too long.
    func write<Result: Sendable>(
        _ body: @escaping @Sendable (MetadataStore) throws -> Result
    ) async throws -> Result {
        try await queue.result { [self] in try body(store()) }
    }

    /// The index, open for writing.
    func store() throws -> MetadataStore {
        try MetadataStore(path: indexPath, access: .writing, patience: patience, readerCount: 2)
    }
}

/// The index: an SQLite file of facts, open for reading or for writing.
public final class MetadataStore: Sendable {
    public enum Access: Sendable, Hashable {
        /// The index must exist; nothing in it is changed.
        case reading
        /// The index is created or migrated where needed, and locked against other writers.
        case writing
    }

    public init(path: String, access: Access) throws {
        throw StoreError(.unusable, "not built yet")
    }

    /// Reads one consistent state of the index, whatever is written meanwhile. Many threads may
    /// read at once; the reader must not leave `body`.
    public func read<Result>(_ body: (StoreReader) throws -> Result) throws -> Result {
        throw StoreError(.unusable, "not built yet")
    }

    /// Writes; one caller at a time. What `body` wrote is committed when it returns and undone
    /// when it throws, except for what it committed itself.
    public func write<Result>(_ body: (StoreWriter) throws -> Result) throws -> Result {
        throw StoreError(.unusable, "not built yet")
    }
}

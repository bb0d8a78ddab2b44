/// Why the store could not do what was asked.
public struct StoreError: Error, Sendable, Hashable {
    /// The category of a failure: what a caller can act on.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// There is no index at the path.
        case notFound
        /// Another process is writing to the index.
        case locked
        /// The index was written by a newer version of this program.
        case newerVersion
        /// The index contradicts itself; it can be deleted and built again.
        case damaged
        /// The file system has no room left.
        case diskFull
        /// The time that was granted is over.
        case deadline
        /// The cursor of a page is none of this query's.
        case foreignCursor
        /// The operating system or the caller's request stands against it; see the detail.
        case unusable
    }

    public var kind: Kind
    /// One clause for a person.
    public var detail: String

    public init(_ kind: Kind, _ detail: String) {
        self.kind = kind
        self.detail = detail
    }
}

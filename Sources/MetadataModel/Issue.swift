/// A problem met while a file was read; itself a searchable fact.
public struct Issue: Hashable, Sendable {
    /// What kind of problem, and so what a reader can do about it.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The operating system refused to open or read the file.
        case unreadable
        /// The bytes contradict the format's specification.
        case malformed
        /// The file ends before a structure that it promises.
        case truncated
        /// The file is valid, but its variant is not read.
        case unsupported
        /// The file asks for more memory, depth or facts than the limits allow.
        case limitExceeded
        /// The worker that read the file died.
        case crashed
        /// The worker that read the file did not finish in time.
        case timedOut
        /// Sidecars, or a sidecar and the file, disagree on the value of a key.
        case conflict
    }

    public var kind: Kind
    /// One clause for a person: what was expected, then what was found.
    public var detail: String
    public var locus: Locus

    public init(_ kind: Kind, _ detail: String, at locus: Locus = Locus()) {
        self.kind = kind
        self.detail = detail
        self.locus = locus
    }
}

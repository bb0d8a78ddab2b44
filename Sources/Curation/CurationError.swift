/// Why an edit was not made.
public struct CurationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The category of a failure: what a caller can act on.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// There is no such asset, edit, project or file.
        case notFound
        /// Somebody else made an edit meanwhile.
        case conflict
        /// What was asked for makes no sense; see the detail.
        case invalid
        /// The journal cannot be written, or is another index's.
        case journal
        /// What arrived is not what was announced.
        case mismatch
    }

    public var kind: Kind
    /// One clause for a person.
    public var detail: String

    public init(_ kind: Kind, _ detail: String) {
        self.kind = kind
        self.detail = detail
    }

    public var description: String { detail }
}

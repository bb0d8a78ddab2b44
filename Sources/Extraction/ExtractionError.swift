public import MetadataModel

/// Why a file, or a part of it, could not be read.
///
/// Facts collected before the error are kept; the error becomes an ``Issue`` of the asset.
public struct ExtractionError: Error, Sendable, Hashable {
    public var issue: Issue

    public init(_ kind: Issue.Kind, _ detail: String, at locus: Locus = Locus()) {
        issue = Issue(kind, detail, at: locus)
    }

    /// An error at a byte of the file.
    public init(_ kind: Issue.Kind, _ detail: String, offset: UInt64) {
        issue = Issue(kind, detail, at: Locus(offset: offset, address: "byte \(offset)"))
    }
}

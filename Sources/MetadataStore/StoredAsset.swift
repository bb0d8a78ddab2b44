public import MetadataModel

/// What change detection remembers of a file.
public struct FileState: Sendable, Hashable {
    /// The number of bytes.
    public var count: UInt64
    /// Last change of the content, in nanoseconds since 1970.
    public var modifiedNanoseconds: Int64
    public var inode: UInt64
    /// Who read the file, with the version: `tiff@3`.
    public var extractor: String

    public init(count: UInt64, modifiedNanoseconds: Int64, inode: UInt64, extractor: String) {
        self.count = count
        self.modifiedNanoseconds = modifiedNanoseconds
        self.inode = inode
        self.extractor = extractor
    }
}

/// What is known of an asset before its facts.
public struct AssetHeader: Sendable, Hashable {
    /// The name under which the asset is found again; the same path again replaces the asset.
    public var path: String
    /// Absent for an asset that is no file here, such as an imported one.
    public var file: FileState?
    /// The asset to be replaced, wherever it is; `nil` for the one at the path, or a new one.
    public var identity: AssetIdentity?
    /// Whether the file is gone: the asset keeps its facts and its path as a name, another file may
    /// come to that path, and only questions about ``FactKey/deleted`` find it.
    public var isTombstone = false

    public init(
        path: String, file: FileState? = nil, identity: AssetIdentity? = nil,
        isTombstone: Bool = false
    ) {
        self.path = path
        self.file = file
        self.identity = identity
        self.isTombstone = isTombstone
    }
}

/// Who stated a fact about an asset.
public struct FactSource: Sendable, Hashable {
    public enum Kind: Int, Sendable, Hashable, CaseIterable {
        /// The file itself.
        case own
        /// A file that describes it.
        case sidecar
        /// Another system.
        case imported
        /// A person or a script of theirs.
        case curated
    }

    public var kind: Kind
    /// The path of the sidecar or import; empty for the file itself.
    public var path: String
    /// How far away the statement stands; 0 is the nearest and wins.
    public var rank: Int

    public init(kind: Kind, path: String = "", rank: Int = 0) {
        self.kind = kind
        self.path = path
        self.rank = rank
    }

    public static let own = FactSource(kind: .own)
}

/// An asset with all that is known of it.
public struct StoredAsset: Sendable {
    public var identity: AssetIdentity
    public var path: String
    public var file: FileState?
    /// The facts of each source in their original order; sources in order of their first fact.
    public var contributions: [(source: FactSource, facts: [Fact])]

    public init(
        identity: AssetIdentity, path: String, file: FileState?,
        contributions: [(source: FactSource, facts: [Fact])]
    ) {
        self.identity = identity
        self.path = path
        self.file = file
        self.contributions = contributions
    }
}

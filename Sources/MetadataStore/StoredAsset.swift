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

/// A file of a data set beside the main one: its facts stand with the set's asset.
public struct AssetPart: Sendable, Hashable {
    /// A path that ends in a slash is a folder of files that are counted and not read, such as
    /// the chunks of a Zarr store; their number is the state's `count`.
    public var path: String
    public var file: FileState
    /// Whether what the files say made them one set, and not their names.
    public var isLinked: Bool

    public init(path: String, file: FileState, isLinked: Bool = false) {
        self.path = path
        self.file = file
        self.isLinked = isLinked
    }

    /// Whether it stands for files that are only counted.
    public var isCount: Bool { path.hasSuffix("/") }
}

/// A file that the index knows, an asset of its own or a part of one.
public struct KnownFile: Sendable, Hashable {
    public var path: String
    public var state: FileState
    /// The path of the asset that it is a part of; `nil` for an asset of its own.
    public var main: String?
    /// See ``AssetPart/isLinked``.
    public var isLinked: Bool
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
    /// The path of the sidecar, the import or the part; empty for the asset's main file.
    public var path: String
    /// How far away the statement stands; 0 is the nearest and wins.
    public var rank: Int

    public init(kind: Kind, path: String = "", rank: Int = 0) {
        self.kind = kind
        self.path = path
        self.rank = rank
    }

    /// The asset's main file.
    public static let own = FactSource(kind: .own)
}

/// An asset with all that is known of it.
public struct StoredAsset: Sendable {
    public var identity: AssetIdentity
    public var path: String
    public var file: FileState?
    /// The paths of all files of the asset, the main one first.
    public var parts: [String]
    /// The facts of each source in their original order; sources in order of their first fact.
    public var contributions: [(source: FactSource, facts: [Fact])]

    public init(
        identity: AssetIdentity, path: String, file: FileState?, parts: [String],
        contributions: [(source: FactSource, facts: [Fact])]
    ) {
        self.identity = identity
        self.path = path
        self.file = file
        self.parts = parts
        self.contributions = contributions
    }
}

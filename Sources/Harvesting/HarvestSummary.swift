public import MetadataModel

/// What a harvest did.
public struct HarvestSummary: Sendable, Hashable {
    /// Files that were not in the index.
    public var newCount = 0
    /// Files read again, because they or their extractor changed.
    public var changedCount = 0
    public var unchangedCount = 0
    /// Files found elsewhere than before.
    public var movedCount = 0
    /// Files that were gone and are there again, with the content that they had.
    public var returnedCount = 0
    /// Files that are gone; their assets stay as tombstones.
    public var removedCount = 0
    /// Files that were not read, but described anew by their sidecars.
    public var describedCount = 0
    /// Issues of the files read, by kind.
    public var issueCounts: [Issue.Kind: Int] = [:]
    /// Folders with nothing in them whose known files were kept, and how many these are.
    public var missingRoots: [MissingRoot] = []
    /// Whether the harvest was stopped before its end; the next one goes on.
    public var wasInterrupted = false

    public init() {}

    /// Files dealt with.
    public var readCount: Int { newCount + changedCount + movedCount + returnedCount }

    /// Whether the index was changed.
    public var hasChanges: Bool { readCount + describedCount + removedCount > 0 }

    /// Adds what another harvest did.
    public mutating func add(_ other: HarvestSummary) {
        newCount += other.newCount
        changedCount += other.changedCount
        unchangedCount += other.unchangedCount
        movedCount += other.movedCount
        returnedCount += other.returnedCount
        removedCount += other.removedCount
        describedCount += other.describedCount
        issueCounts.merge(other.issueCounts, uniquingKeysWith: +)
        missingRoots += other.missingRoots
        wasInterrupted = wasInterrupted || other.wasInterrupted
    }
}

/// How far a harvest has come.
public struct HarvestProgress: Sendable, Hashable {
    /// Files read so far, in the folder that is being harvested.
    public var doneCount: Int
    /// Files to be read there.
    public var totalCount: Int
    /// The file read last.
    public var path: String

    public init(doneCount: Int, totalCount: Int, path: String) {
        self.doneCount = doneCount
        self.totalCount = totalCount
        self.path = path
    }
}

/// A folder that is probably not mounted.
public struct MissingRoot: Sendable, Hashable {
    public var path: String
    /// Files below it that the index knows.
    public var fileCount: Int
}

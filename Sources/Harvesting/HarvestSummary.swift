public import MetadataModel

/// What a harvest did.
public struct HarvestSummary: Sendable, Hashable {
    /// Files that were not in the index.
    public var newCount = 0
    /// Files read again, because they or their extractor changed.
    public var changedCount = 0
    public var unchangedCount = 0
    /// Files found elsewhere than before; they are also read.
    public var movedCount = 0
    public var removedCount = 0
    /// Files that were not read, but described anew by their sidecars.
    public var describedCount = 0
    /// Issues of the files read, by kind.
    public var issueCounts: [Issue.Kind: Int] = [:]
    /// Whether the harvest was stopped before its end; the next one goes on.
    public var wasInterrupted = false

    public init() {}

    /// Files read.
    public var readCount: Int { newCount + changedCount + movedCount }

    /// Adds what another harvest did.
    public mutating func add(_ other: HarvestSummary) {
        newCount += other.newCount
        changedCount += other.changedCount
        unchangedCount += other.unchangedCount
        movedCount += other.movedCount
        removedCount += other.removedCount
        describedCount += other.describedCount
        issueCounts.merge(other.issueCounts, uniquingKeysWith: +)
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

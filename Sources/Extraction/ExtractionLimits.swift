/// How much one file may cost.
public struct ExtractionLimits: Sendable, Hashable {
    /// Facts of one file; what comes after is counted, reported and not kept.
    public var maximumFactCount = 8_000_000
    /// Members of a list that are kept in full; longer lists are abridged.
    public var maximumListCount = 64
    /// First members that an abridged list keeps.
    public var abridgedListCount = 16
    /// Bytes of one text value that are kept.
    public var maximumTextByteCount = 1 << 20
    /// Bytes of an opened payload's text that are kept beside the facts read from it.
    public var maximumOpenedTextByteCount = 4096
    /// Nesting of structures: elements, objects, directories.
    public var maximumDepth = 128
    /// Payloads within payloads.
    public var maximumPayloadDepth = 4
    /// Directories of one file: TIFF IFDs, container entries.
    public var maximumDirectoryCount = 1_000_000
    /// Bytes of one structure read into memory at once.
    public var maximumBlockByteCount = 64 << 20
    /// Bytes that one file's compressed parts may become.
    public var maximumInflatedByteCount = 256 << 20
    /// Bytes that one compressed byte may become.
    public var maximumInflationRatio = 1000

    public init() {}
}

public import MetadataModel

/// What an index holds under one key.
public struct KeyDescription: Sendable {
    public var key: FactKey
    public var assetCount: Int
    public var factCount: Int
    /// How many of the facts are text, numbers and dates.
    public var textCount: Int
    public var numberCount: Int
    public var dateCount: Int
    /// Units as written, the most frequent first.
    public var units: [(unit: String, count: Int)]
    public var leastNumber: Double?
    public var greatestNumber: Double?
    /// Up to five distinct values.
    public var examples: [String]
    /// The concepts that the key belongs to.
    public var concepts: [String]
    /// What public vocabularies call these concepts.
    public var iris: [String]
}

/// How many assets of one format there are.
public struct FormatCount: Sendable, Hashable {
    public var type: String
    /// Who read them, with the version: `tiff@3`; empty where none is stated.
    public var extractor: String
    public var count: Int
}

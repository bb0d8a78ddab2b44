public import MetadataModel

/// What the store knows of one key, counted while facts are written.
public struct KeyEntry: Sendable {
    public var id: KeyID
    public var key: FactKey
    /// The spelling under which the key is looked up; see ``FactKey/folded``.
    public var folded: String
    /// Assets that have the key.
    public var assetCount: Int
    public var factCount: Int
    /// Facts that are nothing but text: neither number nor date.
    public var textCount: Int
    /// Facts with at least one number.
    public var numberCount: Int
    public var dateCount: Int
    /// The units as written, the most frequent first.
    public var units: [(unit: String, count: Int)]
    public var dimensions: [Dimension]
    /// Bounds of all numbers, as written, that were ever stored under the key.
    public var leastNumber: Double?
    public var greatestNumber: Double?
    /// Up to five distinct values, shortened.
    public var examples: [String]

    public init(
        id: KeyID, key: FactKey, assetCount: Int = 0, factCount: Int = 0, textCount: Int = 0,
        numberCount: Int = 0, dateCount: Int = 0, units: [(unit: String, count: Int)] = [],
        dimensions: [Dimension] = [], leastNumber: Double? = nil, greatestNumber: Double? = nil,
        examples: [String] = []
    ) {
        self.id = id
        self.key = key
        folded = key.folded
        self.assetCount = assetCount
        self.factCount = factCount
        self.textCount = textCount
        self.numberCount = numberCount
        self.dateCount = dateCount
        self.units = units
        self.dimensions = dimensions
        self.leastNumber = leastNumber
        self.greatestNumber = greatestNumber
        self.examples = examples
    }
}

/// All keys that have facts, as of one revision.
public struct KeyDictionary: Sendable {
    /// In the order of the printed key.
    public let entries: [KeyEntry]
    private let placeByID: [KeyID: Int]
    private let placesByFolded: [String: [Int]]
    private let placesByLastSegment: [String: [Int]]

    public init(entries: [KeyEntry]) {
        self.entries = entries.sorted { $0.key < $1.key }
        var placeByID: [KeyID: Int] = [:]
        var placesByFolded: [String: [Int]] = [:]
        var placesByLastSegment: [String: [Int]] = [:]
        for (place, entry) in self.entries.enumerated() {
            placeByID[entry.id] = place
            placesByFolded[entry.folded, default: []].append(place)
            let last = entry.key.segments.last ?? ""
            placesByLastSegment[FactKey.folded(last), default: []].append(place)
        }
        self.placeByID = placeByID
        self.placesByFolded = placesByFolded
        self.placesByLastSegment = placesByLastSegment
    }

    public func entry(_ id: KeyID) -> KeyEntry? {
        placeByID[id].map { entries[$0] }
    }

    /// The keys whose folded spelling is this one.
    public func entries(folded: String) -> [KeyEntry] {
        (placesByFolded[folded] ?? []).map { entries[$0] }
    }

    /// The keys whose last segment, folded, is this one.
    public func entries(lastSegmentFolded: String) -> [KeyEntry] {
        (placesByLastSegment[lastSegmentFolded] ?? []).map { entries[$0] }
    }
}

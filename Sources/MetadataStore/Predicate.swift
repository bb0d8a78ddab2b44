public import MetadataModel

/// The store's short name of a key; the same as long as the index lives.
public struct KeyID: Hashable, Sendable, Comparable {
    public let raw: Int64

    public init(raw: Int64) {
        self.raw = raw
    }

    public static func < (left: KeyID, right: KeyID) -> Bool {
        left.raw < right.raw
    }
}

/// A resolved condition on assets: a plain value without syntax, concepts or unit names.
///
/// Every predicate is a set of assets. An asset that lacks the keys of a ``FactTest`` is not in
/// its set, so it is in the set of the negation.
public indirect enum Predicate: Hashable, Sendable {
    case everything
    case nothing
    case and([Predicate])
    case or([Predicate])
    case not(Predicate)
    case facts(FactTest)
    /// Text in any key's value.
    case anywhere(TextTest)
    case identities([AssetIdentity])
    /// The assets of a stored selection that are still there, by its number.
    case selection(Int64)
    /// All inside hold for one element of what the given segment of the given keys names.
    case element(ElementTest)
}

/// A condition on the facts under some keys.
public struct FactTest: Hashable, Sendable {
    public enum Quantifier: Hashable, Sendable {
        /// One fact passes.
        case any
        /// There are facts, and all pass.
        case all
        /// There are facts, and none passes.
        case none
        /// The number of facts, whatever their value, lies in the range.
        case count(ClosedRange<Int>)
    }

    /// The union of what the query's key stands for.
    public var keys: [KeyID]
    public var quantifier: Quantifier
    public var value: ValueTest
    /// Restricts to facts whose element has these indices, by segment of the key.
    public var element: [ElementStep]

    public init(
        keys: [KeyID], _ value: ValueTest, quantifier: Quantifier = .any,
        element: [ElementStep] = []
    ) {
        self.keys = keys
        self.quantifier = quantifier
        self.value = value
        self.element = element
    }
}

/// A condition on one fact.
public indirect enum ValueTest: Hashable, Sendable {
    /// The fact is there, whatever it says.
    case present
    /// The value or its label is this text.
    case text(String, isCaseSensitive: Bool)
    /// Value or label hold these words.
    case words(TextTest)
    /// The whole value or label fits the pattern (`*` any characters, `?` one), case folded.
    case glob(String)
    /// A word of value or label is at most this many edits away.
    case similar(String, maximumEdits: Int)
    /// A number of the value, as written.
    case number(Bounds)
    /// A number of the value in SI, where the fact has this dimension.
    case quantity(Bounds, Dimension)
    /// The fact's span of time touches this one: microseconds, half-open.
    case date(TimeBounds)
    case truth(Bool)
    case anyOf([ValueTest])
}

/// Words looked for in a text. Words are runs of letters and digits, compared without case and
/// accents.
public enum TextTest: Hashable, Sendable {
    /// All of these words, in any order.
    case word(String)
    /// A word that begins so.
    case prefix(String)
    /// These words, one after the other; the last may be the beginning of a word if so wished.
    case phrase(String, lastIsPrefix: Bool)
}

/// An interval of numbers.
public struct Bounds: Hashable, Sendable {
    public var lower: Double
    public var upper: Double
    public var includesLower: Bool
    public var includesUpper: Bool

    public init(
        lower: Double = -.infinity, upper: Double = .infinity, includesLower: Bool = true,
        includesUpper: Bool = true
    ) {
        self.lower = lower
        self.upper = upper
        self.includesLower = includesLower
        self.includesUpper = includesUpper
    }

    @inlinable
    public func contains(_ value: Double) -> Bool {
        (includesLower ? value >= lower : value > lower)
            && (includesUpper ? value <= upper : value < upper)
    }
}

/// An interval of time, in microseconds since 1970, half-open; how a fact's span must lie to it.
public struct TimeBounds: Hashable, Sendable {
    public enum Relation: Hashable, Sendable {
        /// The fact's span begins within the bounds.
        case beginsWithin
        /// The fact's span and the bounds have a moment in common.
        case overlaps
    }

    public var start: Int64
    public var end: Int64
    public var relation: Relation

    public init(start: Int64 = .min, end: Int64 = .max, relation: Relation = .beginsWithin) {
        self.start = start
        self.end = end
        self.relation = relation
    }
}

/// A condition that one element of a repeated structure fulfils as a whole.
public struct ElementTest: Hashable, Sendable {
    /// One fact test within the braces, with the segment (position in each key) that repeats.
    public struct Member: Hashable, Sendable {
        public var test: FactTest
        /// For each key of the test, the position of the segment that the braces name.
        public var segments: [Int]

        public init(test: FactTest, segments: [Int]) {
            self.test = test
            self.segments = segments
        }
    }

    /// A condition on one element.
    public indirect enum Condition: Hashable, Sendable {
        case member(Member)
        case and([Condition])
        case or([Condition])
        case not(Condition)
    }

    public var condition: Condition

    public init(_ condition: Condition) {
        self.condition = condition
    }
}

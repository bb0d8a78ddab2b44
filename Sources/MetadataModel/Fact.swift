/// One statement that a file makes about itself: a key, a value, a unit and where it was read.
///
/// The triple is the one that iRODS calls an AVU and OMERO a key-value pair. Beside the value as
/// written stand its typed views, the slots: numbers, SI quantities, a span of time, a truth
/// value. Slots that do not apply are absent; no slot ever replaces the text.
public struct Fact: Hashable, Sendable {
    public var key: FactKey
    public var element: ElementPath
    /// The value as the file writes it. A list is written with `, ` between its members.
    public var value: String
    /// The meaning of a coded value: `LZW` for the 5 under `tiff.Compression`.
    public var label: String?
    /// The unit as the file or the format's specification writes it.
    public var unit: String?
    /// The numbers of the value: none for text, one for a number, several for a list of numbers.
    public var numbers: [NumberSlot]
    /// The dimension of the SI values in ``numbers``; absent where the unit is absent or unknown.
    public var dimension: Dimension?
    public var date: TimeSpan?
    public var truth: Bool?
    /// True where the value is a summary of a longer list: count, least, greatest, first members.
    public var isAbridged: Bool
    public var locus: Locus

    public init(
        key: FactKey, element: ElementPath = .root, value: String, label: String? = nil,
        unit: String? = nil, numbers: [NumberSlot] = [], dimension: Dimension? = nil,
        date: TimeSpan? = nil, truth: Bool? = nil, isAbridged: Bool = false, locus: Locus = Locus()
    ) {
        self.key = key
        self.element = element
        self.value = value
        self.label = label
        self.unit = unit
        self.numbers = numbers
        self.dimension = dimension
        self.date = date
        self.truth = truth
        self.isAbridged = isAbridged
        self.locus = locus
    }
}

/// A number of a value, as written and in SI.
public struct NumberSlot: Hashable, Sendable {
    public var number: Number
    /// The same in the SI unit of the fact's dimension; absent where there is no unit.
    public var si: Double?

    @inlinable
    public init(_ number: Number, si: Double? = nil) {
        self.number = number
        self.si = si
    }
}

/// A number that keeps 64-bit integers exact.
public enum Number: Hashable, Sendable {
    case integer(Int64)
    case real(Double)

    @inlinable
    public var double: Double {
        switch self {
        case .integer(let value): Double(value)
        case .real(let value): value
        }
    }
}

/// A half-open span of time, in microseconds since 1970-01-01T00:00:00Z.
///
/// A partial date is the whole span it names: `2026-03` is the month.
public struct TimeSpan: Hashable, Sendable {
    public var start: Int64
    public var end: Int64
    /// False where the file states no zone; the span is then that of UTC.
    public var hasZone: Bool

    @inlinable
    public init(start: Int64, end: Int64, hasZone: Bool) {
        self.start = start
        self.end = end
        self.hasZone = hasZone
    }
}

/// Where in its file a fact was read.
public struct Locus: Hashable, Sendable {
    /// The first byte, counted from the file's beginning.
    public var offset: UInt64?
    /// How many bytes hold the value as stored.
    public var length: UInt64?
    /// The same place in words: `IFD 0 tag 256`, `/OME/Image[1]/@Name`, `line 12`, `/a/0/b`.
    public var address: String

    @inlinable
    public init(offset: UInt64? = nil, length: UInt64? = nil, address: String = "") {
        self.offset = offset
        self.length = length
        self.address = address
    }
}

/// The view of a value by which assets are put in order.
public enum SortSlot: Hashable, Sendable {
    /// By number: the SI value where `preferringSI` is set and the fact has one.
    case number(preferringSI: Bool)
    /// By the beginning of the span.
    case date
    /// By the value as written, without case.
    case text
}

/// A bin of the calendar, in UTC. Weeks begin on Monday.
public enum CalendarBin: String, Hashable, Sendable, CaseIterable {
    case year, month, week, day, hour, minute
}

/// How many assets of an answer have each value of a key.
public struct Facet: Sendable {
    /// The most frequent first, then by text. The label is shown where the value has one.
    public var values: [(text: String, count: Int)]
    /// Distinct values, those that are not listed included.
    public var distinctCount: Int
    /// Assets of the answer without the key.
    public var missing: Int

    public init(values: [(text: String, count: Int)], distinctCount: Int, missing: Int) {
        self.values = values
        self.distinctCount = distinctCount
        self.missing = missing
    }
}

/// What the numbers of a key are like over an answer.
///
/// A number that an asset states several times under one key counts once.
public struct Statistics: Sendable, Hashable {
    /// Numbers counted.
    public var count: Int
    /// Assets with at least one number.
    public var assetCount: Int
    /// Assets of the answer without one.
    public var missing: Int
    public var minimum: Double?
    public var maximum: Double?
    public var mean: Double?
    public var sum: Double
    /// Of the population; absent without numbers.
    public var standardDeviation: Double?
    /// Absent without numbers, and where there are too many distinct ones to sort cheaply.
    public var median: Double?

    public init(
        count: Int, assetCount: Int, missing: Int, minimum: Double? = nil, maximum: Double? = nil,
        mean: Double? = nil, sum: Double = 0, standardDeviation: Double? = nil,
        median: Double? = nil
    ) {
        self.count = count
        self.assetCount = assetCount
        self.missing = missing
        self.minimum = minimum
        self.maximum = maximum
        self.mean = mean
        self.sum = sum
        self.standardDeviation = standardDeviation
        self.median = median
    }
}

/// The answer of a stage that summarises the assets found.
public enum StageAnswer: Sendable {
    case facet(FacetAnswer)
    case histogram(HistogramAnswer)
    case statistics(StatisticsAnswer)
    /// `count`, with the facet that `count by` adds.
    case count(Int, by: FacetAnswer?)
    case distinct(FacetAnswer)
    case groups(FacetAnswer)
}

/// How many assets have each value of a key.
public struct FacetAnswer: Sendable, Hashable {
    public struct Value: Sendable, Hashable {
        public var text: String
        public var count: Int
        /// The first assets with this value, where they were asked for.
        public var examples: [String] = []
    }

    public var name: String
    /// The most frequent first.
    public var values: [Value]
    /// Different values there are, also those not listed.
    public var distinctCount: Int
    /// Assets without the key.
    public var missing: Int
}

/// How many assets have a number or a date in each of equally wide bins; empty bins are left out.
public struct HistogramAnswer: Sendable, Hashable {
    public struct Bin: Sendable, Hashable {
        /// Where the bin begins: a number in ``HistogramAnswer/unit``, or a date in ISO 8601.
        public enum Start: Sendable, Hashable {
            case number(Double)
            case date(String)
        }

        public var start: Start
        public var count: Int
    }

    public var name: String
    /// The width as typed: `10nm`, `month`.
    public var width: String
    public var unit: String?
    public var bins: [Bin]
}

/// The distribution of a key's numbers.
public struct StatisticsAnswer: Sendable, Hashable {
    public var name: String
    /// The unit of all numbers here; absent for plain numbers.
    public var unit: String?
    /// Numbers, not assets.
    public var count: Int
    public var assets: Int
    /// Assets without a number under the key.
    public var missing: Int
    public var least: Double?
    public var greatest: Double?
    public var mean: Double?
    public var sum: Double?
    public var standardDeviation: Double?
    public var median: Double?
}

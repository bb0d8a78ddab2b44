public import MetadataModel
public import Units

/// A unit as the facts of an index write it.
public struct UnitUsage: Sendable {
    public var unit: String
    /// What it means; what is not understood keeps its facts, which are compared as written.
    public var meaning: UnitLookup
    public var factCount: Int
    /// The keys of these facts, the most frequent first.
    public var keys: [(key: FactKey, factCount: Int)]

    public var isUnderstood: Bool {
        if case .known = meaning { true } else { false }
    }
}

extension SearchEngine {
    /// The units that facts write, the most frequent first.
    ///
    /// - Complexity: O(n) in the number of keys; no fact is read.
    public func units() throws -> [UnitUsage] {
        var usages: [String: UnitUsage] = [:]
        for key in try keys() {
            for (unit, count) in key.units {
                var usage =
                    usages[unit]
                    ?? UnitUsage(
                        unit: unit, meaning: UnitTable.lookup(unit), factCount: 0, keys: [])
                usage.factCount += count
                usage.keys.append((key.key, count))
                usages[unit] = usage
            }
        }
        return usages.values.map { usage in
            var usage = usage
            usage.keys.sort { ($1.factCount, $0.key) < ($0.factCount, $1.key) }
            return usage
        }.sorted { ($1.factCount, $0.unit) < ($0.factCount, $1.unit) }
    }
}

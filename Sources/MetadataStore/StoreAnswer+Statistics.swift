public import MetadataModel

extension StoreAnswer {
    /// Distinct numbers beyond this are not sorted for a median.
    private static let maximumMedianCount = 1 << 20

    /// What the numbers are like; SI values with a dimension, else numbers as written.
    public func statistics(_ keys: [KeyID], dimension: Dimension?) throws -> Statistics {
        var numbers: [(number: Double, count: Int)] = []
        var moments = Moments()
        let assets = AssetSet()
        try forEachNumber(keys, dimension) { number, posting in
            let found = try posting.ordinals(in: set)
            guard !found.isEmpty else { return }
            assets.insert(contentsOf: found)
            moments.add(number, found.count)
            if numbers.count <= Self.maximumMedianCount { numbers.append((number, found.count)) }
        } endSegment: {
        }
        let count = moments.count
        var result = Statistics(
            count: count, assetCount: assets.count, missing: self.count - assets.count,
            sum: moments.sum)
        guard count > 0 else { return result }
        result.minimum = moments.least
        result.maximum = moments.greatest
        result.mean = moments.mean
        result.standardDeviation = moments.standardDeviation
        if numbers.count <= Self.maximumMedianCount {
            result.median = Self.median(&numbers, count)
        }
        return result
    }

    private static func median(_ numbers: inout [(number: Double, count: Int)], _ count: Int)
        -> Double
    {
        numbers.sort { $0.number < $1.number }
        var lower = 0.0
        var passed = 0
        for (number, times) in numbers {
            if passed <= (count - 1) / 2 { lower = number }
            passed += times
            if passed > count / 2 { return lower / 2 + number / 2 }
        }
        return lower
    }
}

/// Sum, mean and spread of numbers, gathered in one pass (after Welford and Chan).
private struct Moments {
    private(set) var count = 0
    private(set) var sum = 0.0
    private(set) var mean = 0.0
    private(set) var least = Double.infinity
    private(set) var greatest = -Double.infinity
    private var squares = 0.0

    var standardDeviation: Double { (squares / Double(count)).squareRoot() }

    /// Takes in a number that occurs some times.
    mutating func add(_ number: Double, _ times: Int) {
        let total = count + times
        let distance = number - mean
        mean += distance * Double(times) / Double(total)
        squares += distance * distance * Double(count) * Double(times) / Double(total)
        sum += number * Double(times)
        count = total
        least = min(least, number)
        greatest = max(greatest, number)
    }
}

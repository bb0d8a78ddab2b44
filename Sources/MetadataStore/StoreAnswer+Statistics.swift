public import MetadataModel

extension StoreAnswer {
    /// More numbers than this are not looked at for a median.
    private static let maximumMedianCount = 1 << 24

    /// What the numbers are like; SI values with a dimension, else numbers as written.
    public func statistics(_ keys: [KeyID], dimension: Dimension?) throws -> Statistics {
        var numbers: [Double] = []
        var moments = Moments()
        func add(_ number: Double) {
            moments.add(number)
            if numbers.count <= Self.maximumMedianCount { numbers.append(number) }
        }
        let assets = AssetSet()
        for key in keys {
            let own = Self.names(of: [key], dimension)
            // What people state may repeat what the file says: such a number counts once.
            var values: [ColumnValue]? = try snapshot.entries.holdsCurated(own) ? [] : nil
            for segment in snapshot.entries.segments {
                var found = PostingUnion(first: segment.first, last: segment.last)
                try forEachNumber(own, in: segment) { ordinal, number in
                    found.insert(ordinal)
                    if values == nil {
                        add(number)
                    } else {
                        values?.append(ColumnValue(ordinal: ordinal, number: number))
                    }
                }
                found.add(to: assets)
            }
            values?.sortAsColumn()
            for value in values ?? [] { add(value.number) }
        }
        let assetCount = assets.count
        let count = moments.count
        var result = Statistics(
            count: count, assetCount: assetCount, missing: self.count - assetCount,
            sum: moments.sum)
        guard count > 0 else { return result }
        result.minimum = moments.least
        result.maximum = moments.greatest
        result.mean = moments.mean
        result.standardDeviation = moments.standardDeviation
        if numbers.count <= Self.maximumMedianCount { result.median = Self.median(&numbers) }
        return result
    }

    private static func median(_ numbers: inout [Double]) -> Double {
        let upper = numbers.nth(numbers.count / 2)
        guard numbers.count % 2 == 0 else { return upper }
        let lower = numbers[..<(numbers.count / 2)].max() ?? upper
        return lower / 2 + upper / 2
    }
}

extension [Double] {
    /// The number that would stand at a place if all were sorted; smaller ones stand before it
    /// afterwards.
    fileprivate mutating func nth(_ place: Int) -> Double {
        var lower = 0
        var upper = count - 1
        while lower < upper {
            let pivot = self[lower + (upper - lower) / 2]
            var left = lower
            var right = upper
            while left <= right {
                while self[left] < pivot { left += 1 }
                while self[right] > pivot { right -= 1 }
                if left <= right {
                    swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            if place <= right {
                upper = right
            } else if place >= left {
                lower = left
            } else {
                break
            }
        }
        return self[place]
    }
}

/// Sum, mean and spread of numbers, gathered in one pass (after Welford).
private struct Moments {
    private(set) var count = 0
    private(set) var sum = 0.0
    private(set) var mean = 0.0
    private(set) var least = Double.infinity
    private(set) var greatest = -Double.infinity
    private var squares = 0.0

    var standardDeviation: Double { (squares / Double(count)).squareRoot() }

    mutating func add(_ number: Double) {
        count += 1
        let distance = number - mean
        mean += distance / Double(count)
        squares += distance * (number - mean)
        sum += number
        least = min(least, number)
        greatest = max(greatest, number)
    }
}

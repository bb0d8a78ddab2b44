public import MetadataModel

extension StoreAnswer {
    /// More numbers than this are not looked at for a median.
    private static let maximumMedianCount = 1 << 24

    /// What the numbers are like; SI values with a dimension, else numbers as written.
    public func statistics(_ keys: [KeyID], dimension: Dimension?) throws -> Statistics {
        var numbers: [Double] = []
        var moments = Moments()
        let assets = AssetSet()
        for key in keys {
            let own = Self.names(of: [key], dimension)
            // What people state may repeat what the file says: such a number counts once.
            var values: [ColumnValue]? = try snapshot.entries.holdsCurated(own) ? [] : nil
            for segment in snapshot.entries.segments {
                let found = OrdinalBits(first: segment.first, last: segment.last)
                var batch: [Double] = []
                try forEachNumber(own, in: segment) { ordinal, number in
                    found.insert(ordinal)
                    if values == nil {
                        batch.append(number)
                    } else {
                        values?.append(ColumnValue(ordinal: ordinal, number: number))
                    }
                }
                take(batch, &moments, &numbers)
                assets.formUnion(found.set())
            }
            values?.sortAsColumn()
            take((values ?? []).map(\.number), &moments, &numbers)
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
        if numbers.count <= Self.maximumMedianCount { result.median = Self.median(numbers) }
        return result
    }

    private func take(_ batch: [Double], _ moments: inout Moments, _ numbers: inout [Double]) {
        moments.add(batch)
        if numbers.count <= Self.maximumMedianCount { numbers += batch }
    }

    private static func median(_ numbers: [Double]) -> Double {
        let upper = numbers.count / 2
        let isOdd = numbers.count % 2 == 1
        let middle = numbers.sorted(from: isOdd ? upper : upper - 1, through: upper)
        return middle.reduce(0) { $0 + $1 / Double(middle.count) }
    }
}

extension [Double] {
    /// The numbers that would stand at some neighbouring places if all were sorted.
    ///
    /// A sample tells between which numbers they most likely lie, and only what lies there is
    /// looked at further.
    fileprivate func sorted(from first: Int, through last: Int) -> ArraySlice<Double> {
        let sampleCount = 1024
        let margin = 64
        guard count > 4 * sampleCount else { return sorted()[first...last] }
        let sample = (0..<sampleCount).map { self[$0 * count / sampleCount] }.sorted()
        let place = first * sampleCount / count
        let lower = place < margin ? -Double.infinity : sample[place - margin]
        let upper = place + margin < sampleCount ? sample[place + margin] : .infinity
        var lesserCount = 0
        var within: [Double] = []
        for number in self {
            if number < lower {
                lesserCount += 1
            } else if number <= upper {
                within.append(number)
            }
        }
        let isNarrowed = within.count < count / 2
        guard isNarrowed, first >= lesserCount, last < lesserCount + within.count else {
            return sorted()[first...last]
        }
        return within.sorted(from: first - lesserCount, through: last - lesserCount)
    }
}

/// Sum, mean and spread of numbers that come in batches (after Chan, Golub and LeVeque).
private struct Moments {
    private(set) var count = 0
    private(set) var sum = 0.0
    private(set) var mean = 0.0
    private(set) var least = Double.infinity
    private(set) var greatest = -Double.infinity
    private var squares = 0.0

    var standardDeviation: Double { (squares / Double(count)).squareRoot() }

    mutating func add(_ batch: [Double]) {
        guard !batch.isEmpty else { return }
        var total = 0.0
        for number in batch {
            total += number
            least = min(least, number)
            greatest = max(greatest, number)
        }
        let batchMean = total / Double(batch.count)
        var batchSquares = 0.0
        for number in batch { batchSquares += (number - batchMean) * (number - batchMean) }
        let distance = batchMean - mean
        let share = Double(batch.count) / Double(count + batch.count)
        squares += batchSquares + distance * distance * Double(count) * share
        mean += distance * share
        count += batch.count
        sum += total
    }
}

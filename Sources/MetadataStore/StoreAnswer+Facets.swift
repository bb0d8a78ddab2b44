public import MetadataModel

extension StoreAnswer {
    /// Counts assets by distinct value under the keys.
    public func facet(_ keys: [KeyID], top: Int) throws -> Facet {
        let tally = try valueTally(keys)
        let values = tally.counts.map { (text: $0.key.shown, count: $0.value) }
        let most = values.sorted { ($1.count, $0.text) < ($0.count, $1.text) }.prefix(max(0, top))
        return Facet(
            values: Array(most), distinctCount: values.count, missing: try countMissing(keys))
    }

    /// The distinct values under the keys, in the order of their text.
    public func distinctValues(
        _ keys: [KeyID], limit: Int
    ) throws -> [(value: String, count: Int)] {
        let values = try valueTally(keys).counts.map { (value: $0.key.shown, count: $0.value) }
        return Array(values.sorted { ($0.value, $0.count) < ($1.value, $1.count) }.prefix(limit))
    }

    /// A value with its label, as the index tells them apart.
    private struct DistinctValue: Hashable {
        let stored: [UInt8]

        var shown: String { stored.withUnsafeBytes { StoredText($0).shown } }
    }

    private func valueTally(_ keys: [KeyID]) throws -> Tally<DistinctValue> {
        var tally = Tally<DistinctValue>(set, areLabelsDistinct: keys.count == 1)
        for segment in snapshot.entries.segments {
            for key in keys {
                let prefix = EntryKey.prefix(UInt32(clamping: key.raw), .text)
                let end = EntryKey.end(ofPrefix: prefix)
                try snapshot.entries.scan(segment, from: prefix, to: end, budget) { key, posting in
                    try tally.add(posting) { DistinctValue(stored: Array(key[prefix.count...])) }
                    return true
                }
            }
            tally.endSegment()
        }
        return tally
    }

    /// How many assets of the answer have none of the keys.
    private func countMissing(_ keys: [KeyID]) throws -> Int {
        let ids = keys.map { UInt32(clamping: $0.raw) }
        return count - (try Evaluator(snapshot, budget).present(ids).intersectionCount(set))
    }

    /// Counts assets by number, in bins of a width that begin at its multiples; only bins with
    /// assets, in order. With a dimension, SI values are counted.
    public func histogram(
        _ keys: [KeyID], width: Double, inSI dimension: Dimension?
    ) throws -> [(lower: Double, count: Int)] {
        guard width > 0, width.isFinite else {
            throw StoreError(.unusable, "expected bins of a width above 0, found \(width)")
        }
        var tally = Tally<Double>(set, areLabelsDistinct: false)
        try forEachNumber(keys, dimension) { number, posting in
            try tally.add(posting) { (number / width).rounded(.down) }
        } endSegment: {
            tally.endSegment()
        }
        return tally.counts.sorted { $0.key < $1.key }.map { ($0.key * width, $0.value) }
    }

    /// Counts assets by the beginning of their dates; only bins with assets, in order.
    public func histogram(
        _ keys: [KeyID], calendar: CalendarBin
    ) throws -> [(start: Int64, count: Int)] {
        var tally = Tally<Int64>(set, areLabelsDistinct: false)
        for segment in snapshot.entries.segments {
            for key in keys {
                let prefix = EntryKey.prefix(UInt32(clamping: key.raw), .date)
                let end = EntryKey.end(ofPrefix: prefix)
                try snapshot.entries.scan(segment, from: prefix, to: end, budget) { key, posting in
                    var cursor = ByteCursor(key, at: prefix.count)
                    let time = EntryKey.time(orderedBits: cursor.bigEndian())
                    try tally.add(posting) { calendar.start(ofMicroseconds: time) }
                    return true
                }
            }
            tally.endSegment()
        }
        return tally.counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Calls `body` with the numbers under the keys and who has them, segment by segment.
    func forEachNumber(
        _ keys: [KeyID], _ dimension: Dimension?, _ body: (Double, Posting) throws -> Void,
        endSegment: () -> Void
    ) throws {
        for segment in snapshot.entries.segments {
            for key in keys {
                let id = UInt32(clamping: key.raw)
                let prefix =
                    dimension.map { EntryKey.prefix(id, $0) } ?? EntryKey.prefix(id, .number)
                let end = EntryKey.end(ofPrefix: prefix)
                try snapshot.entries.scan(segment, from: prefix, to: end, budget) { key, posting in
                    var cursor = ByteCursor(key, at: prefix.count)
                    try body(EntryKey.number(orderedBits: cursor.bigEndian()), posting)
                    return true
                }
            }
            endSegment()
        }
    }
}

/// Counts the assets of a set by a label that entries have.
///
/// Where several entries have the same label, an asset with two of them counts once; the assets
/// of a label are kept until the end of a segment for that.
struct Tally<Label: Hashable> {
    private let set: AssetSet
    private let areLabelsDistinct: Bool
    private(set) var counts: [Label: Int] = [:]
    private var assets: [Label: AssetSet] = [:]

    /// - Parameter areLabelsDistinct: No two entries of a segment have the same label.
    init(_ set: AssetSet, areLabelsDistinct: Bool) {
        self.set = set
        self.areLabelsDistinct = areLabelsDistinct
    }

    mutating func add(_ posting: Posting, label: () -> Label) throws {
        if areLabelsDistinct {
            let count = try posting.count(in: set)
            if count > 0 { counts[label(), default: 0] += count }
            return
        }
        let ordinals = try posting.ordinals(in: set)
        guard !ordinals.isEmpty else { return }
        let found = label()
        let known = assets[found] ?? AssetSet()
        known.insert(contentsOf: ordinals)
        assets[found] = known
    }

    mutating func endSegment() {
        for (label, found) in assets { counts[label, default: 0] += found.count }
        assets.removeAll(keepingCapacity: true)
    }
}

extension CalendarBin {
    /// The beginning of the bin that a time lies in, in microseconds since 1970.
    func start(ofMicroseconds time: Int64) -> Int64 {
        let day: Int64 = 86_400_000_000
        func floored(_ step: Int64, _ offset: Int64 = 0) -> Int64 {
            let (quotient, rest) = (time - offset).quotientAndRemainder(dividingBy: step)
            return (rest < 0 ? quotient - 1 : quotient) * step + offset
        }
        let fields = TimeSpan.calendarFields(ofMicroseconds: time)
        switch self {
        case .year: return TimeSpan.daysSinceEpoch(year: fields.year, month: 1, day: 1) * day
        case .month:
            return TimeSpan.daysSinceEpoch(year: fields.year, month: fields.month, day: 1) * day
        // The first Monday was 5 January 1970.
        case .week: return floored(7 * day, 4 * day)
        case .day: return floored(day)
        case .hour: return floored(3_600_000_000)
        case .minute: return floored(60_000_000)
        }
    }
}

public import MetadataModel

extension StoreAnswer {
    /// Counts assets by distinct value under the keys.
    public func facet(_ keys: [KeyID], top: Int) throws -> Facet {
        let values = try valueTally(keys).map { (text: $0.key.shown, count: $0.value) }
        let most = values.sorted { ($1.count, $0.text) < ($0.count, $1.text) }.prefix(max(0, top))
        return Facet(
            values: Array(most), distinctCount: values.count, missing: try countMissing(keys))
    }

    /// The distinct values under the keys, in the order of their text.
    public func distinctValues(
        _ keys: [KeyID], limit: Int
    ) throws -> [(value: String, count: Int)] {
        let values = try valueTally(keys).map { (value: $0.key.shown, count: $0.value) }
        return Array(values.sorted { ($0.value, $0.count) < ($1.value, $1.count) }.prefix(limit))
    }

    /// A value with its label, as the index tells them apart.
    private struct DistinctValue: Hashable {
        let stored: [UInt8]

        var shown: String { stored.withUnsafeBytes { StoredText($0).shown } }
    }

    private func valueTally(_ keys: [KeyID]) throws -> [DistinctValue: Int] {
        let ids = keys.map { UInt32(clamping: $0.raw) }
        let slots = ids.map { EntryKey.prefix($0, .text) }
        let columns = ids.map { EntryKey.prefix($0, .plain) }
        let isOverlaid = try snapshot.entries.holdsCurated(slots + columns)
        var tally = Tally<DistinctValue>(
            set, areLabelsDistinct: keys.count == 1 && !isOverlaid)
        // Assets that have a number as mere text too, and count with it.
        var written: [Double: AssetSet] = [:]
        for segment in snapshot.entries.segments {
            for slot in slots {
                let end = EntryKey.end(ofPrefix: slot)
                try snapshot.entries.scan(segment, from: slot, to: end, budget) { key, posting in
                    let stored = UnsafeRawBufferPointer(rebasing: key[slot.count...])
                    try tally.add(posting) { DistinctValue(stored: Array(stored)) }
                    if let number = StoredText.plainNumber(stored) {
                        let known = written[number] ?? AssetSet()
                        known.insert(contentsOf: try posting.ordinals(in: set))
                        written[number] = known
                    }
                    return true
                }
            }
            if !isOverlaid { tally.endSegment() }
        }
        tally.endSegment()
        var counts = tally.counts
        let numbers = try columnTally(columns) { number, ordinal in
            written[number]?.contains(ordinal) ?? false ? nil : number
        }
        for (number, count) in numbers {
            var stored: [UInt8] = []
            StoredText.append(PlainNumber.text(of: number), to: &stored)
            counts[DistinctValue(stored: stored), default: 0] += count
        }
        return counts
    }

    /// Counts assets by a label of their numbers in some columns; numbers without one count not.
    private func columnTally(
        _ names: [[UInt8]], _ label: (Double, UInt32) -> Double?
    ) throws -> [Double: Int] {
        let isOverlaid = try snapshot.entries.holdsCurated(names)
        var tally = ColumnTally<Double>()
        for segment in snapshot.entries.segments {
            try forEachNumber(names, in: segment) { ordinal, number in
                if let label = label(number, ordinal) { tally.add(ordinal, label) }
            }
            if !isOverlaid { tally.endSegment() }
        }
        tally.endSegment()
        return tally.counts
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
        let counts = try columnTally(Self.names(of: keys, dimension)) { number, _ in
            (number / width).rounded(.down)
        }
        return counts.sorted { $0.key < $1.key }.map { ($0.key * width, $0.value) }
    }

    /// Counts assets by the beginning of their dates; only bins with assets, in order.
    public func histogram(
        _ keys: [KeyID], calendar: CalendarBin
    ) throws -> [(start: Int64, count: Int)] {
        let names = keys.map { EntryKey.prefix(UInt32(clamping: $0.raw), .date) }
        let isOverlaid = try snapshot.entries.holdsCurated(names)
        var tally = ColumnTally<Int64>()
        for segment in snapshot.entries.segments {
            let members = OrdinalBits(set, first: segment.first, last: segment.last)
            for name in names {
                try snapshot.entries.forEachChunk(of: name, in: segment, budget) { chunk in
                    chunk.forEachStart(in: members) { ordinal, time in
                        tally.add(ordinal, calendar.number(ofMicroseconds: time))
                    }
                }
            }
            if !isOverlaid { tally.endSegment() }
        }
        tally.endSegment()
        return tally.counts.sorted { $0.key < $1.key }.map {
            (calendar.start(ofNumber: $0.key), $0.value)
        }
    }

    /// The columns of the numbers under some keys: SI values with a dimension, else as written.
    static func names(of keys: [KeyID], _ dimension: Dimension?) -> [[UInt8]] {
        keys.flatMap { key -> [[UInt8]] in
            let id = UInt32(clamping: key.raw)
            guard let dimension else {
                return [EntryKey.prefix(id, .plain), EntryKey.prefix(id, .number)]
            }
            return [EntryKey.prefix(id, dimension)]
        }
    }

    /// Calls `body` with the assets of the answer that have a number in some columns.
    func forEachNumber(
        _ names: [[UInt8]], in segment: Segment, _ body: (UInt32, Double) -> Void
    ) throws {
        let members = OrdinalBits(set, first: segment.first, last: segment.last)
        for name in names {
            try snapshot.entries.forEachChunk(of: name, in: segment, budget) { chunk in
                chunk.forEachNumber(in: members, body)
            }
        }
    }
}

/// Counts the assets of a set by a label that entries have.
///
/// Where several entries have the same label, an asset with two of them counts once; the assets
/// of a label are kept until the end of a segment, or of all segments, for that.
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
    /// The bin that a time lies in, in microseconds since 1970, counted from that year's on.
    func number(ofMicroseconds time: Int64) -> Int64 {
        switch self {
        case .year: return Int64(TimeSpan.calendarFields(ofMicroseconds: time).year)
        case .month:
            let fields = TimeSpan.calendarFields(ofMicroseconds: time)
            return Int64(fields.year) * 12 + Int64(fields.month) - 1
        case .week, .day, .hour, .minute:
            let (quotient, rest) = (time - beginning).quotientAndRemainder(dividingBy: width)
            return rest < 0 ? quotient - 1 : quotient
        }
    }

    /// The beginning of a bin, in microseconds since 1970.
    func start(ofNumber number: Int64) -> Int64 {
        let day: Int64 = 86_400_000_000
        switch self {
        case .year: return TimeSpan.daysSinceEpoch(year: Int(number), month: 1, day: 1) * day
        case .month:
            let year = (Double(number) / 12).rounded(.down)
            let month = Int(number) - Int(year) * 12 + 1
            return TimeSpan.daysSinceEpoch(year: Int(year), month: month, day: 1) * day
        case .week, .day, .hour, .minute: return number * width + beginning
        }
    }

    /// The microseconds of a bin, where all have as many.
    private var width: Int64 {
        switch self {
        case .year, .month: 0
        case .week: 7 * 86_400_000_000
        case .day: 86_400_000_000
        case .hour: 3_600_000_000
        case .minute: 60_000_000
        }
    }

    /// Where bin 0 begins. The first Monday was 5 January 1970.
    private var beginning: Int64 { self == .week ? 4 * 86_400_000_000 : 0 }
}

internal import MetadataModel

/// The assets of a set by a number or date under some keys, in order.
///
/// Each asset counts with its least value, or its greatest where descending. A pass over the
/// columns keeps only as many of the least values as are likely to be asked for; where more are,
/// another one goes on from there.
struct ColumnOrder {
    private static let firstCount = 256

    private let entries: SegmentReader
    private let budget: Budget
    private let isOfSpans: Bool
    private let isDescending: Bool
    /// Columns, each with the assets whose values there count.
    private var sources: [(names: [[UInt8]], set: AssetSet)]

    init(
        _ snapshot: Snapshot, _ budget: Budget, _ keys: [KeyID], _ slot: SortSlot,
        _ set: AssetSet, isDescending: Bool
    ) throws {
        entries = snapshot.entries
        self.budget = budget
        self.isDescending = isDescending
        isOfSpans = slot == .date
        let ids = keys.map { UInt32(clamping: $0.raw) }
        var quantities: [[UInt8]] = []
        if case .number(preferringSI: true) = slot {
            let dictionary = try snapshot.keys()
            for key in keys {
                quantities += (dictionary.entry(key)?.dimensions ?? []).map {
                    EntryKey.prefix(UInt32(clamping: key.raw), $0)
                }
            }
        }
        let slots: [EntryKey.Slot] = slot == .date ? [.date] : [.plain, .number]
        let written = ids.flatMap { id in slots.map { EntryKey.prefix(id, $0) } }
        sources = [(written, set)]
        guard !quantities.isEmpty else { return }
        sources = [(quantities, set)]
        let others = set.subtracting(try assets())
        if !others.isEmpty { sources.append((written, others)) }
    }

    /// The assets that have a value.
    func assets() throws -> AssetSet {
        let result = AssetSet()
        for segment in entries.segments {
            let found = OrdinalBits(first: segment.first, last: segment.last)
            try forEachValue(in: segment) { ordinal, _ in found.insert(ordinal) }
            result.formUnion(found.set())
        }
        return result
    }

    /// Calls `body` with each value, as eight bytes that sort as values do, from one on, and those
    /// that have it, until it returns false.
    func forEachGroup(
        from start: [UInt8]?, _ body: ([UInt8], AssetSet) throws -> Bool
    ) throws -> Bool {
        var least: UInt64 = 0
        if let start {
            least = start.withUnsafeBytes { ByteCursor($0).peekBigEndian() }
            if isDescending { least = ~least }
        }
        var wanted = Self.firstCount
        while true {
            let places = try leastPlaces(wanted, from: least)
            guard try forEachGroup(of: places.kept, body) else { return false }
            guard places.isCut else { return true }
            least = places.bound + 1
            wanted *= 8
        }
    }

    private func forEachGroup(
        of places: [LeastPlaces.Place], _ body: ([UInt8], AssetSet) throws -> Bool
    ) throws -> Bool {
        var position = 0
        while position < places.count {
            let bits = places[position].bits
            var group: [UInt32] = []
            while position < places.count, places[position].bits == bits {
                group.append(places[position].ordinal)
                position += 1
            }
            let assets = AssetSet()
            assets.insert(contentsOf: group)
            var value: [UInt8] = []
            value.append(bigEndian: isDescending ? ~bits : bits)
            guard try body(value, assets) else { return false }
        }
        return true
    }

    /// At least so many of the least places from one on, in their order, or all there are.
    private func leastPlaces(_ count: Int, from least: UInt64) throws -> LeastPlaces {
        var places = LeastPlaces(count)
        // Assets that have a lesser value stand there and nowhere else.
        let before = AssetSet()
        for segment in entries.segments {
            let lesser = OrdinalBits(first: segment.first, last: segment.last)
            try forEachValue(in: segment) { ordinal, bits in
                if bits < least {
                    lesser.insert(ordinal)
                } else {
                    places.add(bits, ordinal)
                }
            }
            if least > 0 { before.formUnion(lesser.set()) }
        }
        places.finish(without: before)
        return places
    }

    /// Calls `body` with the values of a segment, as bits that sort in the order asked for.
    @inline(__always)
    private func forEachValue(
        in segment: Segment, _ body: (UInt32, UInt64) -> Void
    ) throws {
        let inverted = isDescending ? UInt64.max : 0
        for (names, set) in sources {
            let members = OrdinalBits(set, first: segment.first, last: segment.last)
            for name in names {
                try entries.forEachChunk(of: name, in: segment, budget) { chunk in
                    chunk.forEachOrdered(in: members, isOfSpans: isOfSpans) { ordinal, bits in
                        body(ordinal, bits ^ inverted)
                    }
                }
            }
        }
    }
}

/// Keeps the least of many places, so many at least, and those that are equal to the last.
private struct LeastPlaces {
    /// A value as bits that sort in the order asked for, and who has it.
    struct Place {
        var bits: UInt64
        var ordinal: UInt32
    }

    private(set) var kept: [Place] = []
    /// Whether some were left out.
    private(set) var isCut = false
    private let count: Int
    /// Nothing above is kept.
    private(set) var bound = UInt64.max
    private var limit: Int

    init(_ count: Int) {
        self.count = count
        limit = 4 * count
    }

    @inline(__always)
    mutating func add(_ bits: UInt64, _ ordinal: UInt32) {
        guard bits <= bound else {
            isCut = true
            return
        }
        kept.append(Place(bits: bits, ordinal: ordinal))
        if kept.count >= limit { tighten() }
    }

    private mutating func tighten() {
        bound = leastBits(rank: count)
        let end = kept.partition { $0.bits > bound }
        if end < kept.count { isCut = true }
        kept.removeSubrange(end...)
        limit = max(4 * count, 2 * kept.count)
    }

    /// Puts what is kept in order, each asset with its least value.
    mutating func finish(without others: AssetSet) {
        if !others.isEmpty { kept.removeAll { others.contains($0.ordinal) } }
        kept.sort { ($0.ordinal, $0.bits) < ($1.ordinal, $1.bits) }
        var end = 0
        for place in kept where end == 0 || kept[end - 1].ordinal != place.ordinal {
            kept[end] = place
            end += 1
        }
        kept.removeSubrange(end...)
        kept.sort { ($0.bits, $0.ordinal) < ($1.bits, $1.ordinal) }
    }

    /// Bits that about `rank` places, and no fewer, do not exceed: by halving what is in question.
    private func leastBits(rank: Int) -> UInt64 {
        var candidates = kept.map(\.bits)
        var missing = rank
        while candidates.count > 2 * missing, candidates.count > 64 {
            let pivot = Self.median(
                candidates[0], candidates[candidates.count / 2], candidates[candidates.count - 1])
            let split = candidates.partition { $0 > pivot }
            if split >= missing {
                guard split < candidates.count else { return pivot }
                candidates.removeSubrange(split...)
            } else {
                missing -= split
                candidates.removeSubrange(..<split)
            }
        }
        return candidates.max() ?? .max
    }

    private static func median(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
        max(min(first, second), min(max(first, second), third))
    }
}

extension ColumnChunk {
    /// Calls `body` with each ordinal among some and its number, or the beginning of its span, as
    /// bits that sort as they do.
    @inline(__always)
    fileprivate func forEachOrdered(
        in members: OrdinalBits, isOfSpans: Bool, _ body: (UInt32, UInt64) -> Void
    ) {
        if isOfSpans {
            forEachStart(in: members) { body($0, EntryKey.orderedBits(of: $1)) }
        } else {
            forEachNumber(in: members) { body($0, EntryKey.orderedBits(of: $1)) }
        }
    }
}

extension ByteCursor {
    /// The next eight bytes as a number, without moving behind them.
    func peekBigEndian() -> UInt64 {
        var copy = self
        return copy.bigEndian()
    }
}

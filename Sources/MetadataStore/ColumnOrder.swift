internal import MetadataModel

/// The assets of a set by a number or date under some keys, in order.
///
/// Each asset counts with its least value, or its greatest where descending. All values are
/// gathered once; how many of them are sorted depends on how many are asked for.
struct ColumnOrder {
    private static let firstSortedCount = 256

    /// A value as bits that sort in the order asked for, and who has it.
    fileprivate struct Place {
        var bits: UInt64
        var ordinal: UInt32
    }

    private let isDescending: Bool
    private var places: [Place] = []

    init(
        _ snapshot: Snapshot, _ budget: Budget, _ keys: [KeyID], _ slot: SortSlot,
        _ set: AssetSet, isDescending: Bool
    ) throws {
        self.isDescending = isDescending
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
        let gathering = Gathering(
            entries: snapshot.entries, budget: budget, isOfSpans: slot == .date,
            isDescending: isDescending)
        if quantities.isEmpty {
            places = try gathering.places(written, set)
        } else {
            places = try gathering.places(quantities, set)
            let others = set.subtracting(assets())
            if !others.isEmpty { places += try gathering.places(written, others) }
        }
    }

    /// Gathers the values of columns.
    private struct Gathering {
        let entries: SegmentReader
        let budget: Budget
        let isOfSpans: Bool
        let isDescending: Bool

        /// The least value of each asset of a set that has any.
        func places(_ names: [[UInt8]], _ set: AssetSet) throws -> [Place] {
            var places: [Place] = []
            for segment in entries.segments {
                let members = OrdinalBits(set, first: segment.first, last: segment.last)
                var found: [Place] = []
                for name in names {
                    try entries.forEachChunk(of: name, in: segment, budget) { chunk in
                        chunk.forEachOrdered(isOfSpans: isOfSpans) { ordinal, bits in
                            guard members.contains(ordinal) else { return }
                            found.append(
                                Place(bits: isDescending ? ~bits : bits, ordinal: ordinal))
                        }
                    }
                }
                ColumnOrder.keepLeast(&found)
                let isOverlaid = segment.isCurated && !found.isEmpty
                places += found
                if isOverlaid { ColumnOrder.keepLeast(&places) }
            }
            return places
        }
    }

    /// Keeps the least value of each ordinal.
    fileprivate static func keepLeast(_ places: inout [Place]) {
        let isAscending = zip(places, places.dropFirst()).allSatisfy { $0.ordinal < $1.ordinal }
        guard !isAscending else { return }
        places.sort { ($0.ordinal, $0.bits) < ($1.ordinal, $1.bits) }
        var kept = 0
        for place in places where kept == 0 || places[kept - 1].ordinal != place.ordinal {
            places[kept] = place
            kept += 1
        }
        places.removeSubrange(kept...)
    }

    /// The assets that have a value.
    func assets() -> AssetSet {
        let set = AssetSet()
        set.insert(contentsOf: places.map(\.ordinal).sorted())
        return set
    }

    /// Calls `body` with each value, as eight bytes that sort as values do, from one on, and those
    /// that have it, until it returns false.
    mutating func forEachGroup(
        from start: [UInt8]?, _ body: ([UInt8], AssetSet) throws -> Bool
    ) throws -> Bool {
        if let start {
            var cursor = start.withUnsafeBytes { ByteCursor($0).peekBigEndian() }
            if isDescending { cursor = ~cursor }
            places.removeAll { $0.bits < cursor }
        }
        var sorted = 0
        var wanted = Self.firstSortedCount
        var position = 0
        while position < places.count {
            if sorted == position {
                sorted = sortLeast(wanted, from: position)
                wanted *= 8
            }
            let bits = places[position].bits
            let group = AssetSet()
            while position < sorted, places[position].bits == bits {
                group.insert(places[position].ordinal)
                position += 1
            }
            var value: [UInt8] = []
            value.append(bigEndian: isDescending ? ~bits : bits)
            guard try body(value, group) else { return false }
        }
        return true
    }

    /// Puts the least places from one on in order, at least `count` of them and all that are
    /// equal to the last, and returns where they end.
    private mutating func sortLeast(_ count: Int, from start: Int) -> Int {
        var end = places.count
        if places.count - start > 2 * count {
            let bound = leastBits(rank: count, from: start)
            end = places[start...].partition { $0.bits > bound }
        }
        places[start..<end].sort { ($0.bits, $0.ordinal) < ($1.bits, $1.ordinal) }
        return end
    }

    /// Bits that about `rank` places, and no fewer, do not exceed: by halving what is in question.
    private func leastBits(rank: Int, from start: Int) -> UInt64 {
        var candidates = places[start...].map(\.bits)
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
    /// Calls `body` with each ordinal and its number, or the beginning of its span, as bits that
    /// sort as they do.
    @inline(__always)
    func forEachOrdered(isOfSpans: Bool, _ body: (UInt32, UInt64) -> Void) {
        if isOfSpans {
            forEachSpan { ordinal, start, _ in body(ordinal, EntryKey.orderedBits(of: start)) }
        } else {
            forEachNumber { ordinal, number in body(ordinal, EntryKey.orderedBits(of: number)) }
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

/// Some values of a column, read from an entry.
struct ColumnChunk {
    let count: Int
    private let first: UInt32
    /// The ordinals where they do not follow one upon the other.
    private let scattered: [UInt32]?
    private let values: ByteCursor

    /// - Parameter base: The segment's first ordinal.
    init(_ posting: Posting) throws {
        var cursor = ByteCursor(posting.bytes)
        // A constant column over neighbours takes a few bytes, whatever its count.
        count = Int(min(cursor.varint(), UInt64(ColumnWriter.maximumCount)))
        let hasGaps = cursor.byte() == 1
        first = posting.base &+ UInt32(truncatingIfNeeded: cursor.varint())
        scattered = hasGaps ? Self.ordinals(from: first, count: count, &cursor) : nil
        values = cursor
        guard posting.isBitmap, !cursor.isDamaged else {
            throw StoreError(.damaged, "a column of the index is cut")
        }
    }

    private static func ordinals(
        from first: UInt32, count: Int, _ gaps: inout ByteCursor
    ) -> [UInt32] {
        [UInt32](unsafeUninitializedCapacity: count) { ordinals, filled in
            var ordinal = first
            var place = 0
            if count > 0 {
                ordinals[0] = first
                place = 1
            }
            while place < count {
                // Most gaps take one byte; eight of these are added up without a look at each.
                if count - place >= 8, let eight = gaps.eightShortVarints() {
                    for shift in stride(from: UInt64(0), to: 64, by: 8) {
                        ordinal &+= UInt32(truncatingIfNeeded: eight &>> shift) & 0xFF
                        ordinals[place] = ordinal
                        place &+= 1
                    }
                } else {
                    ordinal &+= UInt32(truncatingIfNeeded: gaps.varint())
                    ordinals[place] = ordinal
                    place &+= 1
                }
            }
            filled = count
        }
    }

    /// The last ordinal, where none is there twice, nor the last one of the chunk before.
    func lastOfSingle(after latest: UInt32?) -> UInt32? {
        guard latest != first, count > 0 else { return nil }
        guard let scattered else { return first &+ UInt32(truncatingIfNeeded: count - 1) }
        for place in 1..<scattered.count where scattered[place] <= scattered[place - 1] {
            return nil
        }
        return scattered.last
    }

    @inline(__always)
    private func withOrdinals(_ body: ((Int) -> UInt32) -> Void) {
        guard let scattered else { return body { first &+ UInt32(truncatingIfNeeded: $0) } }
        scattered.withUnsafeBufferPointer { ordinals in body { ordinals[$0] } }
    }

    /// Adds the ordinals of the values whose differences lie in a range.
    @inline(__always)
    private func insert(
        _ packed: PackedIntegers, from lower: UInt64, span: UInt64, into bits: OrdinalBits
    ) {
        guard let scattered else {
            packed.forEachMask(from: lower, span: span) { place, mask in
                bits.insert(mask, from: first &+ UInt32(truncatingIfNeeded: place))
            }
            return
        }
        scattered.withUnsafeBufferPointer { ordinals in
            packed.forEachMask(from: lower, span: span) { place, mask in
                var rest = mask
                while rest != 0 {
                    bits.insert(ordinals[place &+ rest.trailingZeroBitCount])
                    rest &= rest &- 1
                }
            }
        }
    }

    /// Calls `body` with some places and ordinals of packed integers, and the difference of each.
    @inline(__always)
    private func forEach(
        _ packed: PackedIntegers, in members: OrdinalBits, _ body: (UInt32, UInt64) -> Void
    ) {
        guard let scattered else {
            return packed.forEach(among: {
                members.word(from: first &+ UInt32(truncatingIfNeeded: $0))
            }) { place, difference in
                body(first &+ UInt32(truncatingIfNeeded: place), difference)
            }
        }
        scattered.withUnsafeBufferPointer { ordinals in
            packed.forEach(among: { start in
                var mask: UInt64 = 0
                for place in 0..<min(64, count - start) {
                    let isMember = members.contains(ordinals[start &+ place])
                    mask |= (isMember ? 1 : 0) &<< UInt64(place)
                }
                return mask
            }) { place, difference in
                body(ordinals[place], difference)
            }
        }
    }

    /// Calls `body` with each ordinal among some and its number.
    @inline(__always)
    func forEachNumber(in members: OrdinalBits, _ body: (UInt32, Double) -> Void) {
        var cursor = values
        let scale = cursor.byte()
        guard scale != ColumnWriter.rawNumbers else {
            return forEachNumber { if members.contains($0) { body($0, $1) } }
        }
        let packed = PackedIntegers(&cursor, count: count)
        let power = Self.power(scale)
        forEach(packed, in: members) { ordinal, difference in
            body(
                ordinal, Double(packed.least &+ Int64(truncatingIfNeeded: difference)) / power)
        }
    }

    /// Calls `body` with each ordinal among some and the beginning of its span.
    @inline(__always)
    func forEachStart(in members: OrdinalBits, _ body: (UInt32, Int64) -> Void) {
        var cursor = values
        let unit = ColumnWriter.units[min(Int(cursor.byte()), ColumnWriter.units.count - 1)]
        let starts = PackedIntegers(&cursor, count: count)
        forEach(starts, in: members) { ordinal, difference in
            body(ordinal, (starts.least &+ Int64(bitPattern: difference)) &* unit)
        }
    }

    /// Calls `body` with each ordinal and number.
    @inline(__always)
    func forEachNumber(_ body: (UInt32, Double) -> Void) {
        var cursor = values
        let scale = cursor.byte()
        withOrdinals { ordinal in
            guard scale != ColumnWriter.rawNumbers else {
                for place in 0..<count {
                    body(ordinal(place), Double(bitPattern: cursor.word()))
                }
                return
            }
            let packed = PackedIntegers(&cursor, count: count)
            let power = Self.power(scale)
            packed.forEach { place, difference in
                body(
                    ordinal(place),
                    Double(packed.least &+ Int64(truncatingIfNeeded: difference)) / power)
            }
        }
    }

    /// Adds the ordinals of the numbers within bounds.
    func insert(_ bounds: Bounds, into bits: OrdinalBits) {
        var cursor = values
        let scale = cursor.byte()
        guard scale != ColumnWriter.rawNumbers else {
            forEachNumber { ordinal, number in
                if bounds.contains(number) { bits.insert(ordinal) }
            }
            return
        }
        let packed = PackedIntegers(&cursor, count: count)
        let power = Self.power(scale)
        // The differences grow with the numbers, so the bounds are places among them.
        let lower = Self.firstDifference(upTo: packed.range) { difference in
            let number = Double(packed.least &+ Int64(truncatingIfNeeded: difference)) / power
            return bounds.includesLower ? number >= bounds.lower : number > bounds.lower
        }
        let end = Self.firstDifference(upTo: packed.range) { difference in
            let number = Double(packed.least &+ Int64(truncatingIfNeeded: difference)) / power
            return bounds.includesUpper ? number > bounds.upper : number >= bounds.upper
        }
        guard lower < end else { return }
        insert(packed, from: lower, span: end - lower, into: bits)
    }

    /// The first difference for which a condition holds that holds for all after it.
    private static func firstDifference(
        upTo range: UInt64, _ holds: (UInt64) -> Bool
    ) -> UInt64 {
        var lower: UInt64 = 0
        var upper = range &+ 1
        while lower < upper {
            let middle = lower + (upper - lower) / 2
            if holds(middle) { upper = middle } else { lower = middle + 1 }
        }
        return lower
    }

    private static func power(_ scale: UInt8) -> Double {
        PlainNumber.powers[min(Int(scale), PlainNumber.maximumScale)]
    }

    /// Calls `body` with each ordinal and the beginning and end of its span.
    @inline(__always)
    func forEachSpan(_ body: (UInt32, Int64, Int64) -> Void) {
        var cursor = values
        let unit = ColumnWriter.units[min(Int(cursor.byte()), ColumnWriter.units.count - 1)]
        let starts = PackedIntegers(&cursor, count: count)
        let lengths = PackedIntegers(&cursor, count: count)
        var ends: [Int64] = []
        ends.reserveCapacity(count)
        lengths.forEach { _, difference in
            ends.append(lengths.least &+ Int64(bitPattern: difference))
        }
        guard ends.count == starts.count else { return }
        withOrdinals { ordinal in
            starts.forEach { place, difference in
                let start = (starts.least &+ Int64(bitPattern: difference)) &* unit
                body(ordinal(place), start, start &+ ends[place])
            }
        }
    }

    /// Adds the ordinals of the spans that fulfil a condition.
    func insert(_ bounds: TimeBounds, into bits: OrdinalBits) {
        var cursor = values
        let unit = ColumnWriter.units[min(Int(cursor.byte()), ColumnWriter.units.count - 1)]
        let starts = PackedIntegers(&cursor, count: count)
        let lengths = PackedIntegers(&cursor, count: count)
        guard lengths.range == 0 else {
            return forEachSpan { ordinal, start, end in
                if bounds.hold(from: start, to: end) { bits.insert(ordinal) }
            }
        }
        // All are equally long, so that their beginnings decide, in their order.
        func start(_ difference: UInt64) -> Int64 {
            (starts.least &+ Int64(bitPattern: difference)) &* unit
        }
        let lower = Self.firstDifference(upTo: starts.range) { difference in
            let start = start(difference)
            return start >= bounds.start
                || bounds.relation == .overlaps && start &+ lengths.least > bounds.start
        }
        let end = Self.firstDifference(upTo: starts.range) { start($0) >= bounds.end }
        guard lower < end else { return }
        insert(starts, from: lower, span: end - lower, into: bits)
    }

    /// Appends all values as they were written.
    func append(to all: inout [ColumnValue], areSpans: Bool) {
        if areSpans {
            forEachSpan { all.append(ColumnValue(ordinal: $0, start: $1, end: $2)) }
        } else {
            forEachNumber { all.append(ColumnValue(ordinal: $0, number: $1)) }
        }
    }
}

/// Integers of one width, as differences to the least of them; see ``ColumnWriter``.
struct PackedIntegers {
    let least: Int64
    /// The greatest difference.
    let range: UInt64
    let count: Int
    private let width: Int
    private let bytes: UnsafeRawBufferPointer

    static func width(ofRange range: UInt64) -> Int {
        switch range {
        case 0: 0
        case 1...0xFF: 1
        case 0x100...0xFFFF: 2
        case 0x1_0000...0xFFFF_FFFF: 4
        default: 8
        }
    }

    init(_ cursor: inout ByteCursor, count: Int) {
        least = cursor.zigzag()
        range = cursor.varint()
        width = Self.width(ofRange: range)
        bytes = cursor.slice(width * count)
        self.count = bytes.count == width * count ? count : 0
    }

    /// Calls `body` with each place and difference.
    @inline(__always)
    func forEach(_ body: (Int, UInt64) -> Void) {
        switch width {
        case 0: for place in 0..<count { body(place, 0) }
        case 1: loop(UInt8.self, body)
        case 2: loop(UInt16.self, body)
        case 4: loop(UInt32.self, body)
        default: loop(UInt64.self, body)
        }
    }

    @inline(__always)
    private func loop<Word: FixedWidthInteger>(_: Word.Type, _ body: (Int, UInt64) -> Void) {
        for place in 0..<count {
            let word = bytes.loadUnaligned(
                fromByteOffset: place &* MemoryLayout<Word>.size, as: Word.self)
            body(place, UInt64(truncatingIfNeeded: Word(littleEndian: word)))
        }
    }
}

/// Some values of a column, read from an entry.
struct ColumnChunk {
    let count: Int
    private let first: UInt32
    private let gaps: ByteCursor?
    private let values: ByteCursor

    /// - Parameter base: The segment's first ordinal.
    init(_ posting: Posting) throws {
        var cursor = ByteCursor(posting.bytes)
        // A constant column over neighbours takes a few bytes, whatever its count.
        count = Int(min(cursor.varint(), UInt64(ColumnWriter.maximumCount)))
        let hasGaps = cursor.byte() == 1
        first = posting.base &+ UInt32(truncatingIfNeeded: cursor.varint())
        gaps = hasGaps ? cursor : nil
        if hasGaps {
            for _ in 1..<max(1, count) { _ = cursor.varint() }
        }
        values = cursor
        guard posting.isBitmap, !cursor.isDamaged else {
            throw StoreError(.damaged, "a column of the index is cut")
        }
    }

    /// The ordinals of all values in their order.
    private func ordinals() -> [UInt32] {
        var ordinals: [UInt32] = []
        ordinals.reserveCapacity(count)
        guard var gaps else { return Array(first..<first &+ UInt32(count)) }
        var ordinal = first
        for place in 0..<count {
            if place > 0 { ordinal &+= UInt32(truncatingIfNeeded: gaps.varint()) }
            ordinals.append(ordinal)
        }
        return ordinals
    }

    @inline(__always)
    private func withOrdinals(_ body: ((Int) -> UInt32) -> Void) {
        guard gaps != nil else { return body { first &+ UInt32(truncatingIfNeeded: $0) } }
        ordinals().withUnsafeBufferPointer { ordinals in body { ordinals[$0] } }
    }

    /// Calls `body` with each ordinal and number.
    @inline(__always)
    func forEachNumber(_ body: (UInt32, Double) -> Void) {
        var cursor = values
        let scale = cursor.byte()
        withOrdinals { ordinal in
            guard scale != ColumnWriter.rawNumbers else {
                for place in 0..<count {
                    body(ordinal(place), Double(bitPattern: cursor.littleEndian()))
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
        let span = end - lower
        withOrdinals { ordinal in
            packed.forEach { place, difference in
                if difference &- lower < span { bits.insert(ordinal(place)) }
            }
        }
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

    /// Appends all values as they were written.
    func append(to all: inout [ColumnValue], areSpans: Bool) {
        if areSpans {
            forEachSpan { all.append(ColumnValue(ordinal: $0, start: $1, end: $2)) }
        } else {
            forEachNumber { all.append(ColumnValue(ordinal: $0, number: $1)) }
        }
    }
}

extension ByteCursor {
    mutating func littleEndian() -> UInt64 { bigEndian().byteSwapped }
}

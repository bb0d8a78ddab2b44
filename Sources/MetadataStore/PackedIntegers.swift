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

    /// Calls `body` with some places and the difference of each.
    ///
    /// - Parameter masks: Has 64 places a word, from the first one on: those that have a bit.
    @inline(__always)
    func forEach(among masks: (Int) -> UInt64, _ body: (Int, UInt64) -> Void) {
        switch width {
        case 0: pick(masks) { body($0, 0) }
        case 1: pick(masks) { body($0, word($0, UInt8.self)) }
        case 2: pick(masks) { body($0, word($0, UInt16.self)) }
        case 4: pick(masks) { body($0, word($0, UInt32.self)) }
        default: pick(masks) { body($0, word($0, UInt64.self)) }
        }
    }

    @inline(__always)
    private func pick(_ masks: (Int) -> UInt64, _ body: (Int) -> Void) {
        for start in stride(from: 0, to: count, by: 64) {
            var rest = masks(start)
            if count - start < 64 { rest &= ~0 >> UInt64(64 - (count - start)) }
            while rest != 0 {
                body(start &+ rest.trailingZeroBitCount)
                rest &= rest &- 1
            }
        }
    }

    @inline(__always)
    private func word<Word: FixedWidthInteger>(_ place: Int, _: Word.Type) -> UInt64 {
        let word = bytes.loadUnaligned(
            fromByteOffset: place &* MemoryLayout<Word>.size, as: Word.self)
        return UInt64(truncatingIfNeeded: Word(littleEndian: word))
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

    /// Calls `body` with each run of up to 64 places, from its first one on, and a bit for each
    /// whose difference lies in a range, which holds at least one and none above the greatest.
    @inline(__always)
    func forEachMask(from lower: UInt64, span: UInt64, _ body: (Int, UInt64) -> Void) {
        switch width {
        case 0:
            for start in stride(from: 0, to: count, by: 64) {
                body(start, 0 &- lower < span ? ~0 >> UInt64(64 - min(64, count - start)) : 0)
            }
        case 1: masks(UInt8.self, lower, span, body)
        case 2: masks(UInt16.self, lower, span, body)
        case 4: masks(UInt32.self, lower, span, body)
        default: masks(UInt64.self, lower, span, body)
        }
    }

    /// Sixty-four comparisons give bytes of 0 or 1, which the compiler turns into instructions on
    /// many at once; a multiplication then moves the low bits of eight bytes next to each other.
    @inline(__always)
    private func masks<Word: FixedWidthInteger & UnsignedInteger>(
        _: Word.Type, _ lower: UInt64, _ span: UInt64, _ body: (Int, UInt64) -> Void
    ) {
        let least = Word(truncatingIfNeeded: lower)
        let most = Word(truncatingIfNeeded: span &- 1)
        guard let values = bytes.baseAddress else { return }
        withUnsafeTemporaryAllocation(byteCount: 64, alignment: 8) { buffer in
            guard let flags = buffer.baseAddress else { return }
            for start in stride(from: 0, to: count, by: 64) {
                let first = values + start &* MemoryLayout<Word>.size
                let length = min(64, count &- start)
                if length == 64 {
                    Self.compare(first, 64, least, most, flags)
                } else {
                    flags.initializeMemory(as: UInt64.self, repeating: 0, count: 8)
                    Self.compare(first, length, least, most, flags)
                }
                var mask: UInt64 = 0
                for group in 0..<8 {
                    let eight = UInt64(
                        littleEndian: flags.load(fromByteOffset: group &* 8, as: UInt64.self))
                    mask |= ((eight &* Self.gathering) &>> 56) &<< UInt64(group &* 8)
                }
                body(start, mask)
            }
        }
    }

    /// Moves bit 8n to bit 56 + n.
    private static let gathering: UInt64 = 0x0102_0408_1020_4080

    @inline(__always)
    private static func compare<Word: FixedWidthInteger & UnsignedInteger>(
        _ values: UnsafeRawPointer, _ count: Int, _ least: Word, _ most: Word,
        _ flags: UnsafeMutableRawPointer
    ) {
        for place in 0..<count {
            let word = values.loadUnaligned(
                fromByteOffset: place &* MemoryLayout<Word>.size, as: Word.self)
            let isWithin = Word(littleEndian: word) &- least <= most
            flags.storeBytes(of: isWithin ? 1 : 0, toByteOffset: place, as: UInt8.self)
        }
    }

    @inline(__always)
    private func loop<Word: FixedWidthInteger>(
        _: Word.Type, _ body: (Int, UInt64) -> Void
    ) {
        for place in 0..<count { body(place, word(place, Word.self)) }
    }
}

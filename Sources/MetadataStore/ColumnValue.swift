/// A number or span of time that an asset states under a key.
struct ColumnValue: Comparable {
    var ordinal: UInt32
    /// The bits of a double, or the beginning of a span in microseconds.
    var bits: UInt64
    /// The length of a span; 0 for a number.
    var length: UInt64

    init(ordinal: UInt32, bits: UInt64, length: UInt64) {
        self.ordinal = ordinal
        self.bits = bits
        self.length = length
    }

    init(ordinal: UInt32, number: Double) {
        self.ordinal = ordinal
        bits = (number == 0 ? 0 : number).bitPattern
        length = 0
    }

    init(ordinal: UInt32, start: Int64, end: Int64) {
        self.ordinal = ordinal
        bits = UInt64(bitPattern: start)
        length = UInt64(bitPattern: end &- start)
    }

    var number: Double { Double(bitPattern: bits) }
    var start: Int64 { Int64(bitPattern: bits) }

    static func < (left: ColumnValue, right: ColumnValue) -> Bool {
        if left.ordinal != right.ordinal { return left.ordinal < right.ordinal }
        if left.bits != right.bits { return left.bits < right.bits }
        return left.length < right.length
    }
}

/// Writes columns: the values of one key, slot and segment, by ordinal, in chunks.
///
/// A chunk is an entry of its own, whose key ends with the chunk's place; see ``EntryKey``. It
/// stands where other entries have a bitmap:
///
/// | Field    | Form                                                                            |
/// |:---------|:--------------------------------------------------------------------------------|
/// | count    | varint number of values                                                         |
/// | ordinals | one byte (1 where gaps follow, else ordinals follow one upon the other), varint |
/// |          | first ordinal less the segment's first, varint gaps                             |
/// | numbers  | one byte: how many decimals all have, or 255; then packed integers, or 8 bytes  |
/// |          | a number                                                                        |
/// | spans    | one byte: place of their unit in ``units``; packed beginnings, packed lengths   |
/// | packed   | zigzag least, varint greatest less least, then these differences in as many     |
/// |          | bytes each, 0, 1, 2, 4 or 8, as the greatest needs                              |
enum ColumnWriter {
    static let maximumCount = 8192
    static let rawNumbers: UInt8 = 255
    /// Microseconds, seconds, days.
    static let units: [Int64] = [1, 1_000_000, 86_400_000_000]

    /// Calls `write` with key and chunk of all values, which stand in their order, none twice.
    static func write(
        _ values: [ColumnValue], name: [UInt8], base: UInt32,
        _ write: (UnsafeRawBufferPointer, [UInt8]) throws -> Void
    ) throws {
        var posting: [UInt8] = []
        var body: [UInt8] = []
        let isOfSpans = name[EntryKey.prefixByteCount - 1] == EntryKey.Slot.date.rawValue
        for (place, start) in stride(from: 0, to: values.count, by: maximumCount).enumerated() {
            let chunk = values[start..<min(values.count, start + maximumCount)]
            body.removeAll(keepingCapacity: true)
            append(chunk, isOfSpans: isOfSpans, base: base, to: &body)
            posting.removeAll(keepingCapacity: true)
            posting.append(varint: chunk.count << 1 | 1)
            posting.append(varint: body.count)
            posting.append(contentsOf: body)
            var key = name
            key.append(bigEndian: UInt32(place))
            try key.withUnsafeBytes { try write($0, posting) }
        }
    }

    private static func append(
        _ values: ArraySlice<ColumnValue>, isOfSpans: Bool, base: UInt32, to bytes: inout [UInt8]
    ) {
        guard let first = values.first?.ordinal, let last = values.last?.ordinal else { return }
        bytes.append(varint: values.count)
        let isDense =
            Int(last - first) == values.count - 1
            && zip(values, values.dropFirst()).allSatisfy { $0.ordinal < $1.ordinal }
        bytes.append(isDense ? 0 : 1)
        bytes.append(varint: UInt64(first - base))
        if !isDense {
            var previous = first
            for value in values.dropFirst() {
                bytes.append(varint: UInt64(value.ordinal - previous))
                previous = value.ordinal
            }
        }
        if isOfSpans {
            appendSpans(values, to: &bytes)
        } else {
            appendNumbers(values, to: &bytes)
        }
    }

    private static func appendNumbers(
        _ values: ArraySlice<ColumnValue>, to bytes: inout [UInt8]
    ) {
        guard let (scale, integers) = decimals(values) else {
            bytes.append(rawNumbers)
            for value in values { bytes.append(littleEndian: value.bits) }
            return
        }
        bytes.append(UInt8(scale))
        appendPacked(integers, to: &bytes)
    }

    /// The numbers as integers with a common number of decimals, where no digit is lost so.
    private static func decimals(
        _ values: ArraySlice<ColumnValue>
    ) -> (scale: Int, integers: [Int64])? {
        var scale = 0
        var integers: [Int64] = []
        integers.reserveCapacity(values.count)
        var position = values.startIndex
        while position < values.endIndex {
            let number = values[position].number
            let scaled = (number * PlainNumber.powers[scale]).rounded()
            guard scaled.magnitude < 0x1p53 else { return nil }
            if scaled / PlainNumber.powers[scale] == number {
                integers.append(Int64(scaled))
                position += 1
                continue
            }
            scale += 1
            guard scale <= PlainNumber.maximumScale else { return nil }
            integers.removeAll(keepingCapacity: true)
            position = values.startIndex
        }
        return (scale, integers)
    }

    private static func appendSpans(_ values: ArraySlice<ColumnValue>, to bytes: inout [UInt8]) {
        let place =
            units.lastIndex { unit in values.allSatisfy { $0.start % unit == 0 } } ?? 0
        bytes.append(UInt8(place))
        appendPacked(values.map { $0.start / units[place] }, to: &bytes)
        appendPacked(values.map { Int64(bitPattern: $0.length) }, to: &bytes)
    }

    private static func appendPacked(_ integers: [Int64], to bytes: inout [UInt8]) {
        let least = integers.min() ?? 0
        let range = UInt64(bitPattern: (integers.max() ?? 0) &- least)
        bytes.append(zigzag: least)
        bytes.append(varint: range)
        for integer in integers {
            let difference = UInt64(bitPattern: integer &- least)
            switch PackedIntegers.width(ofRange: range) {
            case 0: break
            case 1: bytes.append(UInt8(truncatingIfNeeded: difference))
            case 2: bytes.append(littleEndian: UInt16(truncatingIfNeeded: difference))
            case 4: bytes.append(littleEndian: UInt32(truncatingIfNeeded: difference))
            default: bytes.append(littleEndian: difference)
            }
        }
    }
}

internal import MetadataModel

/// What facts of many assets have in common: everything but element and place.
///
/// | Field     | Present where         | Form                                                      |
/// |:----------|:----------------------|:----------------------------------------------------------|
/// | key       | always                | varint key id                                             |
/// | flags     | always                | one byte, see ``Flags``                                   |
/// | value     | always                | varint byte count, UTF-8                                  |
/// | label     | `hasLabel`            | likewise                                                  |
/// | unit      | `hasUnit`             | likewise                                                  |
/// | numbers   | `hasNumbers`          | varint count; each a byte (1 real, 2 SI, 4 SI as written, |
/// |           |                       | 8 decimal), then zigzag varint or 8 bytes, then 8 of SI   |
/// | dimension | `hasDimension`        | 11 bytes, exponents in the order of `Dimension.Base`      |
/// | date      | `hasDate`             | zigzag start, zigzag length, one byte for the zone        |
///
/// The value of a fact that is a ``PlainNumber`` and nothing else is left empty, and its number is
/// *decimal*: one byte of decimals, then its digits as a zigzag varint.
///
/// A content with key 0 is no fact: it says that an asset has so many facts under a key, as two
/// varints, key id and count.
enum FactContent {
    struct Flags: OptionSet {
        let rawValue: UInt8
        static let hasLabel = Flags(rawValue: 1)
        static let hasUnit = Flags(rawValue: 2)
        static let hasNumbers = Flags(rawValue: 4)
        static let hasDimension = Flags(rawValue: 8)
        static let hasDate = Flags(rawValue: 16)
        static let isTrue = Flags(rawValue: 32)
        static let isFalse = Flags(rawValue: 64)
        static let isAbridged = Flags(rawValue: 128)
    }

    private enum NumberForm {
        static let real: UInt8 = 1
        static let si: UInt8 = 2
        static let siAsWritten: UInt8 = 4
        static let decimal: UInt8 = 8
    }

    /// The number of a fact that is a plain number and nothing else.
    static func plainNumber(_ fact: Fact) -> Double? {
        guard fact.numbers.count == 1, fact.label == nil, fact.unit == nil, fact.date == nil,
            fact.truth == nil, fact.dimension == nil, fact.numbers[0].si == nil,
            let number = PlainNumber.number(fact.value), number == fact.numbers[0].number.double
        else { return nil }
        return number
    }

    private static func append(plain number: Double, of fact: Fact, to bytes: inout [UInt8]) {
        guard let (mantissa, scale) = PlainNumber.decimal(of: number) else {
            preconditionFailure("\(number) is no plain number")
        }
        bytes.append(0)
        bytes.append(1)
        var form = NumberForm.decimal
        if case .real = fact.numbers[0].number { form |= NumberForm.real }
        bytes.append(form)
        bytes.append(UInt8(scale))
        bytes.append(zigzag: mantissa)
    }

    /// Key and number of a content that is a plain number, read without making a fact of it.
    static func plainNumber(_ bytes: UnsafeRawBufferPointer) -> (key: UInt32, number: Double)? {
        var cursor = ByteCursor(bytes)
        let key = UInt32(truncatingIfNeeded: cursor.varint())
        let flags = Flags(rawValue: cursor.byte())
        guard key != 0, flags.subtracting(.isAbridged) == .hasNumbers, cursor.byte() == 0,
            cursor.byte() == 1, cursor.byte() & NumberForm.decimal != 0
        else { return nil }
        return (key, decimal(&cursor))
    }

    private static func decimal(_ cursor: inout ByteCursor) -> Double {
        let scale = min(Int(cursor.byte()), PlainNumber.maximumScale)
        return Double(cursor.zigzag()) / PlainNumber.powers[scale]
    }

    static func append(_ fact: Fact, key: UInt32, to bytes: inout [UInt8]) {
        var flags = Flags()
        if fact.label != nil { flags.insert(.hasLabel) }
        if fact.unit != nil { flags.insert(.hasUnit) }
        if !fact.numbers.isEmpty { flags.insert(.hasNumbers) }
        if fact.dimension != nil { flags.insert(.hasDimension) }
        if fact.date != nil { flags.insert(.hasDate) }
        if let truth = fact.truth { flags.insert(truth ? .isTrue : .isFalse) }
        if fact.isAbridged { flags.insert(.isAbridged) }
        bytes.append(varint: UInt64(key))
        bytes.append(flags.rawValue)
        if let number = plainNumber(fact) {
            append(plain: number, of: fact, to: &bytes)
            return
        }
        bytes.append(counted: fact.value)
        if let label = fact.label { bytes.append(counted: label) }
        if let unit = fact.unit { bytes.append(counted: unit) }
        if !fact.numbers.isEmpty {
            bytes.append(varint: fact.numbers.count)
            for slot in fact.numbers { append(slot, to: &bytes) }
        }
        if let dimension = fact.dimension {
            bytes.append(contentsOf: EntryKey.bytes(of: dimension))
        }
        if let date = fact.date {
            bytes.append(zigzag: date.start)
            bytes.append(zigzag: date.end &- date.start)
            bytes.append(date.hasZone ? 1 : 0)
        }
    }

    private static func append(_ slot: NumberSlot, to bytes: inout [UInt8]) {
        var form: UInt8 = 0
        if case .real = slot.number { form |= NumberForm.real }
        if let si = slot.si {
            let isAsWritten = si.bitPattern == slot.number.double.bitPattern
            form |= isAsWritten ? NumberForm.siAsWritten : NumberForm.si
        }
        bytes.append(form)
        switch slot.number {
        case .integer(let value): bytes.append(zigzag: value)
        case .real(let value): bytes.append(bigEndian: value.bitPattern)
        }
        if form & NumberForm.si != 0, let si = slot.si { bytes.append(bigEndian: si.bitPattern) }
    }

    static func appendFactCount(_ count: Int, key: UInt32, to bytes: inout [UInt8]) {
        bytes.append(varint: 0)
        bytes.append(varint: UInt64(key))
        bytes.append(varint: count)
    }

    /// The key id alone; 0 for a number of facts.
    static func key(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        var cursor = ByteCursor(bytes)
        return UInt32(truncatingIfNeeded: cursor.varint())
    }

    /// The fact, without element and place, and with the key's id beside it.
    ///
    /// - Parameter name: Gives the key of an id.
    static func fact(
        _ bytes: UnsafeRawBufferPointer, name: (UInt32) throws -> FactKey
    ) throws -> Fact {
        var cursor = ByteCursor(bytes)
        let key = UInt32(truncatingIfNeeded: cursor.varint())
        let flags = Flags(rawValue: cursor.byte())
        var fact = Fact(key: try name(key), value: cursor.text())
        if flags.contains(.hasLabel) { fact.label = cursor.text() }
        if flags.contains(.hasUnit) { fact.unit = cursor.text() }
        if flags.contains(.hasNumbers) {
            let count = cursor.count()
            fact.numbers.reserveCapacity(count)
            for _ in 0..<count {
                let form = cursor.byte()
                if form & NumberForm.decimal != 0 {
                    let number = decimal(&cursor)
                    fact.value = PlainNumber.text(of: number)
                    fact.numbers.append(
                        NumberSlot(
                            form & NumberForm.real != 0
                                ? .real(number) : .integer(Int64(exactly: number) ?? 0)))
                } else {
                    fact.numbers.append(numberSlot(&cursor, form))
                }
            }
        }
        if flags.contains(.hasDimension) {
            var dimension = Dimension()
            for base in Dimension.Base.allCases {
                dimension[base] = Int(Int8(bitPattern: cursor.byte()))
            }
            fact.dimension = dimension
        }
        if flags.contains(.hasDate) {
            let start = cursor.zigzag()
            let length = cursor.zigzag()
            fact.date = TimeSpan(start: start, end: start &+ length, hasZone: cursor.byte() == 1)
        }
        if flags.contains(.isTrue) { fact.truth = true }
        if flags.contains(.isFalse) { fact.truth = false }
        fact.isAbridged = flags.contains(.isAbridged)
        guard !cursor.isDamaged else { throw StoreError(.damaged, "a fact ends too early") }
        return fact
    }

    private static func numberSlot(_ cursor: inout ByteCursor, _ form: UInt8) -> NumberSlot {
        let number: Number =
            form & NumberForm.real != 0
            ? .real(Double(bitPattern: cursor.bigEndian())) : .integer(cursor.zigzag())
        if form & NumberForm.siAsWritten != 0 { return NumberSlot(number, si: number.double) }
        guard form & NumberForm.si != 0 else { return NumberSlot(number) }
        return NumberSlot(number, si: Double(bitPattern: cursor.bigEndian()))
    }
}

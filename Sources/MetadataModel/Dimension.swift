/// The physical dimension of a quantity: the exponents of eleven base units.
///
/// Seven are those of the SI; angle, bytes, pixels and counts are kept apart because
/// `90°`, `2 GB`, `512 px` and `12 counts` must never be compared with each other.
public struct Dimension: Hashable, Sendable {
    /// A base unit, by its place in ``exponents``.
    public enum Base: Int, Sendable, CaseIterable {
        case metre, kilogram, second, ampere, kelvin, mole, candela
        case radian, byte, pixel, count
    }

    /// The exponents in the order of ``Base``; each is between -127 and 127.
    public private(set) var exponents: InlineExponents

    /// A fixed array of eleven small integers, packed so that dimensions compare in one step.
    public struct InlineExponents: Hashable, Sendable {
        @usableFromInline var low: UInt64 = 0
        @usableFromInline var high: UInt64 = 0

        public subscript(base: Base) -> Int {
            get {
                let place = base.rawValue
                let word = place < 8 ? low : high
                return Int(Int8(truncatingIfNeeded: word >> UInt64((place % 8) * 8)))
            }
            set {
                let place = base.rawValue
                let shift = UInt64((place % 8) * 8)
                let byte = UInt64(UInt8(bitPattern: Int8(clamping: newValue))) << shift
                if place < 8 {
                    low = (low & ~(0xFF << shift)) | byte
                } else {
                    high = (high & ~(0xFF << shift)) | byte
                }
            }
        }
    }

    /// The dimension of a pure number.
    public static let none = Dimension()

    public init(_ exponents: [Base: Int] = [:]) {
        var packed = InlineExponents()
        for (base, exponent) in exponents {
            packed[base] = exponent
        }
        self.exponents = packed
    }

    public subscript(base: Base) -> Int {
        get { exponents[base] }
        set { exponents[base] = newValue }
    }

    /// A stable code of twenty-two hexadecimal digits, two an exponent, for storage and wires.
    public var code: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for base in Base.allCases {
            let byte = UInt8(bitPattern: Int8(clamping: self[base]))
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The dimension of a ``code``; `nil` where the text is none.
    public init?(code: String) {
        let bytes = Array(code.utf8)
        guard bytes.count == Base.allCases.count * 2 else { return nil }
        self.init()
        for base in Base.allCases {
            let place = base.rawValue * 2
            guard
                let byte = UInt8(
                    String(decoding: bytes[place..<place + 2], as: UTF8.self), radix: 16)
            else { return nil }
            self[base] = Int(Int8(bitPattern: byte))
        }
    }
}

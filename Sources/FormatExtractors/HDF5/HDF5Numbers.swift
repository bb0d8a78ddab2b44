internal import Extraction
internal import MetadataModel

/// A number as a file holds it, with its spelling where its slot cannot hold it exactly.
struct HDF5Number {
    var number: Number
    var written: String
}

extension HDF5Number {
    /// The number as it is written: 0.1, not 0.10000000149.
    init(_ value: Float) {
        written = Fact.spelling(of: value)
        number = .real(value.isFinite ? Double(written) ?? Double(value) : Double(value))
    }
}

extension HDF5Integer {
    /// The number in the bytes; `nil` where there are more than eight.
    func number(in bytes: ArraySlice<UInt8>) -> HDF5Number? {
        guard (1...8).contains(bytes.count) else { return nil }
        var bits: UInt64 = 0
        if order == .little {
            for byte in bytes.reversed() { bits = bits << 8 | UInt64(byte) }
        } else {
            for byte in bytes { bits = bits << 8 | UInt64(byte) }
        }
        let width = bytes.count * 8
        var count = bitCount
        if bitOffset < width, count > 0, bitOffset + count <= width {
            bits >>= UInt64(bitOffset)
        } else {
            count = width
        }
        if count < 64 { bits &= (1 << UInt64(count)) - 1 }
        if isSigned {
            if count < 64, bits >> UInt64(count - 1) == 1 { bits |= ~UInt64(0) << UInt64(count) }
            let value = Int64(bitPattern: bits)
            return HDF5Number(number: .integer(value), written: String(value))
        }
        guard let value = Int64(exactly: bits) else {
            return HDF5Number(number: .real(Double(bits)), written: String(bits))
        }
        return HDF5Number(number: .integer(value), written: String(value))
    }
}

extension HDF5Real {
    /// The number in the bytes; `nil` where its layout is none that can be read.
    func number(in bytes: ArraySlice<UInt8>) -> HDF5Number? {
        guard (1...8).contains(bytes.count), !isVAX else { return nil }
        var bits: UInt64 = 0
        if order == .little {
            for byte in bytes.reversed() { bits = bits << 8 | UInt64(byte) }
        } else {
            for byte in bytes { bits = bits << 8 | UInt64(byte) }
        }
        switch (bytes.count, exponent.at, exponent.count, mantissa.at, mantissa.count) {
        case (8, 52, 11, 0, 52):
            let value = Double(bitPattern: bits)
            return HDF5Number(number: .real(value), written: Fact.spelling(of: value))
        case (4, 23, 8, 0, 23):
            return HDF5Number(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
        default:
            return custom(bits, width: bytes.count * 8)
        }
    }

    /// A number of any other layout: half precision, bfloat16 and the like.
    private func custom(_ bits: UInt64, width: Int) -> HDF5Number? {
        guard exponent.count > 0, exponent.count < 16, mantissa.count > 0, mantissa.count < 60,
            exponent.at + exponent.count <= width, mantissa.at + mantissa.count <= width,
            sign < width, bias < 1 << 15
        else { return nil }
        func field(_ at: Int, _ count: Int) -> UInt64 {
            bits >> UInt64(at) & ((1 << UInt64(count)) - 1)
        }
        let isNegative = field(sign, 1) == 1
        let power = Int(field(exponent.at, exponent.count))
        let fraction =
            Double(field(mantissa.at, mantissa.count)) / Double(1 << UInt64(mantissa.count))
        let value: Double
        if power == (1 << exponent.count) - 1 {
            value = fraction == 0 ? .infinity : .nan
        } else if hasImpliedBit {
            value = Self.scaled(
                power == 0 ? fraction : 1 + fraction, by: (power == 0 ? 1 : power) - bias)
        } else {
            value = Self.scaled(fraction, by: power - bias)
        }
        let number = isNegative ? -value : value
        let written =
            width <= 16 ? Fact.spelling(of: Float(number)) : Fact.spelling(of: number)
        return HDF5Number(number: .real(number), written: written)
    }

    private static func scaled(_ value: Double, by power: Int) -> Double {
        Double(sign: .plus, exponent: power, significand: value)
    }
}

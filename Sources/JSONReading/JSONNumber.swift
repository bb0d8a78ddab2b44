internal import Glibc
internal import MetadataModel

extension JSONText {
    /// The number as written, exact where it is an integer of 64 bits; `nil` where it is none,
    /// `NaN` and `Infinity` included.
    func number(in bytes: UnsafeBufferPointer<UInt8>) -> Number? {
        var position = start
        let end = start + count
        let isNegative = position < end && bytes[position] == UInt8(ascii: "-")
        if isNegative || position < end && bytes[position] == UInt8(ascii: "+") { position += 1 }
        var digits: UInt64 = 0
        var digitCount = 0
        var scale = 0
        while position < end, bytes[position] &- 0x30 <= 9 {
            digits = digits &* 10 &+ UInt64(bytes[position] - 0x30)
            digitCount += 1
            position += 1
        }
        if position == end, digitCount > 0, digitCount <= 18 {
            return .integer(isNegative ? -Int64(digits) : Int64(digits))
        }
        if position == end, let exact = Int64(String(decoding: written(in: bytes), as: UTF8.self)) {
            return .integer(exact)
        }
        if position < end, bytes[position] == UInt8(ascii: ".") {
            position += 1
            while position < end, bytes[position] &- 0x30 <= 9 {
                digits = digits &* 10 &+ UInt64(bytes[position] - 0x30)
                digitCount += 1
                scale -= 1
                position += 1
            }
        }
        guard digitCount > 0 else { return nil }
        if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
            guard let exponent = Self.exponent(bytes, from: position + 1, to: end) else {
                return nil
            }
            scale += exponent
            position = end
        }
        guard position == end else { return nil }
        // Fifteen digits and powers of ten up to 22 are exact in a double, and so is their
        // product to the last bit.
        if digitCount <= 15, scale >= -22, scale <= 22 {
            let magnitude = Double(digits)
            let value =
                scale < 0
                ? magnitude / Self.powersOfTen[-scale] : magnitude * Self.powersOfTen[scale]
            return .real(isNegative ? -value : value)
        }
        return slowly(in: bytes)
    }

    private static func exponent(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
    ) -> Int? {
        var position = start
        guard position < end else { return nil }
        let isNegative = bytes[position] == UInt8(ascii: "-")
        if isNegative || bytes[position] == UInt8(ascii: "+") { position += 1 }
        guard position < end else { return nil }
        var value = 0
        while position < end {
            guard bytes[position] &- 0x30 <= 9 else { return nil }
            value = min(100_000, value * 10 + Int(bytes[position] - 0x30))
            position += 1
        }
        return isNegative ? -value : value
    }

    private func slowly(in bytes: UnsafeBufferPointer<UInt8>) -> Number? {
        guard count < 400 else { return nil }
        let value = withUnsafeTemporaryAllocation(of: CChar.self, capacity: count + 1) { text in
            for place in 0..<count { text[place] = CChar(bitPattern: bytes[start + place]) }
            text[count] = 0
            return text.baseAddress.map { strtod($0, nil) } ?? .nan
        }
        return value.isFinite ? .real(value) : nil
    }

    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]
}

/// Numbers whose text follows from their value, as `52.395` and `-7` do.
///
/// Such a text has no sign but a minus, no exponent and no needless digit, at most 15 digits and 9
/// of them behind the point, so that one double belongs to it and to no other text. Most numbers
/// of metadata are like that; neither record nor index keeps their text.
enum PlainNumber {
    private static let maximumDigitCount = 15
    static let maximumScale = 9
    static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]
    private static let bound = 1e15

    /// The number that a text spells; `nil` where the text does not follow from it.
    static func number(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        var position = 0
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative { position = 1 }
        let start = position
        guard text.count - start <= maximumDigitCount + 1 else { return nil }
        var mantissa: Int64 = 0
        var scale = -1
        while position < text.count {
            let byte = text[position]
            if byte == UInt8(ascii: "."), scale < 0, position > start {
                scale = 0
            } else {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                mantissa = mantissa * 10 + Int64(byte - 0x30)
                if scale >= 0 { scale += 1 }
            }
            position += 1
        }
        let digitCount = position - start - (scale >= 0 ? 1 : 0)
        guard digitCount > 0, digitCount <= maximumDigitCount, scale != 0, scale <= maximumScale,
            !isNegative || mantissa > 0
        else { return nil }
        let startsWithZero = text[start] == 0x30
        if startsWithZero, position > start + 1, text[start + 1] != UInt8(ascii: ".") {
            return nil
        }
        if scale > 0, text[position - 1] == 0x30 { return nil }
        let magnitude = scale > 0 ? Double(mantissa) / powers[scale] : Double(mantissa)
        return isNegative ? -magnitude : magnitude
    }

    static func number(_ text: String) -> Double? {
        var text = text
        return text.withUTF8 { number($0) }
    }

    /// Digits and the place of the point of a number's text: `52395` and 3 for `52.395`.
    static func decimal(of number: Double) -> (mantissa: Int64, scale: Int)? {
        for scale in 0...maximumScale {
            let scaled = (number * powers[scale]).rounded()
            guard scaled.magnitude < bound else { return nil }
            if scaled / powers[scale] == number { return (Int64(scaled), scale) }
        }
        return nil
    }

    /// The text of a number that has one.
    static func text(of number: Double) -> String {
        guard let (mantissa, scale) = decimal(of: number) else { return "\(number)" }
        guard scale > 0 else { return String(mantissa) }
        let digits = String(mantissa.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        return "\(mantissa < 0 ? "-" : "")\(padded.dropLast(scale)).\(padded.suffix(scale))"
    }
}

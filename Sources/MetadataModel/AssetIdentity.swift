/// The identity of an asset: a UUID of version 7, which survives renames and moves.
public struct AssetIdentity: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let high: UInt64
    public let low: UInt64

    @inlinable
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A new identity, greater than those made before: the 12 bits after the milliseconds tell
    /// their fractions (RFC 9562, section 6.2, method 3).
    ///
    /// - Parameters:
    ///   - nanoseconds: The time since 1970; 60 bits of it are kept, in steps of 244 ns.
    ///   - previous: One that is to be less, whatever the clock says.
    ///   - random: Where the other 62 bits come from.
    public init(
        nanoseconds: UInt64, after previous: AssetIdentity? = nil,
        using random: inout some RandomNumberGenerator
    ) {
        let (milliseconds, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000)
        var steps = milliseconds << 12 | (rest << 12) / 1_000_000
        if let previous { steps = max(steps, previous.steps + 1) }
        high = (steps >> 12) << 16 | 0x7000 | (steps & 0x0FFF)
        low = (random.next() >> 2) | 0x8000_0000_0000_0000
    }

    /// The time with its fraction, without the version between them.
    private var steps: UInt64 { (high >> 16) << 12 | (high & 0x0FFF) }

    /// The identity of a text such as `018f3c5e-7b1a-7c3d-9e4f-0123456789ab`, hyphens optional.
    public init?(_ text: String) {
        var words: [UInt64] = [0, 0]
        var digits = 0
        for byte in text.utf8 where byte != UInt8(ascii: "-") {
            let digit: UInt64
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt64(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"):
                digit = UInt64(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"):
                digit = UInt64(byte - UInt8(ascii: "A") + 10)
            default: return nil
            }
            guard digits < 32 else { return nil }
            words[digits / 16] = (words[digits / 16] << 4) | digit
            digits += 1
        }
        guard digits == 32 else { return nil }
        high = words[0]
        low = words[1]
    }

    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for place in 0..<32 {
            if place == 8 || place == 12 || place == 16 || place == 20 {
                text.append(UInt8(ascii: "-"))
            }
            let word = place < 16 ? high : low
            text.append(digits[Int((word >> UInt64((15 - place % 16) * 4)) & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    public static func < (left: AssetIdentity, right: AssetIdentity) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

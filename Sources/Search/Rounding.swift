internal import Foundation

/// Takes away the noise that the conversion of a unit adds.
enum Rounding {
    /// The number to fifteen significant digits.
    static func value(_ value: Double) -> Double {
        guard value.isFinite, value != 0 else { return value }
        let places = 14 - Int(log10(abs(value)).rounded(.down))
        // A power of ten is exact up to the 22nd; a division by it rounds once.
        if places > 0 {
            guard places <= 300 else { return value }
            let scale = pow(10, Double(places))
            return (value * scale).rounded() / scale
        }
        let scale = pow(10, Double(-places))
        return (value / scale).rounded() * scale
    }
}

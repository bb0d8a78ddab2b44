internal import Extraction

/// Text that was written as a list of 8-bit numbers, as Velox and Imaris do.
enum HDF5CharacterText {
    /// Characters of a text that is recognised.
    static let leastCount = 8

    /// The text, where the values are bytes and these read as one: valid UTF-8 without control
    /// characters, NULs at its end alone, and JSON, XML or mostly letters.
    static func text(of values: HDF5Statement) -> String? {
        guard values.type.byteCount == 1, values.count >= leastCount else { return nil }
        return text(of: values.bytes)
    }

    static func text(of bytes: ArraySlice<UInt8>) -> String? {
        var bytes = bytes
        while bytes.last == 0 { bytes = bytes.dropLast() }
        guard bytes.count >= leastCount else { return nil }
        var letterCount = 0
        for byte in bytes {
            switch byte {
            case 0x09, 0x0A, 0x0D: continue
            case 0..<0x20, 0x7F: return nil
            case 0x41...0x5A, 0x61...0x7A, 0x20: letterCount += 1
            default: continue
            }
        }
        let begins = bytes.first { $0 > 0x20 }
        let isStructured = begins == UInt8(ascii: "{") || begins == UInt8(ascii: "<")
        guard isStructured ? letterCount > 0 : letterCount >= bytes.count * 2 / 3 else {
            return nil
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

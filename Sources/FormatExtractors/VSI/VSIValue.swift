internal import Extraction
internal import MetadataModel

/// The types of the values of VSI tags.
///
/// | Code | Type | | Code | Type |
/// |-----:|:-----|-|-----:|:-----|
/// | 1–8 | int8, uint8, int16 … uint64 | | 256–259 | 2, 3, 4 int32, rectangle |
/// | 9, 10 | float32, float64 | | 260–263 | 2, 3, 4 float64, rectangle |
/// | 11 | complex | | 264–266 | matrices of float64 |
/// | 12 | bool | | 267, 268 | intervals of int32, float64 |
/// | 13 | text | | 269, 270 | RGB, BGR |
/// | 14 | uint32 | | 271–273 | codes |
/// | 17 | time, seconds since 1970 | | 274–280 | arrays of int32, float64 |
/// | 18 | date, float64 | | 8192–8194 | UTF-16 text |
enum VSIValue {
    /// The text of a field; `nil` where its type is none of text.
    static func text(_ field: VSIField, _ block: BinaryBlock) -> String? {
        guard field.kind == .value, field.size > 0 else { return nil }
        switch field.valueType {
        case 13:
            guard let bytes = block.bytes(at: field.dataPlace, count: Int(field.size)) else {
                return nil
            }
            // Written as single bytes, or as UTF-16 where every other byte is zero.
            if bytes.count >= 4, bytes[bytes.startIndex + 1] == 0, bytes[bytes.startIndex] != 0 {
                return TextDecoding.utf16(upToZero: bytes, .little)
            }
            return TextDecoding.text(of: bytes.prefix { $0 != 0 }).text
        case 1, 2:
            // An array of bytes that are all letters is a text.
            guard field.size > 4,
                let bytes = block.bytes(at: field.dataPlace, count: Int(field.size)),
                bytes.allSatisfy({ (0x20...0x7E).contains($0) || (0x09...0x0D).contains($0) })
            else { return nil }
            return TextDecoding.text(of: bytes).text
        case 8192, 8193, 8194:
            return block.bytes(at: field.dataPlace, count: Int(field.size)).map {
                TextDecoding.utf16(upToZero: $0, .little)
            }
        default: return nil
        }
    }

    /// The numbers of a field; `nil` where its type is none of numbers.
    static func numbers(_ field: VSIField, _ block: BinaryBlock) -> [Number]? {
        switch field.valueType {
        case 1: integers(field, block, Int8.self)
        case 2, 12, 269, 270: integers(field, block, UInt8.self)
        case 3: integers(field, block, Int16.self)
        case 4: integers(field, block, UInt16.self)
        case 5, 256...259, 267, 271...277, 8195...8200, 8470: integers(field, block, Int32.self)
        case 6, 14: integers(field, block, UInt32.self)
        case 7, 17: integers(field, block, Int64.self)
        case 8: integers(field, block, UInt64.self)
        case 9:
            values(field, block, byteCount: 4) { place in
                block.integer(at: place, as: UInt32.self).map {
                    .real(Double(Float(bitPattern: $0)))
                }
            }
        case 10, 11, 18, 260...266, 268, 279, 280:
            values(field, block, byteCount: 8) { place in
                block.double(at: place).map { .real($0) }
            }
        default: nil
        }
    }

    private static func integers<Value: FixedWidthInteger>(
        _ field: VSIField, _ block: BinaryBlock, _ type: Value.Type
    ) -> [Number]? {
        values(field, block, byteCount: MemoryLayout<Value>.size) { place in
            block.integer(at: place, as: type).map { .integer(Int64(clamping: $0)) }
        }
    }

    private static func values(
        _ field: VSIField, _ block: BinaryBlock, byteCount: Int, _ read: (Int) -> Number?
    ) -> [Number]? {
        let count = Int(field.size) / byteCount
        guard count > 0, block.bytes(at: field.dataPlace, count: Int(field.size)) != nil else {
            return nil
        }
        return (0..<min(count, 65_536)).compactMap { read(field.dataPlace + $0 * byteCount) }
    }

    /// Whether a tag is a time in seconds since 1970.
    static func isTime(_ tag: Int32) -> Bool { tag == 2015 || tag == 14 || tag == 23 }

    /// The unit that a text such as `10^-6m^1` is; `nil` where it is a number's or unknown.
    static func unit(_ text: String) -> String? {
        guard text.hasPrefix("10^") else { return nil }
        let rest = text.dropFirst(3)
        let exponent = rest.prefix { $0 == "-" || $0.isNumber }
        let base = rest.dropFirst(exponent.count).prefix { $0 != "^" }
        let power = rest.dropFirst(exponent.count + base.count + 1)
        let prefixes = [
            "-12": "p", "-9": "n", "-6": "u", "-3": "m", "-2": "c", "0": "", "3": "k", "6": "M",
        ]
        guard let prefix = prefixes[String(exponent)], !base.isEmpty else { return nil }
        switch power {
        case "1": return prefix + base
        case "-1": return prefix.isEmpty ? "1/" + base : nil
        default: return nil
        }
    }
}

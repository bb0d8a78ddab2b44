/// Resolves what a backslash begins in a JSON string.
///
/// Source: <https://www.rfc-editor.org/rfc/rfc8259#section-7>
enum JSONEscapes {
    /// The text with its escapes resolved; an escape that JSON does not know stays as it is, and
    /// half a surrogate pair becomes U+FFFD.
    static func resolved(_ written: UnsafeBufferPointer<UInt8>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(written.count)
        var position = 0
        while position < written.count {
            let byte = written[position]
            guard byte == UInt8(ascii: "\\"), position + 1 < written.count else {
                bytes.append(byte)
                position += 1
                continue
            }
            let letter = written[position + 1]
            if letter == UInt8(ascii: "u"), let first = hexadecimal(written, at: position + 2) {
                position += 6
                var scalar = UInt32(first)
                if UTF16.isLeadSurrogate(first), position + 1 < written.count,
                    written[position] == UInt8(ascii: "\\"),
                    written[position + 1] == UInt8(ascii: "u"),
                    let second = hexadecimal(written, at: position + 2),
                    UTF16.isTrailSurrogate(second)
                {
                    position += 6
                    scalar = 0x10000 + ((scalar & 0x3FF) << 10 | UInt32(second) & 0x3FF)
                }
                bytes.append(contentsOf: Character(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
            } else if let plain = plain(letter) {
                bytes.append(plain)
                position += 2
            } else {
                bytes.append(byte)
                position += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func plain(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    private static func hexadecimal(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt16? {
        guard start + 4 <= bytes.count else { return nil }
        var value: UInt16 = 0
        for byte in bytes[start..<start + 4] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt16(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt16((byte | 0x20) - 0x57)
            default: return nil
            }
        }
        return value
    }
}

/// A text as decoded from bytes.
public struct DecodedText: Sendable, Hashable {
    public enum Encoding: String, Sendable {
        case utf8 = "UTF-8"
        case utf16LittleEndian = "UTF-16LE"
        case utf16BigEndian = "UTF-16BE"
        case windows1252 = "windows-1252"
    }

    public var text: String
    public var encoding: Encoding
    /// Bytes of a byte order mark at the beginning, which are not part of the text.
    public var markByteCount: Int
    /// False where some bytes did not decode; they stand as U+FFFD.
    public var isExact: Bool
}

/// Turns bytes of unknown encoding into text.
public enum TextDecoding {
    /// Decodes by byte order mark, then as UTF-16 where every other byte of the beginning is zero,
    /// then as UTF-8, and what is not valid UTF-8 as Windows-1252, the superset of Latin-1 that
    /// instruments write.
    public static func text(of bytes: some Collection<UInt8>) -> DecodedText {
        let head = Array(bytes.prefix(4))
        if head.starts(with: [0xEF, 0xBB, 0xBF]) {
            return utf8(bytes.dropFirst(3), markByteCount: 3)
        }
        if head.starts(with: [0xFF, 0xFE]) {
            return utf16(bytes.dropFirst(2), isLittleEndian: true, markByteCount: 2)
        }
        if head.starts(with: [0xFE, 0xFF]) {
            return utf16(bytes.dropFirst(2), isLittleEndian: false, markByteCount: 2)
        }
        if head.count == 4, head[1] == 0, head[3] == 0, head[0] != 0, head[2] != 0 {
            return utf16(bytes, isLittleEndian: true, markByteCount: 0)
        }
        if head.count == 4, head[0] == 0, head[2] == 0, head[1] != 0, head[3] != 0 {
            return utf16(bytes, isLittleEndian: false, markByteCount: 0)
        }
        return utf8(bytes, markByteCount: 0)
    }

    private static func utf8(_ bytes: some Collection<UInt8>, markByteCount: Int) -> DecodedText {
        if let text = String(validating: bytes, as: UTF8.self) {
            return DecodedText(
                text: text, encoding: .utf8, markByteCount: markByteCount, isExact: true)
        }
        var isExact = true
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            if (0x80...0x9F).contains(byte) {
                let scalar = windows1252[Int(byte - 0x80)]
                if scalar == 0xFFFD { isExact = false }
                scalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
            } else {
                scalars.append(Unicode.Scalar(byte))
            }
        }
        return DecodedText(
            text: String(scalars), encoding: .windows1252, markByteCount: markByteCount,
            isExact: isExact)
    }

    private static func utf16(
        _ bytes: some Collection<UInt8>, isLittleEndian: Bool, markByteCount: Int
    ) -> DecodedText {
        let all = Array(bytes)
        var units: [UInt16] = []
        units.reserveCapacity(all.count / 2)
        for place in stride(from: 0, to: all.count - 1, by: 2) {
            let first = UInt16(all[place])
            let second = UInt16(all[place + 1])
            units.append(isLittleEndian ? second << 8 | first : first << 8 | second)
        }
        let exact = String(validating: units, as: UTF16.self)
        return DecodedText(
            text: exact ?? String(decoding: units, as: UTF16.self),
            encoding: isLittleEndian ? .utf16LittleEndian : .utf16BigEndian,
            markByteCount: markByteCount, isExact: exact != nil && all.count % 2 == 0)
    }

    /// What the bytes 0x80 to 0x9F mean; U+FFFD where they mean nothing.
    private static let windows1252: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
        0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}

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
    @inlinable
    public static func text(of bytes: some Collection<UInt8>) -> DecodedText {
        if let text = bytes.withContiguousStorageIfAvailable({ decoded($0) }) { return text }
        return Array(bytes).withUnsafeBufferPointer { decoded($0) }
    }

    /// How text is encoded that begins with these bytes, as far as they tell: UTF-8 where they
    /// neither have a mark nor look like UTF-16.
    public static func mark(
        of bytes: UnsafeBufferPointer<UInt8>
    ) -> (encoding: DecodedText.Encoding, byteCount: Int) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        guard bytes.count >= 4 else { return (.utf8, 0) }
        if bytes[1] == 0, bytes[3] == 0, bytes[0] != 0, bytes[2] != 0 {
            return (.utf16LittleEndian, 0)
        }
        if bytes[0] == 0, bytes[2] == 0, bytes[1] != 0, bytes[3] != 0 {
            return (.utf16BigEndian, 0)
        }
        return (.utf8, 0)
    }

    @usableFromInline
    static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> DecodedText {
        let (encoding, markByteCount) = mark(of: bytes)
        let body = UnsafeBufferPointer(rebasing: bytes[markByteCount...])
        switch encoding {
        case .utf8, .windows1252:
            if let text = String(validating: body, as: UTF8.self) {
                return DecodedText(
                    text: text, encoding: .utf8, markByteCount: markByteCount, isExact: true)
            }
            let (text, isExact) = windows1252(body)
            return DecodedText(
                text: text, encoding: .windows1252, markByteCount: markByteCount, isExact: isExact)
        case .utf16LittleEndian, .utf16BigEndian:
            let (text, isExact) = utf16(
                UnsafeRawBufferPointer(body), encoding == .utf16LittleEndian ? .little : .big)
            return DecodedText(
                text: text, encoding: encoding, markByteCount: markByteCount,
                isExact: isExact && body.count.isMultiple(of: 2))
        }
    }

    private static func windows1252(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (text: String, isExact: Bool) {
        var isExact = true
        let text = String(unsafeUninitializedCapacity: bytes.count * 3) { buffer in
            var count = 0
            for byte in bytes {
                switch byte {
                case 0..<0x80:
                    buffer[count] = byte
                    count += 1
                case 0x80...0x9F:
                    let scalar = windows1252[Int(byte - 0x80)]
                    if scalar == replacement { isExact = false }
                    count += put(UInt32(scalar), into: buffer, at: count)
                default:
                    count += put(UInt32(byte), into: buffer, at: count)
                }
            }
            return count
        }
        return (text, isExact)
    }

    /// The text of UTF-16 units; a last odd byte is left out.
    ///
    /// - Returns: The text, and false where halves of surrogate pairs stand alone: each became
    ///   U+FFFD.
    public static func utf16(
        _ bytes: UnsafeRawBufferPointer, _ order: ByteOrder
    ) -> (text: String, isExact: Bool) {
        let unitCount = bytes.count / 2
        var isExact = true
        let text = String(unsafeUninitializedCapacity: unitCount * 3) { buffer in
            var count = 0
            var place = 0
            while place < unitCount {
                let unit = bytes.integer(at: place * 2, order, as: UInt16.self)
                place += 1
                if unit < 0x80 {
                    buffer[count] = UInt8(truncatingIfNeeded: unit)
                    count += 1
                    continue
                }
                var scalar = UInt32(unit)
                if UTF16.isLeadSurrogate(unit), place < unitCount {
                    let next = bytes.integer(at: place * 2, order, as: UInt16.self)
                    if UTF16.isTrailSurrogate(next) {
                        place += 1
                        scalar = 0x10000 + (scalar & 0x3FF) << 10 + UInt32(next & 0x3FF)
                    }
                }
                if (0xD800...0xDFFF).contains(scalar) {
                    isExact = false
                    scalar = UInt32(replacement)
                }
                count += put(scalar, into: buffer, at: count)
            }
            return count
        }
        return (text, isExact)
    }

    /// The text of UTF-16 units up to a zero; halves of surrogate pairs alone become U+FFFD.
    public static func utf16(upToZero bytes: ArraySlice<UInt8>, _ order: ByteOrder) -> String {
        bytes.withUnsafeBytes { bytes in
            var end = 0
            while end + 1 < bytes.count, bytes[end] != 0 || bytes[end + 1] != 0 { end += 2 }
            return utf16(UnsafeRawBufferPointer(rebasing: bytes[..<end]), order).text
        }
    }

    /// Writes a character beyond ASCII in UTF-8; returns the number of its bytes.
    private static func put(
        _ scalar: UInt32, into buffer: UnsafeMutableBufferPointer<UInt8>, at place: Int
    ) -> Int {
        func tail(_ shift: UInt32) -> UInt8 {
            0x80 | UInt8(truncatingIfNeeded: scalar >> shift & 0x3F)
        }
        if scalar < 0x800 {
            buffer[place] = 0xC0 | UInt8(truncatingIfNeeded: scalar >> 6)
            buffer[place + 1] = tail(0)
            return 2
        }
        if scalar < 0x10000 {
            buffer[place] = 0xE0 | UInt8(truncatingIfNeeded: scalar >> 12)
            buffer[place + 1] = tail(6)
            buffer[place + 2] = tail(0)
            return 3
        }
        buffer[place] = 0xF0 | UInt8(truncatingIfNeeded: scalar >> 18)
        buffer[place + 1] = tail(12)
        buffer[place + 2] = tail(6)
        buffer[place + 3] = tail(0)
        return 4
    }

    private static let replacement: UInt16 = 0xFFFD

    /// What the bytes 0x80 to 0x9F mean; U+FFFD where they mean nothing.
    private static let windows1252: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
        0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}

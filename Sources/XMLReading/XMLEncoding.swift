internal import CExpat

/// An encoding that a caller knows better than the document.
public enum XMLEncoding: String, Sendable {
    case utf8 = "UTF-8"
    case windows1252 = "windows-1252"
}

/// How an ASCII character of markup stands in the file: in one byte, or as one of two.
struct UnitShape {
    let stride: Int
    let lowByte: Int
}

extension XML_Encoding {
    /// Makes every byte mean what it means in Windows-1252. The five bytes without a meaning
    /// become the control characters of the same number, as browsers read them.
    mutating func becomeWindows1252() {
        withUnsafeMutableBytes(of: &map) { bytes in
            bytes.withMemoryRebound(to: Int32.self) { map in
                for byte in map.indices {
                    map[byte] = Int32(byte)
                }
                for (place, scalar) in Self.windows1252.enumerated() {
                    map[0x80 + place] = scalar
                }
            }
        }
        data = nil
        convert = nil
        release = nil
    }

    /// What the bytes 0x80 to 0x9F mean.
    private static let windows1252: [Int32] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
        0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    ]
}

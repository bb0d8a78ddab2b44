internal import Extraction

/// Reads text in Shift JIS, in which Japanese Windows programs write.
///
/// Source: JIS X 0208:1997, annex 1; <https://encoding.spec.whatwg.org/#shift_jis>
enum ShiftJIS {
    /// The text as UTF-8 where it is valid UTF-8, else as Shift JIS, else as any other text.
    @Sendable
    static func textOrUTF8(of bytes: ArraySlice<UInt8>) -> String {
        String(validating: bytes, as: UTF8.self) ?? text(of: bytes)
            ?? TextDecoding.text(of: bytes).text
    }

    /// The text; `nil` where the bytes are not Shift JIS.
    static func text(of bytes: ArraySlice<UInt8>) -> String? {
        var scalars = String.UnicodeScalarView()
        var place = bytes.startIndex
        while place < bytes.endIndex {
            let byte = bytes[place]
            place += 1
            switch byte {
            case 0...0x7F:
                scalars.append(Unicode.Scalar(byte))
            case 0xA1...0xDF:
                // Katakana of half width.
                guard let scalar = Unicode.Scalar(UInt32(byte) - 0xA1 + 0xFF61) else { return nil }
                scalars.append(scalar)
            case 0x81...0x9F, 0xE0...0xFC:
                guard place < bytes.endIndex, let scalar = pair(byte, bytes[place]) else {
                    return nil
                }
                scalars.append(scalar)
                place += 1
            default:
                return nil
            }
        }
        return String(scalars)
    }

    /// The character of two bytes: a lead byte holds two rows of 94 cells.
    private static func pair(_ lead: UInt8, _ trail: UInt8) -> Unicode.Scalar? {
        guard (0x40...0xFC).contains(trail), trail != 0x7F else { return nil }
        let rows = Int(lead) - (lead < 0xA0 ? 0x81 : 0xC1)
        let cell = Int(trail) - (trail > 0x7F ? 0x41 : 0x40)
        return JISX0208.character(row: rows * 2 + cell / 94, cell: cell % 94)
    }
}

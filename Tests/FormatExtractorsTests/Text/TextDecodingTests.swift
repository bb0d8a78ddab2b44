import Extraction
import Testing

@Suite struct TextDecodingTests {
    @Test(arguments: [
        ([0x41, 0xC3, 0xA9], "Aé", DecodedText.Encoding.utf8, true),
        ([0xEF, 0xBB, 0xBF, 0x41], "A", .utf8, true),
        ([0x41, 0xE9, 0x80, 0x42], "Aé€B", .windows1252, true),
        ([0x41, 0x81], "A\u{FFFD}", .windows1252, false),
        ([0xFF, 0xFE, 0xB5, 0x00, 0x6D, 0x00], "µm", .utf16LittleEndian, true),
        ([0xFE, 0xFF, 0xD8, 0x3D, 0xDD, 0x2C], "🔬", .utf16BigEndian, true),
        ([0xFF, 0xFE, 0x41, 0x00, 0x3D, 0xD8], "A\u{FFFD}", .utf16LittleEndian, false),
        ([0xFF, 0xFE, 0x2C, 0xDD, 0x41, 0x00], "\u{FFFD}A", .utf16LittleEndian, false),
        ([0xFF, 0xFE, 0x41, 0x00, 0x42], "A", .utf16LittleEndian, false),
        ([0x41, 0x00, 0x42, 0x00, 0x43, 0x00], "ABC", .utf16LittleEndian, true),
    ])
    func `bytes decode to`(
        bytes: [UInt8], text: String, encoding: DecodedText.Encoding, isExact: Bool
    ) {
        let decoded = TextDecoding.text(of: bytes)
        #expect(decoded.text == text)
        #expect(decoded.encoding == encoding)
        #expect(decoded.isExact == isExact)
        #expect(TextDecoding.text(of: ([0] + bytes).dropFirst()) == decoded)
    }

    @Test func `UTF-16 up to a zero leaves out what follows, and a last odd byte`() {
        let bytes: [UInt8] = [0x00, 0x41, 0x01, 0x00, 0x00, 0x00, 0x00, 0x42]
        #expect(TextDecoding.utf16(upToZero: bytes[...], .big) == "AĀ")
        #expect(TextDecoding.utf16(upToZero: bytes[..<3], .big) == "A")
    }
}

import Extraction
import Testing

@testable import FormatExtractors

@Suite struct TextEndTests {
    @Test(arguments: [(63, 66), (64, 3), (200, 3)])
    func `zeros end a text where they are many`(zeros: Int, count: Int) {
        #expect(
            TextEnd.byteCount(of: [0x61, 0x00, 0x62] + [UInt8](repeating: 0, count: zeros)) == count
        )
    }

    @Test func `of a text behind which zeros stand only the first piece is read`() throws {
        let text = Array("a = 1\n".utf8) + [UInt8](repeating: 0, count: 1 << 20)
        #expect(try ByteReader(bytes: text).textPrefix(maximum: 1 << 24).count == 1 << 16)
    }

    @Test func `a text without zeros is read up to the maximum`() throws {
        let text = [UInt8](repeating: 0x61, count: 300_000)
        #expect(try ByteReader(bytes: text).textPrefix(maximum: 200_001).count == 200_001)
        #expect(try ByteReader(bytes: text).textPrefix(maximum: 1 << 20) == text)
    }

    @Test func `rows end where zeros begin`() throws {
        let text = Array("a,b\n1,2\n".utf8) + [UInt8](repeating: 0, count: 600_000)
        var records = DelimitedRecords(
            ByteReader(bytes: text), delimiter: UInt8(ascii: ","), from: 0, line: 1)
        var rows = 0
        while try records.next() != nil { rows += 1 }
        #expect(rows == 2)
    }
}

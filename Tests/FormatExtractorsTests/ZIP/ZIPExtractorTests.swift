import Extraction
import MetadataModel
import Testing

@testable import FormatExtractors

@Suite struct ZIPExtractorTests {
    private static func archive() -> [UInt8] {
        var zip = ZIPBytes()
        zip.add("data/", [])
        zip.add("data/scan.ini", "[Beam]\nHV=5\nSpot=3\n")
        zip.add("b.bin", ZIPBytes.deflated([1, 2, 3]), inflatedCount: 3)
        return zip.finished(comment: "from the lab")
    }

    @Test func `reads the directory and opens small texts`() {
        let reading = TextReading(ZIPExtractor(), Self.archive())
        #expect(
            reading.lines == [
                "zip.Comment = from the lab", "zip.EntryCount = 3",
                "zip.Entry.FileName[1:0] = data/",
                "zip.Entry.FileName[1:1] = data/scan.ini",
                "zip.Entry.UncompressedSize[1:1] = 19 | B",
                "zip.Entry.CompressedSize[1:1] = 19 | B",
                "zip.Entry.CompressionMethod[1:1] = 0",
                "zip.Entry.RequiredVersion[1:1] = 20",
                "zip.Entry.LastModified[1:1] = 2026-03-01 12:30:08",
                "zip.Entry.CRC32[1:1] = 0000abcd",
                "zip.Entry.Content.Beam.HV[1:1] = 5", "zip.Entry.Content.Beam.Spot[1:1] = 3",
                "zip.Entry.Content[1:1] = [Beam]\nHV=5\nSpot=3\n",
                "zip.Entry.FileName[1:2] = b.bin",
                "zip.Entry.UncompressedSize[1:2] = 3 | B",
                "zip.Entry.CompressedSize[1:2] = 8 | B",
                "zip.Entry.CompressionMethod[1:2] = 8",
                "zip.Entry.RequiredVersion[1:2] = 20",
                "zip.Entry.LastModified[1:2] = 2026-03-01 12:30:08",
                "zip.Entry.CRC32[1:2] = 0000abcd",
            ])
        let name = reading.facts.first { $0.value == "b.bin" }
        #expect(name.flatMap { reading.bytes(of: $0) } == Array("b.bin".utf8))
    }

    @Test func `reads an archive behind other bytes`() throws {
        let bytes = [UInt8](repeating: 7, count: 100) + Self.archive()
        let archive = try ZIPArchive(ByteReader(bytes: bytes), limits: ExtractionLimits())
        let entry = try #require(archive.entry(named: "b.bin"))
        #expect(try archive.contents(of: entry, maximum: 3) == [1, 2, 3])
    }

    @Test func `an archive without its directory gives the entries found and an issue`() {
        var zip = ZIPBytes()
        zip.add("a.bin", [1])
        zip.add("b.bin", [2, 3])
        let reading = TextReading(ZIPExtractor(), zip.bytes)
        #expect(reading.values("zip.Entry.FileName") == ["a.bin", "b.bin"])
        #expect(reading.issues.map(\.kind) == [.truncated])
    }

    @Test func `a bomb is stopped by its ratio, and by its size`() throws {
        var zip = ZIPBytes()
        zip.add("bomb", ZIPBytes.bomb(repeats: 1000), inflatedCount: 258_001)
        for (ratio, size) in [(10, 1 << 20), (1000, 100_000)] {
            var limits = ExtractionLimits()
            limits.maximumInflationRatio = ratio
            limits.maximumInflatedByteCount = size
            let archive = try ZIPArchive(ByteReader(bytes: zip.finished()), limits: limits)
            let error = #expect(throws: ExtractionError.self) {
                try archive.contents(of: archive.entries[0], maximum: 1 << 20)
            }
            #expect(error?.issue.kind == .limitExceeded)
        }
        let archive = try ZIPArchive(ByteReader(bytes: zip.finished()), limits: ExtractionLimits())
        #expect(try archive.contents(of: archive.entries[0], maximum: 1 << 20).count == 258_001)
    }

    @Test func `truncated at any length and with any byte changed, it ends`() {
        let whole = Self.archive()
        for count in 0..<whole.count {
            _ = TextReading(ZIPExtractor(), Array(whole.prefix(count)))
            var changed = whole
            changed[count] = 0xFF
            _ = TextReading(ZIPExtractor(), changed)
        }
    }
}

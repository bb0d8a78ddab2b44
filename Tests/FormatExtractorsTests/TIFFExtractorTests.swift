import Extraction
import MetadataModel
import TestSupport
import Testing

@testable import FormatExtractors

@Suite struct TIFFExtractorTests {
    /// What the extractor says of a file.
    private func extraction(
        _ bytes: [UInt8], readers: PayloadReaders = []
    ) -> (facts: [Fact], issues: [MetadataModel.Issue]) {
        var facts: [Fact] = []
        let collector = FactCollector(payloadReaders: readers) { facts += $0 }
        do throws(ExtractionError) {
            try TIFFExtractor().extract(from: ByteReader(bytes: bytes), into: collector)
        } catch {
            collector.report(error.issue)
        }
        collector.flush()
        return (facts, collector.issues)
    }

    private func fact(_ key: FactKey, _ facts: [Fact]) -> Fact? {
        facts.first { $0.key == key }
    }

    private static let layouts = TIFFBytes.Order.allCases.flatMap { order in
        [TIFFBytes(order), TIFFBytes(order, isBig: true)]
    }

    @Test(arguments: layouts)
    func `reads both byte orders, classic and big`(layout: TIFFBytes) {
        let bytes = layout.file([
            [
                .short(256, 7), .long(257, 70_000), .short(258, 8, 8, 16), .short(259, 5),
                .ascii(270, "seven by five cells"), .rational(282, 720_000, 10_000),
                .short(296, 3), .rational(33434, 1, 80),
            ]
        ])
        let (facts, issues) = extraction(bytes)
        #expect(issues == [])
        #expect(fact("tiff.ImageWidth", facts)?.value == "7")
        #expect(fact("tiff.ImageLength", facts)?.value == "70000")
        #expect(fact("tiff.BitsPerSample", facts)?.value == "8, 8, 16")
        #expect(fact("tiff.Compression", facts)?.label == "LZW")
        #expect(fact("tiff.ImageDescription", facts)?.value == "seven by five cells")
        let resolution = fact("tiff.XResolution", facts)
        #expect(resolution?.value == "720000/10000")
        #expect(resolution?.numbers.first?.number == .real(72))
        #expect(resolution?.unit == "1/cm")
        let exposure = fact("exif.ExposureTime", facts)
        #expect(exposure?.value == "1/80")
        #expect(exposure?.numbers.first?.number == .real(0.0125))
        #expect(exposure?.unit == "s")
        #expect(fact("tiff.DirectoryCount", facts)?.value == "1")
    }

    @Test(arguments: layouts)
    func `every locus holds its value`(layout: TIFFBytes) throws {
        let bytes = layout.file([[.short(256, 7), .ascii(270, "cells"), .ascii(305, "maker\0two")]])
        let (facts, _) = extraction(bytes)
        for (key, text) in [
            ("tiff.ImageDescription" as FactKey, "cells"), ("tiff.Software", "maker"),
        ] {
            let locus = try #require(fact(key, facts)?.locus)
            let offset = Int(try #require(locus.offset))
            let length = Int(try #require(locus.length))
            #expect(bytes[offset..<offset + length].elementsEqual(text.utf8))
        }
        #expect(fact("tiff.ImageWidth", facts)?.locus.address == "IFD 0 tag 256")
        #expect(facts.filter { $0.key == "tiff.Software" }.map(\.value) == ["maker", "two"])
    }

    @Test(arguments: [
        (type: UInt16(1), width: 1, bits: [200, 3] as [UInt64], value: "200, 3"),
        (6, 1, [0xFE, 3], "-2, 3"),
        (3, 2, [60_000], "60000"),
        (8, 2, [0xFFFE], "-2"),
        (4, 4, [4_000_000_000], "4000000000"),
        (9, 4, [0xFFFF_FFFE], "-2"),
        (11, 4, [UInt64(Float(0.1).bitPattern)], "0.1"),
        (12, 8, [(-2.5).bitPattern], "-2.5"),
        (5, 4, [1, 3], "1/3"),
        (10, 4, [0xFFFF_FFFF, 3], "-1/3"),
        (16, 8, [1 << 62], "4611686018427387904"),
        (17, 8, [UInt64.max], "-1"),
    ])
    func `reads every numeric type`(type: UInt16, width: Int, bits: [UInt64], value: String) {
        for layout in Self.layouts {
            let (facts, issues) = extraction(
                layout.file([[.numbers(64_999, type: type, width: width, bits)]]))
            #expect(issues == [])
            #expect(fact("tiff.Tag64999", facts)?.value == value)
        }
    }

    @Test func `subdirectories are elements of the key that points to them`() {
        let bytes = TIFFBytes(.little).file([
            [
                .short(256, 7),
                .directories(
                    330,
                    [[.short(256, 5)], [.short(256, 3), .directories(330, [[.short(256, 2)]])]]),
            ]
        ])
        let (facts, issues) = extraction(bytes)
        #expect(issues == [])
        let widths = facts.filter { $0.key == "tiff.SubIFDs.ImageWidth" }
        #expect(widths.map(\.value) == ["5", "3"])
        #expect(widths.map(\.element.indices) == [[0, 0], [0, 1]])
        #expect(widths.last?.locus.address == "IFD 0 SubIFD 1 tag 256")
        let deepest = fact("tiff.SubIFDs.SubIFDs.ImageWidth", facts)
        #expect(deepest?.element.indices == [0, 1, 0])
    }

    @Test func `Exif and GPS directories have their namespaces and units`() {
        let bytes = TIFFBytes(.big).file([
            [
                .directories(
                    34665,
                    [
                        [
                            .rational(33434, 1, 60), .rational(37386, 50, 1),
                            .undefined(36864, Array("0230".utf8)),
                            .undefined(37510, Array("ASCII\0\0\0a note  ".utf8)),
                        ]
                    ]),
                .directories(
                    34853,
                    [
                        [
                            .ascii(1, "S"), .rational(2, 52, 1, 30, 1, 36, 1),
                            .rational(6, 1234, 10),
                        ]
                    ]),
            ]
        ])
        let (facts, issues) = extraction(bytes)
        #expect(issues == [])
        #expect(fact("exif.FocalLength", facts)?.unit == "mm")
        #expect(fact("exif.ExifVersion", facts)?.value == "0230")
        #expect(fact("exif.UserComment", facts)?.value == "a note")
        let latitude = fact("gps.GPSLatitude", facts)
        #expect(latitude?.value == "52, 30, 36")
        #expect(latitude?.numbers.map(\.number) == [.real(-52.51)])
        #expect(latitude?.unit == "deg")
        #expect(fact("gps.GPSAltitude", facts)?.unit == "m")
    }

    @Test func `a stack states once what its directories have in common`() {
        let chain: [TIFFBytes.Directory] = (0..<100).map { plane in
            [
                .short(256, 7), .short(257, 5), .ascii(270, plane == 42 ? "marked" : "plain text"),
                .long(273, UInt32(1000 + plane)), .rational(282, 300, 1),
            ]
        }
        let (facts, issues) = extraction(TIFFBytes(.little).file(chain))
        #expect(issues == [])
        #expect(facts.filter { $0.key == "tiff.ImageWidth" }.map(\.element.indices) == [[0]])
        #expect(facts.filter { $0.key == "tiff.XResolution" }.count == 1)
        let descriptions = facts.filter { $0.key == "tiff.ImageDescription" }
        #expect(descriptions.map(\.value) == ["plain text", "marked"])
        #expect(descriptions.map(\.element.indices) == [[0], [42]])
        let offsets = facts.filter { $0.key == "tiff.StripOffsets" }
        #expect(offsets.map(\.value) == ["1000", "… (99 values in 99 directories, 1001 to 1099)"])
        #expect(fact("tiff.DirectoryCount", facts)?.value == "100")
        #expect(facts.count < 15)
    }

    @Test func `payloads of a stack state only what differs`() {
        let chain: [TIFFBytes.Directory] = (0..<3).map {
            [.ascii(270, "Exposure: 20 ms\nGain: 3\nIndex: \($0)")]
        }
        let (facts, _) = extraction(
            TIFFBytes(.little).file(chain), readers: [INIPayloadReader()])
        func values(_ key: FactKey) -> [String] { facts.filter { $0.key == key }.map(\.value) }
        #expect(values("tiff.ImageDescription.Exposure") == ["20 ms"])
        #expect(values("tiff.ImageDescription.Index") == ["0", "1", "2"])
    }

    @Test func `a unit stated before belongs to a number that differs`() {
        let bytes = TIFFBytes(.little).file([
            [
                .short(256, 1),
                .ascii(270, #"{"Size": 5, "SizeUnit": "nm", "Note": "a", "On": true}"#),
            ],
            [
                .short(256, 1),
                .ascii(270, #"{"Size": 6, "SizeUnit": "nm", "Note": "a", "On": true}"#),
            ],
            [
                .short(256, 1),
                .ascii(270, #"{"Note": "b", "Size": 5, "SizeUnit": "nm", "On": true}"#),
            ],
        ])
        let (facts, issues) = extraction(bytes, readers: [JSONPayloadReader()])
        #expect(issues == [])
        let sizes = facts.filter { $0.key == "tiff.ImageDescription.Size" }
        #expect(sizes.map(\.value) == ["5", "6"])
        #expect(sizes.map(\.unit) == ["nm", "nm"])
        #expect(sizes.map(\.locus.address) == ["IFD 0 tag 270: /Size", "IFD 1 tag 270: /Size"])
        #expect(facts.filter { $0.key == "tiff.ImageDescription.SizeUnit" }.count == 1)
        let notes = facts.filter { $0.key == "tiff.ImageDescription.Note" }
        #expect(notes.map(\.value) == ["a", "b"])
        #expect(notes.last?.element == ElementPath(index: 2))
    }

    @Test func `a chain that bites its tail ends with an issue`() throws {
        let (facts, issues) = extraction(
            TIFFBytes(.little).file([[.short(256, 7)], [.short(256, 5)]], loopsTo: 0))
        #expect(facts.filter { $0.key == "tiff.ImageWidth" }.map(\.value) == ["7", "5"])
        let issue = try #require(issues.first)
        #expect(issue.kind == .malformed)
        #expect(issue.detail == "expected a new directory, found the one at byte 8 again")
        #expect(issue.locus.address == "IFD 2")
    }

    @Test func `an absurd count costs its field alone`() throws {
        let (facts, issues) = extraction(
            TIFFBytes(.little).file([
                [.short(256, 7), .ascii(270, "a text").claiming(0xFFFF_FFFF), .short(257, 5)]
            ]))
        #expect(fact("tiff.ImageWidth", facts)?.value == "7")
        #expect(fact("tiff.ImageLength", facts)?.value == "5")
        let issue = try #require(issues.first)
        #expect(issues.count == 1)
        #expect(issue.kind == .truncated)
        #expect(issue.locus.address == "IFD 0 tag 270")
    }

    @Test(arguments: layouts)
    func `a file cut at any length is an issue, and what is left is kept`(layout: TIFFBytes) {
        let whole = layout.file([
            [
                .short(256, 7), .ascii(270, "a description"),
                .directories(330, [[.short(256, 5), .rational(282, 72, 1)]]),
            ],
            [.short(256, 3), .ascii(305, "a program")],
        ])
        let wholeCount = extraction(whole).facts.count
        for length in 0..<whole.count {
            let (facts, issues) = extraction(Array(whole[..<length]))
            #expect(!issues.isEmpty, "cut at \(length)")
            #expect(facts.count < wholeCount)
        }
        #expect(extraction(Array(whole.dropLast())).facts.contains { $0.value == "a description" })
    }

    @Test func `every byte of a file may be anything`() {
        let whole = TIFFBytes(.little).file([
            [
                .short(256, 7), .ascii(270, "a description"), .short(258, 8, 8, 8),
                .directories(34853, [[.ascii(1, "N"), .rational(2, 1, 1, 2, 1, 3, 1)]]),
            ]
        ])
        for place in 8..<whole.count {
            for value in [0, 1, 0x7F, 0xFF] as [UInt8] {
                var bytes = whole
                bytes[place] = value
                #expect(extraction(bytes).facts.count >= 2)
            }
        }
    }

    @Test(arguments: [
        ([0x49, 0x49, 0x2A, 0, 8, 0, 0, 0] as [UInt8], "signature II 42" as String?),
        ([0x4D, 0x4D, 0, 0x2B, 0, 8, 0, 0], "signature MM 43"),
        // A series of TIA begins with `II` too.
        ([0x49, 0x49, 0x97, 0x01, 0x20, 0x02, 0, 0], nil),
        ([0x49, 0x49, 0x2A, 0], nil),
    ])
    func `recognizes`(bytes: [UInt8], reason: String?) {
        let header = FileHeader(bytes: bytes, name: "a.tif", count: UInt64(bytes.count))
        #expect(TIFFExtractor().recognizes(header)?.reason == reason)
    }
}

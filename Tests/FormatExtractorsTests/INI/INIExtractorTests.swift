import Extraction
import MetadataModel
import Testing

@testable import FormatExtractors

@Suite struct INIExtractorTests {
    @Test(arguments: [
        ("a=1\nb = two\n", ["ini.a = 1", "ini.b = two"]),
        ("Name: Ni\r\nMount: TD\r\n", ["ini.Name = Ni", "ini.Mount = TD"]),
        ("a=1\rb=2\r", ["ini.a = 1", "ini.b = 2"]),
        ("\"my key\" = \"my = value\"\nb=2", ["ini.`my key` = my = value", "ini.b = 2"]),
        ("[Beam]\nHV=5\n[Scan]\nHV=6", ["ini.Beam.HV = 5", "ini.Scan.HV = 6"]),
        ("[A]\nk=1\nk=2\n[A]\nk=3", ["ini.A.k = 1", "ini.A.k[2:1] = 2", "ini.A.k[1:1] = 3"]),
        (
            "[Z = 0]\nk=1\n[Z = 1]\nk=2",
            ["ini.Z = 0", "ini.Z.k = 1", "ini.Z[1:1] = 1", "ini.Z.k[1:1] = 2"]
        ),
        ("[Well 7]\nRow=1\nColumn=2", ["ini.Well = 7", "ini.Well.Row = 1", "ini.Well.Column = 2"]),
        ("[T = a title]\nk=1\nl=2", ["ini.T = a title", "ini.k = 1", "ini.l = 2"]),
        (
            "; note\na=1\n# more\nb=2",
            ["ini.comment = note", "ini.a = 1", "ini.comment[1:1] = more", "ini.b = 2"]
        ),
        (
            "a=1\nstray\nb=2\nc=3\nd=4",
            ["ini.a = 1", "ini.line = stray", "ini.b = 2", "ini.c = 3", "ini.d = 4"]
        ),
        ("a=first\n   second\nb=2", ["ini.a = first\nsecond", "ini.b = 2"]),
        ("a=first \\\nsecond\nb=2", ["ini.a = first\nsecond", "ini.b = 2"]),
        ("dir=C:\\data\\\nb=2", ["ini.dir = C:\\data\\", "ini.b = 2"]),
        ("$CM_FORMAT JEOL\n$$SM_MAG 2000\n", ["ini.$CM_FORMAT = JEOL", "ini.$$SM_MAG = 2000"]),
        ("k\tv\nempty\t\nl\tw\n", ["ini.k = v", "ini.empty = ", "ini.l = w"]),
    ])
    func `reads`(text: String, facts: [String]) {
        #expect(TextReading(INIExtractor(), text).lines == facts)
    }

    @Test(arguments: [
        ("Voltage (kV)=20\nb=1", "20", "kV"),
        ("Exposure[ms]=80.5\nb=1", "80.5", "ms"),
        ("X, um:\t25\nY, um:\t40", "25", "um"),
        ("HV\t20\tkV\nb\t1\tkV", "20", "kV"),
        ("HV = 20 kV\nb=1", "20 kV", "kV"),
        ("Voltage (kV)=off\nb=1", "off", nil),
        ("Chip (SPM, CSM)=7\nb=1", "7", nil),
    ])
    func `takes the unit from key, value or third column`(
        text: String, value: String, unit: String?
    ) {
        let fact = TextReading(INIExtractor(), text).facts[0]
        #expect(fact.value == value)
        #expect(fact.unit == unit)
    }

    @Test func `a locus reads back as the value in every encoding`() {
        let text = "[Grö]\nµ = 70 °\nb=\"ü x\"\n"
        let utf16: [UInt8] =
            [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let latin = text.unicodeScalars.map { UInt8($0.value) }
        let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        for bytes in [Array(text.utf8), utf16, latin, marked] {
            let reading = TextReading(INIExtractor(), bytes)
            #expect(reading.lines == ["ini.Grö.µ = 70 °" + " | °", "ini.Grö.b = ü x"])
            for fact in reading.facts {
                let raw = reading.bytes(of: fact) ?? []
                let decoded =
                    bytes == utf16
                    ? String(
                        decoding: stride(from: 0, to: raw.count, by: 2).map {
                            UInt16(raw[$0]) | UInt16(raw[$0 + 1]) << 8
                        }, as: UTF16.self)
                    : TextDecoding.text(of: raw).text
                #expect(decoded == fact.value)
            }
            #expect(reading.facts.last?.locus.address == "line 3")
        }
    }

    @Test(arguments: [
        ("a=1\nb=2\n", true),
        ("[S]\na=1\nb=2\nprose here\n", true),
        ("a=1\n", false),
        ("It was a good day. We measured things.\nThen: nothing.\nAnd so on, at length.\n", false),
        ("1,2,3\n4,5,6\n", false),
        ("12:30:01 started\n12:30:02 stopped\n", false),
        ("https://a.org\nhttps://b.org\n", false),
        ("a=1\nb=2\n\u{1}\u{2}", false),
    ])
    func `recognizes key and value lines only`(text: String, isRecognized: Bool) {
        let bytes = Array(text.utf8)
        let header = FileHeader(bytes: bytes, name: "x.txt", count: UInt64(bytes.count))
        #expect((INIExtractor().recognizes(header) != nil) == isRecognized)
    }

    @Test func `opens an embedded text below the key that held it`() {
        var facts: [Fact] = []
        let collector = FactCollector(payloadReaders: [INIPayloadReader()]) { facts += $0 }
        collector.text(
            "tiff.ImageDescription", "[Beam]\nHV (kV)=5\nSpot=3", element: ElementPath(index: 2),
            locus: Locus(offset: 100, length: 25, address: "IFD 2 tag 270"))
        collector.flush()
        #expect(
            facts.map(\.key.description) == [
                "tiff.ImageDescription.Beam.`HV (kV)`", "tiff.ImageDescription.Beam.Spot",
                "tiff.ImageDescription",
            ])
        #expect(facts[0].element == ElementPath(index: 2))
        #expect(
            facts[0].locus == Locus(offset: 115, length: 1, address: "IFD 2 tag 270, line 2"))
    }

    @Test func `bytes that mean nothing are reported and the rest is read`() {
        let reading = TextReading(INIExtractor(), Array("a=1\nb=2\nc=".utf8) + [0x81, 0x0A])
        #expect(reading.values("ini.b") == ["2"])
        #expect(reading.issues.map(\.kind) == [.malformed])
    }
}

import Extraction
import MetadataModel
import Testing

@testable import FormatExtractors

@Suite struct XMLExtractorTests {
    @Test(arguments: [
        ("<a/>", ["xml.a = "]),
        ("<a b='1'/>", ["xml.a.b = 1"]),
        ("<a>t</a>", ["xml.a = t"]),
        ("<a><b>1</b><b>2</b></a>", ["xml.a.b = 1", "xml.a.b[2:1] = 2"]),
        (
            "<a><b><c/></b><b><c/><c/></b></a>",
            ["xml.a.b.c = ", "xml.a.b.c[2:1] = ", "xml.a.b.c[2:1,3:1] = "]
        ),
        ("<n:a n:b='1'><m:c.d>2</m:c.d></n:a>", ["xml.a.b = 1", "xml.a.`c.d` = 2"]),
        ("<a>1<b>2</b>3</a>", ["xml.a = 1", "xml.a.b = 2", "xml.a = 3"]),
        ("<a xmlns='u'><b xmlns='u'/></a>", ["xml.a.xmlns = u", "xml.a.b = "]),
        ("<?p q?><!--n--><a/>", ["xml.?p = q", "xml.#comment = n", "xml.a = "]),
    ])
    func `elements and attributes become facts`(document: String, lines: [String]) {
        let reading = TreeReading(document, with: XMLExtractor())
        #expect(reading.lines == lines)
        #expect(reading.issues.isEmpty)
    }

    @Test(arguments: [
        (
            "<a><s w='3' wUnit='nm' d='4' d_units='px'/></a>",
            ["xml.a.s.w = 3 nm", "xml.a.s.wUnit = nm", "xml.a.s.d = 4 px", "xml.a.s.d_units = px"]
        ),
        ("<a><hv Unit='V'>5</hv></a>", ["xml.a.hv.Unit = V", "xml.a.hv = 5 V"]),
        (
            "<a><p id='hv' type='float' value='2' unit='kV'/></a>",
            [
                "xml.a.p.id = hv", "xml.a.p.type = float", "xml.a.p.value = 2 kV",
                "xml.a.p.unit = kV", "xml.a.hv = 2 kV",
            ]
        ),
        (
            "<a><e><n:Key>Dose</n:Key><n:Value>2.5</n:Value></e></a>",
            ["xml.a.e.Key = Dose", "xml.a.e.Value = 2.5", "xml.a.Dose = 2.5"]
        ),
        ("<a><d name='x y'>7</d></a>", ["xml.a.d.name = x y", "xml.a.d = 7", "xml.a.`x y` = 7"]),
        (
            "<a><w><value>3</value><unit>mm</unit></w></a>",
            ["xml.a.w.value = 3", "xml.a.w.unit = mm", "xml.a.w = 3 mm"]
        ),
        (
            "<a><m K='g'>1</m><m K='g'>2</m></a>",
            [
                "xml.a.m.K = g", "xml.a.m = 1", "xml.a.g = 1", "xml.a.m.K[2:1] = g",
                "xml.a.m[2:1] = 2", "xml.a.g[2:1] = 2",
            ]
        ),
        ("<a><d ID='0x5'>7</d></a>", ["xml.a.d.ID = 0x5", "xml.a.d = 7"]),
        ("<a><d><Name>n</Name></d></a>", ["xml.a.d.Name = n"]),
    ])
    func `values in parts are stated under their name`(document: String, lines: [String]) {
        #expect(TreeReading(document, with: XMLExtractor()).lines == lines)
    }

    @Test func `a unit becomes a quantity`() {
        let reading = TreeReading("<a w='65' wUnit='nm'/>", with: XMLExtractor())
        #expect(reading.fact("xml.a.w")?.numbers == [NumberSlot(.integer(65), si: 6.5e-8)])
    }

    @Test func `every locus reads back`() {
        let document = "<a b = '1&lt;'>\n <c>two</c><c d=\"three\"/> <!--four--></a>"
        let bytes = Array(document.utf8)
        let reading = TreeReading(document, with: XMLExtractor())
        let stored = reading.facts.map { fact in
            let start = Int(fact.locus.offset ?? 0)
            return String(
                decoding: bytes[start..<start + Int(fact.locus.length ?? 0)], as: UTF8.self)
        }
        #expect(stored == ["1&lt;", "two", "three", "four"])
        #expect(
            reading.facts.map(\.locus.address) == [
                "/a/@b", "/a/c[1]", "/a/c[2]/@d", "/a/comment()[1]",
            ])
    }

    @Test func `long lists of numbers and encoded bytes are summed up`() {
        let numbers = (1...100).map { "\($0).5" }.joined(separator: " ")
        let bytes = String(repeating: "QUJD", count: 300)
        let reading = TreeReading("<a><n>\(numbers)</n><b>\(bytes)</b></a>", with: XMLExtractor())
        let list = reading.fact("xml.a.n")
        #expect(list?.isAbridged == true)
        #expect(list?.value.hasSuffix("16.5, … (100 values, 1.5 to 100.5)") == true)
        #expect(reading.fact("xml.a.b")?.value == "(1200 bytes)")
    }

    @Test func `facts before a fault are kept`() {
        let reading = TreeReading("<a><b>1</b><c></a>", with: XMLExtractor())
        #expect(reading.lines == ["xml.a.b = 1"])
        #expect(reading.issues.map(\.kind) == [.malformed])
    }

    @Test func `text that is XML is opened under its key`() {
        let reading = TreeReading(
            payload: "<a><b c='65'/></a>", offset: 1000, readers: [XMLPayloadReader()])
        #expect(
            reading.lines == [
                "tiff.ImageDescription.a.b.c[0:2] = 65",
                "tiff.ImageDescription[0:2] = <a><b c='65'/></a>",
            ])
        #expect(
            reading.facts[0].locus
                == Locus(offset: 1009, length: 2, address: "IFD 2 tag 270: /a/b[1]/@c"))
    }

    @Test(arguments: ["<none>", "a <b/>", "<5 nm/>", "< a/>", "<a></b>"])
    func `text that is no XML stays text`(text: String) {
        let reading = TreeReading(payload: text, readers: [XMLPayloadReader()])
        #expect(reading.lines == ["tiff.ImageDescription[0:2] = \(text)"])
        #expect(reading.issues.isEmpty)
    }

    @Test(arguments: [
        ("<?xml version='1.0'?><a/>", "a.bin", Recognition.signature("<?xml")),
        ("<a>", "a.xml", .signature("root element a")),
        ("<!DOCTYPE html><html>", "a.html", nil),
        ("plain", "a.xml", nil),
    ])
    func `is recognized`(text: String, name: String, expected: Recognition?) {
        let header = FileHeader(bytes: Array(text.utf8), name: name, count: 100)
        #expect(XMLExtractor().recognizes(header) == expected)
    }
}

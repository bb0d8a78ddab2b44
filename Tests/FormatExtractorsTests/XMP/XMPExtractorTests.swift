import Extraction
import MetadataModel
import Testing

@testable import FormatExtractors

@Suite struct XMPExtractorTests {
    private func packet(_ description: String) -> String {
        """
        <?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>
        <x:xmpmeta xmlns:x='adobe:ns:meta/' x:xmptk='kit'>
        <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
        \(description)
        </rdf:RDF></x:xmpmeta>
        <?xpacket end='w'?>
        """
    }

    @Test(arguments: [
        ("<rdf:Description rdf:about='' tiff:Make='Maker'/>", ["xmp.tiff.Make = Maker"]),
        (
            "<rdf:Description><exif:Mode>2</exif:Mode><dc:x/></rdf:Description>",
            ["xmp.exif.Mode = 2", "xmp.dc.x = "]
        ),
        (
            """
            <rdf:Description><dc:title><rdf:Alt><rdf:li xml:lang='x-default'>bone</rdf:li>
            <rdf:li xml:lang='de'>Knochen</rdf:li></rdf:Alt></dc:title></rdf:Description>
            """,
            [
                "xmp.dc.title.lang[2:0] = x-default", "xmp.dc.title[2:0] = bone",
                "xmp.dc.title.lang[2:1] = de", "xmp.dc.title[2:1] = Knochen",
            ]
        ),
        (
            """
            <rdf:Description><a:Places><rdf:Bag>
            <rdf:li rdf:parseType='Resource'><a:City>London</a:City></rdf:li>
            <rdf:li><rdf:Description a:City='Paris'/></rdf:li>
            </rdf:Bag></a:Places></rdf:Description>
            """,
            ["xmp.a.Places.City[2:0] = London", "xmp.a.Places.City[2:1] = Paris"]
        ),
        (
            "<rdf:Description><a:P rdf:resource='u:1'/><a:Q rdf:parseType='Resource'>"
                + "<rdf:value>3</rdf:value><a:r>4</a:r></a:Q></rdf:Description>",
            ["xmp.a.P = u:1", "xmp.a.Q = 3", "xmp.a.Q.r = 4"]
        ),
    ])
    func `RDF is folded away`(description: String, lines: [String]) {
        let reading = TreeReading(packet(description), with: XMPExtractor())
        #expect(reading.lines == ["xmp.x.xmptk = kit"] + lines)
        #expect(reading.issues.isEmpty)
    }

    @Test func `a packet inside a file has the same keys`() {
        let text = packet("<rdf:Description tiff:Make='Maker'/>")
        let reading = TreeReading(
            payload: text, offset: 500, readers: [XMPPayloadReader(), XMLPayloadReader()])
        #expect(reading.lines.prefix(2) == ["xmp.x.xmptk = kit", "xmp.tiff.Make = Maker"])
        let place =
            text.utf8.count - "Maker'/>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end='w'?>".utf8.count
        #expect(reading.facts[1].locus.offset == 500 + UInt64(place))
        #expect(reading.facts[1].locus.length == 5)
    }

    @Test(arguments: [
        ("<?xpacket begin=''?><x:xmpmeta>", true), ("<rdf:RDF>", true), ("<rdf>", false),
        ("<?xml version='1.0'?><svg/>", false), ("", false),
    ])
    func `is recognized`(text: String, expected: Bool) {
        let header = FileHeader(bytes: Array(text.utf8), name: "a.xmp", count: 100)
        #expect((XMPExtractor().recognizes(header) != nil) == expected)
    }
}

import Extraction
import MetadataModel
import Testing

@testable import FormatExtractors

@Suite struct OMEXMLExtractorTests {
    static let document = """
        <?xml version="1.0" encoding="UTF-8"?>
        <OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06">
          <Image ID="Image:0" Name="bone">
            <Pixels SizeX="7" PhysicalSizeX="65" PhysicalSizeXUnit="nm" PhysicalSizeY="0.2">
              <Channel Name="DAPI" EmissionWavelength="461"/>
              <Channel Name="GFP"/>
              <BinData Length="8">QUJDREVG</BinData>
              <Plane TheZ="0" ExposureTime="1.5"/>
            </Pixels>
          </Image>
          <Image Name="second"/>
          <StructuredAnnotations>
            <MapAnnotation ID="Annotation:0"><Value><M K="Gene Symbol">ptc2</M></Value></MapAnnotation>
            <XMLAnnotation><Value><Plane ExposureTime="3"/></Value></XMLAnnotation>
          </StructuredAnnotations>
        </OME>
        """

    @Test func `elements, units and annotations`() {
        let reading = TreeReading(Self.document, with: OMEXMLExtractor())
        #expect(reading.issues.isEmpty)
        #expect(
            reading.lines == [
                "ome.xmlns = http://www.openmicroscopy.org/Schemas/OME/2016-06",
                "ome.Image.ID[1:0] = Image:0",
                "ome.Image.Name[1:0] = bone",
                "ome.Image.Pixels.SizeX[1:0] = 7",
                "ome.Image.Pixels.PhysicalSizeX[1:0] = 65 nm",
                "ome.Image.Pixels.PhysicalSizeXUnit[1:0] = nm",
                "ome.Image.Pixels.PhysicalSizeY[1:0] = 0.2 µm",
                "ome.Image.Pixels.Channel.Name[1:0,3:0] = DAPI",
                "ome.Image.Pixels.Channel.EmissionWavelength[1:0,3:0] = 461 nm",
                "ome.Image.Pixels.Channel.Name[1:0,3:1] = GFP",
                "ome.Image.Pixels.BinData.Length[1:0,3:0] = 8",
                "ome.Image.Pixels.BinData[1:0,3:0] = (8 bytes)",
                "ome.Image.Pixels.Plane.TheZ[1:0,3:0] = 0",
                "ome.Image.Pixels.Plane.ExposureTime[1:0,3:0] = 1.5 s",
                "ome.Image.Name[1:1] = second",
                "ome.StructuredAnnotations.MapAnnotation.ID[2:0] = Annotation:0",
                "ome.StructuredAnnotations.MapAnnotation.Value.M.K[2:0] = Gene Symbol",
                "ome.StructuredAnnotations.MapAnnotation.Value.M[2:0] = ptc2",
                "ome.StructuredAnnotations.MapAnnotation.Value.`Gene Symbol`[2:0] = ptc2",
                "ome.StructuredAnnotations.XMLAnnotation.Value.Plane.ExposureTime[2:0] = 3",
            ])
    }

    @Test func `a description has the same keys whatever holds it`() {
        let file = TreeReading(Self.document, with: OMEXMLExtractor())
        let payload = TreeReading(payload: Self.document, readers: [OMEXMLPayloadReader()])
        #expect(payload.lines.dropLast() == file.lines[...])
        #expect(payload.facts[1].locus.address == "IFD 2 tag 270: /OME/Image[1]/@ID")
    }

    @Test(arguments: [
        ("<OME>", "a.xml", true), ("<ome:OME xmlns:ome=''>", "a", true),
        ("<?xml version='1.0'?><!-- the end is far", "a.companion.ome", true),
        ("<Ome/>", "a.xml", false), ("", "a.ome", false),
    ])
    func `is recognized`(text: String, name: String, expected: Bool) {
        let header = FileHeader(bytes: Array(text.utf8), name: name, count: 100)
        #expect((OMEXMLExtractor().recognizes(header) != nil) == expected)
    }

    @Test func `ends at any length with the facts so far`() {
        let bytes = Array(Self.document.utf8)
        let whole = TreeReading(bytes, with: OMEXMLExtractor()).lines
        for length in stride(from: 0, to: bytes.count, by: 7) {
            let reading = TreeReading(Array(bytes[..<length]), with: OMEXMLExtractor())
            #expect(whole.starts(with: reading.lines))
            #expect(reading.issues.map(\.kind) == [.truncated])
        }
    }
}

public import Extraction
internal import MetadataModel

/// Extracts the boxes of a JPEG 2000 file (JP2, JPX, JPM) and the main header of its codestream.
///
/// | Key | What |
/// |:----|:-----|
/// | `jp2.ihdr.HEIGHT`, `jp2.colr.EnumCS`, `jp2.resc.VRc` … | boxes, by type and field |
/// | `jp2.SIZ.Xsiz`, `jp2.COD.NumberOfLayers`, `jp2.COM` … | the codestream, by marker and field |
/// | `xmp.` `exif.` `tiff.` `geotiff.` `iptc.` `icc.` | what stands in `uuid` and `colr` boxes |
/// | `jp2.xml…` | the XML in `xml ` boxes |
///
/// Source: ITU-T T.800 (ISO/IEC 15444-1) annexes A and I <https://www.itu.int/rec/T-REC-T.800>.
public struct JP2Extractor: Extractor {
    public let id = "jp2"
    public let version = 2

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        if header.has([0, 0, 0, 0x0C]), header.has("jP", at: 4) || header.has("JXL", at: 4) {
            return .signature("jP")
        }
        return header.has([0xFF, 0x4F, 0xFF, 0x51]) ? .signature("FF4FFF51") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        collector.extent(z: 1, times: 1, locus: Locus(offset: 0, length: 4, address: "signature"))
        if try reader.uint8(at: 0) == 0xFF {
            try JPEG2000Codestream.read(reader, from: 0, to: reader.count, into: collector)
            return
        }
        let boxes = ISOBoxes(collector, namespace: "jp2", reader)
        try boxes.walk(from: 0, to: reader.count, depth: 0)
    }
}

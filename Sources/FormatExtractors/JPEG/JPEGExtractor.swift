public import Extraction
internal import MetadataModel

/// Extracts the segments of a JPEG file; entropy-coded data is never read.
///
/// | Key | What |
/// |:----|:-----|
/// | `jpeg.Frame.SamplesPerLine`, `jpeg.Frame.NumberOfLines` … | the frame header, SOF |
/// | `jpeg.Frame.Component.Identifier` … | the components, one an element |
/// | `jpeg.QuantizationTable.Precision` … | DQT, one an element; tables themselves are pixels' business |
/// | `jpeg.RestartInterval`, `jpeg.Scan.NumberOfComponents` … | DRI, SOS |
/// | `jpeg.Comment` | COM |
/// | `jpeg.JFIF.XDensity`, `jpeg.Adobe.ColorTransform`, `jpeg.SPIFF.` … | APP0, APP14, APP8 … |
/// | `tiff.` `exif.` `gps.` `iptc.` `photoshop.` `icc.` `xmp.` `mpf.` `flir.` … | what stands in APP1, APP2, APP13 … |
/// | `jpeg.APP7.Qualcomm` … | application segments that nobody knows, by their identifier |
///
/// What stands behind the end of the image, and is no image, is read by ``FileTrailers``.
///
/// Sources: ITU-T T.81 annex B <https://www.w3.org/Graphics/JPEG/itu-t81.pdf>; JFIF 1.02
/// <https://www.w3.org/Graphics/JPEG/jfif3.pdf>; Exif 3.0; ICC.1:2022 annex B.4; XMP part 3;
/// <https://exiftool.org/TagNames/JPEG.html> for who writes which application segment.
public struct JPEGExtractor: Extractor {
    public let id = "jpeg"
    public let version = 2

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has([0xFF, 0xD8, 0xFF]) ? .signature("FFD8FF") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        defer { FileTrailers.read(reader, into: collector) }
        var segments = JPEGSegments(reader, into: collector)
        try segments.run(from: 2)
        collector.extent(z: 1, times: 1, locus: Locus(offset: 0, length: 2, address: "SOI"))
    }
}

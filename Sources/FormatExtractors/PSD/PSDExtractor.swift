public import Extraction
internal import MetadataModel

/// Extracts header, image resources and layers of a Photoshop document, PSD or PSB.
///
/// | Key | What |
/// |:----|:-----|
/// | `psd.Width`, `psd.Depth`, `psd.ColorMode` … | the file header |
/// | `photoshop.` `iptc.` `exif.` `xmp.` `icc.` | image resources |
/// | `psd.Layer.Name`, `psd.Layer.Opacity` … | layers, one an element |
///
/// Source: Adobe Photoshop File Formats Specification
/// <https://www.adobe.com/devnet-apps/photoshop/fileformatashtml/>.
public struct PSDExtractor: Extractor {
    public let id = "psd"
    public let version = 1

    private static let header = StructureTable(
        namespace: "psd",
        """
        0 char[4] Signature
        4 uint16 Version: 1 PSD; 2 PSB
        12 uint16 ChannelCount
        14 uint32 Height px
        18 uint32 Width px
        22 uint16 Depth
        24 uint16 ColorMode: 0 Bitmap; 1 Grayscale; 2 Indexed; 3 RGB; 4 CMYK; 7 Multichannel;
         8 Duotone; 9 Lab
        """)

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("8BPS\0\u{1}") || header.has("8BPS\0\u{2}") ? .signature("8BPS") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = BinaryBlock(
            try reader.prefix(maximum: 26), order: .big, at: 0, address: "header")
        Self.header.state(head, element: .root, into: collector)
        collector.noteMetadata(head.bytes.count, understood: true)
        guard head.bytes.count == 26 else {
            throw ExtractionError(.truncated, "expected 26 bytes of header", offset: 26)
        }
        defer { FileTrailers.read(reader, into: collector) }
        var place: UInt64 = 26
        place += 4 + UInt64(try reader.uint32(at: place, .big))
        let count = UInt64(try reader.uint32(at: place, .big))
        guard count <= reader.count - place - 4 else {
            throw ExtractionError(
                .truncated, "expected \(count) bytes of image resources", offset: place)
        }
        let resources = BinaryBlock(
            try reader.bytes(at: place + 4, count: Int(count)), order: .big, at: place + 4,
            address: "image resources")
        PhotoshopReader.read(resources, element: .root, into: collector)
        place += 4 + count
        let isLarge = head.integer(at: 4, as: UInt16.self) == 2
        try PSDLayers(reader: reader, isLarge: isLarge, collector: collector).read(from: place)
    }
}

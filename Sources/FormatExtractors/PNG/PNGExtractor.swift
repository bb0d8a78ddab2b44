public import Extraction
internal import MetadataModel

/// Extracts the chunks of a PNG, APNG, MNG or JNG file; image data is skipped.
///
/// | Key | What |
/// |:----|:-----|
/// | `png.IHDR.Width`, `png.pHYs.PixelsPerUnitX` … | a chunk's field, by the chunk's type |
/// | `png.tEXt.Comment`, `png.iTXt.`, `png.zTXt.` | texts by their keyword, opened as payloads |
/// | `xmp.` `exif.` `icc.` `iptc.` | what stands in iTXt, eXIf, iCCP, and ImageMagick's raw profiles |
/// | `png.vpAg` … | chunks that no table knows |
///
/// Chunks of image data are passed in leaps where they are alike, so a large file costs little.
///
/// Sources: <https://www.w3.org/TR/png-3/>; <http://www.libpng.org/pub/mng/spec/>.
public struct PNGExtractor: Extractor {
    public let id = "png"
    public let version = 2

    static let signatures: [(bytes: [UInt8], name: String)] = [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "PNG"),
        ([0x8A, 0x4D, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "MNG"),
        ([0x8B, 0x4A, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "JNG"),
    ]

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        Self.signatures.first { header.has($0.bytes) }.map { .signature($0.name) }
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = try reader.bytes(at: 0, count: 8)
        guard let name = Self.signatures.first(where: { $0.bytes == head })?.name else {
            throw ExtractionError(.malformed, "expected the signature of PNG", offset: 0)
        }
        collector.text(
            "png.Signature", name, locus: Locus(offset: 1, length: 3, address: "signature"))
        defer { FileTrailers.read(reader, into: collector) }
        var chunks = PNGChunks(reader, into: collector)
        try chunks.run()
    }
}

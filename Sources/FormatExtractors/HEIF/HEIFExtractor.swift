public import Extraction
internal import MetadataModel

/// Extracts the boxes of a HEIF, AVIF or Canon CR3 file.
///
/// | Key | What |
/// |:----|:-----|
/// | `heif.ftyp.BR`, `heif.ispe.image_width`, `heif.colr.colour_type` … | boxes, by type and field |
/// | `heif.infe.item_type` … | items, one an element |
/// | `tiff.` `exif.` `gps.` `xmp.` `icc.` | what stands in items, in `colr` and in Canon's boxes |
///
/// Sources: ISO/IEC 14496-12; ISO/IEC 23008-12; <https://aomediacodec.github.io/av1-avif/>.
public struct HEIFExtractor: Extractor {
    public let id = "heif"
    public let version = 2

    private static let brands: Set<String> = [
        "mif1", "msf1", "heic", "heix", "hevc", "hevx", "heim", "heis", "avif", "avis", "mif2",
        "miaf", "crx ", "jxl ",
    ]

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.has("ftyp", at: 4), header.bytes.count >= 12 else { return nil }
        let brand = String(decoding: header.bytes[8..<12], as: UTF8.self)
        return Self.brands.contains(brand) ? .signature("ftyp \(brand)") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let boxes = ISOBoxes(collector, namespace: "heif", reader)
        defer { boxes.stateItems() }
        try boxes.walk(from: 0, to: reader.count, depth: 0)
    }
}

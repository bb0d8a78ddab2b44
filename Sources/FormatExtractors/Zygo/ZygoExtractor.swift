public import Extraction
internal import MetadataModel

/// Extracts the header of a Zygo MetroPro file of an interferometer (`.dat`); intensities and phases
/// are never read.
///
/// Formats 1 and 2 have 834 bytes, format 3 has 4096; the number behind `0x881B03` tells which. Most of
/// the header is big-endian, some is little-endian: see ``ZygoLayouts``. Keys are `zygo.` and the
/// names of MetroPro's reference guide.
///
/// Source: Zygo MetroPro Reference Guide OMP-0347, appendix on data formats, as in Gwyddion's
/// `metropro` module.
public struct ZygoExtractor: Extractor {
    public let id = "zygo"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.has([0x88, 0x1B, 0x03]), header.bytes.count > 6,
            (0x6F...0x71).contains(header.bytes[3])
        else { return nil }
        return .signature("0x881B036F to 0x881B0371")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var fields = StructureReading(reader, collector, order: .big, key: "zygo", place: "header")
        for part in ZygoLayouts.common {
            fields.order = part.order
            try fields.state(part.layout)
        }
        guard fields.integer("header_format") == 3 else { return }
        for part in ZygoLayouts.films {
            fields.order = part.order
            try fields.state(part.layout)
        }
    }
}

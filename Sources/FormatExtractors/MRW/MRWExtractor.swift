public import Extraction
internal import MetadataModel

/// Extracts the blocks of a Minolta raw file.
///
/// Behind the mark and the offset of the image stand blocks: a NUL and three letters, a size (4),
/// content. `PRD` has the sizes of the image, `TTW` is a TIFF structure, `WBG` and `RIF` have the
/// settings.
///
/// Source: <http://www.dalibor.cz/software/minolta-raw-mrw-file-format>.
public struct MRWExtractor: Extractor {
    public let id = "mrw"
    public let version = 1

    private static let tables: [String: StructureTable] = [
        "PRD": StructureTable(
            namespace: "mrw.PRD",
            """
            0 char[8] FirmwareID
            8 uint16 SensorHeight px
            10 uint16 SensorWidth px
            12 uint16 ImageHeight px
            14 uint16 ImageWidth px
            16 uint8 RawDepth
            17 uint8 BitDepth
            18 uint8 StorageMethod: 82 padded; 89 linear
            23 uint8 BayerPattern: 1 RGGB; 4 GBRG
            """),
        "WBG": StructureTable(
            namespace: "mrw.WBG",
            """
            0 uint8[4] WBScale
            4 uint16[4] WBLevels
            """),
        "RIF": StructureTable(
            namespace: "mrw.RIF",
            """
            1 int8 Saturation
            2 int8 Contrast
            3 int8 Sharpness
            4 uint8 WBMode
            5 uint8 ProgramMode: 0 none; 1 portrait; 2 text; 3 night portrait; 4 sunset; 5 sports
            6 uint8 ISOSetting
            56 uint8 ColorMode
            """),
    ]

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("\0MRM") || header.has("\0MRI") ? .signature("MRM") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let order: ByteOrder = try reader.uint8(at: 3) == UInt8(ascii: "I") ? .little : .big
        let end = 8 + UInt64(try reader.uint32(at: 4, order))
        var place: UInt64 = 8
        while place + 8 <= end {
            let name = TextDecoding.text(of: try reader.bytes(at: place + 1, count: 3)).text
            let size = UInt64(try reader.uint32(at: place + 4, order))
            guard size <= reader.count - place - 8 else {
                throw ExtractionError(
                    .truncated, "expected \(size) bytes of the block \(name)", offset: place)
            }
            let block = BinaryBlock(
                try reader.bytes(at: place + 8, count: Int(size)), order: order, at: place + 8,
                address: "block \(name)")
            var isRead = true
            if let table = Self.tables[name] {
                table.state(block, element: .root, into: collector)
            } else if name == "TTW" {
                isRead = EmbeddedTIFF.read(block, into: collector)
            } else {
                isRead = name == "PAD"
                if !isRead {
                    collector.opaque(
                        FactKey(segments: ["mrw", name]), block.bytes, locus: block.locus)
                }
            }
            collector.noteMetadata(Int(size) + 8, understood: isRead)
            place += 8 + size
        }
    }
}

public import Extraction
internal import MetadataModel

/// Extracts header, image id and extension area of a Truevision TGA file.
///
/// A file of version 2 ends with a footer, which says where its extension area stands; a file of
/// version 1 is known by its suffix and by a header that makes sense.
///
/// Source: Truevision TGA File Format Specification 2.0
/// <https://www.dca.fee.unicamp.br/~martino/disciplinas/ea978/tgaffs.pdf>.
public struct TGAExtractor: Extractor {
    public let id = "tga"
    public let version = 1

    private static let header = StructureTable(
        namespace: "tga",
        """
        0 uint8 IDLength B
        1 uint8 ColorMapType: 0 none; 1 color map
        2 uint8 ImageType: 0 no image; 1 color-mapped; 2 true-color; 3 grayscale;
         9 run-length encoded, color-mapped; 10 run-length encoded, true-color;
         11 run-length encoded, grayscale
        3 uint16 ColorMapFirstEntry
        5 uint16 ColorMapLength
        7 uint8 ColorMapEntrySize
        8 int16 XOrigin px
        10 int16 YOrigin px
        12 uint16 Width px
        14 uint16 Height px
        16 uint8 PixelDepth
        17 uint8 ImageDescriptor
        """)

    private static let area = StructureTable(
        namespace: "tga",
        """
        0 uint16 ExtensionSize B
        2 char[41] AuthorName
        43 char[81] AuthorComments1
        124 char[81] AuthorComments2
        205 char[81] AuthorComments3
        286 char[81] AuthorComments4
        367 uint16[6] DateTimeStamp
        379 char[41] JobName
        420 uint16[3] JobTime
        426 char[41] SoftwareID
        467 uint16 SoftwareVersion
        469 char[1] SoftwareVersionLetter
        470 uint32 KeyColor
        474 uint16[2] PixelAspectRatio
        478 uint16[2] GammaValue
        494 uint8 AttributesType: 0 no alpha; 1 undefined, to be ignored; 2 undefined, to be retained;
         3 useful alpha; 4 premultiplied alpha
        """)

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard ["tga", "targa", "icb", "vda", "vst"].contains(header.suffix),
            header.bytes.count >= 18, header.bytes[1] <= 1,
            [1, 2, 3, 9, 10, 11].contains(header.bytes[2]),
            [1, 8, 15, 16, 24, 32].contains(header.bytes[16])
        else { return nil }
        // An image of palette indices has a palette.
        let hasIndices = header.bytes[2] & 7 == 1
        guard !hasIndices || header.bytes[1] == 1 else { return nil }
        return .suffix(header.suffix)
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = BinaryBlock(
            try reader.bytes(at: 0, count: 18), order: .little, at: 0, address: "header")
        Self.header.state(head, element: .root, into: collector)
        collector.noteMetadata(18, understood: true)
        let count = Int(head.bytes[0])
        if count > 0 {
            let identifier = BinaryBlock(
                try reader.bytes(at: 18, count: count), order: .little, at: 18, address: "image id")
            if identifier.bytes.withUnsafeBytes(TIFFText.isReadable) {
                collector.text(
                    "tga.ImageID", identifier.text(at: 0, count: count) ?? "",
                    locus: identifier.locus)
            } else {
                collector.opaque("tga.ImageID", identifier.bytes, locus: identifier.locus)
            }
        }
        guard reader.count >= 44 else { return }
        let footer = BinaryBlock(
            try reader.bytes(at: reader.count - 26, count: 26), order: .little,
            at: reader.count - 26, address: "footer")
        guard footer.has("TRUEVISION-XFILE.", at: 8),
            let offset = footer.integer(at: 0, as: UInt32.self), offset > 0
        else { return }
        let area = BinaryBlock(
            try reader.bytes(at: UInt64(offset), count: 495), order: .little, at: UInt64(offset),
            address: "extension area")
        Self.area.state(area, element: .root, into: collector)
        collector.noteMetadata(495, understood: true)
    }
}

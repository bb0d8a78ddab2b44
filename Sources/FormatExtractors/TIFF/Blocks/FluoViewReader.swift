internal import Extraction
internal import MetadataModel

/// Reads the header that Olympus FluoView keeps in tag 34361, as `fluoview.`.
///
/// Ten descriptions of dimensions of 100 bytes each stand at byte 284, that of the gray channel at
/// byte 1342; each is an element of its key. The comment it points to is opened as a payload.
///
/// Source: Olympus FluoView multi-image TIFF, structure `MM_HEAD`, as described with Bio-Formats
/// <https://docs.openmicroscopy.org/bio-formats/latest/formats/olympus-fluoview-tiff.html>.
struct FluoViewReader: TIFFBlockReader {
    private static let header = StructureTable(
        namespace: "fluoview",
        """
        0 int16 HeaderFlag
        2 uint8 ImageType
        3 char[257] ImageName
        260 uint32 OffsetData
        264 int32 PaletteSize
        268 uint32 OffsetPalette0
        272 uint32 OffsetPalette1
        276 int32 CommentSize
        280 uint32 OffsetComment
        1284 uint32 OffsetPosition
        1288 int16 MapType
        1290 float64 MapMin
        1298 float64 MapMax
        1306 float64 MinValue
        1314 float64 MaxValue
        1322 uint32 OffsetMap
        1326 float64 Gamma
        1334 float64 Offset
        1442 uint32 OffsetThumbnail
        1446 int32 VoiceField
        1450 uint32 OffsetVoiceField
        """)

    private static let dimension = StructureTable(
        namespace: "fluoview.Dimension",
        """
        0 char[16] Name
        16 int32 Size
        20 float64 Origin
        28 float64 Resolution
        36 char[64] Unit
        """)

    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool {
        let block = try BinaryBlock(field)
        guard block.bytes.count >= 1284 else { return false }
        Self.header.state(block, element: field.element, into: collector)
        for index in 0..<10 {
            let part = BinaryBlock(block, at: 284 + index * 100, count: 100)
            guard part.bytes.first != 0 else { continue }
            Self.dimension.state(
                part, element: field.element.appending(segment: 1, index: index), into: collector)
        }
        if let count = block.integer(at: 276, as: UInt32.self), count > 0,
            let offset = block.integer(at: 280, as: UInt32.self), offset > 0
        {
            let comment = try BinaryBlock(
                at: UInt64(offset), count: min(Int(count), 1 << 20), of: field)
            collector.text(
                "fluoview.Comment", comment.text(at: 0, count: comment.bytes.count) ?? "",
                element: field.element, locus: comment.locus(at: 0, count: comment.bytes.count))
        }
        return true
    }
}

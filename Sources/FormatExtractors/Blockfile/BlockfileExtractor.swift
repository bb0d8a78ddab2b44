public import Extraction
internal import MetadataModel

/// Extracts NanoMegas' block files of scanning precession diffraction (`.blo`).
///
/// A header of fixed layout, then a note in text, then the virtual bright field image and the
/// diffraction patterns, which are passed over.
///
/// Source: the layout as the readers of the format know it; NanoMegas publishes none
public struct BlockfileExtractor: Extractor {
    public let id = "blockfile"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("IMGBLO") ? .signature("IMGBLO") : nil
    }

    private static let layout = StructureLayout(
        """
        char[6] ID
        uint16 MAGIC
        uint32 Data_offset_1 B
        uint32 Data_offset_2 B
        uint32 UNKNOWN1
        uint16 DP_SZ px
        uint16 DP_rotation
        uint16 NX px
        uint16 NY px
        uint16 Scan_rotation
        float64 SX nm
        float64 SY nm
        uint32 Beam_energy V
        uint16 SDP
        uint32 Camera_length
        oledate Acquisition_time
        """
            + (0..<8).map { "\nfloat64 Centering_N\($0)" }.joined()
            + (0..<14).map { "\nfloat64 Distortion_N\($0 < 10 ? "0" : "")\($0)" }.joined())

    /// Bytes of a note that are read.
    private static let maximumNoteByteCount: UInt64 = 1 << 20

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let order: ByteOrder = try reader.uint16(at: 6, .little) == 0x0102 ? .little : .big
        var header = StructureReading(
            reader, collector, order: order, key: FactKey(printed: id), place: "header")
        try header.state(Self.layout)
        let end = header.count("Data_offset_1")
        guard end >= header.position else {
            throw ExtractionError(
                .malformed, "expected the data behind the header, found byte \(end)", offset: 8)
        }
        let byteCount = min(end - header.position, Self.maximumNoteByteCount)
        try header.state(text: "Note", byteCount: Int(min(byteCount, header.left)))
        if end > reader.count {
            throw ExtractionError(
                .truncated, "expected data at byte \(end)", offset: reader.count)
        }
    }
}

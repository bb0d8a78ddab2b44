public import Extraction
internal import MetadataModel

/// Extracts the header of a raw image of the Kyocera Contax N Digital.
///
/// Texts of the header stand backwards, all but the lens's name; numbers are big-endian.
///
/// Source: <https://exiftool.org/TagNames/KyoceraRaw.html>.
public struct KyoceraExtractor: Extractor {
    public let id = "kyocera"
    public let version = 1

    private static let numbers = StructureTable(
        namespace: "kyocera",
        """
        52 uint32 ISOCode: 7 25; 8 32; 9 40; 10 50; 11 64; 12 80; 13 100; 14 125; 15 160; 16 200;
         17 250; 18 320; 19 400
        56 uint32 ExposureTimeCode
        60 uint32[4] WB_RGGBLevels
        88 uint32 FNumberCode
        104 uint32 MaxApertureCode
        112 uint32 FocalLength mm
        124 char[32] Lens
        """)

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("ARECOYK", at: 25) ? .signature("ARECOYK") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = BinaryBlock(
            try reader.prefix(maximum: 156), order: .big, at: 0, address: "header")
        for (name, place, count) in [
            ("FirmwareVersion", 1, 10), ("Model", 12, 12), ("Make", 25, 7),
            ("DateTimeOriginal", 33, 20),
        ] {
            guard let bytes = head.bytes(at: place, count: count) else { break }
            let text = TextDecoding.text(of: Array(bytes.filter { $0 != 0 }.reversed())).text
            collector.text(
                FactKey(printed: "kyocera.\(name)"), text,
                locus: head.locus(at: place, count: count))
        }
        Self.numbers.state(head, element: .root, into: collector)
        collector.noteMetadata(head.bytes.count, understood: true)
        guard head.bytes.count == 156 else {
            throw ExtractionError(
                .truncated, "expected 156 bytes of header, found \(head.bytes.count)",
                offset: reader.count)
        }
    }
}

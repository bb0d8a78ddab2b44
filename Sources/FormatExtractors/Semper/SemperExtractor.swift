public import Extraction
internal import MetadataModel

/// Extracts pictures that Semper writes as unformatted Fortran records (`.unf`).
///
/// Every record stands between two copies of its length. The first has the size, class and form;
/// a title and a label may follow. In the label each number is a byte of the original, spread
/// over two.
///
/// | Key                          | Record, field                                            |
/// |:-----------------------------|:---------------------------------------------------------|
/// | `semper.NCOL`, `NROW`, `NLAY` | header: columns, rows, layers                           |
/// | `semper.ICLASS`, `IFORM`     | header: what the picture is, the form of its samples      |
/// | `semper.IFLAG`               | header: 10000 × version + 1000 × has a label + length of the title |
/// | `semper.TITLE`               | title                                                    |
/// | `semper.label.…`             | label: date, range, origin and step of the axes, their units |
///
/// Source: Semper 6 reference, READ and WRITE UNFORMATTED; picture labels
public struct SemperExtractor: Extractor {
    public let id = "semper"
    public let version = 2

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.has([12, 0, 0, 0]), header.has([12, 0, 0, 0], at: 16),
            header.bytes.count >= 24, header.bytes[12] <= 4, header.bytes[10] <= 10
        else { return nil }
        return .signature("a record of 12 bytes")
    }

    private static let classes: [Int64: String] = [
        1: "image", 2: "macro", 3: "fourier", 4: "spectrum", 5: "correlation", 6: "undefined",
        7: "walsh", 8: "position list", 9: "histogram", 10: "display look-up table",
    ]
    private static let forms: [Int64: String] = [
        0: "byte", 1: "int16", 2: "float32", 3: "complex64", 4: "int32",
    ]

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var header = StructureReading(
            reader, collector, order: .little, key: "semper", place: "header", from: 4)
        try header.state(
            StructureLayout(
                """
                uint16 NCOL px
                uint16 NROW px
                uint16 NLAY
                int16 ICLASS
                int16 IFORM
                int16 IFLAG
                """, labels: ["ICLASS": Self.classes, "IFORM": Self.forms]))
        try header.skip(4)
        let flags = header.integer("IFLAG") ?? 0
        let titleCount = flags % 1000
        if titleCount > 0 {
            try header.skip(4)
            try header.state(text: "TITLE", byteCount: Int(titleCount))
            try header.skip(4)
        }
        guard flags / 1000 % 10 != 0 else { return }
        guard try header.next(UInt32.self) == 512 else {
            throw ExtractionError(
                .malformed, "expected a label of 512 bytes", offset: header.position - 4)
        }
        let start = header.position
        SemperLabel(bytes: try header.bytes(512), offset: start).state(into: collector)
    }
}

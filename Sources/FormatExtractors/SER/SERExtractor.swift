public import Extraction
internal import MetadataModel

/// Extracts series of images or spectra of TIA, FEI's imaging and analysis.
///
/// The header says what the elements of the series are and how they are ordered in it; each
/// element has a calibration and a size, each tag a time and perhaps a position. The samples of
/// the elements are passed over.
///
/// | Key                       | Meaning                                                 | Unit |
/// |:--------------------------|:--------------------------------------------------------|:-----|
/// | `ser.SeriesVersion`       | 0x0220: offsets have eight bytes                        |      |
/// | `ser.DataTypeID`          | 0x4120 spectra, 0x4122 images                           |      |
/// | `ser.TagTypeID`           | 0x4152 times, 0x4142 times and positions                |      |
/// | `ser.ValidNumberElements` | how many elements were acquired                         |      |
/// | `ser.Dimension.…`         | one of the series' dimensions: size, calibration, name, unit | as `Units` says |
/// | `ser.Element.…`           | one element: calibration, type, size                    | m in images |
/// | `ser.Tag.…`               | time, in seconds since 1970, and position of an element | m    |
///
/// Source: <http://www.microscopy.cen.dtu.dk/~cbb/info/TIAformat/index.html>
public struct SERExtractor: Extractor {
    public let id = "ser"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has([0x49, 0x49, 0x97, 0x01]) ? .signature("II, series 0x0197") : nil
    }

    private static let head = StructureLayout(
        """
        uint16 ByteOrder
        uint16 SeriesID
        uint16 SeriesVersion
        uint32 DataTypeID
        uint32 TagTypeID
        uint32 TotalNumberElements
        uint32 ValidNumberElements
        """,
        labels: [
            "DataTypeID": [0x4120: "1-dimensional", 0x4122: "2-dimensional"],
            "TagTypeID": [0x4152: "time only", 0x4142: "time and position"],
        ])

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var header = StructureReading(
            reader, collector, order: .little, key: "ser", place: "header")
        try header.state(Self.head)
        let isWide = (header.integer("SeriesVersion") ?? 0) > 0x0210
        try header.state(
            StructureLayout(
                (isWide ? "uint64" : "uint32") + " OffsetArrayOffset\nuint32 NumberDimensions"))
        let count = min(
            header.count("NumberDimensions"), UInt64(collector.limits.maximumDirectoryCount))
        for index in 0..<count where !collector.isFull {
            header.place = "dimension \(index + 1)"
            header.key = "ser.Dimension"
            header.element = ElementPath(segment: 1, index: Int(index))
            try Self.readDimension(&header)
        }
        try SERSeries(header, isWide: isWide)?.read()
    }

    private static let maximumUnitByteCount = 64

    /// The unit of the calibration stands behind it.
    private static func readDimension(_ header: inout StructureReading) throws(ExtractionError) {
        let start = header.position
        var ahead = header
        try ahead.skip(24)
        try ahead.skip(UInt64(try ahead.next(UInt32.self)))
        let unitByteCount = try ahead.next(UInt32.self)
        let unit =
            unitByteCount <= Self.maximumUnitByteCount
            ? BinaryText.narrow(try ahead.bytes(Int(unitByteCount))) : ""
        let stated = unit.isEmpty ? nil : unit
        try header.state(numbers: "DimensionSize", .uint32, count: 1)
        try header.state(numbers: "CalibrationOffset", .float64, count: 1, unit: stated)
        try header.state(numbers: "CalibrationDelta", .float64, count: 1, unit: stated)
        try header.state(numbers: "CalibrationElement", .int32, count: 1)
        for name in ["Description", "Units"] {
            let byteCount = try header.next(UInt32.self)
            header.collector.noteMetadata(4, understood: true)
            guard UInt64(byteCount) <= header.left, byteCount <= 1 << 16 else {
                throw ExtractionError(
                    .truncated, "expected a text of \(byteCount) bytes", offset: start)
            }
            try header.state(text: name, byteCount: Int(byteCount))
        }
    }
}

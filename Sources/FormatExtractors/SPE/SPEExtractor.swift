public import Extraction
internal import MetadataModel
internal import XMLReading

/// Extracts files of Princeton Instruments' WinView, WinSpec and LightField (`.spe`).
///
/// A header of 4100 bytes, whose fields keep the specification's names. Regions of interest are
/// elements of `spe.ROIinfoblk`, comments of `spe.Comments`; the axes' calibrations are
/// `spe.xcalibration` and `spe.ycalibration`. Since version 3 the file ends with XML, which is
/// read as any XML is, below `spe`.
///
/// Source: Princeton Instruments, WinView/WinSpec user manual, appendix on data structures
public struct SPEExtractor: Extractor {
    public let id = "spe"
    public let version = 1

    public init() {}

    private static let headerByteCount: UInt64 = 4100

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.count >= Self.headerByteCount else { return nil }
        if header.has([0x67, 0x45, 0x23, 0x01], at: 2996) { return .signature("WinView_id") }
        // Older files have no mark; sizes and the type of samples must make sense.
        let bytes = header.bytes
        guard header.suffix == "spe", bytes.count > 658 else { return nil }
        let type = Int(bytes[108]) | Int(bytes[109]) << 8
        let sizes = [42, 656].map { Int(bytes[$0]) | Int(bytes[$0 + 1]) << 8 }
        return [0, 1, 2, 3, 5, 6, 8].contains(type) && sizes.allSatisfy { $0 > 0 }
            ? .suffix("spe") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var header = StructureReading(
            reader, collector, order: .little, key: "spe", place: "header")
        try header.state(SPELayouts.header)
        header.position = 200
        for index in 0..<5 {
            header.element = index == 0 ? .root : ElementPath(segment: 1, index: index)
            try header.state(text: "Comments", byteCount: 80)
        }
        header.key = "spe.ROIinfoblk"
        header.position = 1512
        // Older files state no number and mean one.
        for index in 0..<min(10, max(1, header.count("NumROI"))) {
            header.element = index == 0 ? .root : ElementPath(segment: 1, index: Int(index))
            try header.state(SPELayouts.region)
        }
        header.element = .root
        for (name, place) in [("xcalibration", 3000), ("ycalibration", 3489)] {
            header.key = FactKey(segments: ["spe", name])
            header.place = name
            header.position = UInt64(place)
            try header.state(SPELayouts.calibration)
        }
        try readFooter(reader, header, into: collector)
    }

    private func readFooter(
        _ reader: ByteReader, _ header: StructureReading, into collector: FactCollector
    ) throws(ExtractionError) {
        let start = header.count("XMLOffset")
        guard case .real(let version)? = header.numbers["file_header_ver"], version >= 3, start > 0
        else { return }
        guard start < reader.count else {
            throw ExtractionError(
                .truncated, "expected XML at byte \(start)", offset: reader.count)
        }
        let maximum = min(collector.limits.maximumBlockByteCount, 32 << 20)
        let bytes = try reader.prefix(from: start, maximum: maximum)
        collector.noteMetadata(bytes.count, understood: true)
        let facts = XMLFacts(key: "spe", dialect: .any, collector: collector)
        try XMLStream(
            reader: ByteReader(bytes: bytes, baseOffset: start), limits: collector.limits
        ).send(to: facts)
    }
}

public import Extraction
internal import MetadataModel

/// Extracts the header and the log of a Galactic (Thermo GRAMS) spectrum (`.spc`); values are never
/// read.
///
/// The second byte tells the kind: 0x4B the format in little-endian, 0x4C the same in big-endian,
/// 0x4D that of the time before 1996. Keys are `spc.` and the names of the specification; the log's
/// text is `spc.log`, opened where it is lines of keys and values.
///
/// Source: Galactic's Universal Data Format Specification and `SPC.H`
/// <https://github.com/bz-dev/spc-sdk>.
public struct SPCExtractor: Extractor {
    public let id = "spc"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.suffix == "spc", header.bytes.count >= 256,
            header.bytes[2] <= 14 || header.bytes[1] == 0x4D
        else { return nil }
        let order: ByteOrder = header.bytes[1] == 0x4C ? .big : .little
        let count = header.bytes.withUnsafeBytes { $0.integer(at: 4, order, as: Int32.self) }
        switch header.bytes[1] {
        case 0x4B, 0x4C: return count >= 0 ? .signature("SPC version 0x4B or 0x4C") : nil
        case 0x4D: return .signature("SPC version 0x4D")
        default: return nil
        }
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let kind = try reader.uint8(at: 1)
        var fields = StructureReading(
            reader, collector, order: kind == 0x4C ? .big : .little, key: "spc", place: "header")
        guard kind != 0x4D else { return try Self.readOld(&fields) }
        try fields.state(SPCLayouts.beginning)
        let axes = fields.position
        fields.position = axes + 20
        try fields.state(SPCLayouts.rest)
        let unit = SPCLayouts.unit(fields.integer("fxtype") ?? 0)
        fields.position = axes
        for name in ["ffirst", "flast"] {
            try fields.state(numbers: name, .float64, count: 1, unit: unit)
        }
        try fields.state(numbers: "fnsub", .int32, count: 1)
        let packed = fields.integer("fdate") ?? 0
        Self.stateDate(
            year: packed >> 20, month: packed >> 16 & 15, day: packed >> 11 & 31,
            hour: packed >> 6 & 31, minute: packed & 63, &fields)
        try Self.readLog(&fields)
    }

    private static func readOld(_ fields: inout StructureReading) throws(ExtractionError) {
        try fields.state(SPCLayouts.old)
        Self.stateDate(
            year: fields.integer("oyear") ?? 0, month: fields.integer("omonth") ?? 0,
            day: fields.integer("oday") ?? 0, hour: fields.integer("ohour") ?? 0,
            minute: fields.integer("ominute") ?? 0, &fields)
    }

    /// States the date as one value beside its parts.
    private static func stateDate(
        year: Int64, month: Int64, day: Int64, hour: Int64, minute: Int64,
        _ fields: inout StructureReading
    ) {
        guard year > 0,
            let span = TimeSpan(
                year: Int(year), month: Int(month), day: Int(day), hour: Int(hour),
                minute: Int(minute))
        else { return }
        fields.collector.text(
            "spc.date", String(TimeSpan.timestamp(ofMicroseconds: span.start).prefix(16)),
            locus: fields.locus(32, 4, "date"))
    }

    private static func readLog(_ fields: inout StructureReading) throws(ExtractionError) {
        let offset = fields.count("flogoff")
        guard offset > 0 else { return }
        fields.position = offset
        fields.place = "log"
        try fields.state(SPCLayouts.log)
        let textOffset = fields.count("logtxto")
        let byteCount = fields.count("logsizd")
        guard textOffset < byteCount else { return }
        let (place, overflows) = offset.addingReportingOverflow(textOffset)
        guard !overflows else { return }
        fields.position = place
        try fields.state(
            text: "log", byteCount: Int(clamping: min(byteCount - textOffset, fields.left)))
    }
}

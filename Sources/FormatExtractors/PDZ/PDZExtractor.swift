public import Extraction
internal import MetadataModel

/// Reads the files of Bruker's handheld X-ray fluorescence spectrometers, versions 24 and 25.
///
/// Version 25 is a row of records: uint16 type, uint32 length, then the fields; see ``PDZRecords``.
/// Version 24 has a fixed header:
///
/// | Byte | Type      | Key                    | Unit |
/// |-----:|:----------|:-----------------------|:-----|
/// | 6    | uint16    | `pdz.num_channels`     |      |
/// | 50   | float64   | `pdz.ev_per_channel`   | eV   |
/// | 146  | 7 uint16  | `pdz.acquisition_date_time` | |
/// | 162  | float32   | `pdz.xray_voltage_kv`  | kV   |
/// | 166  | float32   | `pdz.xray_filament_current` | µA |
/// | 342  | float32   | `pdz.real_time`        | s    |
/// | 346  | float32   | `pdz.dead_time`        | s    |
/// | 354  | float32   | `pdz.live_time`        | s    |
///
/// Counts are never read. Source: <https://github.com/bruker/pdz-tool> (`docs/pdz_version_25_file_format.md`)
public struct PDZExtractor: Extractor {
    public let id = "pdz"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        // Record 25 of 14 bytes, and the text `pdz25` in UTF-16.
        if header.has([25, 0, 14, 0, 0, 0, 0x70, 0, 0x64, 0, 0x7A, 0]) {
            return .signature("pdz25")
        }
        guard header.suffix == "pdz", header.bytes.count > 360 else { return nil }
        return header.has([0x01, 0x01]) || header.has([24, 0]) || header.has([25, 0])
            ? .suffix("pdz") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let type = try reader.uint16(at: 0, .little)
        if type == 25 {
            try extractRecords(reader, into: collector)
        } else {
            try extractHeader(reader, into: collector)
        }
    }

    private func extractRecords(
        _ reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var offset: UInt64 = 0
        var counts: [UInt16: Int] = [:]
        while offset < reader.count, !collector.isFull {
            let type = try reader.uint16(at: offset, .little)
            let byteCount = UInt64(try reader.uint32(at: offset + 2, .little))
            let start = offset + 6
            guard byteCount <= reader.count - start else {
                throw ExtractionError(
                    .truncated, "expected a record of \(byteCount) bytes", offset: reader.count)
            }
            let index = counts[type, default: 0]
            counts[type] = index + 1
            let element = index == 0 ? ElementPath.root : ElementPath(segment: 1, index: index)
            offset = start + byteCount
            guard let known = PDZRecords.byType[type] else {
                let key = FactKey(segments: ["pdz", "Record\(type)"])
                collector.opaque(
                    key, try reader.prefix(from: start, maximum: Int(min(byteCount, 4096))),
                    byteCount: Int(byteCount), element: element,
                    locus: Locus(offset: start, length: byteCount, address: "record \(type)"))
                continue
            }
            var record = RecordReader(
                reader, at: start, key: FactKey(segments: ["pdz", known.name]), element: element,
                into: collector)
            do throws(ExtractionError) {
                try known.script.state(&record, end: offset)
            } catch {
                collector.report(error.issue)
            }
        }
    }

    private func extractHeader(
        _ reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var header = RecordReader(reader, at: 6, key: "pdz", into: collector)
        try header.number("num_channels", .uint16)
        header.offset = 50
        try header.number("ev_per_channel", .float64, unit: "eV")
        let date = try reader.bytes(at: 146, count: 14).withUnsafeBytes { raw in
            (0..<7).map { Int(raw.integer(at: $0 * 2, .little, as: UInt16.self)) }
        }
        if let text = ClockTime.text(
            year: date[0], month: date[1], day: date[3], hour: date[4], minute: date[5],
            second: date[6])
        {
            collector.text(
                "pdz.acquisition_date_time", text,
                locus: Locus(offset: 146, length: 14, address: "acquisition_date_time"))
        }
        header.offset = 162
        try header.number("xray_voltage_kv", .float32, unit: "kV")
        try header.number("xray_filament_current", .float32, unit: "uA")
        header.offset = 342
        try header.number("real_time", .float32, unit: "s")
        try header.number("dead_time", .float32, unit: "s")
        header.offset = 354
        try header.number("live_time", .float32, unit: "s")
    }
}

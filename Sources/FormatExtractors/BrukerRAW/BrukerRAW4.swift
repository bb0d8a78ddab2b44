internal import Extraction
internal import MetadataModel

/// Reads the header, the segments and the ranges of version 4.
///
/// A segment is uint32 type, uint32 length, then its fields:
///
/// | Type    | Segment                   | Key                                              |
/// |--------:|:--------------------------|:-------------------------------------------------|
/// | 10      | a named text              | `brukerraw.<name>`                               |
/// | 30      | hardware configuration    | `brukerraw.ALPHA1`, `.ANODE_MATERIAL` …          |
/// | 60      | alignment of a drive      | `brukerraw.Drive.NAME`, `.ALIGN_FLAG`, `.DELTA`  |
/// | 50      | start of a drive, in a range | `brukerraw.Range.Drive.NAME`, `.START`        |
/// | 0, 160  | a range of 160 bytes, segments and data | `brukerraw.Range.…`                |
///
/// Source: <https://github.com/wojdyr/xylib/blob/master/xylib/bruker_raw.cpp>
struct BrukerRAW4 {
    private let reader: ByteReader
    private let collector: FactCollector
    private var driveCount = 0

    init(_ reader: ByteReader, into collector: FactCollector) {
        self.reader = reader
        self.collector = collector
    }

    func read() throws(ExtractionError) {
        var scan = self
        try scan.readAll()
    }

    private mutating func readAll() throws(ExtractionError) {
        var header = RecordReader(reader, at: 12, key: "brukerraw", into: collector)
        try header.text("MEASURE_DATE", count: 12)
        try header.text("MEASURE_TIME", count: 10)
        var offset: UInt64 = 61
        var rangeIndex = 0
        while offset + 8 <= reader.count, !collector.isFull {
            let type = try reader.uint32(at: offset, .little)
            if type == 0 || type == 160 {
                offset = try range(at: offset, index: rangeIndex)
                rangeIndex += 1
            } else {
                offset = try segment(at: offset, key: "brukerraw", .root)
            }
        }
    }

    /// States a segment; returns where the next one begins.
    private mutating func segment(
        at offset: UInt64, key: FactKey, _ element: ElementPath
    ) throws(ExtractionError) -> UInt64 {
        let type = try reader.uint32(at: offset, .little)
        let byteCount = UInt64(try reader.uint32(at: offset + 4, .little))
        guard byteCount >= 8, byteCount <= reader.count - offset else {
            throw ExtractionError(
                byteCount < 8 ? .malformed : .truncated, "a segment of \(byteCount) bytes",
                offset: offset)
        }
        let end = offset + byteCount
        var record = RecordReader(
            reader, at: offset + 8, key: key, element: element, into: collector)
        switch type {
        case 10 where byteCount >= 36:
            let name = try reader.bytes(at: offset + 12, count: 24).prefix { $0 != 0 }
            record.offset = offset + 36
            try record.text(TextDecoding.text(of: name).text, count: Int(byteCount - 36))
        case 30:
            try Self.hardware.state(&record, end: end)
        case 60, 50:
            record.key = key.appending("Drive")
            record.element = element.appending(
                segment: record.key.segments.count - 1, index: driveCount)
            driveCount += 1
            try (type == 60 ? Self.alignment : Self.drive).state(&record, end: end)
        default:
            collector.opaque(
                key.appending("Segment\(type)"),
                try reader.prefix(from: offset + 8, maximum: Int(min(byteCount - 8, 4096))),
                byteCount: Int(byteCount - 8), element: element,
                locus: Locus(
                    offset: offset + 8, length: byteCount - 8, address: "segment \(type)"))
        }
        return end
    }

    private mutating func range(
        at offset: UInt64, index: Int
    ) throws(ExtractionError) -> UInt64 {
        guard reader.count - offset >= 160 else {
            throw ExtractionError(.truncated, "expected a range", offset: reader.count)
        }
        let element = ElementPath(segment: 1, index: index)
        var record = RecordReader(
            reader, at: offset, key: "brukerraw.Range", element: element, into: collector)
        try Self.range.state(&record, end: offset + 160)
        let steps = UInt64(try reader.uint32(at: offset + 88, .little))
        let valueByteCount = UInt64(try reader.uint32(at: offset + 136, .little))
        let segmentByteCount = UInt64(try reader.uint32(at: offset + 140, .little))
        var place = offset + 160
        guard segmentByteCount <= reader.count - place else {
            throw ExtractionError(
                .truncated, "expected \(segmentByteCount) bytes of segments", offset: place)
        }
        let end = place + segmentByteCount
        driveCount = 0
        while place + 8 <= end, !collector.isFull {
            place = try segment(at: place, key: "brukerraw.Range", element)
        }
        let (byteCount, overflows) = steps.multipliedReportingOverflow(by: valueByteCount)
        guard !overflows, byteCount <= reader.count - end else {
            throw ExtractionError(
                .truncated, "expected \(steps) values of \(valueByteCount) bytes", offset: end)
        }
        return end + byteCount
    }

    private static let hardware = RecordScript(
        """
        skip 64
        float64 ALPHA_AVERAGE Å
        float64 ALPHA1 Å
        float64 ALPHA2 Å
        float64 BETA Å
        float64 ALPHA_RATIO
        skip 4
        text 4 ANODE_MATERIAL
        """)
    private static let alignment = RecordScript(
        """
        uint32 ALIGN_FLAG
        text 24 NAME
        skip 32
        float64 DELTA
        """)
    private static let drive = RecordScript(
        """
        skip 4
        text 24 NAME
        skip 20
        float64 START
        """)
    private static let range = RecordScript(
        """
        skip 32
        text 24 SCAN_TYPE
        skip 16
        float64 START_ANGLE deg
        float64 STEP_SIZE deg
        uint32 STEPS
        float32 TIME_PER_STEP s
        skip 4
        float32 GENERATOR_VOLTAGE kV
        float32 GENERATOR_CURRENT mA
        skip 4
        float64 USED_LAMBDA Å
        """)
}

public import Extraction
internal import MetadataModel

/// Reads the headers of Siemens' and Bruker's diffraction scans, `.raw`, versions 1 to 4.
///
/// | Begins with | Version | Layout                                                          |
/// |:------------|:--------|:----------------------------------------------------------------|
/// | `RAW `      | 1       | ranges, each a header of 156 bytes and its counts               |
/// | `RAW2`      | 2       | a header of 256 bytes, then ranges with headers of their own length |
/// | `RAW1.01`   | 3       | a header of 712 bytes, then ranges: 304 bytes, further headers, counts |
/// | `RAW4.00`   | 4       | a header of 61 bytes, segments, then ranges; see ``BrukerRAW4`` |
///
/// Keys are `brukerraw.` and the names of the ASCII form of the format, `brukerraw.Range.` for a
/// range, one element each. Counts are never read.
///
/// Source: Bruker DIFFRACplus XCH user's manual, appendix A; <https://github.com/wojdyr/xylib/blob/master/xylib/bruker_raw.cpp>
public struct BrukerRAWExtractor: Extractor {
    public let id = "brukerraw"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        if header.has("RAW1.01") || header.has("RAW4.00") { return .signature("RAW") }
        guard header.suffix == "raw" else { return nil }
        return header.has("RAW ") || header.has("RAW2") ? .suffix("raw") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let mark = try reader.uint8(at: 3)
        var scan = BrukerRAWScan(reader, into: collector)
        switch mark {
        case UInt8(ascii: "2"): try scan.version2()
        case UInt8(ascii: "1"): try scan.version3()
        case UInt8(ascii: "4"): try BrukerRAW4(reader, into: collector).read()
        default: try scan.version1()
        }
    }
}

/// Reads versions 1 to 3, range by range.
struct BrukerRAWScan {
    private var record: RecordReader
    private var rangeIndex = 0

    init(_ reader: ByteReader, into collector: FactCollector) {
        record = RecordReader(reader, key: "brukerraw", into: collector)
    }

    private var reader: ByteReader { record.reader }

    private mutating func state(_ script: RecordScript, byteCount: UInt64) throws(ExtractionError) {
        let end = record.offset + byteCount
        guard end <= reader.count else {
            throw ExtractionError(
                .truncated, "expected a header of \(byteCount) bytes", offset: reader.count)
        }
        try script.state(&record, end: end)
        record.offset = end
    }

    /// States the header of a range of its own element.
    private mutating func range(
        _ script: RecordScript, byteCount: UInt64
    ) throws(ExtractionError) {
        record.key = "brukerraw.Range"
        record.element = ElementPath(segment: 1, index: rangeIndex)
        rangeIndex += 1
        try state(script, byteCount: byteCount)
    }

    /// Passes over counts of 4 bytes.
    private mutating func pass(_ count: UInt64, bytesEach: UInt64 = 4) throws(ExtractionError) {
        guard count <= 1 << 40, count * bytesEach <= reader.count - record.offset else {
            throw ExtractionError(
                .truncated, "expected \(count) counts at byte \(record.offset)",
                offset: reader.count)
        }
        record.offset += count * bytesEach
    }

    mutating func version1() throws(ExtractionError) {
        var hasMore = true
        while hasMore, !record.collector.isFull {
            // Early programs repeated the mark before the further ranges.
            if try reader.uint32(at: record.offset, .little) == 0x2057_4152 { record.skip(4) }
            let start = record.offset
            let steps = try reader.uint32(at: start, .little)
            try range(Self.range1, byteCount: 152)
            hasMore = try reader.uint32(at: record.offset - 4, .little) != 0
            try pass(UInt64(steps))
        }
    }

    mutating func version2() throws(ExtractionError) {
        let count = try reader.uint16(at: 4, .little)
        record.skip(4)
        try state(Self.header2, byteCount: 252)
        for _ in 0..<count {
            if record.collector.isFull { break }
            let byteCount = UInt64(try reader.uint16(at: record.offset, .little))
            let steps = try reader.uint16(at: record.offset + 2, .little)
            guard byteCount >= 48 else {
                throw ExtractionError(
                    .malformed, "a header of \(byteCount) bytes", offset: record.offset)
            }
            try range(Self.range2, byteCount: byteCount)
            try pass(UInt64(steps))
        }
    }

    mutating func version3() throws(ExtractionError) {
        let count = try reader.uint32(at: 12, .little)
        record.skip(8)
        try state(Self.header3, byteCount: 704)
        for _ in 0..<count {
            if record.collector.isFull || record.offset >= reader.count { break }
            let start = record.offset
            let byteCount = UInt64(try reader.uint32(at: start, .little))
            let steps = try reader.uint32(at: start + 4, .little)
            guard byteCount >= 304, byteCount <= 1 << 20 else {
                throw ExtractionError(
                    .malformed, "a header of \(byteCount) bytes", offset: start)
            }
            let furtherCount = try reader.uint32(at: start + 256, .little)
            let valueByteCount = try reader.uint32(at: start + 252, .little)
            try range(Self.range3, byteCount: byteCount)
            try pass(UInt64(furtherCount), bytesEach: 1)
            try pass(UInt64(steps), bytesEach: max(4, UInt64(min(valueByteCount, 64))))
        }
    }

    private static let range1 = RecordScript(
        """
        uint32 STEPS
        float32 MEASUREMENT_TIME_PER_STEP s
        float32 STEP_SIZE deg
        uint32 SCAN_MODE
        skip 4
        float32 START_2THETA deg
        float32 THETA_START deg
        float32 KHI_START deg
        float32 PHI_START deg
        text 32 SAMPLE_NAME
        float32 K_ALPHA1 Å
        float32 K_ALPHA2 Å
        """)
    private static let header2 = RecordScript(
        """
        uint16 RANGE_COUNT
        skip 162
        text 20 DATE_TIME_MEASURE
        text 2 ANODE_MATERIAL
        float32 LAMDA1 Å
        float32 LAMDA2 Å
        float32 INTENSITY_RATIO
        skip 8
        float32 TOTAL_SAMPLE_RUNTIME_IN_SEC s
        """)
    private static let range2 = RecordScript(
        """
        skip 2
        uint16 STEPS
        skip 4
        float32 SEC_PER_STEP s
        float32 STEP_SIZE deg
        float32 START_2THETA deg
        skip 26
        uint16 TEMP_IN_K K
        """)
    private static let header3 = RecordScript(
        """
        uint32 FILE_STATUS
        uint32 RANGE_COUNT
        text 10 MEASURE_DATE
        text 10 MEASURE_TIME
        text 72 USER
        text 218 SITE
        text 60 SAMPLE_ID
        text 160 COMMENT
        skip 2
        uint32 GONIOMETER_CODE
        uint32 GONIOMETER_STAGE_CODE
        uint32 SAMPLE_LOADER_CODE
        uint32 GONIOMETER_CONTROLLER_CODE
        float32 GONIOMETER_RADIUS mm
        float32 FIXED_DIVERGENCE_SLIT
        float32 FIXED_SAMPLE_SLIT
        uint32 PRIMARY_SOLLER_SLIT
        uint32 PRIMARY_MONOCHROMATOR
        float32 FIXED_ANTISCATTER_SLIT
        float32 FIXED_DETECTOR_SLIT
        uint32 SECONDARY_SOLLER_SLIT
        uint32 FIXED_THIN_FILM_ATTACHMENT
        uint32 BETA_FILTER
        uint32 SECONDARY_MONOCHROMATOR
        text 4 ANODE_MATERIAL
        skip 4
        float64 ALPHA_AVERAGE Å
        float64 ALPHA1 Å
        float64 ALPHA2 Å
        float64 BETA Å
        float64 ALPHA_RATIO
        text 4 UNIT_NAME
        float32 INTENSITY_BETA_ALPHA1
        float32 MEASUREMENT_TIME s
        """)
    private static let range3 = RecordScript(
        """
        skip 4
        uint32 STEPS
        float64 START_THETA deg
        float64 START_2THETA deg
        float64 START_CHI deg
        float64 START_PHI deg
        float64 START_X mm
        float64 START_Y mm
        float64 START_Z mm
        skip 32
        uint32 DETECTOR_CODE
        float32 HIGH_VOLTAGE V
        float32 AMPLIFIER_GAIN
        float32 DISCRIMINATOR_1_LOWER_LEVEL
        skip 64
        float64 STEP_SIZE deg
        skip 8
        float32 TIME_PER_STEP s
        skip 12
        float32 ROTATION_SPEED r/min
        skip 12
        uint32 GENERATOR_VOLTAGE kV
        uint32 GENERATOR_CURRENT mA
        skip 8
        float64 USED_LAMBDA Å
        """)
}

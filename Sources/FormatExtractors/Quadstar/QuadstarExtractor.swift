public import Extraction
internal import MetadataModel

/// Reads scans of Balzers/Pfeiffer Quadstar mass spectrometers: analog (`.sac`) and bargraph
/// (`.sbc`); intensities are never read.
///
/// | Key                          | Offset | Type | Unit |
/// |:-----------------------------|-------:|:-----|:-----|
/// | `quadstar.DataIndex`         | 0      | int16 |     |
/// | `quadstar.SoftwareID`        | 2      | int32 |     |
/// | `quadstar.VersionMajor`, `VersionMinor` | 6 | uint8 | |
/// | `quadstar.Second` … `quadstar.Year` | 8 | six bytes; the year counts from 1900 | |
/// | `quadstar.DateTime`          | 8      | the same as a date |  |
/// | `quadstar.UserName`          | 14     | text |      |
/// | `quadstar.CycleCount`        | 100    | int32 |     |
/// | `quadstar.TraceCount`        | 104    | int16 |     |
/// | `quadstar.CycleLength`       | 106    | int32 | B    |
/// | `quadstar.Trace.…`           | —      | the traces of an analog scan, an element each | |
/// | `quadstar.MassCount`, `quadstar.Masses`, `quadstar.Times` | 203 | a bargraph scan | u, s |
///
/// Source: no specification is public; fields as RosettaSciIO and yadg document them
/// <https://hyperspy.org/rosettasciio/user_guide/supported_formats/quadstar.html>.
public struct QuadstarExtractor: Extractor {
    public let id = "quadstar"
    public let version = 1

    public init() {}

    private static let header = StructureTable(
        namespace: "quadstar",
        """
        0 int16 DataIndex
        2 int32 SoftwareID
        6 uint8 VersionMajor
        7 uint8 VersionMinor
        8 uint8 Second
        9 uint8 Minute
        10 uint8 Hour
        11 uint8 Day
        12 uint8 Month
        13 uint8 Year
        14 char[86] UserName
        100 int32 CycleCount
        104 int16 TraceCount
        106 int32 CycleLength B
        """)

    private static let trace = StructureTable(
        namespace: "quadstar.Trace",
        """
        0 uint16 DataFormat
        2 char[13] YTitle
        15 char[13] YUnit
        29 char[13] XTitle
        42 char[13] XUnit
        55 char[59] Comment
        122 float32 FirstMass u
        126 uint16 ScanWidth u
        128 uint8 ValuesPerMass
        129 float32 ZoomStart u
        133 float32 ZoomEnd u
        """)

    /// Cycles whose time is read; each costs a read.
    private static let maximumCycleCount = 64
    private static let maximumTraceCount = 1000

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard ["sac", "sbc"].contains(header.suffix), header.bytes.count >= 200,
            Self.date(
                BinaryBlock(
                    stored: header.bytes, order: .little, pieces: [], address: "")) != nil
        else { return nil }
        return .suffix(header.suffix)
    }

    /// The time of the scan, local to the instrument; `nil` where the fields are none.
    private static func date(_ block: BinaryBlock) -> String? {
        guard let bytes = block.bytes(at: 8, count: 6).map(Array.init),
            let span = TimeSpan(
                year: 1900 + Int(bytes[5]), month: Int(bytes[4]), day: Int(bytes[3]),
                hour: Int(bytes[2]), minute: Int(bytes[1]), second: Int(bytes[0]))
        else { return nil }
        return String(TimeSpan.timestamp(ofMicroseconds: span.start).dropLast())
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let block = try BinaryBlock(
            of: reader, at: 0, count: 4096, order: .little, address: "header")
        Self.header.state(block, element: .root, into: collector)
        collector.noteMetadata(min(206, block.bytes.count), understood: true)
        if let date = Self.date(block) {
            collector.text("quadstar.DateTime", date, locus: block.locus(at: 8, count: 6))
        }
        if let seconds = block.integer(at: 0xC2, as: UInt32.self), seconds > 0 {
            collector.text(
                "quadstar.StartTime",
                TimeSpan.timestamp(ofMicroseconds: Int64(seconds) * 1_000_000),
                locus: block.locus(at: 0xC2, count: 4))
        }
        guard block.bytes.count >= 206, let cycles = block.integer(at: 100, as: Int32.self),
            let traces = block.integer(at: 104, as: Int16.self)
        else {
            throw ExtractionError(
                .truncated, "expected a header of 206 bytes, found \(block.bytes.count)",
                offset: UInt64(block.bytes.count))
        }
        if traces > 0 {
            try stateTraces(Int(traces), block, reader, into: collector)
        } else {
            try stateBargraph(Int(cycles), block, reader, into: collector)
        }
    }

    private func stateTraces(
        _ count: Int, _ header: BinaryBlock, _ reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        for index in 0..<min(count, Self.maximumTraceCount) {
            let place = 200 + index * 9
            guard let type = header.integer(at: place, as: UInt8.self),
                let position = header.integer(at: place + 1, as: UInt32.self)
            else {
                throw ExtractionError(
                    .truncated, "expected \(count) traces, found \(index)", offset: UInt64(place))
            }
            let element = ElementPath(segment: 1, index: index)
            collector.integer(
                "quadstar.Trace.Type", Int64(type), element: element,
                label: type == 0x11 ? "scan analog" : nil, locus: header.locus(at: place, count: 1))
            let block = try BinaryBlock(
                of: reader, at: UInt64(position), count: 137, order: .little,
                address: "trace \(index + 1)")
            Self.trace.state(block, element: element, into: collector)
            collector.noteMetadata(9 + block.bytes.count, understood: true)
            if block.bytes.count < 137 {
                throw ExtractionError(
                    .truncated, "expected a trace at byte \(position)", at: block.locus)
            }
        }
    }

    /// A cycle of a bargraph scan is 13 bytes, of which the first four are seconds since the
    /// start, then a mass and an intensity for every mass; cycles stand at the end of the file.
    private func stateBargraph(
        _ cycleCount: Int, _ header: BinaryBlock, _ reader: ByteReader,
        into collector: FactCollector
    ) throws(ExtractionError) {
        guard let width = header.integer(at: 203, as: UInt16.self) else { return }
        let massCount = Int(width) + 1
        let stride = UInt64(massCount * 8 + 13)
        collector.integer(
            "quadstar.ScanWidth", Int64(width), unit: "u", locus: header.locus(at: 203, count: 2))
        collector.integer(
            "quadstar.MassCount", Int64(massCount), locus: header.locus(at: 203, count: 2))
        let (byteCount, overflows) = stride.multipliedReportingOverflow(
            by: UInt64(max(0, cycleCount)))
        guard cycleCount > 0, !overflows, byteCount <= reader.count,
            reader.count - byteCount >= 206
        else {
            throw ExtractionError(
                .malformed, "expected \(cycleCount) cycles of \(stride) bytes", offset: 100)
        }
        let start = reader.count - byteCount
        collector.noteMetadata(Int(clamping: start), understood: true)
        let first = try BinaryBlock(
            of: reader, at: start + 13, count: massCount * 8, order: .little, address: "cycle 1")
        let masses = (0..<massCount).compactMap { index in
            first.integer(at: index * 8, as: UInt32.self).map(Float.init(bitPattern:))
        }
        collector.numbers(
            "quadstar.Masses", masses.map { .real(Double($0)) },
            written: masses.map { Fact.spelling(of: $0) }, unit: "u", locus: first.locus)
        var times: [Number] = []
        for index in 0..<min(cycleCount, Self.maximumCycleCount) {
            times.append(
                .integer(Int64(try reader.uint32(at: start + UInt64(index) * stride, .little))))
        }
        collector.numbers(
            "quadstar.Times", times, count: cycleCount, unit: "s",
            locus: Locus(address: "first bytes of each cycle"))
    }
}

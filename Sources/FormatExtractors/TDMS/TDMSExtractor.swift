public import Extraction
internal import MetadataModel

/// Extracts the objects of a LabVIEW TDMS file and their properties; measured values are skipped.
///
/// A file is a chain of segments. Each begins with `TDSm`, a mask, a version, and where the next
/// segment and its own values begin; then come objects: the file, groups and channels.
///
/// | Key | What |
/// |:----|:-----|
/// | `tdms.name` … | properties of the file |
/// | `tdms.GROUP.description` … | of a group |
/// | `tdms.GROUP.CHANNEL.wf_increment` … | of a channel |
/// | `tdms.GROUP.CHANNEL.DataType`, `.ValueCount` | what its values are, in the first segment that has any |
///
/// Source: National Instruments, "TDMS File Format Internal Structure".
public struct TDMSExtractor: Extractor {
    public let id = "tdms"
    public let version = 1

    private static let maximumSegmentCount = 10_000

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("TDSm") || header.has("TDSh") ? .signature("TDSm") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var place: UInt64 = 0
        var objects = TDMSObjects(collector)
        for _ in 0..<Self.maximumSegmentCount {
            guard place < reader.count, reader.count - place >= 28, !collector.isFull else {
                return
            }
            let mark = try reader.bytes(at: place, count: 4)
            guard mark == Array("TDSm".utf8) || mark == Array("TDSh".utf8) else {
                throw ExtractionError(.malformed, "expected TDSm", offset: place)
            }
            let mask = try reader.uint32(at: place + 4, .little)
            let order: ByteOrder = mask & 0x40 == 0 ? .little : .big
            if place == 0 {
                collector.integer(
                    "tdms.Version", Int64(try reader.uint32(at: 8, order)),
                    locus: Locus(offset: 8, length: 4, address: "lead-in"))
            }
            let next = try reader.uint64(at: place + 12, order)
            let raw = try reader.uint64(at: place + 20, order)
            collector.noteMetadata(28, understood: true)
            let start = place + 28
            if mask & 0x02 != 0 {
                let (end, overflows) = start.addingReportingOverflow(raw)
                let reading = StructureReading(
                    reader, collector, order: order, key: "tdms",
                    place: "segment at \(place)", from: start, end: overflows ? nil : end)
                try objects.read(reading)
            }
            // A segment that was not closed reaches to the end of the file.
            guard next != .max else { return }
            let (following, overflows) = start.addingReportingOverflow(next)
            guard !overflows, following > place else {
                throw ExtractionError(.malformed, "a segment of \(next) bytes", offset: place + 12)
            }
            if following > reader.count {
                throw ExtractionError(
                    .truncated, "expected a segment up to byte \(following)", offset: place + 12)
            }
            place = following
        }
    }
}

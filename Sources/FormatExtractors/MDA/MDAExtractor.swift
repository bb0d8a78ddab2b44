public import Extraction
internal import MetadataModel

/// Reads scans of the EPICS saveData software (`.mda`), which are XDR files; the detectors'
/// data are never read.
///
/// | Key                              | Element          | What                              |
/// |:---------------------------------|:-----------------|:----------------------------------|
/// | `mda.Version`, `mda.ScanNumber`, `mda.DataRank`, `mda.Dimensions`, `mda.IsRegular` | none | the file |
/// | `mda.Scan.Name` …                | Scan             | the first scan of each level, outermost first |
/// | `mda.Scan.Positioner.Name` …     | Scan, Positioner | name, description, step mode, unit, readback |
/// | `mda.Scan.Detector.Name` …       | Scan, Detector   | name, description, unit           |
/// | `mda.Scan.Trigger.Name` …        | Scan, Trigger    | name, command                     |
/// | `mda.ExtraPV.Value` …            | ExtraPV          | name, description, unit, value    |
///
/// Source: EPICS sscan, saveData file format
/// <https://epics.anl.gov/bcda/synApps/sscan/saveData_fileFormat.txt>.
public struct MDAExtractor: Extractor {
    public let id = "mda"
    public let version = 1

    public init() {}

    private static let maximumRank: Int32 = 16

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.bytes.count >= 24 else { return nil }
        // Version 1.2, 1.3 or 1.4 as a big-endian real, then small numbers.
        let known: [[UInt8]] = [
            [0x3F, 0x99, 0x99, 0x9A], [0x3F, 0xA6, 0x66, 0x66], [0x3F, 0xB3, 0x33, 0x33],
        ]
        func word(_ place: Int) -> Int32 {
            header.bytes.withUnsafeBytes { $0.integer(at: place, .big) }
        }
        guard known.contains(where: { header.has($0) }), (1...Self.maximumRank).contains(word(8)),
            word(4) >= 0, word(12) >= 0
        else { return nil }
        return header.suffix == "mda" ? .signature("MDA version") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var stream = MDAStream(reader: reader, place: 0, address: "header")
        let (version, versionLocus) = try stream.real()
        collector.real(
            "mda.Version", Double(version), written: Fact.spelling(of: version),
            locus: versionLocus)
        let (number, numberLocus) = try stream.integer()
        collector.integer("mda.ScanNumber", Int64(number), locus: numberLocus)
        let (rank, rankLocus) = try stream.integer()
        collector.integer("mda.DataRank", Int64(rank), locus: rankLocus)
        guard (1...Self.maximumRank).contains(rank) else {
            throw ExtractionError(
                .malformed, "expected 1 to 16 dimensions, found \(rank)",
                at: rankLocus)
        }
        let start = stream.place
        var dimensions: [Number] = []
        for _ in 0..<rank { dimensions.append(.integer(Int64(try stream.integer().0))) }
        collector.numbers(
            "mda.Dimensions", dimensions,
            locus: Locus(offset: start, length: UInt64(rank) * 4, address: "header"))
        let (isRegular, regularLocus) = try stream.integer()
        collector.integer("mda.IsRegular", Int64(isRegular), locus: regularLocus)
        let (extra, extraLocus) = try stream.integer()
        collector.noteMetadata(Int(stream.place), understood: true)
        do throws(ExtractionError) {
            try MDAScans(into: collector).read(stream, levelCount: Int(rank))
        } catch {
            collector.report(error.issue)
        }
        let extraOffset = UInt64(UInt32(bitPattern: extra))
        guard extraOffset > 0 else { return }
        guard extraOffset < reader.count else {
            throw ExtractionError(
                .truncated, "expected extra PVs at byte \(extraOffset)", at: extraLocus)
        }
        stream.place = extraOffset
        try MDAExtraPVs(into: collector).read(stream)
    }
}

public import Extraction
internal import MetadataModel

/// Extracts the frame headers of Quantum Detectors' Merlin cameras, and the text file beside them.
///
/// Each frame of a `.mib` has a header of comma-separated fields, an element at the first segment
/// each. The `.hdr` file beside it has lines of keys and values, which are read as such.
///
/// | Field | Key                                 | Unit |
/// |------:|:------------------------------------|:-----|
/// |     1 | `mib.HeaderID`                      |      |
/// |     2 | `mib.AcquisitionSequenceNumber`     |      |
/// |     3 | `mib.DataOffset`                    | B    |
/// |     4 | `mib.NumberOfChips`                 |      |
/// |   5-6 | `mib.PixelDimensionX`, `Y`          | px   |
/// |     7 | `mib.PixelDepth`                    |      |
/// |     8 | `mib.SensorLayout`                  |      |
/// |     9 | `mib.ChipSelect`, hexadecimal       |      |
/// |    10 | `mib.TimeStamp`                     |      |
/// |    11 | `mib.AcquisitionShutterTime`        | s    |
/// | 12-14 | `mib.Counter`, `ColourMode`, `GainMode` |  |
/// | 15-22 | `mib.Threshold0` to `7`             | keV  |
/// |   23… | `mib.Chip.DACFormat` and 27 DACs a chip | |
/// | then  | `mib.ExtendedHeaderID`, `TimeStampExtended`, `AcquisitionShutterTimeExtended`, `CounterDepth` | |
///
/// Source: Merlin User Manual, section on the MQ1 data header
public struct MIBExtractor: Extractor {
    public let id = "mib"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        if header.has("MQ1,") { return .signature("MQ1") }
        return header.has("HDR,") && header.bytes.contains(0x0A) && header.suffix == "hdr"
            ? .signature("HDR") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = try reader.prefix(maximum: 4)
        if head.starts(with: "HDR,".utf8) {
            var facts = KeyValueFacts(base: "mib")
            facts.dateOrders = [
                "`Time and Date Stamp (day, mnth, yr, hr, min, s)`": .dayFirst
            ]
            try facts.collect(
                reading: reader, syntax: KeyValueSyntax(separators: [.tab]), into: collector)
            return
        }
        var place: UInt64 = 0
        var index = 0
        while place < reader.count, index < MIBFrame.maximumCount, !collector.isFull {
            let frame = try MIBFrame(reader, at: place)
            frame.state(index: index, into: collector)
            guard let byteCount = frame.byteCount else { return }
            place += byteCount
            index += 1
        }
        if index == MIBFrame.maximumCount, place < reader.count {
            collector.report(
                Issue(
                    .limitExceeded, "the headers of the first \(index) frames are read",
                    at: Locus(offset: place)))
        }
    }
}

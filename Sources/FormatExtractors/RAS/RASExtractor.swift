public import Extraction
internal import MetadataModel

/// Reads the head of a diffraction scan in Rigaku's text format, `.ras`.
///
/// A line `*NAME "value"` is the fact `ras.NAME`. Each `*RAS_HEADER_START` begins a scan: one
/// element each at the second segment, `ras.Scan.NAME`. Between `*RAS_INT_START` and
/// `*RAS_INT_END` stand the counts, which are never read.
///
/// Source: files of SmartLab Guidance; no specification is public
public struct RASExtractor: Extractor {
    public let id = "ras"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("*RAS_DATA_START") ? .signature("*RAS_DATA_START") : nil
    }

    private static let units = [
        "MEAS_COND_XG_VOLTAGE": "kV", "MEAS_COND_XG_CURRENT": "mA",
        "HW_XG_WAVE_LENGTH_ALPHA1": "Å", "HW_XG_WAVE_LENGTH_ALPHA2": "Å",
        "HW_XG_WAVE_LENGTH_BETA": "Å", "MEAS_SCAN_START": "deg", "MEAS_SCAN_STOP": "deg",
        "MEAS_SCAN_STEP": "deg",
    ]

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var lines = LineReader(reader)
        var facts = LineFacts(collector)
        var scanCount = 0
        var isData = false
        while !collector.isFull, let line = try lines.next() {
            if isData {
                isData = !line.text.hasPrefix("*RAS_INT_END")
                continue
            }
            guard line.text.hasPrefix("*") else { continue }
            let text = line.text.dropFirst()
            let name = text.prefix { !$0.isWhitespace }
            var value = text[name.endIndex...].trimmed
            if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
                value = String(value.dropFirst().dropLast())
            }
            switch name {
            case "RAS_HEADER_START":
                facts.begin(ElementPath(segment: 1, index: scanCount))
                scanCount += 1
            case "RAS_INT_START": isData = true
            case "RAS_DATA_START", "RAS_DATA_END", "RAS_HEADER_END", "": continue
            default:
                facts.state(
                    FactKey(segments: ["ras", "Scan", String(name)]), value,
                    unit: Self.units[String(name)], line)
            }
        }
        collector.noteMetadata(Int(clamping: reader.count), understood: true)
    }
}

public import Extraction
internal import MetadataModel

/// Reads the head of a diffraction scan in Siemens' and Bruker's text format, `.uxd`.
///
/// | Line                        | Fact                                                      |
/// |:----------------------------|:----------------------------------------------------------|
/// | `_WL1 = 1.540600`           | `uxd.WL1`; in Å                                           |
/// | `; (Data for Range number 2)` | begins a range: `uxd.Range.STEPSIZE`, an element each   |
/// | `; remark`                  | `uxd.comment`                                             |
/// | `_COUNTS`, `_2THETACOUNTS` … | begin the counts, which are never read                   |
///
/// Source: Bruker DIFFRACplus, "File exchange" manual, UXD format; <https://github.com/wojdyr/xylib/blob/master/xylib/uxd.cpp>
public struct UXDExtractor: Extractor {
    public let id = "uxd"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard !header.bytes.contains(0) else { return nil }
        let text = String(decoding: header.bytes, as: UTF8.self)
        guard text.contains("_FILEVERSION"), text.contains("_SAMPLE") || text.contains("_WL1")
        else { return nil }
        return header.suffix == "uxd" || text.hasPrefix("_FILEVERSION") || text.hasPrefix(";")
            ? .signature("_FILEVERSION") : nil
    }

    private static let units = [
        "WL1": "Å", "WL2": "Å", "WL3": "Å", "STEPTIME": "s", "STEPSIZE": "deg", "START": "deg",
        "THETA": "deg", "2THETA": "deg", "KHI": "deg", "PHI": "deg", "GONIOMETER_RADIUS": "mm",
        "KV": "kV", "MA": "mA", "TEMPERATURE": "degC",
    ]

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var lines = LineReader(reader)
        var facts = LineFacts(collector)
        var rangeCount = 0
        while !collector.isFull, let line = try lines.next() {
            let text = line.text[...].trimmed
            if text.hasPrefix(";") {
                let remark = text.dropFirst().trimmed
                if remark.hasPrefix("(Data for Range") || remark.hasPrefix("Data for range") {
                    facts.begin(ElementPath(segment: 1, index: rangeCount))
                    rangeCount += 1
                } else if !remark.isEmpty {
                    facts.state(key("comment", rangeCount), remark, line)
                }
                continue
            }
            guard text.hasPrefix("_"), let equals = text.firstIndex(of: "=") else { continue }
            let name = text[text.index(after: text.startIndex)..<equals].trimmed
            var value = text[text.index(after: equals)...].trimmed
            if value.count >= 2, let mark = value.first, "'\"".contains(mark), value.last == mark {
                value = String(value.dropFirst().dropLast())
            }
            facts.state(key(name, rangeCount), value, unit: Self.units[name], line)
        }
        collector.noteMetadata(Int(clamping: reader.count), understood: true)
    }

    private func key(_ name: String, _ rangeCount: Int) -> FactKey {
        FactKey(segments: rangeCount == 0 ? ["uxd", name] : ["uxd", "Range", name])
    }
}

public import Extraction
internal import MetadataModel

/// Reads the settings of a spectrum of Amptek's analyzers, `.mca`.
///
/// | Line                             | Fact                                              |
/// |:---------------------------------|:--------------------------------------------------|
/// | `<<PMCA SPECTRUM>>`              | the head: `mca.TAG` …                             |
/// | `REAL_TIME - 301.2`              | `mca.REAL_TIME` in s                              |
/// | `<<CALIBRATION>>`, `14 5.9`      | `mca.CALIBRATION.point`, an element each          |
/// | `<<DATA>>` … `<<END>>`           | never read                                        |
/// | `<<DP5 CONFIGURATION>>`, `GAIN=40.0;    Total Gain` | `` mca.`DP5 CONFIGURATION`.GAIN ``, label `Total Gain` |
/// | `<<DPP STATUS>>`, `Fast Count: 7` | `` mca.`DPP STATUS`.`Fast Count` ``              |
///
/// Source: Amptek, "DppMCA software user manual"
public struct MCAExtractor: Extractor {
    public let id = "mca"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("<<PMCA SPECTRUM>>") ? .signature("<<PMCA SPECTRUM>>") : nil
    }

    private static let units = ["REAL_TIME": "s", "LIVE_TIME": "s", "PRESET_LIVE_TIME": "s"]

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var lines = LineReader(reader)
        var facts = LineFacts(collector)
        var section: FactKey = "mca"
        var isData = false
        while !collector.isFull, let line = try lines.next() {
            let text = line.text[...].trimmed
            if text.hasPrefix("<<"), text.hasSuffix(">>") {
                let name = String(text.dropFirst(2).dropLast(2))
                isData = name == "DATA"
                let isHead = name == "PMCA SPECTRUM" || name.hasSuffix("END") || isData
                section = isHead ? "mca" : FactKey(segments: ["mca", name])
                continue
            }
            guard !isData, !text.isEmpty else { continue }
            state(text, section, line, &facts, collector)
        }
        collector.noteMetadata(Int(clamping: reader.count), understood: true)
    }

    private func state(
        _ text: String, _ section: FactKey, _ line: LineReader.Line, _ facts: inout LineFacts,
        _ collector: FactCollector
    ) {
        if let equals = text.firstIndex(of: "="), text[..<equals].allSatisfy({ !$0.isWhitespace }) {
            let name = String(text[..<equals])
            let parts = text[text.index(after: equals)...].split(
                separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts[0].trimmed
            let remark = parts.count > 1 ? parts[1].trimmed : ""
            collector.text(
                section.appending(name), value, label: remark.isEmpty ? nil : remark,
                locus: line.locus(of: value))
        } else if let dash = text.range(ofFirst: " - ") ?? text.range(ofFirst: " -") {
            let name = String(text[..<dash.lowerBound])
            let value = text[dash.upperBound...].trimmed
            facts.state(section.appending(name), value, unit: Self.units[name], line)
        } else if let colon = text.firstIndex(of: ":"), text.first?.isLetter == true {
            let name = text[..<colon].trimmed
            facts.state(
                section.appending(name), text[text.index(after: colon)...].trimmed, line)
        } else {
            facts.state(section.appending("point"), text, line)
        }
    }
}

extension String {
    /// Where a part stands first.
    fileprivate func range(ofFirst part: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(part) {
                return start..<index(start, offsetBy: part.count)
            }
            start = index(after: start)
        }
        return nil
    }
}

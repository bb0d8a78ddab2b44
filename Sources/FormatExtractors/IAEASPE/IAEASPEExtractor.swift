public import Extraction
internal import MetadataModel

/// Reads the head of a gamma or X-ray spectrum in the text format of the IAEA and ORTEC, `.spe`.
///
/// A line `$NAME:` begins a block; the lines up to the next are its values, an element each:
/// `iaeaspe.SPEC_ID`, `iaeaspe.DATE_MEA`. Of `$DATA:` the first line alone is read, the first and
/// the last channel. `$MEAS_TIM:` is live and real time in s.
///
/// Source: ORTEC, "File structure manual", section 4.11; IAEA-TECDOC-1275
public struct IAEASPEExtractor: Extractor {
    public let id = "iaeaspe"
    public let version = 1

    public init() {}

    private static let marks = ["$SPEC_ID:", "$SPEC_REM:", "$DATE_MEA:", "$MEAS_TIM:"]

    public func recognizes(_ header: FileHeader) -> Recognition? {
        let text = String(decoding: header.bytes.prefix(1024), as: UTF8.self)
        guard text.hasPrefix("$"), let mark = Self.marks.first(where: text.contains) else {
            return nil
        }
        return .signature(mark)
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var lines = LineReader(reader)
        var facts = LineFacts(collector)
        var name: String?
        var isData = false
        while !collector.isFull, let line = try lines.next() {
            let text = line.text[...].trimmed
            guard !text.isEmpty else { continue }
            if text.hasPrefix("$"), let colon = text.firstIndex(of: ":") {
                name = String(text[text.index(after: text.startIndex)..<colon])
                isData = false
                let rest = text[text.index(after: colon)...].trimmed
                if !rest.isEmpty, let name {
                    facts.state(FactKey(segments: ["iaeaspe", name]), rest, line)
                }
                continue
            }
            guard let name, !isData else { continue }
            facts.state(
                FactKey(segments: ["iaeaspe", name]), text,
                unit: name == "MEAS_TIM" ? "s" : nil, line)
            isData = name == "DATA"
        }
        collector.noteMetadata(Int(clamping: reader.count), understood: true)
    }
}

public import Extraction
internal import MetadataModel

/// Extracts the header of an X-ray absorption spectrum in the XAS Data Interchange format.
///
/// | Line                              | Fact                                            |
/// |:----------------------------------|:------------------------------------------------|
/// | `# XDI/1.0 GSE/1.0`               | `xdi.version`                                   |
/// | `# Scan.start_time: 2001-06-26…`  | `xdi.Scan.start_time`                           |
/// | `# Column.1: energy eV`           | `xdi.Column.1`                                  |
/// | lines behind `# ///`              | `xdi.comment`                                   |
/// | the last line above the data      | `xdi.labels`                                    |
///
/// A unit stands behind the number, as in `Mono.d_spacing: 3.13553 Å`. Measured values are not read.
///
/// Source: <https://github.com/XraySpectroscopy/XAS-Data-Interchange/blob/master/specification/spec.md>
public struct XDIExtractor: Extractor {
    public let id = "xdi"
    public let version = 1

    /// Bytes of a header that are read at most.
    private static let maximumByteCount = 1 << 20

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("# XDI/") || header.has("#XDI/") ? .signature("# XDI/") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let text = try HeaderText(beginning: reader, maximum: Self.maximumByteCount)
        var facts = HeaderFacts(text, key: "xdi", into: collector)
        var isComment = false
        var last: (range: Range<Int>, number: Int)?
        for line in text.lines where !line.range.isEmpty {
            guard text.has("#", at: line.range) else {
                if let last { facts.add("labels", last.range, line: last.number) }
                collector.noteMetadata(line.range.lowerBound, understood: true)
                return
            }
            if let last { facts.add("comment", last.range, line: last.number) }
            last = nil
            let content = text.trimmed((line.range.lowerBound + 1)..<line.range.upperBound)
            guard !content.isEmpty, !text.has("---", at: content) else { continue }
            if line.number == 1 {
                facts.add("version", content, line: 1)
            } else if text.has("///", at: content) {
                isComment = true
            } else if !isComment, let pair = text.pair(content, by: ":") {
                let names = text.text(pair.key).split(separator: ".").map(String.init)
                guard !names.isEmpty, !pair.value.isEmpty else { continue }
                facts.add(
                    names, text.text(pair.value), text.locus(pair.value, line: line.number))
            } else {
                last = (content, line.number)
            }
        }
        if let last { facts.add("comment", last.range, line: last.number) }
        throw ExtractionError(
            .truncated, "expected measured values behind the header", offset: reader.count)
    }
}

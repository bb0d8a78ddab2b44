public import Extraction
internal import MetadataModel

/// Reads text that is neither keys and values nor a table: notes, readme files, logs in prose.
///
/// The text is one fact, so that its words are found; a line that states a pair is a fact besides.
///
/// | Key             | Meaning                                                  |
/// |:----------------|:---------------------------------------------------------|
/// | `text.content`  | the text, 1 MiB of it at most                            |
/// | `text.encoding` | how its bytes are read: `UTF-8`, `UTF-16LE`, …            |
/// | `text.lines`    | how many lines it has                                    |
/// | `text.pair.KEY` | the value of a line `KEY: value` or `KEY = value`         |
public struct TextExtractor: Extractor {
    public let id = "text"
    public let version = 2

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        let isWhole = header.count <= UInt64(header.bytes.count)
        guard TextShape(of: header.bytes, isWhole: isWhole) != nil else { return nil }
        return .appearance("text")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var text = try SourceText(reading: reader, into: collector)
        let whole = text.locus(0..<text.bytes.count, "")
        var content = String(
            decoding: text.bytes.prefix(collector.limits.maximumTextByteCount), as: UTF8.self)
        if content.last == "\u{FFFD}" { content.removeLast() }
        collector.add(
            Fact(
                key: "text.content", value: content,
                isAbridged: text.bytes.count > collector.limits.maximumTextByteCount, locus: whole))
        collector.add(Fact(key: "text.encoding", value: text.encoding.rawValue, locus: whole))
        let lineCount = text.bytes.split(omittingEmptySubsequences: false) { $0 == 0x0A }.count
        collector.integer(
            "text.lines", Int64(text.bytes.last == 0x0A ? lineCount - 1 : lineCount), locus: whole)
        var pairs = KeyValueFacts(base: "text.pair", keepsLines: false)
        pairs.needsNames = true
        pairs.collect(text, syntax: .ini, into: collector)
        collector.noteMetadata(text.bytes.count, understood: true)
        text.reportInexact(to: collector)
    }
}

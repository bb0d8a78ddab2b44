public import Extraction
internal import MetadataModel

/// Extracts the header of an image of Nonius' KappaCCD diffractometer: lines `key = value`, up to
/// the first that is none. Keys are `kcd.` and the name.
///
/// Source: the layout as FabIO documents it
/// <https://www.silx.org/doc/fabio/latest/api/formats.html>.
public struct KCDExtractor: Extractor {
    public let id = "kcd"
    public let version = 1

    private static let maximumHeaderByteCount = 65536

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.has("No") else { return nil }
        let text = HeaderText(Array(header.bytes.prefix(4096)), offset: 0)
        let all = 0..<text.bytes.count
        guard text.first("X dimension", in: all) != nil,
            text.first("Number of readouts", in: all) != nil
                || text.first("Data type", in: all) != nil
        else { return nil }
        return .signature("X dimension, Number of readouts")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let text = HeaderText(
            try reader.prefix(maximum: Self.maximumHeaderByteCount), offset: 0)
        var facts = HeaderFacts(text, key: "kcd", into: collector)
        var end = 0
        for line in text.lines {
            let range = text.trimmed(line.range)
            guard line.range.count <= 100,
                text.bytes[range].allSatisfy({ (0x09...0x7E).contains($0) })
            else { break }
            if let pair = text.pair(range, by: "=") {
                facts.add(text.text(pair.key), pair.value, line: line.number)
            } else if line.number == 1 || text.text(range) == "Binned mode" {
                facts.add("line", range, line: line.number)
            } else {
                break
            }
            end = line.end
        }
        collector.noteMetadata(end, understood: true)
    }
}

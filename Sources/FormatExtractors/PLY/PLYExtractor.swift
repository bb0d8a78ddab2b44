public import Extraction
internal import MetadataModel

/// Extracts the header of a polygon file, `.ply`: a text up to `end_header`.
///
/// | Key | Line |
/// |:----|:-----|
/// | `ply.format` | `format binary_little_endian 1.0` |
/// | `ply.comment`, `ply.obj_info` | one element each |
/// | `ply.element.vertex` | `element vertex 8`: how many |
/// | `ply.property.vertex` | `property float x` of the element before, one element each |
///
/// Source: Turk, "The PLY Polygon File Format", 1994.
public struct PLYExtractor: Extractor {
    public let id = "ply"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("ply\n") || header.has("ply\r") ? .signature("ply") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let text = HeaderText(try reader.prefix(maximum: 1 << 16), offset: reader.baseOffset)
        var facts = HeaderFacts(text, key: "ply", into: collector)
        var owner = ""
        for line in text.lines.dropFirst() {
            let words = text.words(line.range)
            guard let first = words.first else { continue }
            let rest = text.trimmed(first.upperBound..<line.range.upperBound)
            let locus = text.locus(rest, line: line.number)
            switch text.text(first) {
            case "end_header":
                return collector.noteMetadata(line.end, understood: true)
            case "element" where words.count >= 3:
                owner = text.text(words[1])
                facts.add(
                    ["element", owner], text.text(words[2]),
                    text.locus(words[2], line: line.number))
            case "property":
                facts.add(["property", owner], text.text(rest), locus)
            case let name:
                facts.add(name, rest, line: line.number)
            }
        }
        throw ExtractionError(
            .truncated, "expected end_header", offset: UInt64(text.bytes.count))
    }
}

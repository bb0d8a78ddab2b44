public import Extraction
internal import MetadataModel

/// Extracts STAR files: RELION's and those of crystallography (CIF, mmCIF).
///
/// | In the file                   | Fact                                                    |
/// |:------------------------------|:--------------------------------------------------------|
/// | `data_optics`, then `_tag 12` | `star.optics.tag` = 12                                  |
/// | `loop_`, tags, rows of values | `star.optics.tag`, an element at the block's segment a row |
/// | `data_` without a name        | no segment: `star.tag`                                  |
/// | `_cell.length_a 12`           | `star.block.cell.length_a` = 12                         |
/// | `# text`                      | `star.comment`, an element each                         |
///
/// Values in quotes and between lines that begin with `;` are texts. In a loop of more than
/// ``STARBlock/maximumRowCount`` rows each column is one abridged fact.
///
/// Source: <https://www.iucr.org/resources/cif/spec/version1.1/cifsyntax>
public struct STARExtractor: Extractor {
    public let id = "star"
    public let version = 1

    public init() {}

    private static let suffixes: Set<String> = ["star", "cif", "mmcif"]

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard TextShape.decoded(header.bytes, isWhole: false) != nil else { return nil }
        var hasBlock = false
        for line in header.bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let line = line.drop(while: \.isBlank)
            if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
            if hasBlock {
                let isTag = line.first == UInt8(ascii: "_") || line.starts(with: "loop_".utf8)
                return isTag ? .signature("data_") : nil
            }
            guard line.starts(with: "data_".utf8) else { return nil }
            hasBlock = true
        }
        return hasBlock && Self.suffixes.contains(header.suffix) ? .suffix(header.suffix) : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var text = try SourceText(reading: reader, into: collector)
        var tokens = STARTokens(text.bytes)
        var block = STARBlock(name: "")
        var commentCount = 0
        while let token = tokens.next(), !collector.isFull {
            let locus = text.locus(token.place, "line \(token.line)")
            let string = tokens.text(token)
            switch token.kind {
            case .comment:
                guard !string.isEmpty else { continue }
                collector.text(
                    "star.comment", string, element: ElementPath(segment: 1, index: commentCount),
                    locus: locus)
                commentCount += 1
            case .block:
                block.finish(into: collector)
                block = STARBlock(name: string)
            case .loop: block.beginLoop(into: collector)
            case .tag: block.add(tag: string, into: collector)
            case .value: block.add(value: string, locus, into: collector)
            }
        }
        block.finish(into: collector)
        collector.noteMetadata(text.bytes.count, understood: true)
        text.reportInexact(to: collector)
    }
}

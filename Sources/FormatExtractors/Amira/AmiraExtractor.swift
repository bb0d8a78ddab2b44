public import Extraction
internal import MetadataModel

/// Extracts the header of an Amira or Avizo file: the definitions, and the tree of parameters.
///
/// | Line | Fact |
/// |:-----|:-----|
/// | `# AmiraMesh BINARY-LITTLE-ENDIAN 2.1` | `amira.format` |
/// | `define Lattice 7 5 3` | `amira.define.Lattice` |
/// | `Parameters { Content "7x5x3 byte" }`  | `amira.Parameters.Content` |
/// | `Lattice { byte Data } @1` | `amira.data`, an element each |
///
/// Source: Thermo Fisher Scientific, "Avizo user's guide", chapter on the AmiraMesh format.
public struct AmiraExtractor: Extractor {
    public let id = "amira"
    public let version = 1

    private static let maximumHeaderByteCount = 1 << 20

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        if header.has("# AmiraMesh") { return .signature("# AmiraMesh") }
        if header.has("# Avizo") { return .signature("# Avizo") }
        return header.has("# HyperSurface") ? .signature("# HyperSurface") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let text = try HeaderText(beginning: reader, maximum: Self.maximumHeaderByteCount)
        var facts = HeaderFacts(text, key: "amira", into: collector)
        var groups: [String] = []
        var end = 0
        for line in text.lines {
            let range = text.trimmed(line.range)
            // The data begin with a mark that stands alone, `@1`.
            if text.has("@", at: range) { break }
            guard line.range.count < 65536, !text.bytes[range].contains(0) else { break }
            end = line.end
            guard !range.isEmpty else { continue }
            if text.has("#", at: range) {
                let comment = text.trimmed(range.lowerBound + 1..<range.upperBound)
                facts.add(line.number == 1 ? "format" : "comment", comment, line: line.number)
                continue
            }
            add(range, text, line.number, &groups, &facts, collector.limits)
        }
        collector.noteMetadata(end, understood: true)
    }

    private func add(
        _ range: Range<Int>, _ text: HeaderText, _ line: Int, _ groups: inout [String],
        _ facts: inout HeaderFacts, _ limits: ExtractionLimits
    ) {
        let words = text.words(range)
        guard let first = words.first, let last = words.last else { return }
        let name = text.text(first)
        if name.hasPrefix("}") {
            if !groups.isEmpty { groups.removeLast() }
        } else if text.has("{", at: last), words.count <= 2 {
            if groups.count < limits.maximumDepth { groups.append(words.count == 2 ? name : "") }
        } else if groups.isEmpty, text.first("@", in: range) != nil {
            facts.add("data", range, line: line)
        } else if groups.isEmpty, name == "define", words.count > 2 {
            facts.add(
                ["define", text.text(words[1])], text.text(words[2].lowerBound..<range.upperBound),
                text.locus(words[2].lowerBound..<range.upperBound, line: line))
        } else if words.count > 1 {
            var value = words[1].lowerBound..<range.upperBound
            if text.bytes[value.upperBound - 1] == UInt8(ascii: ",") {
                value = text.trimmed(value.lowerBound..<value.upperBound - 1)
            }
            if value.count >= 2, text.bytes[value.lowerBound] == UInt8(ascii: "\""),
                text.bytes[value.upperBound - 1] == UInt8(ascii: "\"")
            {
                value = value.lowerBound + 1..<value.upperBound - 1
            }
            facts.add(
                groups.filter { !$0.isEmpty } + [name], text.text(value),
                text.locus(value, line: line))
        }
    }
}

public import Extraction
internal import MetadataModel

/// Extracts the header of an Interfile image of nuclear medicine or microPET: lines `key := value`.
///
/// Keys are `interfile.` and the key without the `!` that marks a required one; what stands in
/// brackets at its end is the unit where it is one: `scaling factor (mm/pixel) [1] := 0.5` is
/// ``interfile.`scaling factor`.1`` in mm. A line that begins with `;` is a comment.
///
/// Source: T. Cradduck et al., "Interfile 3.3" (1992); STIR
/// <https://stir.sourceforge.net/documentation/STIR-developers-overview.html>.
public struct InterfileExtractor: Extractor {
    public let id = "interfile"
    public let version = 1

    private static let maximumHeaderByteCount = 4 << 20

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        let text = HeaderText(Array(header.bytes.prefix(64)), offset: 0)
        let head = text.text(0..<text.bytes.count).lowercased()
        return head.hasPrefix("!interfile") || head.hasPrefix("interfile :=")
            ? .signature("!INTERFILE") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let text = try HeaderText(beginning: reader, maximum: Self.maximumHeaderByteCount)
        var facts = HeaderFacts(text, key: "interfile", into: collector)
        var end = 0
        for line in text.lines {
            let range = text.trimmed(line.range)
            guard !text.bytes[range].contains(0) else { break }
            end = line.end
            if text.has(";", at: range) {
                facts.add(
                    "comment", text.trimmed(range.lowerBound + 1..<range.upperBound),
                    line: line.number)
            } else if let pair = text.pair(range, by: ":=") {
                add(pair, of: text, line.number, &facts)
                if text.text(pair.key).lowercased().hasPrefix("!end of interfile") { break }
            }
        }
        collector.noteMetadata(end, understood: true)
    }

    private func add(
        _ pair: (key: Range<Int>, value: Range<Int>), of text: HeaderText, _ line: Int,
        _ facts: inout HeaderFacts
    ) {
        var name = text.text(pair.key)
        while name.first == "!" || name.first == "%" { name.removeFirst() }
        guard !pair.value.isEmpty else { return }
        var names: [String] = []
        if name.last == "]", let start = name.lastIndex(of: "[") {
            names = [String(name[name.index(after: start)...].dropLast())]
            name = String(name[..<start])
        }
        while name.last == " " { name.removeLast() }
        var unit: String?
        if name.last == ")", let start = name.lastIndex(of: "(") {
            var written = String(name[name.index(after: start)...].dropLast())
            if written.hasSuffix("/pixel") { written.removeLast(6) }
            if Fact.isUnit(written) {
                unit = written
                name = String(name[..<start])
                while name.last == " " { name.removeLast() }
            }
        }
        guard !name.isEmpty else { return }
        facts.add(
            [name] + names, text.text(pair.value), unit: unit,
            text.locus(pair.value, line: line))
    }
}

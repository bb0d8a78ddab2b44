public import Extraction
internal import MetadataModel

/// Extracts the attributes of an AFNI header, `.HEAD`; the voxels stand in a `.BRIK` beside it.
///
/// An attribute is the lines `type = integer-attribute`, `name = DATASET_DIMENSIONS`, `count = 5`,
/// and the values: numbers divided by blanks, or `'`, the characters, `~` for NUL.
///
/// | Key | What |
/// |:----|:-----|
/// | `afni.DATASET_DIMENSIONS` … | the attributes by name |
///
/// Source: <https://afni.nimh.nih.gov/pub/dist/doc/program_help/README.attributes.html>.
public struct AFNIExtractor: Extractor {
    public let id = "afni"
    public let version = 1

    private static let maximumByteCount = 1 << 24

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.suffix == "head" else { return nil }
        let text = String(decoding: header.bytes.prefix(256), as: UTF8.self)
        let isAttribute = text.contains("-attribute") && text.contains("type")
        return isAttribute ? .signature("type = …-attribute") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let text = try HeaderText(beginning: reader, maximum: Self.maximumByteCount)
        let lines = text.lines
        var type = ""
        var name = ""
        var place = 0
        while place < lines.count, !collector.isFull {
            let line = lines[place]
            place += 1
            guard let pair = text.pair(line.range, by: "=") else { continue }
            let value = text.text(pair.value)
            switch text.text(pair.key) {
            case "type": type = value
            case "name": name = value
            case "count":
                guard let count = Int(value), count >= 0, count <= text.bytes.count, !name.isEmpty
                else {
                    throw ExtractionError(
                        .malformed, "expected a count, found \(value)",
                        at: text.locus(pair.value, line: line.number))
                }
                let end = try state(
                    Attribute(name: name, type: type, count: count), text, from: line.end,
                    line: line.number + 1, into: collector)
                while place < lines.count, lines[place].range.lowerBound < end { place += 1 }
                name = ""
            default: continue
            }
        }
        collector.noteMetadata(text.bytes.count, understood: true)
    }

    private struct Attribute {
        let name: String
        let type: String
        let count: Int
    }

    /// States the values of an attribute; returns where they end.
    private func state(
        _ attribute: Attribute, _ text: HeaderText, from start: Int, line: Int,
        into collector: FactCollector
    ) throws(ExtractionError) -> Int {
        let key = FactKey(segments: ["afni", attribute.name])
        if attribute.type.hasPrefix("string") {
            let first = text.first("'", in: start..<text.bytes.count).map { $0 + 1 } ?? start
            let end = min(first + attribute.count, text.bytes.count)
            guard end - first == attribute.count else {
                throw ExtractionError(
                    .truncated, "expected \(attribute.count) characters of \(attribute.name)",
                    at: text.locus(first..<end, line: line))
            }
            // NUL, written as `~`, ends each of several texts.
            let parts = text.bytes[first..<end].split(separator: 0x7E)
            for (index, part) in parts.enumerated() {
                let range = part.startIndex..<part.endIndex
                collector.text(
                    key, text.text(range),
                    element: parts.count == 1 ? .root : ElementPath(segment: 1, index: index),
                    locus: text.locus(range, line: line))
            }
            return end
        }
        var numbers: [Number] = []
        var written: [String] = []
        var end = start
        while numbers.count < attribute.count {
            while end < text.bytes.count, text.bytes[end] <= 0x20 { end += 1 }
            let begin = end
            while end < text.bytes.count, text.bytes[end] > 0x20 { end += 1 }
            guard end > begin else {
                throw ExtractionError(
                    .truncated, "expected \(attribute.count) numbers of \(attribute.name)",
                    at: text.locus(start..<end, line: line))
            }
            let word = text.text(begin..<end)
            if let integer = Int64(word) {
                numbers.append(.integer(integer))
            } else if let real = Double(word) {
                numbers.append(.real(real))
            } else {
                throw ExtractionError(
                    .malformed, "expected a number, found \(word)",
                    at: text.locus(begin..<end, line: line))
            }
            written.append(word)
        }
        guard !numbers.isEmpty else { return end }
        collector.numbers(
            key, numbers, written: written,
            unit: attribute.name == "DELTA" || attribute.name == "ORIGIN" ? "mm" : nil,
            locus: text.locus(start..<end, line: line))
        return end
    }
}

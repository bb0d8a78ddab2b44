public import Extraction
internal import MetadataModel

/// Extracts the header of a MetaImage volume (`.mha`, `.mhd`) or of another object of MetaIO.
///
/// Keys are `metaimage.` and the field's name. Fields with a member an axis, such as `DimSize` and
/// `ElementSpacing`, are stated besides by axis: `metaimage.ElementSpacing.x`. Lengths have the
/// unit of `DistanceUnits`.
///
/// Source: <https://itk.org/Wiki/ITK/MetaIO/Documentation>.
public struct MetaImageExtractor: Extractor {
    public let id = "metaimage"
    public let version = 1

    private static let maximumHeaderByteCount = 1 << 20

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        if header.has("ObjectType") { return .signature("ObjectType") }
        guard ["mhd", "mha"].contains(header.suffix), header.has("NDims") || header.has("Comment")
        else { return nil }
        return .suffix(header.suffix)
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var text = HeaderText(try reader.prefix(maximum: 16384), offset: 0)
        var lines = Self.header(text)
        if lines.last?.end == text.bytes.count, reader.count > UInt64(text.bytes.count) {
            text = HeaderText(try reader.prefix(maximum: Self.maximumHeaderByteCount), offset: 0)
            lines = Self.header(text)
        }
        var facts = HeaderFacts(text, key: "metaimage", into: collector)
        let unit = Self.unit(text, lines)
        for line in lines {
            guard let pair = text.pair(line.range, by: "=") else { continue }
            let name = text.text(pair.key)
            let isLength = Self.lengths.contains(name)
            facts.add(name, pair.value, line: line.number, unit: isLength ? unit : nil)
            guard Self.axisFields.contains(name) else { continue }
            let words = text.words(pair.value)
            guard (1...4).contains(words.count) else { continue }
            for (axis, word) in zip(["x", "y", "z", "t"], words) {
                facts.add(
                    [name, axis], text.text(word), unit: isLength && axis != "t" ? unit : nil,
                    text.locus(word, line: line.number))
            }
        }
        collector.noteMetadata(lines.last?.end ?? 0, understood: true)
    }

    private static let axisFields: Set<String> = ["DimSize", "ElementSpacing", "ElementSize"]

    private static let lengths: Set<String> = [
        "ElementSpacing", "ElementSize", "Offset", "Position", "Origin", "CenterOfRotation",
    ]

    private static let units = ["mm": "mm", "um": "um", "cm": "cm", "m": "m", "nm": "nm"]

    private static func unit(_ text: HeaderText, _ lines: [HeaderText.Line]) -> String? {
        for line in lines {
            guard let pair = text.pair(line.range, by: "="),
                text.text(pair.key) == "DistanceUnits"
            else { continue }
            return units[text.text(pair.value)]
        }
        return nil
    }

    /// The lines up to that of the data, which is the last.
    private static func header(_ text: HeaderText) -> [HeaderText.Line] {
        var lines: [HeaderText.Line] = []
        for line in text.lines {
            guard line.range.count < 65536, !text.bytes[line.range].contains(0) else { break }
            lines.append(line)
            if text.has("ElementDataFile", at: text.trimmed(line.range)) { break }
        }
        return lines
    }
}

public import Extraction
internal import MetadataModel

/// Extracts the header of an image of a Varian or Agilent scanner in the Flexible Data Format.
///
/// A line such as `float  matrix[] = {256, 128};` is `fdf.matrix.0` and `fdf.matrix.1`; the type
/// before the name is left out. The header ends at a zero; samples are not read.
///
/// Source: VnmrJ User Programming, "Flexible Data Format Files"; written by
/// <https://github.com/OpenVnmrJ/OpenVnmrJ>
public struct FDFExtractor: Extractor {
    public let id = "fdf"
    public let version = 1

    /// Bytes of a header that are read at most.
    private static let maximumByteCount = 1 << 20

    private static let units = [
        "span": "cm", "origin": "cm", "roi": "cm", "location": "cm", "gap": "cm", "nucfreq": "MHz",
    ]

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("#!/usr/local/fdf/startup") ? .signature("#!/usr/local/fdf/startup") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let text = try HeaderText(beginning: reader, maximum: Self.maximumByteCount)
        for line in text.lines.dropFirst() {
            guard let pair = text.pair(line.range, by: "="), let word = text.words(pair.key).last
            else { continue }
            let name = text.text(word).filter { $0 != "*" && $0 != "[" && $0 != "]" }
            let members = Self.members(pair.value, of: text)
            for (index, member) in members.enumerated() {
                let value = text.text(member)
                let place = members.count > 1 ? [id, name, "\(index)"] : [id, name]
                collector.text(
                    FactKey(segments: place), value,
                    unit: UnitInName.applies(to: value.utf8) ? Self.units[name] : nil,
                    locus: text.locus(member, line: line.number))
            }
        }
        collector.noteMetadata(text.bytes.count, understood: true)
        if UInt64(text.bytes.count) == reader.count {
            throw ExtractionError(
                .truncated, "expected the zero behind the header, the file ends",
                offset: reader.count)
        }
    }

    /// The values without braces, quotes and the semicolon.
    private static func members(_ value: Range<Int>, of text: HeaderText) -> [Range<Int>] {
        var isQuoted = false
        var members: [Range<Int>] = []
        var start = value.lowerBound
        for place in value {
            switch text.bytes[place] {
            case UInt8(ascii: "\""):
                if isQuoted { members.append(start..<place) }
                isQuoted.toggle()
                start = place + 1
            case UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: ";"):
                guard !isQuoted else { continue }
                members.append(text.trimmed(start..<place))
                start = place + 1
            default: continue
            }
        }
        members.append(text.trimmed(min(start, value.upperBound)..<value.upperBound))
        return members.filter { !$0.isEmpty }
    }
}

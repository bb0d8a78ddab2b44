public import Extraction
internal import MetadataModel

/// Extracts the header of a Radiance picture (HDR, RGBE, XYZE).
///
/// Lines of `NAME=value`, programs that made the picture, and comments stand before an empty line;
/// behind it stands the resolution, such as `-Y 5 +X 7`.
///
/// Source: <https://radsite.lbl.gov/radiance/refer/filefmts.pdf>, "Picture File Format".
public struct HDRExtractor: Extractor {
    public let id = "hdr"
    public let version = 1

    private static let maximumByteCount = 65536

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("#?RADIANCE") || header.has("#?RGBE") ? .signature("#?") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = BinaryBlock(
            try reader.prefix(maximum: Self.maximumByteCount), order: .big, at: 0,
            address: "header")
        var place = 0
        var isBehindHeader = false
        while place < head.bytes.count {
            let line = head.bytes[place...].prefix { $0 != 0x0A }
            let locus = head.locus(at: place, count: line.count)
            let text = TextDecoding.text(of: line).text
            place = line.endIndex + 1
            if isBehindHeader {
                let words = text.split(separator: " ")
                collector.text("hdr.Resolution", text, locus: locus)
                for index in stride(from: 0, to: words.count - 1, by: 2) {
                    collector.text(
                        words[index].hasSuffix("X") ? "hdr.Width" : "hdr.Height",
                        String(words[index + 1]), unit: "px", locus: locus)
                }
                collector.noteMetadata(place, understood: true)
                return
            }
            if line.isEmpty {
                isBehindHeader = true
            } else if text.hasPrefix("#?") {
                collector.text("hdr.Signature", text, locus: locus)
            } else if text.hasPrefix("#") {
                collector.text("hdr.Comment", String(text.dropFirst().trimmingSpaces), locus: locus)
            } else if let mark = text.firstIndex(of: "="), !text.hasPrefix(" ") {
                collector.text(
                    FactKey(segments: ["hdr", String(text[..<mark].trimmingSpaces)]),
                    String(text[text.index(after: mark)...].trimmingSpaces), locus: locus)
            } else {
                collector.text("hdr.Command", text, locus: locus)
            }
        }
        throw ExtractionError(
            .truncated, "the file ends within its header", offset: UInt64(head.bytes.count))
    }
}

public import Extraction
internal import MetadataModel

/// Extracts the header of an image of a mar345 plate scanner: 16 numbers, and lines of text from
/// byte 128 to `END OF HEADER`.
///
/// Keys are `mar345.` and the names below, or the word that begins a line of the text; what the
/// line has behind it is the value.
///
/// Source: marresearch, "mar345 formats"
/// <https://www.marxperts.com/man/pdf/mar345_formats.pdf>.
public struct Mar345Extractor: Extractor {
    public let id = "mar345"
    public let version = 1

    public init() {}

    private static let table = HeaderTable(
        """
        0 int32 Magic
        4 int32 Size px
        8 int32 HighPixelCount
        12 int32 Format
        16 int32 Mode
        20 int32 PixelCount
        24 int32 PixelLength um
        28 int32 PixelHeight um
        32 int32 WavelengthMillionths
        36 int32 Distance um
        40 int32 PhiStartThousandths
        44 int32 PhiEndThousandths
        48 int32 OmegaStartThousandths
        52 int32 OmegaEndThousandths
        56 int32 ChiThousandths
        60 int32 TwoThetaThousandths
        """,
        labels: ["Format": [1: "compressed", 2: "spiral"], "Mode": [0: "dose", 1: "time"]])

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.has("mar research", at: 128),
            header.has([0xD2, 0x04, 0, 0]) || header.has([0, 0, 0x04, 0xD2])
        else { return nil }
        return .signature("1234, mar research")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let bytes = try reader.prefix(maximum: 4096)
        let order: ByteOrder = bytes.first == 0xD2 ? .little : .big
        let header = HeaderBytes(bytes, order, offset: 0)
        Self.table.state(header, key: "mar345", into: collector)
        collector.noteMetadata(min(64, bytes.count), understood: true)
        guard bytes.count > 128 else {
            throw ExtractionError(
                .truncated, "expected a header of 4096 bytes, found \(bytes.count)",
                offset: UInt64(bytes.count))
        }
        let text = HeaderText(Array(bytes[128...]), offset: 128)
        var facts = HeaderFacts(text, key: "mar345", into: collector)
        for line in text.lines {
            let range = text.trimmed(line.range)
            if text.has("END OF HEADER", at: range) { break }
            let words = text.words(range)
            guard let name = words.first, !text.bytes[range].contains(0) else { continue }
            guard words.count > 1, line.number > 1 else {
                facts.add("line", range, line: line.number)
                continue
            }
            facts.add(
                text.text(name), words[1].lowerBound..<range.upperBound, line: line.number)
        }
        collector.noteMetadata(text.bytes.count, understood: true)
    }
}

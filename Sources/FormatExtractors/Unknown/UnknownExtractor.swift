public import Extraction
internal import MetadataModel

/// Extracts the texts that stand in a file of no known format: XML documents, lines of keys and
/// values, words in ASCII, UTF-8 and UTF-16.
///
/// The beginning and the end of the file are looked at, where formats keep what they say about
/// themselves; a small file is looked at as a whole.
///
/// | Key | What |
/// |:----|:-----|
/// | `unknown.text` | a text, one element each, opened where it is XML, JSON or lines of keys and values |
///
/// The last of all extractors: it reads what no other recognizes.
public struct UnknownExtractor: Extractor {
    public let id = "unknown"
    public let version = 1

    /// Bytes looked at from the beginning, and as many from the end.
    private static let partByteCount = 1 << 18
    private static let maximumTextCount = 1000

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.count > 0 ? .appearance("bytes of unknown structure") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let part = UInt64(Self.partByteCount)
        var index = 0
        try state(
            reader, from: 0, count: reader.count > 2 * part ? part : reader.count, &index,
            into: collector)
        if reader.count > 2 * part {
            try state(reader, from: reader.count - part, count: part, &index, into: collector)
        }
    }

    private func state(
        _ reader: ByteReader, from start: UInt64, count: UInt64, _ index: inout Int,
        into collector: FactCollector
    ) throws(ExtractionError) {
        let bytes = try reader.bytes(at: start, count: Int(count))
        var textByteCount = 0
        for run in TextRuns(in: bytes) where index < Self.maximumTextCount && !collector.isFull {
            for (text, range) in run.texts(in: bytes) {
                collector.text(
                    "unknown.text", text, element: ElementPath(segment: 1, index: index),
                    locus: Locus(
                        offset: reader.baseOffset + start + UInt64(range.lowerBound),
                        length: UInt64(range.count),
                        address: "byte \(start + UInt64(range.lowerBound))"))
                index += 1
                textByteCount += range.count
            }
        }
        collector.noteMetadata(textByteCount, understood: true)
        collector.noteMetadata(bytes.count - textByteCount, understood: false)
    }
}

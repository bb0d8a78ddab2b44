public import Extraction
internal import MetadataModel

/// Extracts the header of an image of a Rigaku R-AXIS or RAPID imaging plate.
///
/// Keys are `raxis.` and the members of ``RAXISLayout``. The byte order is that in which the
/// numbers of pixels are plausible; most files are big-endian.
public struct RAXISExtractor: Extractor {
    public let id = "raxis"
    public let version = 1

    private static let headerByteCount = 1400
    /// Where the number of pixels of a line stands.
    private static let widthPlace = 768

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        if header.has("R-AXIS") { return .signature("R-AXIS") }
        return header.has("RAPID") ? .signature("RAPID") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let bytes = try reader.prefix(maximum: Self.headerByteCount)
        let big = HeaderBytes(bytes, .big, offset: 0)
        let width = big.integer(at: Self.widthPlace, as: Int32.self) ?? 1
        let isBig = (0...1_000_000).contains(width)
        RAXISLayout.table.state(
            isBig ? big : HeaderBytes(bytes, .little, offset: 0), key: "raxis", into: collector)
        collector.noteMetadata(bytes.count, understood: true)
        if bytes.count < Self.headerByteCount {
            throw ExtractionError(
                .truncated,
                "expected a header of \(Self.headerByteCount) bytes, found \(bytes.count)",
                offset: UInt64(bytes.count))
        }
    }
}

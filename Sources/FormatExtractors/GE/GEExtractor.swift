public import Extraction
internal import MetadataModel

/// Extracts the header of an image of a GE a-Si flat panel detector, as used at synchrotrons.
///
/// Keys are `ge.` and the members of ``GELayout``; of the 8192 bytes of the standard header those
/// behind the members are reserved. Files whose header was blanked state nothing and are not known.
public struct GEExtractor: Extractor {
    public let id = "ge"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("ADEPT") ? .signature("ADEPT") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let byteCount = GELayout.table.byteCount
        let bytes = try reader.prefix(maximum: byteCount)
        GELayout.table.state(
            HeaderBytes(bytes, .little, offset: 0), key: "ge", into: collector)
        collector.noteMetadata(bytes.count, understood: true)
        if bytes.count < byteCount {
            throw ExtractionError(
                .truncated, "expected a header of \(byteCount) bytes, found \(bytes.count)",
                offset: UInt64(bytes.count))
        }
    }
}

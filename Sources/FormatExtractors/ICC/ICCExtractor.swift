public import Extraction
internal import MetadataModel

/// Extracts a colour profile that is a file of its own: `.icc`, `.icm`.
///
/// See ``ICCProfileReader`` for the keys, which are those of a profile within an image.
///
/// Source: <https://www.color.org/specification/ICC.1-2022-05.pdf>
public struct ICCExtractor: Extractor {
    public let id = "icc"
    public let version = 1

    /// Bytes of a profile that are read at most.
    private static let maximumByteCount = 16 << 20

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("acsp", at: 36) ? .signature("acsp") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let stated = try reader.uint32(at: 0, .big)
        let block = BinaryBlock(
            try reader.prefix(maximum: min(Int(stated), Self.maximumByteCount)), order: .big,
            at: 0, address: "profile")
        guard ICCProfileReader.read(block, element: .root, into: collector) else {
            throw ExtractionError(
                .truncated, "a profile of \(stated) bytes, which is less than its header",
                offset: 0)
        }
        if UInt64(stated) > reader.count {
            throw ExtractionError(
                .truncated, "expected a profile of \(stated) bytes, found \(reader.count)",
                offset: reader.count)
        }
    }
}

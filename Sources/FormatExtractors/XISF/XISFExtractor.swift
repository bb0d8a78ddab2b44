public import Extraction
internal import MetadataModel

/// Extracts the XML header of an XISF file; image blocks are skipped.
///
/// Behind `XISF0100` stand the length of the header (4, little-endian) and 4 bytes that mean
/// nothing. The elements of the header become facts as those of any XML: `xisf.Image.geometry`,
/// `xisf.Image.Property.value`, `xisf.Image.FITSKeyword.name`.
///
/// Source: <https://pixinsight.com/doc/docs/XISF-1.0-spec/XISF-1.0-spec.html> section 9.
public struct XISFExtractor: Extractor {
    public let id = "xisf"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("XISF0100") ? .signature("XISF0100") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let length = UInt64(try reader.uint32(at: 8, .little))
        guard reader.count >= 16 else {
            throw ExtractionError(.truncated, "expected 16 bytes of header", offset: reader.count)
        }
        if length > reader.count - 16 {
            collector.report(
                Issue(
                    .truncated,
                    "expected \(length) bytes of XML, the file has \(reader.count - 16)",
                    at: Locus(offset: 8, length: 4, address: "header")))
        }
        let bytes = try reader.bytes(at: 16, count: Int(min(length, reader.count - 16)))
        collector.noteMetadata(bytes.count + 16, understood: true)
        collector.text(
            "xisf", TextDecoding.text(of: bytes).text,
            locus: Locus(offset: 16, length: UInt64(bytes.count), address: "header"))
    }
}

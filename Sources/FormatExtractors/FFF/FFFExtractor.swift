public import Extraction
internal import MetadataModel

/// Extracts the records of FLIR FFF and SEQ files, of the first frame; see ``FLIRRecords``.
public struct FFFExtractor: Extractor {
    public let id = "fff"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("FFF\0") || header.has("AFF\0") ? .signature("FFF") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        guard try FLIRRecords.read(reader, into: collector) else {
            throw ExtractionError(.malformed, "expected the header of an FFF file", offset: 0)
        }
    }
}

public import Extraction
internal import MetadataModel

/// Extracts the heaps of a Canon CRW file; see ``CIFFHeap`` for keys and source.
public struct CRWExtractor: Extractor {
    public let id = "crw"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("HEAPCCDR", at: 6) || header.has("HEAPJPGM", at: 6) ? .signature("HEAP") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        guard try CIFFHeap.read(reader, into: collector) else {
            throw ExtractionError(.malformed, "expected the header of a heap", offset: 0)
        }
    }
}

public import Extraction
internal import MetadataModel

/// Extracts the header of Nanotec's WSxM files (`.stp`, `.top`, `.cur`, `.gsi`, `.mpp`): lines of text up
/// to `[Header end]`; samples are never read.
///
/// Keys are `wsxm.Section.Key`, see ``KeyValueFacts``; the unit of a value stands behind it.
///
/// Source: <http://www.wsxm.eu>, WSxM file format, as in Gwyddion's `wsxmfile` module.
public struct WSxMExtractor: Extractor {
    public let id = "wsxm"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("WSxM file copyright") ? .signature("WSxM file copyright") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let (bytes, isMarked) = try LeadingText.bytes(of: reader, upTo: "[Header end]")
        KeyValueFacts(base: "wsxm").collect(
            bytes, offset: reader.baseOffset, syntax: KeyValueSyntax(separators: [.colon]),
            into: collector)
        collector.noteMetadata(bytes.count, understood: true)
        guard isMarked else {
            throw ExtractionError(
                .truncated, "expected [Header end]", offset: UInt64(bytes.count))
        }
    }
}

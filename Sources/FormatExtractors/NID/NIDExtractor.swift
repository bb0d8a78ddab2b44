public import Extraction
internal import MetadataModel

/// Extracts the settings of a Nanosurf file (`.nid`, `.ezd`): INI text up to `#!`; samples are never
/// read.
///
/// Keys are `nid.Section.Key`, see ``KeyValueFacts``. A section of a name such as `DataSet-Info` states
/// values with their units; `DataSet-0:1` is the second channel of the first group.
///
/// Source: Nanosurf's NID file format, as in Gwyddion's `ezdfile` module.
public struct NIDExtractor: Extractor {
    public let id = "nid"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("[DataSet]\r\n") || header.has("[DataSet]\n")
            ? .signature("[DataSet]") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let (bytes, isMarked) = try LeadingText.bytes(of: reader, upTo: "\n#!")
        KeyValueFacts(base: "nid").collect(
            bytes, offset: reader.baseOffset, syntax: KeyValueSyntax(separators: [.equals]),
            into: collector)
        collector.noteMetadata(bytes.count, understood: true)
        guard isMarked else {
            throw ExtractionError(
                .truncated, "expected #! behind the settings", offset: UInt64(bytes.count))
        }
    }
}

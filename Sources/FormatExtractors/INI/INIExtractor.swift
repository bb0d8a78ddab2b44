public import Extraction
internal import MetadataModel

/// Reads text of `key = value` lines: INI files, instruments' logs, `.hdr`, `.info`, `.mdoc`,
/// `.rpl`, `.screen` and whatever else is written that way.
///
/// Keys are `ini.Section.Key`, or `ini.Key` above the first section; see ``KeyValueFacts``. The
/// separator (`=`, `:`, tab, or a space after `$NAME`) is the one that most lines have.
public struct INIExtractor: Extractor {
    public let id = "ini"
    public let version = 2

    public init() {}

    private static let suffixes: Set<String> = [
        "ini", "cfg", "conf", "properties", "mdoc", "rpl", "screen",
    ]

    public func recognizes(_ header: FileHeader) -> Recognition? {
        let isWhole = header.count <= UInt64(header.bytes.count)
        guard case .keyValue = TextShape(of: header.bytes, isWhole: isWhole) else { return nil }
        return Self.suffixes.contains(header.suffix)
            ? .suffix(header.suffix) : .appearance("key and value lines")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        try KeyValueFacts(base: "ini").collect(reading: reader, into: collector)
    }
}

public import Extraction
internal import MetadataModel

/// Extracts the header of a Gwyddion simple field (`.gsf`, `.gxyzf`): lines of `Key = value` up to a
/// NUL; samples are never read.
///
/// | Key                                              | Unit                     |
/// |:-------------------------------------------------|:-------------------------|
/// | `gsf.Magic`                                      |                          |
/// | `gsf.XRes` `gsf.YRes`                            | px                       |
/// | `gsf.XReal` `gsf.YReal` `gsf.XOffset` `gsf.YOffset` | that of `gsf.XYUnits`, m without |
/// | `gsf.Title` `gsf.XYUnits` `gsf.ZUnits` and any other |                      |
///
/// Sources: <http://gwyddion.net/documentation/user-guide-en/gsf.html>,
/// <http://gwyddion.net/documentation/user-guide-en/gxyzf.html>.
public struct GSFExtractor: Extractor {
    public let id = "gsf"
    public let version = 1

    public init() {}

    private static let maximumByteCount = 1 << 20

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("Gwyddion Simple Field ") || header.has("Gwyddion XYZ Field ")
            ? .signature("Gwyddion Simple Field or XYZ Field") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var header: [UInt8] = []
        while header.count < Self.maximumByteCount, UInt64(header.count) < reader.count {
            let piece = try reader.prefix(from: UInt64(header.count), maximum: 4096)
            let end = piece.firstIndex(of: 0)
            header += piece[..<(end ?? piece.count)]
            if end != nil { break }
        }
        let first = header.firstIndex(of: 0x0A) ?? header.count
        collector.text(
            "gsf.Magic", BinaryText.narrow(header[..<first]),
            locus: Locus(offset: 0, length: UInt64(first), address: "line 1"))
        let syntax = KeyValueSyntax(separators: [.equals])
        let body = Array(header[first...])
        let unit = Self.unit(in: body, syntax) ?? "m"
        var units = ["XRes": "px", "YRes": "px"]
        for key in ["XReal", "YReal", "XOffset", "YOffset"] { units[key] = unit }
        KeyValueFacts(base: "gsf", units: units).collect(
            body, offset: UInt64(first), syntax: syntax, into: collector)
        collector.noteMetadata(header.count, understood: true)
        guard UInt64(header.count) < reader.count else {
            throw ExtractionError(
                .truncated, "expected the end of the header", offset: reader.count)
        }
    }

    private static func unit(in header: [UInt8], _ syntax: KeyValueSyntax) -> String? {
        let lines = KeyValueLines(header, syntax: syntax)
        return lines.first { $0.kind == .pair && lines.text($0.key) == "XYUnits" }
            .map { lines.text($0.value) }
    }
}

public import Extraction
internal import MetadataModel

/// Extracts the header of an SMV image of a diffraction detector: ADSC, Rigaku's d*TREK and others.
///
/// The header is `Key=value;` lines in braces, padded to `HEADER_BYTES`. Keys are `smv.` and the
/// name; units are those that the format fixes.
///
/// Source: <https://strucbio.biologie.uni-konstanz.de/ccp4wiki/index.php/SMV_file_format>; J. W.
/// Pflugrath, "d*TREK image format".
public struct SMVExtractor: Extractor {
    public let id = "smv"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.has("{") else { return nil }
        let text = HeaderText(Array(header.bytes.prefix(512)), offset: 0)
        let found = text.first("HEADER_BYTES", in: 0..<text.bytes.count)
        return found == nil ? nil : .signature("{ HEADER_BYTES")
    }

    private static let units = [
        "PIXEL_SIZE": "mm", "DISTANCE": "mm", "WAVELENGTH": "Å", "TIME": "s", "PHI": "deg",
        "OSC_START": "deg", "OSC_RANGE": "deg", "TWOTHETA": "deg", "OMEGA": "deg",
        "KAPPA": "deg", "CHI": "deg", "HEADER_BYTES": "B", "BEAM_CENTER_X": "mm",
        "BEAM_CENTER_Y": "mm", "DENZO_XBEAM": "mm", "DENZO_YBEAM": "mm", "OSC_END": "deg",
    ]

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        guard let header = try BracedHeader(reader, at: 0) else {
            throw ExtractionError(.malformed, "expected a header in braces", offset: 0)
        }
        var facts = HeaderFacts(header.text, key: "smv", into: collector)
        for entry in header.entries {
            facts.add(entry.name, entry.value, line: entry.line, unit: Self.units[entry.name])
        }
        let stated = header.entries.first { $0.name == "HEADER_BYTES" }
            .flatMap { UInt64(header.text.text($0.value)) }
        if let stated, stated > reader.count {
            collector.report(
                Issue(
                    .truncated,
                    "expected a header of \(stated) bytes, the file has \(reader.count)",
                    at: Locus(offset: reader.count)))
        }
        collector.noteMetadata(header.byteCount, understood: true)
    }
}

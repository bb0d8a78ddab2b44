public import Extraction
internal import MetadataModel

/// Extracts the properties of JPK's force curves, force maps and quantitative images (`.jpk-force`,
/// `.jpk-force-map`, `.jpk-qi-data`): ZIP archives of Java property files; channels are never read.
///
/// A property's name is its key, below the folders that hold its file. Numbers in either are
/// elements: `lcd-info.2.unit.unit` is `jpk.lcd-info.unit.unit`, element 2 at segment 1, and
/// `index/109/segments/0/segment-header.properties` states `jpk.index.segments.…`, element 109 at
/// segment 1 and 0 at segment 2. Of the curves of a map, the first states everything, the others what
/// differs from it. Units are SI where a property does not state one beside it.
///
/// The archive's directory is stated as `zip.`, like that of any archive. Images (`.jpk`,
/// `.jpk-qi-image`) are TIFF files, see ``JPKImage``.
///
/// Source: JPK's data files specification, as in <https://github.com/AFM-analysis/afmformats> and
/// Gwyddion's `jpkscan` module.
public struct JPKExtractor: Extractor {
    public let id = "jpk"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        if TIFFLayout(header: header.bytes) != nil, header.suffix.hasPrefix("jpk") {
            return .signature("TIFF of JPK")
        }
        guard header.has("PK\u{3}\u{4}") || header.has("PK\u{5}\u{6}") else { return nil }
        let isNamed = header.suffix.hasPrefix("jpk")
        guard
            isNamed || header.has("header.properties", at: 30)
                || header.has("shared-data/", at: 30) || header.has("data-image.jpk", at: 30)
        else { return nil }
        return .signature("PK with the entries of JPK")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = try reader.prefix(maximum: TIFFLayout.headerByteCount)
        if TIFFLayout(header: head) != nil {
            return try JPKImage(reader: reader).read(into: collector)
        }
        let archive = try ZIPArchive(reader, limits: collector.limits)
        var entries = JPKEntries(reader, archive, collector)
        try entries.read()
        if let problem = archive.problem { collector.report(problem) }
    }
}

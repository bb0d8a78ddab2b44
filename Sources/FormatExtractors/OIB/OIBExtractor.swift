public import Extraction
internal import MetadataModel

/// Reads Olympus FluoView images kept in one file (`.oib`).
///
/// | Key                           | What                                                   |
/// |:------------------------------|:-------------------------------------------------------|
/// | `oib.OibSaveInfo.MainFileName` … | `OibInfo.txt`, with the names of the files that the streams are |
/// | `oif.Section.Key`             | the main file's INI                                    |
/// | `oif.Pty.Section.Key`         | a plane's INI, an element each                         |
/// | `oif.Lut.…`, `oif.Roi.…`      | colour tables and regions; colours are never read      |
/// | `ole2.Entry.…`                | the streams with their sizes                           |
///
/// Source: no specification is public; the files are texts. Layout as oiffile and Bio-Formats
/// document it <https://pypi.org/project/oiffile/>.
public struct OIBExtractor: Extractor {
    public let id = "oib"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.compoundFormat(stream: "OibInfo.txt", suffixes: ["oib"])
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let facts = try CompoundFacts(reader, into: collector)
        facts.stateDirectory()
        OIBReader(facts).read()
        facts.reportProblem()
    }
}

/// Reads the texts of an Olympus FluoView image kept in many files: `.oif` and those in its
/// folder `.oif.files`. Keys are those of `OIBExtractor`.
public struct OIFExtractor: Extractor {
    public let id = "oif"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard ["oif", "pty", "roi", "lut"].contains(header.suffix) else { return nil }
        // UTF-16 with a mark, and a section first.
        guard header.has([0xFF, 0xFE, 0x5B, 0x00]) else { return nil }
        return .signature("UTF-16 INI .\(header.suffix)")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = try reader.prefix(maximum: 4 << 20)
        let count = OlympusText.textByteCount(of: head)
        let text = OlympusText(Array(head.prefix(count)), offset: reader.baseOffset)
        collector.noteMetadata(count, understood: true)
        // A file does not know its own name: what only a plane's text has tells.
        let start = TextDecoding.text(of: head.prefix(4096)).text
        let key: FactKey =
            start.contains("[FileInformation]") || start.contains("[ROI")
            ? "oif.Roi"
            : start.contains("[ColorLUT") || start.contains("LUT]")
                ? "oif.Lut"
                : start.contains("[Axis 0 Parameters]") ? "oif.Pty" : "oif"
        text.state(key, element: .root, place: "", into: collector)
    }
}

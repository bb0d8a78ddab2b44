public import Extraction
internal import MetadataModel

/// Reads Zeiss AxioVision images (`.zvi`), which are compound files; pixels are never read.
///
/// | Key                               | What                                               |
/// |:----------------------------------|:---------------------------------------------------|
/// | `zvi.Image.Objective Name` …      | a tag of the image, by its name; `Tag<id>` without |
/// | `zvi.Image.Item.Image Channel Index` … | a tag of one plane, an element each           |
/// | `zvi.Image.Scaling.Scale Factor for X` … | the scale, with its unit                    |
/// | `zvi.Image.Item.Contents.Width` … | the header of an item and of its pixels            |
/// | `ole2.Entry.…`                    | the streams with their sizes                       |
///
/// Source: Carl Zeiss, ZVI format specification V 2.0.4 (2010).
public struct ZVIExtractor: Extractor {
    public let id = "zvi"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.compoundFormat(stream: "Item(0)", suffixes: ["zvi"])
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let facts = try CompoundFacts(reader, into: collector)
        facts.stateDirectory()
        ZVIReader(facts).read()
        facts.reportProblem()
    }
}

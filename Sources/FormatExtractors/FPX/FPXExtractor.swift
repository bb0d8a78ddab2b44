public import Extraction
internal import MetadataModel

/// Reads FlashPix images (`.fpx`), which are compound files; tiles are never read.
///
/// | Key                            | What                                                  |
/// |:-------------------------------|:------------------------------------------------------|
/// | `fpx.Image Contents.ImageWidth` … | a property of a set, by its name in the specification |
/// | `fpx.Resolution.Width` …       | the header of a resolution, an element each           |
/// | `fpx.CompObj.UserType` …       | the program that made the file                        |
/// | `ole2.Entry.…`                 | the streams with their sizes                          |
///
/// Source: Digital Imaging Group, FlashPix format specification 1.0.1.
public struct FPXExtractor: Extractor {
    public let id = "fpx"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.compoundFormat(stream: "\u{5}Image Contents", suffixes: ["fpx", "mix"])
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let facts = try CompoundFacts(reader, into: collector)
        facts.stateDirectory()
        FlashPixReader(facts).read()
        facts.reportProblem()
    }
}

public import Extraction
internal import MetadataModel

/// Reads projects of the Element Identification program of Phenom scanning electron microscopes.
///
/// The file is a bzip2 stream of little-endian fields: `EID2`, a version (0 to 4), then images, each
/// a TIFF with its analyses; see ``ELIDProject``.
///
/// | Key                             | Meaning                                                 |
/// |:--------------------------------|:--------------------------------------------------------|
/// | `elid.Version`                  | of the format                                           |
/// | `elid.Image.label`              | the image's name, one element an image                  |
/// | `elid.Image.tiff.…`             | what its TIFF states, the microscope's XML included     |
/// | `elid.Image.Analysis.…`         | an analysis of the image, one element each              |
/// | `elid.Analysis.…`               | an analysis of the project                              |
/// | `elid.ConstructiveAnalysis.…`   | an analysis computed from others                        |
///
/// Source: <https://github.com/hyperspy/rosettasciio/blob/main/rsciio/phenom/_api.py>
public struct ELIDExtractor: Extractor {
    public let id = "elid"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.suffix == "elid", header.has("BZh") else { return nil }
        return .suffix("elid")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let stream = try BZip2Stream(reader, limits: collector.limits)
        var project = ELIDProject(stream, into: collector)
        try project.read()
    }
}

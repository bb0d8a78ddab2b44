public import Extraction
internal import MetadataModel

/// Extracts the elements of a Matroska or WebM video; clusters of frames are skipped.
///
/// | Key | What |
/// |:----|:-----|
/// | `matroska.EBML.DocType` … | the kind of file |
/// | `matroska.Info.Duration`, `matroska.Info.DateUTC` … | the whole |
/// | `matroska.TrackEntry.CodecID`, `matroska.Video.PixelWidth` … | the tracks, one element each |
/// | `matroska.SimpleTag.TagName`, `.TagString` | tags, one element each |
///
/// Source: RFC 9559 <https://www.rfc-editor.org/rfc/rfc9559>; RFC 8794 for the elements' coding.
public struct MatroskaExtractor: Extractor {
    public let id = "matroska"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has([0x1A, 0x45, 0xDF, 0xA3]) ? .signature("EBML") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var walk = MatroskaWalk(reader, collector)
        try walk.read(from: 0, to: reader.count, in: nil, depth: 0)
    }
}

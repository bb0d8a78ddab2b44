public import Extraction
internal import MetadataModel

/// Extracts the index of an NDTiff data set, `NDTiff.index`.
///
/// | Bytes | Part of an entry                                               | Key                |
/// |------:|:---------------------------------------------------------------|:-------------------|
/// |   4+… | the axes of an image as JSON, behind their number of bytes     | `ndtiff.Axes.<name>` |
/// |   4+… | the name of the file that holds it, likewise                   | `ndtiff.FileName`  |
/// |     4 | offset of the pixels                                           |                    |
/// |     4 | width                                                          | `ndtiff.ImageWidth` |
/// |     4 | height                                                         | `ndtiff.ImageHeight` |
/// |     4 | type of the pixels                                             | `ndtiff.PixelType` |
/// |     4 | compression of the pixels                                      | `ndtiff.PixelCompression` |
/// |     4 | offset of the metadata                                         |                    |
/// |     4 | bytes of the metadata                                          |                    |
/// |     4 | compression of the metadata                                    | `ndtiff.MetadataCompression` |
///
/// All numbers are little-endian. An axis is the list of its distinct values in the order of
/// their coming; of what is the same for all images, one fact stands for all.
///
/// Source: <https://github.com/micro-manager/NDTiffStorage>
public struct NDTiffIndexExtractor: Extractor {
    public let id = "ndtiff"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.suffix == "index", header.bytes.count > 8,
            header.bytes[2] == 0, header.bytes[3] == 0, header.has("{", at: 4)
        else { return nil }
        return .suffix("index")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var index = NDTiffIndex(reader: reader)
        var failure: ExtractionError?
        do throws(ExtractionError) {
            try index.read(limits: collector.limits)
        } catch {
            failure = error
        }
        index.state(into: collector)
        if let failure { throw failure }
    }
}

public import Extraction
internal import MetadataModel

/// Reads Olympus cellSens images (`.vsi`): the TIFF that they are, and the tags behind its header.
///
/// | Key                             | What                                                  |
/// |:--------------------------------|:------------------------------------------------------|
/// | `vsi.Volume.Tag`                | a value, below the names of the volumes that hold it  |
/// | `vsi.Collection.MultidimImage.ImageFrame.ExternalFileProperties.Image size` … | for example |
/// | `….Tag120050`                   | a tag that no table knows                             |
/// | `tiff.ImageWidth` …             | the TIFF's own directories                            |
///
/// A volume that comes again is the next element at its segment. Values with `Units` beside them
/// have that unit. The pixels are in `.ets` files beside, see `ETSExtractor`.
///
/// Source: that of `VSITagNames`.
public struct VSIExtractor: Extractor {
    public let id = "vsi"
    public let version = 1

    public init() {}

    /// Bytes of a file's tags that are read.
    private static let maximumByteCount = 32 << 20

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.has("II*\0"), header.has([0x18, 0, 0x49, 0x53], at: 8) else { return nil }
        return .signature("TIFF with a volume of tags")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        do throws(ExtractionError) {
            try TIFFExtractor().extract(from: reader, into: collector)
        } catch {
            collector.report(error.issue)
        }
        let block = try BinaryBlock(
            of: reader, at: 0, count: Self.maximumByteCount, order: .little, address: "tags")
        var tags = VSITags(block, into: collector)
        guard tags.run(at: 8) else {
            throw ExtractionError(.malformed, "expected a volume of tags", offset: 8)
        }
    }
}

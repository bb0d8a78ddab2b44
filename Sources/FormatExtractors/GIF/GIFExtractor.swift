public import Extraction
internal import MetadataModel

/// Extracts the blocks of a GIF file; image data is skipped.
///
/// | Key | What |
/// |:----|:-----|
/// | `gif.Version`, `gif.LogicalScreenWidth` … | header and logical screen |
/// | `gif.Image.Width` … | image descriptors, one an element |
/// | `gif.GraphicControl.DelayTime` … | graphic control extensions, one an element |
/// | `gif.Comment` | comment extensions |
/// | `gif.Application.Identifier`, `gif.NETSCAPE2.LoopCount`, `xmp.` | application extensions |
///
/// Source: <https://www.w3.org/Graphics/GIF/spec-gif89a.txt>.
public struct GIFExtractor: Extractor {
    public let id = "gif"
    public let version = 2

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("GIF87a") || header.has("GIF89a") ? .signature("GIF") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var blocks = GIFBlocks(reader, into: collector)
        try blocks.run()
    }
}

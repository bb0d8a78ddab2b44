public import Extraction
internal import MetadataModel

/// Extracts the pages of an RHK Technology XPMPro or R9 file (`.sm4`); data are never read.
///
/// Objects of a type, an offset and a size point to the page index, each page's header, its strings and
/// the instrument's parameters. Keys are `rhk.`, `rhk.Page.` with an element a page, and `rhk.PRM.`;
/// scales and offsets take the units that the page's strings state.
///
/// Source: RHK's SM4 file format, as in Gwyddion's `rhk-sm4` module and <https://github.com/rescipy-project/spym>.
public struct RHKExtractor: Extractor {
    public let id = "rhk"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has([0x53, 0, 0x54, 0, 0x69, 0, 0x4D, 0, 0x61, 0, 0x67, 0, 0x65, 0], at: 2)
            ? .signature("STiMage") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var file = RHKFile(reader, collector)
        try file.read()
    }
}

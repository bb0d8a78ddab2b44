public import Extraction
internal import MetadataModel

/// Extracts the tag tree of a WITec project (`.wip`, `.wid`): Raman spectra, images, texts and their
/// settings; samples are never read.
///
/// Behind `WIT_PRCT` or `WIT_PR06` stands one tag. A tag is the length of its name, the name, a type,
/// and where its content begins and ends in the file, little-endian.
///
/// | Type | Content                                                      |
/// |-----:|:-------------------------------------------------------------|
/// |    0 | tags                                                         |
/// | 2, 3 | reals of 64, of 32 bits                                       |
/// | 4, 5, 6 | integers of 64, of 32 bits, unsigned ones                  |
/// | 7, 8 | bytes, a truth value                                          |
/// |    9 | texts, each behind its length                                 |
///
/// Keys are `wip.` and the names of the tags; a number at a name's end is an element: `Data 3` is
/// `wip.Data`, element 3.
///
/// Source: no specification is public; as in Gwyddion's `wipfile` module.
public struct WIPExtractor: Extractor {
    public let id = "wip"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("WIT_PRCT") || header.has("WIT_PR06")
            ? .signature("WIT_PRCT or WIT_PR06") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let magic = try reader.bytes(at: 0, count: 8)
        collector.text(
            "wip.Magic", BinaryText.narrow(magic),
            locus: Locus(offset: reader.baseOffset, length: 8, address: "header"))
        let tree = WIPTree(reader, collector)
        let root = try tree.tag(at: 8, end: reader.count)
        try tree.state(root, "wip", .root, depth: 0)
    }
}

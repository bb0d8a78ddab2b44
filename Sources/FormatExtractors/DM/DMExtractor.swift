public import Extraction
internal import MetadataModel

/// Extracts the tags of files of Gatan's DigitalMicrograph, versions 3 and 4.
///
/// A file is one tree of tags. Its structure is in big-endian order, its values are in the order
/// that the header states. A tag's name is a segment of its key; a tag without a name is one of
/// several of its group: an element at the group's segment.
///
/// | Part                | Version 3        | Version 4        |
/// |:--------------------|:-----------------|:-----------------|
/// | version             | uint32           | uint32           |
/// | bytes of the tree   | uint32           | uint64           |
/// | order of the values | uint32, 1 little | uint32, 1 little |
/// | group               | sorted, open: uint8; count of tags: uint32 | the same; uint64 |
/// | tag                 | kind: uint8, 20 group, 21 data; name: uint16 and its bytes | the same; bytes of the tag: uint64 |
/// | data                | `%%%%`; count of type words: uint32; type words: uint32 | the same; uint64 |
///
/// The image's own samples (`ImageData.Data`) are passed over. The unit of `Scale` and `Origin` is
/// what the neighbouring `Units` says.
///
/// Source: <https://personal.ntu.edu.sg/cbb/info/dmformat/index.html>
public struct DMExtractor: Extractor {
    public let id = "dm"
    public let version = 2

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        let order = header.bytes.count >= 16 ? Array(header.bytes[8..<16]) : []
        if header.has([0, 0, 0, 3]),
            order.starts(with: [0, 0, 0, 0]) || order.starts(with: [0, 0, 0, 1]),
            order[4] <= 1, order[5] <= 1
        {
            return .signature("version 3")
        }
        if header.has([0, 0, 0, 4]), header.has([0, 0, 0], at: 12), header.bytes.count > 17,
            header.bytes[15] <= 1, header.bytes[16] <= 1, header.bytes[17] <= 1
        {
            return .signature("version 4")
        }
        return nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var header = StructureReading(
            reader, collector, order: .big, key: FactKey(printed: id), place: "header")
        try header.state(StructureLayout("uint32 FileVersion"))
        let isWide = header.integer("FileVersion") == 4
        try header.state(
            StructureLayout(
                isWide
                    ? "uint64 RootTagDirectoryLength B\nuint32 ByteOrder"
                    : "uint32 RootTagDirectoryLength B\nuint32 ByteOrder",
                labels: ["ByteOrder": [0: "big-endian", 1: "little-endian"]]))
        let walk = DMTagWalk(
            reader: reader, collector: collector, isWide: isWide,
            order: header.integer("ByteOrder") == 0 ? .big : .little, position: header.position)
        try walk.readTree(key: FactKey(printed: id))
    }
}

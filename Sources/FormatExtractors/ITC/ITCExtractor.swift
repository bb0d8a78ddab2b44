public import Extraction
internal import MetadataModel

/// Extracts the items of an iTunes cover file.
///
/// The file is a row of blocks: length (4), type (4), content. A block `item` says at its place 8
/// how long its header is, the image behind included in none of the fields; big-endian.
///
/// Source: <https://www.falsecognate.org/2007/01/deciphering_the_itunes_itc_fil/>.
public struct ITCExtractor: Extractor {
    public let id = "itc"
    public let version = 1

    private static let item = StructureTable(
        namespace: "itc.Item",
        """
        0 uint64 LibraryID
        8 uint64 TrackID
        16 char[4] DataLocation: down downloaded separately; locl local music file
        20 char[4] ImageType: PNGf PNG; ARGB ARGB bitmap
        28 uint32 ImageWidth px
        32 uint32 ImageHeight px
        """)

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("itch", at: 4) && header.has("artw", at: 24) ? .signature("itch") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var place: UInt64 = 0
        var index = 0
        while place < reader.count {
            let size = UInt64(try reader.uint32(at: place, .big))
            let head = BinaryBlock(
                try reader.prefix(from: place, maximum: 256), order: .big, at: place,
                address: "byte \(place)")
            guard size >= 8, let type = head.text(at: 4, count: 4) else {
                throw ExtractionError(.malformed, "expected a block", offset: place)
            }
            if type == "itch", let content = head.text(at: 24, count: 4) {
                collector.text("itc.DataType", content, locus: head.locus(at: 24, count: 4))
            } else if type == "item", let length = head.integer(at: 8, as: UInt32.self) {
                // Longer headers have one more word before the identifiers.
                let start = length > 208 ? 32 : 28
                Self.item.state(
                    BinaryBlock(head, at: start, count: 40),
                    element: ElementPath(segment: 1, index: index), into: collector)
                index += 1
            }
            collector.noteMetadata(Int(min(size, 256)), understood: true)
            guard size <= reader.count - place else {
                throw ExtractionError(
                    .truncated, "expected \(size) bytes of the block \(type)", offset: place)
            }
            place += size
        }
    }
}

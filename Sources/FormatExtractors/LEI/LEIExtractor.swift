public import Extraction
internal import MetadataModel

/// Extracts the index of a data set of Leica TCS, `.lei`, whose images are TIFF or raw files.
///
/// `IIII` or `MMMM` tells the byte order; at byte 12 stands the offset of the first directory. A
/// directory is one series: four bytes, pairs of a tag and the offset of its block, a 0, and the
/// offset of the next directory. A block has its number of bytes at byte 12 and its content from
/// byte 16 on. Texts are UTF-16. See ``LEIBlock`` for the keys; a series is an element.
///
/// Source: no specification is public; as described in <https://docs.openmicroscopy.org/bio-formats/>.
public struct LEIExtractor: Extractor {
    public let id = "lei"
    public let version = 1

    private static let maximumSeriesCount = 4096
    private static let maximumBlockCount = 4096
    private static let maximumBlockByteCount = 16 << 20

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        for mark: StaticString in ["IIII", "MMMM"] where header.has(mark) {
            return header.suffix == "lei" ? .signature("\(mark), suffix lei") : nil
        }
        return nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let order: ByteOrder =
            try reader.bytes(at: 0, count: 4).elementsEqual("IIII".utf8) ? .little : .big
        collector.add(
            Fact(
                key: "lei.ByteOrder", value: order == .little ? "IIII" : "MMMM",
                locus: Locus(offset: 0, length: 4, address: "header")))
        var address = UInt64(try reader.uint32(at: 12, order))
        var visited: Set<UInt64> = []
        while address != 0, !collector.isFull {
            guard visited.count < Self.maximumSeriesCount, visited.insert(address).inserted else {
                throw ExtractionError(
                    .malformed, "expected a new series, found byte \(address) again",
                    offset: address)
            }
            address = try stateSeries(
                at: address, index: visited.count - 1, reader, order, into: collector)
        }
        collector.integer(
            "lei.SeriesCount", Int64(visited.count), locus: Locus(address: "directories"))
    }

    /// Adds the facts of a series; returns where the next one stands.
    private func stateSeries(
        at address: UInt64, index: Int, _ reader: ByteReader, _ order: ByteOrder,
        into collector: FactCollector
    ) throws(ExtractionError) -> UInt64 {
        var place = address + 4
        var blocks: [(tag: UInt32, offset: UInt64)] = []
        while true {
            let tag = try reader.uint32(at: place, order)
            guard tag != 0 else { break }
            guard blocks.count < Self.maximumBlockCount else {
                throw ExtractionError(
                    .limitExceeded, "more than \(Self.maximumBlockCount) blocks", offset: place)
            }
            blocks.append((tag, UInt64(try reader.uint32(at: place + 4, order))))
            place += 8
        }
        let next = try reader.uint32(at: place + 4, order)
        var nameByteCount = 0
        for (tag, offset) in blocks where !collector.isFull {
            do throws(ExtractionError) {
                let count = try reader.uint32(at: offset + 12, order)
                let bytes = try reader.prefix(
                    from: offset + 16, maximum: min(Int(count), Self.maximumBlockByteCount))
                var block = LEIBlock(
                    BinaryBlock(
                        bytes: bytes, order: order, offset: offset + 16,
                        address: "series \(index) tag \(tag)"),
                    element: ElementPath(segment: 1, index: index), collector: collector)
                block.state(tag: tag, nameByteCount: &nameByteCount)
                if bytes.count < Int(count), Int(count) <= Self.maximumBlockByteCount {
                    throw ExtractionError(
                        .truncated, "expected a block of \(count) bytes", offset: offset)
                }
            } catch {
                collector.report(error.issue)
            }
        }
        collector.noteMetadata(Int(clamping: place + 8 - address), understood: true)
        return UInt64(next)
    }
}

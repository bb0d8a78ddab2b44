public import Extraction
internal import MetadataModel

/// Extracts the head and the blocks behind the planes of an IPLab image: `.ipl`.
///
/// A block is a name of four letters, a length, and that many bytes. Planes, masks and plots are
/// not read.
///
/// | Key                                       | What                                            |
/// |:------------------------------------------|:------------------------------------------------|
/// | `iplab.Width` … `iplab.PixelType`         | of the head                                     |
/// | `iplab.UnitsPerPixel.X`, `Y`, `Z`, `T`     | the size of a pixel                             |
/// | `iplab.note.Descriptor`, `iplab.note.Text`| what people wrote                               |
/// | `iplab.head.Label`                        | of 22 bytes, an element each                    |
/// | `iplab.norm.Min` …                        | how a channel is shown, an element a channel    |
/// | `iplab.Timestamps`                        | of the planes, in the unit that the block states |
/// | `iplab.clut.Type`                         | the colours                                     |
///
/// Source: <https://docs.openmicroscopy.org/bio-formats/latest/formats/iplab.html>
public struct IPLabExtractor: Extractor {
    public let id = "iplab"
    public let version = 1

    /// Blocks that are read, and bytes of the longest.
    private static let maximumBlockCount = 1000
    private static let maximumBlockByteCount = 1 << 20
    private static let headByteCount = 44

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        if header.has([0x69, 0x69, 0x69, 0x69, 4, 0, 0, 0]) { return .signature("iiii") }
        return header.has([0x6D, 0x6D, 0x6D, 0x6D, 0, 0, 0, 4]) ? .signature("mmmm") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let order: ByteOrder = try reader.uint8(at: 0) == 0x69 ? .little : .big
        let head = BinaryBlock(
            try reader.prefix(maximum: Self.headByteCount), order: order, at: 0, address: "head")
        IPLabLayout.head.state(head, element: .root, into: collector)
        collector.noteMetadata(head.bytes.count, understood: true)
        guard let dataByteCount = head.integer(at: 16, as: UInt32.self),
            head.bytes.count == Self.headByteCount
        else {
            throw ExtractionError(
                .truncated,
                "expected a head of \(Self.headByteCount) bytes, found \(head.bytes.count)",
                offset: reader.count)
        }
        // The length counts itself and the sizes behind it.
        var place = 16 + UInt64(max(28, dataByteCount))
        for _ in 0..<Self.maximumBlockCount {
            guard place < reader.count else {
                throw ExtractionError(
                    .truncated, "expected the block fini, the file ends", offset: reader.count)
            }
            let name = try reader.prefix(from: place, maximum: 4)
            if name.elementsEqual("fini".utf8) || collector.isFull { return }
            let count = try reader.uint32(at: place + 4, order)
            let block = BinaryBlock(
                try reader.prefix(
                    from: place + 8, maximum: min(Int(count), Self.maximumBlockByteCount)),
                order: order, at: place + 8,
                address: "block \(String(decoding: name, as: UTF8.self))")
            let isUnderstood = state(block, named: name, into: collector)
            collector.noteMetadata(8 + block.bytes.count, understood: isUnderstood)
            place += 8 + UInt64(count)
        }
        throw ExtractionError(
            .limitExceeded, "more than \(Self.maximumBlockCount) blocks", offset: place)
    }

    /// States what a block says; false where its kind is not known.
    private func state(
        _ block: BinaryBlock, named name: [UInt8], into collector: FactCollector
    ) -> Bool {
        switch String(decoding: name, as: UTF8.self) {
        case "note": IPLabLayout.note.state(block, element: .root, into: collector)
        case "clut":
            // A table of its own has no type.
            if block.bytes.count == 8 {
                IPLabLayout.colours.state(block, element: .root, into: collector)
            }
        case "norm": state(IPLabLayout.display, every: 44, of: block, at: 2, into: collector)
        case "head": state(IPLabLayout.label, every: 22, of: block, at: 2, into: collector)
        case "unit":
            for (axis, place) in zip(["X", "Y", "Z", "T"], stride(from: 0, through: 36, by: 12)) {
                guard let bits = block.integer(at: place + 4, as: UInt32.self),
                    let code = block.integer(at: place + 8, as: Int32.self)
                else { continue }
                let value = Float(bitPattern: bits)
                collector.numbers(
                    FactKey(segments: [id, "UnitsPerPixel", axis]), [.real(Double(value))],
                    written: [Fact.spelling(of: value)],
                    unit: IPLabLayout.lengths[code], locus: block.locus(at: place + 4, count: 4))
            }
        default:
            guard name == IPLabLayout.timeMark else { return false }
            let code = block.integer(at: 0, as: Int32.self) ?? 1
            let times = (1..<max(1, block.bytes.count / 4)).compactMap {
                block.integer(at: $0 * 4, as: UInt32.self).map(Float.init(bitPattern:))
            }
            guard !times.isEmpty else { return true }
            collector.numbers(
                "iplab.Timestamps", times.map { .real(Double($0)) },
                written: times.map { Fact.spelling(of: $0) }, unit: IPLabLayout.times[code],
                locus: block.locus(at: 4, count: times.count * 4))
        }
        return true
    }

    private func state(
        _ table: StructureTable, every byteCount: Int, of block: BinaryBlock, at segment: Int,
        into collector: FactCollector
    ) {
        for index in 0..<block.bytes.count / byteCount {
            table.state(
                BinaryBlock(block, at: index * byteCount, count: byteCount),
                element: ElementPath(segment: segment, index: index), into: collector)
        }
    }
}

internal import Extraction
internal import MetadataModel

/// The walk over the blocks of one GIF file.
struct GIFBlocks {
    private let reader: ByteReader
    private let collector: FactCollector
    private var place: UInt64 = 13
    private var imageCount = 0
    private var controlCount = 0
    private var commentCount = 0

    /// Sub-blocks have 255 bytes at most, so all of a file must be passed to reach its end; what
    /// stands behind so many bytes of it is left.
    private static let maximumWalkedByteCount: UInt64 = 8 << 20

    private static let screen = StructureTable(
        namespace: "gif",
        """
        0 char[3] Signature
        3 char[3] Version
        6 uint16 LogicalScreenWidth px
        8 uint16 LogicalScreenHeight px
        11 uint8 BackgroundColorIndex
        12 uint8 PixelAspectRatio
        """)

    private static let image = StructureTable(
        namespace: "gif.Image",
        """
        0 uint16 LeftPosition px
        2 uint16 TopPosition px
        4 uint16 Width px
        6 uint16 Height px
        """)

    init(_ reader: ByteReader, into collector: FactCollector) {
        self.reader = reader
        self.collector = collector
    }

    private func block(_ count: Int) throws(ExtractionError) -> BinaryBlock {
        BinaryBlock(
            try reader.bytes(at: place, count: count), order: .little, at: place,
            address: "byte \(place)")
    }

    mutating func run() throws(ExtractionError) {
        place = 0
        let head = try block(13)
        Self.screen.state(head, element: .root, into: collector)
        collector.extent(z: 1, locus: head.locus)
        collector.noteMetadata(13, understood: true)
        let flags = head.bytes[10]
        func flag(_ name: String, _ value: UInt8, label: String? = nil) {
            collector.integer(
                FactKey(printed: "gif.\(name)"), Int64(value), label: label,
                locus: head.locus(at: 10, count: 1))
        }
        flag("GlobalColorTableFlag", flags >> 7, label: flags >> 7 == 0 ? "no" : "yes")
        flag("ColorResolution", (flags >> 4 & 7) + 1)
        place = 13
        if flags & 0x80 != 0 {
            collector.integer(
                "gif.GlobalColorTableSize", 2 << Int64(flags & 7),
                locus: head.locus(at: 10, count: 1))
            place += 3 * (2 << UInt64(flags & 7))
        }
        while place < Self.maximumWalkedByteCount, !collector.isFull {
            let kind = try reader.uint8(at: place)
            place += 1
            switch kind {
            case 0x21: try readExtension()
            case 0x2C: try readImage()
            case 0x3B:
                collector.integer(
                    "gif.ImageCount", Int64(imageCount), locus: Locus(address: "image descriptors"))
                stateTrailing()
                return
            case 0: continue
            default:
                throw ExtractionError(
                    .malformed, "expected a block of GIF, found \(kind)", offset: place - 1)
            }
        }
    }

    private mutating func readImage() throws(ExtractionError) {
        let descriptor = try block(9)
        Self.image.state(
            descriptor, element: ElementPath(segment: 1, index: imageCount), into: collector)
        collector.noteMetadata(10, understood: true)
        imageCount += 1
        let flags = descriptor.bytes[8]
        place += 9
        if flags & 0x80 != 0 { place += 3 * (2 << UInt64(flags & 7)) }
        // The code size of LZW, and the data.
        place += 1
        try skipData()
    }

    private mutating func skipData() throws(ExtractionError) {
        while true {
            let count = try reader.uint8(at: place)
            place += 1 + UInt64(count)
            if count == 0 || place >= Self.maximumWalkedByteCount { return }
        }
    }

    /// The bytes of the sub-blocks that follow.
    private mutating func readData() throws(ExtractionError) -> (BinaryBlock, isRow: Bool) {
        let start = place
        var bytes: [UInt8] = []
        var blockCount = 0
        while true {
            let count = Int(try reader.uint8(at: place))
            place += 1
            if count == 0 { break }
            bytes += try reader.bytes(at: place, count: count)
            place += UInt64(count)
            blockCount += 1
            guard bytes.count < 4 << 20 else {
                throw ExtractionError(
                    .limitExceeded, "the data of a block is too long", offset: start)
            }
        }
        var block = BinaryBlock(bytes, order: .little, at: start + 1, address: "byte \(start)")
        block.isAssembled = blockCount > 1
        return (block, blockCount <= 1)
    }

    private mutating func readExtension() throws(ExtractionError) {
        let label = try reader.uint8(at: place)
        place += 1
        switch label {
        case 0xF9:
            let (data, _) = try readData()
            stateControl(data)
        case 0xFE:
            let (data, _) = try readData()
            collector.text(
                "gif.Comment", TextDecoding.text(of: data.bytes.prefix { $0 != 0 }).text,
                element: ElementPath(segment: 1, index: commentCount), locus: data.locus)
            collector.noteMetadata(data.bytes.count, understood: true)
            commentCount += 1
        case 0xFF: try readApplication()
        case 0x01:
            let (data, _) = try readData()
            collector.text(
                "gif.PlainText", TextDecoding.text(of: data.bytes.dropFirst(12)).text,
                locus: data.locus)
        default:
            let (data, _) = try readData()
            collector.opaque(
                FactKey(printed: "gif.Extension\(label)"), data.bytes, locus: data.locus)
        }
    }

    private mutating func stateControl(_ data: BinaryBlock) {
        guard data.bytes.count >= 4 else { return }
        let element = ElementPath(segment: 1, index: controlCount)
        controlCount += 1
        let flags = data.bytes[0]
        let methods: [UInt8: String] = [
            0: "not specified", 1: "do not dispose", 2: "restore to background",
            3: "restore to previous",
        ]
        collector.integer(
            "gif.GraphicControl.DisposalMethod", Int64(flags >> 2 & 7), element: element,
            label: methods[flags >> 2 & 7], locus: data.locus(at: 0, count: 1))
        if let delay = data.integer(at: 1, as: UInt16.self) {
            collector.real(
                "gif.GraphicControl.DelayTime", Double(delay) / 100, element: element, unit: "s",
                locus: data.locus(at: 1, count: 2))
        }
        if flags & 1 != 0 {
            collector.integer(
                "gif.GraphicControl.TransparentColorIndex", Int64(data.bytes[3]), element: element,
                locus: data.locus(at: 3, count: 1))
        }
        collector.noteMetadata(8, understood: true)
    }

    private mutating func readApplication() throws(ExtractionError) {
        let head = try block(12)
        guard head.bytes[0] == 11 else {
            let (data, _) = try readData()
            collector.opaque("gif.Application", data.bytes, locus: data.locus)
            return
        }
        let name = head.text(at: 1, count: 11) ?? ""
        collector.text("gif.Application.Identifier", name, locus: head.locus(at: 1, count: 11))
        place += 12
        let start = place
        if name == "XMP DataXMP" {
            // The packet is not cut into sub-blocks; a trailer of 258 bytes leads out of it.
            let bytes = try reader.prefix(from: start, maximum: 4 << 20)
            guard let end = bytes.firstIndex(of: 1) else { return try skipData() }
            collector.text(
                "gif.XMP", TextDecoding.text(of: bytes[..<end]).text,
                locus: Locus(offset: start, length: UInt64(end), address: "XMP"))
            collector.noteMetadata(end, understood: true)
            place = start + UInt64(end)
            return try skipData()
        }
        let (data, _) = try readData()
        let key = FactKey(segments: ["gif", String(name.trimmingSpaces)])
        switch name {
        case "NETSCAPE2.0", "ANIMEXTS1.0":
            if let loops = data.integer(at: 1, as: UInt16.self) {
                collector.integer(
                    "gif.NETSCAPE2.LoopCount", Int64(loops), label: loops == 0 ? "infinite" : nil,
                    locus: data.locus(at: 1, count: 2))
            }
        case "ICCRGBG1012":
            _ = ICCProfileReader.read(
                BinaryBlock(data, order: .big), element: .root, into: collector)
        default:
            collector.opaque(key, data.bytes, locus: data.locus)
        }
    }

    private func stateTrailing() {
        guard place < reader.count,
            let bytes = try? reader.prefix(from: place, maximum: 4096),
            bytes.contains(where: { $0 != 0 })
        else { return }
        collector.opaque(
            "gif.TrailingData", bytes, byteCount: Int(clamping: reader.count - place),
            locus: Locus(offset: place, length: reader.count - place, address: "trailing data"))
    }
}

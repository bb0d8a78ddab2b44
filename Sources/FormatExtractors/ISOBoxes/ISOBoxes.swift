internal import Extraction
internal import MetadataModel

/// The walk over the boxes of a file of the ISO family: JPEG 2000, HEIF, JUMBF.
///
/// A box is a 32-bit size, a type of four letters, and its content; a size of 1 says that 64 bits
/// of size follow the type, a size of 0 that the box is the last. Keys are the namespace, the
/// type and the field: `jp2.ihdr.HEIGHT`; of boxes of one type, each is an element.
///
/// Sources: ISO/IEC 14496-12 section 4.2; ITU-T T.800 annex I.
final class ISOBoxes {
    let collector: FactCollector
    let namespace: String
    let reader: ByteReader
    private let isAssembled: Bool
    private var counts: [String: Int] = [:]
    /// Items of a HEIF file, by number; see ``ISOBoxes/item(_:_:)``.
    var items = HEIFItems()

    /// Bytes of a box that are read; longer ones are images.
    static let maximumByteCount: UInt64 = 16 << 20
    static let maximumDepth = 16
    static let maximumBoxCount = 100_000

    init(_ collector: FactCollector, namespace: String, _ reader: ByteReader) {
        self.collector = collector
        self.namespace = namespace
        self.reader = reader
        isAssembled = false
    }

    /// Boxes in memory.
    init(_ collector: FactCollector, namespace: String, _ block: BinaryBlock) {
        self.collector = collector
        self.namespace = namespace
        reader = ByteReader(bytes: block.bytes, baseOffset: block.offset)
        isAssembled = block.isAssembled
    }

    /// One box: its type, and where its content stands.
    struct Box {
        let type: String
        let start: UInt64
        let end: UInt64
        let element: ElementPath
        let depth: Int

        var count: UInt64 { end - start }
    }

    /// Reads all boxes; what is wrong with them is reported.
    func run() {
        do throws(ExtractionError) {
            try walk(from: 0, to: reader.count, depth: 0)
        } catch {
            collector.report(error.issue)
        }
    }

    /// Reads the boxes in a part of the file.
    func walk(from start: UInt64, to end: UInt64, depth: Int) throws(ExtractionError) {
        guard depth < Self.maximumDepth else {
            throw ExtractionError(
                .limitExceeded, "more than \(Self.maximumDepth) boxes in each other", offset: start)
        }
        var place = start
        while place < end, end - place >= 8, !collector.isFull {
            let box = try box(at: place, before: end, depth: depth)
            guard counts.values.reduce(0, +) < Self.maximumBoxCount else {
                throw ExtractionError(
                    .limitExceeded, "more than \(Self.maximumBoxCount) boxes", offset: place)
            }
            if Self.handlesErrors(of: box.type) {
                do throws(ExtractionError) {
                    try state(box)
                } catch {
                    collector.report(error.issue)
                }
            }
            place = box.end
        }
    }

    private static func handlesErrors(of type: String) -> Bool {
        // Pixels, and room for them.
        !["mdat", "free", "skip", "wide", "idat"].contains(type)
    }

    private func box(
        at place: UInt64, before end: UInt64, depth: Int
    ) throws(ExtractionError) -> Box {
        let size = UInt64(try reader.uint32(at: place, .big))
        let type = TextDecoding.text(of: try reader.bytes(at: place + 4, count: 4)).text
        var start = place + 8
        var byteCount = size
        if size == 1 {
            byteCount = try reader.uint64(at: place + 8, .big)
            start += 8
        } else if size == 0 {
            byteCount = end - place
        }
        guard byteCount >= start - place else {
            throw ExtractionError(
                .malformed, "the box \(type) states \(byteCount) bytes, less than its header",
                offset: place)
        }
        if byteCount > end - place {
            // What there is of the box is read all the same.
            collector.report(
                Issue(
                    .truncated,
                    "the box \(type) states \(byteCount) bytes, there are \(end - place)",
                    at: Locus(offset: place, address: "box \(type)")))
            byteCount = end - place
        }
        let index = counts[type, default: 0]
        counts[type] = index + 1
        return Box(
            type: type, start: start, end: place + byteCount,
            element: index == 0 ? .root : ElementPath(segment: 1, index: index), depth: depth)
    }

    /// The content of a box.
    func content(of box: Box, order: ByteOrder = .big) throws(ExtractionError) -> BinaryBlock {
        guard box.count <= Self.maximumByteCount else {
            throw ExtractionError(
                .limitExceeded, "the box \(box.type) has \(box.count) bytes", offset: box.start)
        }
        var block = BinaryBlock(
            try reader.bytes(at: box.start, count: Int(box.count)), order: order,
            at: reader.baseOffset + box.start, address: "box \(box.type)")
        block.isAssembled = isAssembled
        return block
    }

    /// The key of a box, or of a field of it.
    func key(_ box: Box, _ field: String? = nil) -> FactKey {
        let name = String(box.type.trimmingSpaces)
        return FactKey(segments: [namespace, name] + (field.map { [$0] } ?? []))
    }

    private func state(_ box: Box) throws(ExtractionError) {
        if let skipped = Self.containers[box.type] {
            guard UInt64(skipped) <= box.count else { return }
            try walk(from: box.start + UInt64(skipped), to: box.end, depth: box.depth + 1)
            return
        }
        var isRead = try stateJPEG2000(box)
        if !isRead { isRead = try stateJUMBF(box) }
        if !isRead { isRead = try stateHEIF(box) }
        if isRead {
            collector.noteMetadata(Int(clamping: box.count) + 8, understood: true)
            return
        }
        try stateUnknown(box)
    }

    /// Adds a box that no table knows: text, opaque bytes, or its size alone.
    private func stateUnknown(_ box: Box) throws(ExtractionError) {
        guard box.count > 0 else { return }
        let count = Int(min(box.count, 65536))
        let bytes = try reader.bytes(at: box.start, count: count)
        let locus = Locus(
            offset: reader.baseOffset + box.start, length: box.count, address: "box \(box.type)")
        let isText = bytes.count > 3 && bytes.withUnsafeBytes(TIFFText.isReadable)
        if isText, box.count == UInt64(count) {
            collector.text(
                key(box), TextDecoding.text(of: bytes.prefix { $0 != 0 }).text,
                element: box.element, locus: locus)
        } else {
            collector.opaque(
                key(box), bytes, byteCount: Int(clamping: box.count), element: box.element,
                locus: locus)
        }
        collector.noteMetadata(count, understood: isText)
    }

    /// Boxes that hold boxes, and how many bytes stand before these.
    private static let containers: [String: Int] = [
        "jp2h": 0, "res ": 0, "uinf": 0, "asoc": 0, "jpch": 0, "jplh": 0, "ftbl": 0, "jumb": 0,
        "comp": 0, "meta": 4, "iprp": 0, "ipco": 0, "moov": 0, "trak": 0, "mdia": 0, "minf": 0,
        "stbl": 0, "dinf": 0, "grpl": 0, "edts": 0, "udta": 0,
    ]
}

extension StringProtocol {
    /// The text without spaces at its ends.
    var trimmingSpaces: Self.SubSequence {
        var start = startIndex
        var end = endIndex
        while start < end, self[start] == " " { start = index(after: start) }
        while start < end, self[index(before: end)] == " " { end = index(before: end) }
        return self[start..<end]
    }
}

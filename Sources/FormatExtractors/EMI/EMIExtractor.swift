public import Extraction
internal import MetadataModel
internal import XMLReading

/// Extracts what TIA's documents state: the XML of their objects, and their tagged texts.
///
/// The format is not published. A document is a tree of binary objects; each image or spectrum
/// has an `ObjectInfo` in XML, which is read as any XML is. Texts stand behind a mark and their
/// length. Large documents are searched at their beginning and their end, since what lies between
/// is samples.
///
/// | Key                  | Meaning                                                        |
/// |:---------------------|:---------------------------------------------------------------|
/// | `emi.ObjectInfo.…`   | an element, an attribute or a named value of an object's XML    |
/// | `emi.Text`           | texts in their order: the document's title, TIA's version, axes |
public struct EMIExtractor: Extractor {
    public let id = "emi"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has([0x4A, 0x4B, 0x00, 0x02, 0, 0, 0, 0]) ? .signature("JK 0x0200") : nil
    }

    /// Bytes of a document that is searched whole, and of each end of a larger one.
    private static let maximumByteCount: UInt64 = 32 << 20
    private static let endByteCount: UInt64 = 4 << 20

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var objects = EMIObjects(collector: collector)
        guard reader.count > Self.maximumByteCount else {
            try objects.read(try reader.prefix(maximum: Int(reader.count)), at: 0)
            return
        }
        try objects.read(try reader.prefix(maximum: Int(Self.endByteCount)), at: 0)
        let tail = reader.count - Self.endByteCount
        try objects.read(try reader.prefix(from: tail, maximum: Int(Self.endByteCount)), at: tail)
        collector.report(
            Issue(
                .limitExceeded, "bytes \(Self.endByteCount) to \(tail) are not searched",
                at: Locus(offset: Self.endByteCount)))
    }
}

/// Finds and reads the objects and texts within bytes of a document.
private struct EMIObjects {
    let collector: FactCollector
    private let facts: XMLFacts
    private var textCount = 0

    init(collector: FactCollector) {
        self.collector = collector
        facts = XMLFacts(key: "emi", dialect: .any, collector: collector)
    }

    private static let opening = Array("<ObjectInfo>".utf8)
    private static let closing = Array("</ObjectInfo>".utf8)
    /// What stands before the length of a text.
    private static let mark: [UInt8] = [0x60, 0x00, 0x00, 0x01]

    mutating func read(_ bytes: [UInt8], at offset: UInt64) throws(ExtractionError) {
        var place = 0
        while !collector.isFull {
            guard let found = Self.next(in: bytes, from: place) else { return }
            if bytes[found] == Self.mark[0] {
                place = readText(bytes, at: found, offset) ?? found + 1
                continue
            }
            guard let end = Self.find(Self.closing, in: bytes, from: found) else {
                collector.report(
                    Issue(
                        .truncated, "an ObjectInfo without its end",
                        at: Locus(offset: offset + UInt64(found))))
                place = found + 1
                continue
            }
            place = end + Self.closing.count
            let text = Array(bytes[found..<place])
            collector.noteMetadata(text.count, understood: true)
            try XMLStream(
                reader: ByteReader(bytes: text, baseOffset: offset + UInt64(found)),
                limits: collector.limits
            ).send(to: facts)
        }
    }

    /// The next object or mark of a text.
    private static func next(in bytes: [UInt8], from start: Int) -> Int? {
        var place = start
        while place < bytes.count {
            let byte = bytes[place]
            if byte == opening[0], has(opening, in: bytes, at: place) { return place }
            if byte == mark[0], has(mark, in: bytes, at: place) { return place }
            place += 1
        }
        return nil
    }

    private static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        var place = start
        while place + wanted.count <= bytes.count {
            if bytes[place] == wanted[0], has(wanted, in: bytes, at: place) { return place }
            place += 1
        }
        return nil
    }

    private static func has(_ wanted: [UInt8], in bytes: [UInt8], at place: Int) -> Bool {
        guard bytes.count - place >= wanted.count else { return false }
        for index in wanted.indices where bytes[place + index] != wanted[index] { return false }
        return true
    }

    /// States a text behind a mark; returns where it ends, or `nil` where the bytes are none.
    private mutating func readText(_ bytes: [UInt8], at place: Int, _ offset: UInt64) -> Int? {
        let start = place + 8
        guard start <= bytes.count else { return nil }
        var count = 0
        for index in 0..<4 { count |= Int(bytes[place + 4 + index]) << (8 * index) }
        guard (1...4096).contains(count), count <= bytes.count - start else { return nil }
        let text = bytes[start..<start + count]
        // Objects begin with `<` and are found by themselves.
        guard text.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0) }) else {
            return nil
        }
        guard !text.starts(with: Self.opening) else { return start }
        collector.noteMetadata(count + 8, understood: true)
        collector.text(
            "emi.Text", TextDecoding.text(of: text).text,
            element: ElementPath(segment: 1, index: textCount),
            locus: Locus(
                offset: offset + UInt64(start), length: UInt64(count),
                address: "text \(textCount + 1)"))
        textCount += 1
        return start + count
    }
}

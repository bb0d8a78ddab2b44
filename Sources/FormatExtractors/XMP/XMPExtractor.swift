public import Extraction
internal import MetadataModel
internal import XMLReading

/// Extracts an XMP packet that is a file of its own, such as a sidecar of a photograph.
///
/// See ``XMPFacts`` for the keys.
///
/// Source: <https://developer.adobe.com/xmp/docs/xmp-specifications/>
public struct XMPExtractor: Extractor {
    static let namespace: FactKey = "xmp"

    public let id = "xmp"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard let prolog = XMLProlog(header.bytes) else { return nil }
        if Self.isPacket(prolog) { return .signature("XMP packet") }
        return prolog.rootName == nil && header.suffix == "xmp" ? .suffix("xmp") : nil
    }

    static func isPacket(_ prolog: XMLProlog) -> Bool {
        guard let root = prolog.localRootName else { return prolog.instruction == "xpacket" }
        return root == "xmpmeta" || root == "xapmeta" || root == "RDF"
    }

    /// The packet without the instruction at its beginning where that has a control character,
    /// which XML forbids and some cameras' programs write in place of the byte order mark.
    static func document(of reader: ByteReader) throws(ExtractionError) -> ByteReader {
        let head = try reader.prefix(maximum: 256)
        guard head.starts(with: "<?xpacket".utf8),
            let end = head.firstIndex(of: UInt8(ascii: ">")),
            head[..<end].contains(where: { $0 < 0x20 && !(0x09...0x0D).contains($0) }),
            reader.count <= maximumMendedByteCount
        else { return reader }
        let rest = try reader.bytes(at: UInt64(end + 1), count: Int(reader.count) - end - 1)
        return ByteReader(bytes: rest, baseOffset: reader.baseOffset + UInt64(end + 1))
    }

    /// Bytes of a packet that is read although its first instruction is damaged.
    private static let maximumMendedByteCount: UInt64 = 16 << 20

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let facts = XMPFacts(key: Self.namespace, holder: .file, collector: collector)
        try XMLStream(reader: try Self.document(of: reader), limits: collector.limits)
            .send(to: facts)
    }
}

/// Opens an XMP packet inside a file: a TIFF tag, a PNG chunk, a JPEG segment.
public struct XMPPayloadReader: PayloadReader {
    public let signs = PayloadSigns(beginnings: ["<", "\u{FEFF}"])

    public init() {}

    public func claims(_ payload: Payload) -> Bool {
        let head = payload.bytes.prefix(FileHeader.maximumByteCount)
        guard let first = head.first(where: { $0 > 0x20 }),
            first == UInt8(ascii: "<") || first == 0xEF
        else { return false }
        return XMLProlog(head).map(XMPExtractor.isPacket) ?? false
    }

    public func read(
        _ payload: Payload, into collector: FactCollector
    ) throws(ExtractionError) -> Bool {
        let facts = XMPFacts(
            key: XMPExtractor.namespace, holder: PayloadHolder(payload), collector: collector)
        try XMLStream(
            reader: try XMPExtractor.document(of: payload.reader), limits: collector.limits
        )
        .send(to: facts, encoding: .utf8)
        return true
    }
}

public import Extraction
internal import MetadataModel
internal import XMLReading

/// Extracts everything that an XML document of any kind states; see ``XMLFacts`` for the keys.
///
/// Source: <https://www.w3.org/TR/xml/>
public struct XMLExtractor: Extractor {
    public let id = "xml"
    public let version = 2

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard let prolog = XMLProlog(header.bytes), !prolog.isHTML else {
            return nil
        }
        if prolog.hasDeclaration { return .signature("<?xml") }
        if let root = prolog.rootName, header.suffix == "xml" || root.lowercased() != "html" {
            return .signature("root element \(root)")
        }
        return header.suffix == "xml" ? .suffix("xml") : nil
    }

    public func extract(from reader: ByteReader, into collector: FactCollector)
        throws(ExtractionError)
    {
        let head = try reader.prefix(from: 0, maximum: FileHeader.maximumByteCount)
        let dialect = XMLDialect.document(XMLProlog(head)?.localRootName)
        let facts = XMLFacts(key: FactKey(printed: id), dialect: dialect, collector: collector)
        try XMLStream(reader: reader, limits: collector.limits).send(to: facts)
    }
}

/// Opens text that is XML of any kind, under the key that held it.
public struct XMLPayloadReader: PayloadReader {
    public let signs = PayloadSigns(beginnings: ["<", "\u{FEFF}"])

    public init() {}

    public func claims(_ payload: Payload) -> Bool {
        let bytes = payload.bytes
        guard let first = bytes.first(where: { $0 > 0x20 }),
            first == UInt8(ascii: "<") || first == 0xEF,
            XMLProlog(bytes.prefix(FileHeader.maximumByteCount)) != nil
        else { return false }
        // `<none>` is text; a tag that is closed is markup.
        var previous: UInt8 = 0
        for byte in bytes {
            if previous == UInt8(ascii: "<"), byte == UInt8(ascii: "/") { return true }
            if previous == UInt8(ascii: "/"), byte == UInt8(ascii: ">") { return true }
            previous = byte
        }
        return false
    }

    public func read(_ payload: Payload, into collector: FactCollector) throws(ExtractionError)
        -> Bool
    {
        let facts = XMLFacts(
            key: payload.key, element: payload.element, dialect: .any,
            holder: PayloadHolder(payload), collector: collector)
        let stream = XMLStream(reader: payload.reader, limits: collector.limits)
        do throws(ExtractionError) {
            try stream.send(to: facts, encoding: .utf8)
        } catch  where !facts.hasFacts {
            return false
        }
        return true
    }
}

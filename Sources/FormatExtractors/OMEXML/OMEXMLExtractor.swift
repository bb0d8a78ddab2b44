public import Extraction
internal import MetadataModel
internal import XMLReading

/// Extracts an OME-XML document: `.ome`, `.ome.xml`, `.companion.ome`, whatever its year.
///
/// Elements and attributes become facts as in any XML (see ``XMLFacts``), with these rules:
///
/// | In the document                   | Key                                            |
/// |:----------------------------------|:-----------------------------------------------|
/// | the root `<OME>`                  | `ome`                                          |
/// | `Name` of the second channel of the first image | `ome.Image.Pixels.Channel.Name`, elements 0 and 1 |
/// | `<M K="Gene">ptc2</M>` of a map   | `ome.StructuredAnnotations.MapAnnotation.Value.Gene` |
/// | `<BinData>`                       | the length alone                               |
///
/// What the schema lets occur several times always has an element step. A length, time, power or
/// wavelength without its `Unit` attribute has the unit that the schema states for it; see
/// ``XMLDialect/ome``. References such as `ChannelRef` keep the identifier they point to.
///
/// Source: <https://docs.openmicroscopy.org/ome-model/latest/ome-xml/index.html>
public struct OMEXMLExtractor: Extractor {
    static let namespace: FactKey = "ome"

    public let id = "omexml"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard let prolog = XMLProlog(header.bytes) else { return nil }
        if let root = prolog.localRootName {
            return root == "OME" ? .signature("root element OME") : nil
        }
        let name = header.name.lowercased()
        return header.suffix == "ome" || name.hasSuffix(".ome.xml") ? .suffix("ome") : nil
    }

    public func extract(from reader: ByteReader, into collector: FactCollector)
        throws(ExtractionError)
    {
        let facts = XMLFacts(key: Self.namespace, dialect: .ome, collector: collector)
        try XMLStream(reader: reader, limits: collector.limits).send(to: facts)
    }
}

/// Opens OME-XML inside a file, such as the description of an OME-TIFF.
public struct OMEXMLPayloadReader: PayloadReader {
    public let signs = PayloadSigns(beginnings: ["<"])

    public init() {}

    public func claims(_ payload: Payload) -> Bool {
        let head = payload.bytes.prefix(FileHeader.maximumByteCount)
        guard head.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else { return false }
        return XMLProlog(head)?.localRootName == "OME"
    }

    public func read(_ payload: Payload, into collector: FactCollector) throws(ExtractionError)
        -> Bool
    {
        let facts = XMLFacts(
            key: OMEXMLExtractor.namespace, dialect: .ome, holder: PayloadHolder(payload),
            collector: collector)
        try XMLStream(reader: payload.reader, limits: collector.limits)
            .send(to: facts, encoding: .utf8)
        return true
    }
}

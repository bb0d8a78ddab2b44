public import Extraction
internal import MetadataModel
internal import XMLReading

/// Reads the XML files of Bruker's ESPRIT and Quantax programs: spectra (`.spx`), results (`.rtx`)
/// and other objects, each with a root element that begins with `TRT`.
///
/// Keys are `spx.` and the path of the objects, named by their types; see ``XMLDialect/bruker``:
/// `spx.TRTSpectrum.TRTSpectrum.TRTSpectrumHeader.CalibLin`.
///
/// Source: <https://rosettasciio.readthedocs.io/en/latest/supported_formats/bruker.html>
public struct SPXExtractor: Extractor {
    public let id = "spx"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard let root = XMLProlog(header.bytes)?.rootName,
            root.hasPrefix("TRT") || root == "TEBSDCalibration"
        else { return nil }
        return .signature("root element \(root)")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let facts = XMLFacts(key: "spx", dialect: .bruker, collector: collector)
        try XMLStream(reader: reader, limits: collector.limits).send(to: facts)
    }
}

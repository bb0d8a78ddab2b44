public import Extraction
internal import MetadataModel

/// Reads images of Zeiss/Xradia X-ray microscopes (`.xrm`, `.txrm`, `.txm`), which are compound
/// files; pixels are never read.
///
/// Each stream is one value or list, and its path is the key: `txrm.ImageInfo.PixelSize`,
/// `txrm.PositionInfo.MotorPositions`. Lists with a member for every projection are abridged.
/// Streams state no type: see `XradiaStream` for how it is known.
///
/// Source: no specification is public; names, types and units as dxchange and txrm2tiff document
/// them <https://dxchange.readthedocs.io>.
public struct TXRMExtractor: Extractor {
    public let id = "txrm"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.compoundFormat(stream: "ImageInfo", suffixes: ["txrm", "xrm", "txm"])
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let facts = try CompoundFacts(reader, into: collector)
        facts.stateDirectory()
        XradiaReader(facts).read()
        facts.reportProblem()
    }
}

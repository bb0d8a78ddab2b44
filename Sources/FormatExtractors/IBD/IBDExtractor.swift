public import Extraction
internal import MetadataModel

/// Reads the identifier that begins the binary part of an imzML image (`.ibd`); spectra are never
/// read.
///
/// | Key        | Offset | Type                                        |
/// |:-----------|-------:|:--------------------------------------------|
/// | `ibd.UUID` | 0      | 16 bytes, as the imzML file beside has them |
///
/// Source: imzML 1.1.0 <https://www.ms-imaging.org/imzml/>.
public struct IBDExtractor: Extractor {
    public let id = "ibd"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        // The bytes of a UUID and of spectra are no text, whatever the suffix.
        guard header.suffix == "ibd", header.bytes.count >= 16,
            TextShape.decoded(header.bytes, isWhole: false) == nil
        else { return nil }
        return .suffix(header.suffix)
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let bytes = try reader.bytes(at: 0, count: 16)
        var text = ""
        for (place, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(place) { text += "-" }
            text += GUIDText.hexadecimal(byte)
        }
        collector.add(
            Fact(
                key: "ibd.UUID", value: text,
                locus: Locus(offset: 0, length: 16, address: "header")))
        collector.noteMetadata(16, understood: true)
    }
}

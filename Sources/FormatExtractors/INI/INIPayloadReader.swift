public import Extraction
internal import MetadataModel

/// Opens text of `key = value` lines that is found inside a file.
///
/// Keys stand below the key that held the text: `tiff.ImageDescription.Section.Key`.
public struct INIPayloadReader: PayloadReader {
    public let signs = PayloadSigns(hasLines: true)

    public init() {}

    public func claims(_ payload: Payload) -> Bool {
        payload.bytes.contains { $0 == 0x0A || $0 == 0x0D }
            && payload.bytes.first != UInt8(ascii: "<") && payload.bytes.first != UInt8(ascii: "{")
    }

    public func read(
        _ payload: Payload, into collector: FactCollector
    ) throws(ExtractionError) -> Bool {
        guard let syntax = TextShape.keyValueSyntax(of: payload.bytes.prefix(4096)) else {
            return false
        }
        let address = payload.locus.address
        KeyValueFacts(
            base: payload.key, element: payload.element,
            place: address.isEmpty ? "" : address + ", "
        ).collect(payload.bytes, offset: payload.locus.offset, syntax: syntax, into: collector)
        return true
    }
}

internal import Extraction
internal import MetadataModel
internal import XMLReading

/// Opens the layers of a detector, which Bruker's programs write into their XML as deflated XML in
/// base64, under the key that held them: `….DetLayers.Layer0.Element`.
struct DetectorLayersReader: PayloadReader {
    let signs = PayloadSigns(beginnings: ["eJ"])

    func claims(_ payload: Payload) -> Bool {
        payload.bytes.starts(with: "eJ".utf8) && payload.key.description.hasSuffix(".DetLayers")
    }

    func read(
        _ payload: Payload, into collector: FactCollector
    ) throws(ExtractionError) -> Bool {
        guard let packed = Base64.bytes(of: payload.bytes) else { return false }
        var text: [UInt8] = []
        var inflation = try Inflation(.zlib, limits: collector.limits)
        try inflation.inflate(packed, offset: payload.locus.offset ?? 0) {
            block throws(ExtractionError) in
            guard text.count + block.count <= collector.limits.maximumTextByteCount else {
                throw ExtractionError(
                    .limitExceeded, "the layers of a detector are too long", at: payload.locus)
            }
            text += block
        }
        let facts = XMLFacts(
            key: payload.key, element: payload.element, dialect: .bruker,
            holder: PayloadHolder(
                Payload(
                    bytes: text, key: payload.key, element: payload.element,
                    locus: Locus(address: payload.locus.address))), collector: collector)
        try XMLStream(reader: ByteReader(bytes: text), limits: collector.limits).send(to: facts)
        return facts.hasFacts
    }
}

/// Bytes written as text, six bits a character.
///
/// Source: <https://www.rfc-editor.org/rfc/rfc4648>
enum Base64 {
    /// The bytes; `nil` where the text has a character of another alphabet.
    static func bytes(of text: [UInt8]) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var bits: UInt32 = 0
        var bitCount = 0
        for character in text where character > 0x20 && character != UInt8(ascii: "=") {
            guard let value = value(of: character) else { return nil }
            bits = (bits << 6 | value) & 0xFFFF
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)))
            }
        }
        return bytes
    }

    private static func value(of character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}

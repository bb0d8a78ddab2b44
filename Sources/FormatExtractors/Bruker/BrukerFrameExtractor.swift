public import Extraction
internal import MetadataModel

/// Extracts the header of a Bruker or Siemens frame of an area detector (`.gfrm`, `.0001`).
///
/// The header is lines of 80 bytes without line ends: a name of seven characters, a colon, and a
/// value of 72. A name that comes again is another element. `HDRBLKS` blocks of 512 bytes make up
/// the header. Keys are `gfrm.` and the name as written, which is cut to seven characters.
///
/// Source: Bruker AXS, "SAINT: frame header", formats 86 and 100.
public struct BrukerFrameExtractor: Extractor {
    public let id = "gfrm"
    public let version = 1

    private static let lineByteCount = 80

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        if header.has("FORMAT :") { return .signature("FORMAT :") }
        // Other programs begin with another of the lines.
        guard header.bytes.count >= 400,
            (0..<5).allSatisfy({ header.bytes[80 * $0 + 7] == UInt8(ascii: ":") }),
            header.bytes[..<400].allSatisfy({ (0x20...0x7E).contains($0) }),
            stride(from: 0, to: header.bytes.count - 79, by: 80).contains(where: {
                header.has("HDRBLKS:", at: $0)
            })
        else { return nil }
        return .signature("lines of 80 bytes with HDRBLKS")
    }

    private static let units = [
        "CUMULAT": "s", "ELAPSDR": "s", "ELAPSDA": "s", "RANGE": "deg", "START": "deg",
        "INCREME": "deg", "SOURCEK": "kV", "SOURCEM": "mA", "DISTANC": "cm", "ANGLES": "deg",
        "ENDING": "deg",
    ]

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = try reader.prefix(maximum: 512)
        var blockCount = 15
        for place in stride(from: 0, to: head.count - 79, by: 80)
        where head[place...].starts(with: "HDRBLKS:".utf8) {
            let text = HeaderText(head, offset: 0)
            blockCount = Int(text.text(text.trimmed(place + 8..<place + 80))) ?? blockCount
        }
        guard (1...2048).contains(blockCount) else {
            throw ExtractionError(
                .malformed, "expected 1 to 2048 blocks of header, found \(blockCount)", offset: 0)
        }
        let bytes = try reader.prefix(maximum: blockCount * 512)
        let text = HeaderText(bytes, offset: 0)
        var facts = HeaderFacts(text, key: "gfrm", into: collector)
        var number = 0
        for start in stride(from: 0, to: bytes.count - 79, by: Self.lineByteCount) {
            number += 1
            guard bytes[start + 7] == UInt8(ascii: ":") else { break }
            let name = text.trimmed(start..<start + 7)
            let value = text.trimmed((start + 8)..<(start + 80))
            guard !name.isEmpty, !value.isEmpty else { continue }
            let written = text.text(name)
            facts.add(written, value, line: number, unit: Self.units[written])
        }
        collector.noteMetadata(bytes.count, understood: true)
        if bytes.count < blockCount * 512 {
            throw ExtractionError(
                .truncated, "expected \(blockCount * 512) bytes of header, found \(bytes.count)",
                offset: UInt64(bytes.count))
        }
    }
}

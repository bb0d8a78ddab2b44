public import Extraction
internal import MetadataModel

/// Extracts what a surface mesh in STL says: a header of 80 bytes and a count, or the name behind
/// `solid`. Triangles are never read.
///
/// | Key | Where |
/// |:----|:------|
/// | `stl.Header` | bytes 0 to 79 of a binary file |
/// | `stl.TriangleCount` | bytes 80 to 83 |
/// | `stl.Name` | the first line of a text file |
///
/// Source: 3D Systems, "StereoLithography Interface Specification", 1989.
public struct STLExtractor: Extractor {
    public let id = "stl"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.suffix == "stl" else { return nil }
        if header.has("solid"), header.bytes.count < 84 || Self.size(header.bytes) != header.count {
            return .signature("solid")
        }
        return Self.size(header.bytes) == header.count ? .suffix("stl") : nil
    }

    /// Bytes of a binary file with this beginning.
    private static func size(_ bytes: [UInt8]) -> UInt64? {
        guard bytes.count >= 84 else { return nil }
        return bytes[80..<84].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) } * 50 + 84
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = try reader.prefix(maximum: 4096)
        guard Self.size(head) == reader.count else {
            let text = HeaderText(head, offset: reader.baseOffset)
            guard let line = text.lines.first, text.has("solid", at: line.range) else {
                throw ExtractionError(.malformed, "expected solid", offset: 0)
            }
            let name = text.trimmed(line.range.lowerBound + 5..<line.range.upperBound)
            if !name.isEmpty {
                collector.text("stl.Name", text.text(name), locus: text.locus(name, line: 1))
            }
            return collector.noteMetadata(line.end, understood: true)
        }
        var reading = StructureReading(reader, collector, order: .little, key: "stl")
        try reading.state(text: "Header", byteCount: 80)
        try reading.state(numbers: "TriangleCount", .uint32, count: 1)
    }
}

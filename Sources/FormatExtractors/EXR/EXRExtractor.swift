public import Extraction
internal import MetadataModel

/// Extracts the attributes of an OpenEXR file, of every part.
///
/// An attribute is a name and the name of a type, each ended by a NUL, a size (4), and the value,
/// little-endian; a NUL in the place of a name ends the part. Keys are `exr.<name>`, of the second
/// and later parts with an element step at the first segment.
///
/// Source: <https://openexr.com/en/latest/OpenEXRFileLayout.html>.
public struct EXRExtractor: Extractor {
    public let id = "exr"
    public let version = 1

    static let maximumAttributeByteCount: UInt32 = 1 << 20

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has([0x76, 0x2F, 0x31, 0x01]) ? .signature("762F3101") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let flags = try reader.uint32(at: 4, .little)
        let names: [(UInt32, String)] = [
            (0x200, "single tiled part"), (0x400, "long names"), (0x800, "deep data"),
            (0x1000, "multiple parts"),
        ]
        let set = names.filter { flags & $0.0 != 0 }.map(\.1).joined(separator: ", ")
        collector.integer(
            "exr.Version", Int64(flags & 0xFF), label: set.isEmpty ? nil : set,
            locus: Locus(offset: 4, length: 4, address: "header"))
        var place: UInt64 = 8
        var part = 0
        while !collector.isFull {
            if try reader.uint8(at: place) == 0 {
                part += 1
                place += 1
                // A second NUL ends the parts.
                if flags & 0x1000 == 0 || part > 1000 { return }
                if try reader.uint8(at: place) == 0 { return }
            }
            let name = try text(at: place, reader)
            place += UInt64(name.utf8.count) + 1
            let type = try text(at: place, reader)
            place += UInt64(type.utf8.count) + 1
            let size = try reader.uint32(at: place, .little)
            place += 4
            guard UInt64(size) <= reader.count - min(place, reader.count) else {
                throw ExtractionError(
                    .truncated, "expected \(size) bytes of the attribute \(name)", offset: place)
            }
            if size <= Self.maximumAttributeByteCount {
                let value = BinaryBlock(
                    try reader.bytes(at: place, count: Int(size)), order: .little, at: place,
                    address: "attribute \(name)")
                EXRAttribute(
                    key: FactKey(segments: ["exr", name]),
                    element: part == 0 ? .root : ElementPath(index: part), value: value
                ).state(type, into: collector)
                collector.noteMetadata(Int(size) + name.utf8.count + 6, understood: true)
            }
            place += UInt64(size)
        }
    }

    private func text(at place: UInt64, _ reader: ByteReader) throws(ExtractionError) -> String {
        let bytes = try reader.prefix(from: place, maximum: 256)
        guard let end = bytes.firstIndex(of: 0), end > 0,
            let text = String(validating: bytes[..<end], as: UTF8.self)
        else {
            throw ExtractionError(.malformed, "expected a name of 1 to 255 bytes", offset: place)
        }
        return text
    }
}

public import Extraction
internal import MetadataModel

/// Extracts the chunks of a Lytro light-field picture: JSON is opened, images are skipped.
///
/// Each chunk is 8 bytes of signature (`LFP`, `LFM` or `LFC` within), a version (4), a length (4),
/// and where the length is not 0, 80 bytes of SHA-1 in text and the content, padded to 16 bytes.
///
/// | Key | Element | What |
/// |:----|:--------|:-----|
/// | `lfp.Version` | none | version of the file |
/// | `lfp.Chunk.Type`, `lfp.Chunk.Length`, `lfp.Chunk.SHA1` | chunk | header of a chunk |
/// | `lfp.Chunk.Metadata.camera.make` … | chunk | the JSON of a chunk |
///
/// Source: <https://github.com/nrpatel/lfptools>; <http://optics.miloush.net/lytro/TheFileFormat.aspx>.
public struct LFPExtractor: Extractor {
    public let id = "lfp"
    public let version = 1

    private static let maximumByteCount: UInt64 = 4 << 20

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has([0x89, 0x4C, 0x46, 0x50, 0x0D, 0x0A, 0x1A, 0x0A]) ? .signature("LFP") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        collector.integer(
            "lfp.Version", Int64(try reader.uint32(at: 8, .big)),
            locus: Locus(offset: 8, length: 4, address: "header"))
        var place: UInt64 = 16
        var index = 0
        while place < reader.count, !collector.isFull {
            let head = try reader.bytes(at: place, count: 16)
            guard head[0] == 0x89, head[4...7].elementsEqual([0x0D, 0x0A, 0x1A, 0x0A]) else {
                throw ExtractionError(.malformed, "expected a chunk", offset: place)
            }
            let element = ElementPath(segment: 1, index: index)
            let length = UInt64(try reader.uint32(at: place + 12, .big))
            collector.text(
                "lfp.Chunk.Type", String(decoding: head[1...3], as: UTF8.self), element: element,
                locus: Locus(offset: place + 1, length: 3, address: "chunk \(index)"))
            collector.integer(
                "lfp.Chunk.Length", Int64(length), element: element, unit: "B",
                locus: Locus(offset: place + 12, length: 4, address: "chunk \(index)"))
            place += 16
            index += 1
            collector.noteMetadata(16, understood: true)
            guard length > 0 else { continue }
            let digest = try reader.bytes(at: place, count: 80).prefix { $0 != 0 }
            collector.text(
                "lfp.Chunk.SHA1", String(decoding: digest, as: UTF8.self), element: element,
                locus: Locus(offset: place, length: UInt64(digest.count), address: "SHA-1"))
            place += 80
            if length <= Self.maximumByteCount, try reader.uint8(at: place) == UInt8(ascii: "{") {
                let bytes = try reader.bytes(at: place, count: Int(length))
                collector.text(
                    "lfp.Chunk.Metadata", TextDecoding.text(of: bytes.prefix { $0 != 0 }).text,
                    element: element,
                    locus: Locus(offset: place, length: length, address: "chunk \(index - 1)"))
                collector.noteMetadata(Int(length) + 80, understood: true)
            }
            place += (length + 15) / 16 * 16
        }
    }
}

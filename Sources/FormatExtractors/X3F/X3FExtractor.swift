public import Extraction
internal import MetadataModel

/// Extracts header and properties of a Sigma raw file.
///
/// | Key | What |
/// |:----|:-----|
/// | `x3f.Version`, `x3f.ImageColumns`, `x3f.ImageRows`, `x3f.Rotation` | the header |
/// | `x3f.PROP.ISO` … | names and values of the section `PROP` |
/// | `jpeg.` `tiff.` `exif.` | the segments of an embedded JPEG image in a section `IMAG` |
///
/// The last 4 bytes say where the directory of sections is; all little-endian.
///
/// Source: <https://photo.net/discuss/threads/x3f-file-format-documentation.59867/>.
public struct X3FExtractor: Extractor {
    public let id = "x3f"
    public let version = 1

    private static let header = StructureTable(
        namespace: "x3f",
        """
        24 uint32 MarkBits
        28 uint32 ImageColumns px
        32 uint32 ImageRows px
        36 uint32 Rotation deg
        40 char[32] WhiteBalance
        """)

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("FOVb") ? .signature("FOVb") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = BinaryBlock(
            try reader.prefix(maximum: 72), order: .little, at: 0, address: "header")
        if let version = head.integer(at: 4, as: UInt32.self) {
            collector.text(
                "x3f.Version", "\(version >> 16).\(version & 0xFFFF)",
                locus: head.locus(at: 4, count: 4))
            if version >> 16 < 4 { Self.header.state(head, element: .root, into: collector) }
        }
        guard reader.count >= 16 else {
            throw ExtractionError(.truncated, "expected a directory", offset: reader.count)
        }
        let directory = UInt64(try reader.uint32(at: reader.count - 4, .little))
        let mark = try reader.bytes(at: directory, count: 4)
        guard mark.elementsEqual("SECd".utf8) else {
            throw ExtractionError(.malformed, "expected the directory", offset: directory)
        }
        let count = try reader.uint32(at: directory + 8, .little)
        var hasImage = false
        for index in 0..<UInt64(min(count, 256)) {
            let entry = directory + 12 + index * 12
            let offset = UInt64(try reader.uint32(at: entry, .little))
            let size = UInt64(try reader.uint32(at: entry + 4, .little))
            let type = TextDecoding.text(of: try reader.bytes(at: entry + 8, count: 4)).text
            collector.text(
                "x3f.Section.Type", type, element: ElementPath(segment: 1, index: Int(index)),
                locus: Locus(offset: entry + 8, length: 4, address: "directory"))
            do throws(ExtractionError) {
                if type == "PROP" {
                    try properties(at: offset, size, reader, into: collector)
                } else if type.hasPrefix("IMA"), size > 30, !hasImage,
                    try reader.uint16(at: offset + 28, .big) == 0xFFD8
                {
                    hasImage = true
                    var segments = JPEGSegments(reader, into: collector)
                    try segments.run(from: offset + 30)
                }
            } catch {
                collector.report(error.issue)
            }
        }
    }

    /// Reads pairs of UTF-16 texts, whose places are counted in units behind their list.
    private func properties(
        at offset: UInt64, _ size: UInt64, _ reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        guard size <= 4 << 20 else {
            throw ExtractionError(.limitExceeded, "properties of \(size) bytes", offset: offset)
        }
        let block = BinaryBlock(
            try reader.bytes(at: offset, count: Int(size)), order: .little, at: offset,
            address: "PROP")
        let count = Int(block.integer(at: 8, as: UInt32.self) ?? 0)
        func text(_ unit: UInt32) -> (text: String, place: Int)? {
            let place = 24 + count * 8 + Int(unit) * 2
            guard let bytes = block.bytes(at: place, count: block.bytes.count - place) else {
                return nil
            }
            return (TextDecoding.utf16(upToZero: bytes.prefix(2048), .little), place)
        }
        for index in 0..<min(count, 4096) {
            guard let name = block.integer(at: 24 + index * 8, as: UInt32.self).flatMap(text),
                let value = block.integer(at: 28 + index * 8, as: UInt32.self).flatMap(text)
            else { return }
            collector.text(
                FactKey(segments: ["x3f", "PROP", name.text]), value.text,
                locus: block.locus(at: value.place, count: value.text.utf16.count * 2))
        }
        collector.noteMetadata(block.bytes.count, understood: true)
    }
}

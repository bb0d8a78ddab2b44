public import Extraction
internal import MetadataModel

/// Extracts the chunks of a WebP file; image data is skipped.
///
/// | Key | What |
/// |:----|:-----|
/// | `webp.VP8X.CanvasWidth` … | the extended header |
/// | `webp.VP8.Width`, `webp.VP8L.Width` | the headers of lossy and lossless images |
/// | `webp.ANIM.`, `webp.ANMF.` | animation, one element a frame |
/// | `tiff.` `exif.` `xmp.` `icc.` | chunks EXIF, XMP and ICCP |
///
/// Sources: <https://developers.google.com/speed/webp/docs/riff_container>; RFC 6386 section 9.1;
/// <https://developers.google.com/speed/webp/docs/webp_lossless_bitstream_specification>.
public struct WebPExtractor: Extractor {
    public let id = "webp"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("RIFF") && header.has("WEBP", at: 8) ? .signature("RIFF WEBP") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        collector.text(
            "webp.FormType", "WEBP", locus: Locus(offset: 8, length: 4, address: "RIFF"))
        let stated = UInt64(try reader.uint32(at: 4, .little)) + 8
        collector.integer(
            "webp.RIFFSize", Int64(stated) - 8, unit: "B",
            locus: Locus(offset: 4, length: 4, address: "RIFF"))
        var place: UInt64 = 12
        var frames = 0
        while place < min(stated, reader.count), reader.count - place >= 8, !collector.isFull {
            let name = TextDecoding.text(of: try reader.bytes(at: place, count: 4)).text
            let count = UInt64(try reader.uint32(at: place + 4, .little))
            guard count <= reader.count - place - 8 else {
                collector.report(
                    Issue(
                        .truncated, "expected \(count) bytes of the chunk \(name)",
                        at: Locus(offset: place, address: name)))
                // A cut image still states its size.
                try state(
                    name, at: place + 8, count: reader.count - place - 8, &frames, collector, reader
                )
                return
            }
            try state(name, at: place + 8, count: count, &frames, collector, reader)
            place += 8 + count + count % 2
        }
        if stated > reader.count {
            throw ExtractionError(
                .truncated, "expected \(stated) bytes, the file has \(reader.count)", offset: 4)
        }
    }

    private func state(
        _ name: String, at place: UInt64, count: UInt64, _ frames: inout Int,
        _ collector: FactCollector, _ reader: ByteReader
    ) throws(ExtractionError) {
        let isImage = ["VP8 ", "VP8L", "ALPH", "ANMF"].contains(name)
        let wanted = isImage ? min(count, 64) : min(count, 16 << 20)
        let chunk = BinaryBlock(
            try reader.bytes(at: place, count: Int(wanted)), order: .little, at: place,
            address: "chunk \(name)")
        WebPChunks.state(name, chunk, frame: frames, into: collector)
        if name == "ANMF" { frames += 1 }
    }
}

public import Extraction
internal import MetadataModel

/// Extracts header, embedded JPEG image and tags of a Fujifilm raw file.
///
/// | Key | What |
/// |:----|:-----|
/// | `raf.FormatVersion`, `raf.Model`, `raf.FirmwareVersion` | the header, big-endian |
/// | `raf.RawImageFullSize`, `raf.Tag…` | the directory of the raw image |
/// | `jpeg.` `tiff.` `exif.` `fujifilm.` `xmp.` | the segments of the embedded JPEG image |
///
/// Source: <https://libopenraw.freedesktop.org/formats/raf/>.
public struct RAFExtractor: Extractor {
    public let id = "raf"
    public let version = 1

    private static let header = StructureTable(
        namespace: "raf",
        """
        16 char[4] FormatVersion
        20 char[8] CameraNumber
        28 char[32] Model
        60 char[4] FirmwareVersion
        84 uint32 JpegOffset
        88 uint32 JpegLength B
        92 uint32 DirectoryOffset
        96 uint32 DirectoryLength B
        """)

    private static let names: [UInt16: String] = [
        0x100: "RawImageFullSize", 0x110: "RawImageCropTopLeft", 0x111: "RawImageCroppedSize",
        0x115: "RawImageAspectRatio", 0x121: "RawImageSize", 0x130: "FujiLayout",
        0x131: "XTransLayout", 0x2000: "WB_GRGBLevelsAuto", 0x2100: "WB_GRGBLevelsDaylight",
        0x2200: "WB_GRGBLevelsCloudy", 0x2300: "WB_GRGBLevelsFluorescent",
        0x2310: "WB_GRGBLevelsTungsten", 0x2FF0: "WB_GRGBLevels", 0x9200: "RelativeExposure",
        0x9650: "RawExposureBias",
    ]

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("FUJIFILMCCD-RAW") ? .signature("FUJIFILMCCD-RAW") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = BinaryBlock(
            try reader.prefix(maximum: 108), order: .big, at: 0, address: "header")
        Self.header.state(head, element: .root, into: collector)
        collector.noteMetadata(head.bytes.count, understood: true)
        guard let image = head.integer(at: 84, as: UInt32.self),
            let directory = head.integer(at: 92, as: UInt32.self)
        else { throw ExtractionError(.truncated, "expected 108 bytes of header", offset: 0) }
        do throws(ExtractionError) {
            try state(directory: UInt64(directory), reader, into: collector)
        } catch {
            collector.report(error.issue)
        }
        guard try reader.uint16(at: UInt64(image), .big) == 0xFFD8 else {
            throw ExtractionError(.malformed, "expected a JPEG image", offset: UInt64(image))
        }
        var segments = JPEGSegments(reader, into: collector)
        try segments.run(from: UInt64(image) + 2)
    }

    /// Reads a count (4) and entries: tag (2), size (2), content.
    private func state(
        directory: UInt64, _ reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let count = try reader.uint32(at: directory, .big)
        guard count <= 256 else {
            throw ExtractionError(
                .malformed, "expected at most 256 entries, found \(count)", offset: directory)
        }
        var place = directory + 4
        for _ in 0..<count {
            let tag = try reader.uint16(at: place, .big)
            let size = Int(try reader.uint16(at: place + 2, .big))
            let value = BinaryBlock(
                try reader.bytes(at: place + 4, count: size), order: .big, at: place + 4,
                address: "tag \(tag)")
            let key = FactKey(segments: ["raf", Self.names[tag] ?? "Tag\(tag)"])
            if size > 64 {
                collector.opaque(key, value.bytes, locus: value.locus)
            } else {
                StructureTable(
                    key: key, typeName: size % 2 == 0 ? "uint16" : "uint8", byteCount: size
                )?.state(value, element: .root, into: collector)
            }
            collector.noteMetadata(size + 4, understood: Self.names[tag] != nil)
            place += 4 + UInt64(size)
        }
    }
}

public import Extraction
internal import MetadataModel

/// Extracts the header of a NorPix StreamPix sequence, `.seq`; frames are never read.
///
/// Everything is little-endian. Images begin at 1024, from version 5 on at 8192; each takes
/// `norpix.TrueImageSize` bytes, its moment behind its pixels.
///
/// | Key | Offset |
/// |:----|-------:|
/// | `norpix.Version` | 28 |
/// | `norpix.Description` | 36, 512 bytes of UTF-16 |
/// | `norpix.ImageWidth` … `norpix.TrueImageSize` | 548 |
/// | `norpix.FrameRate` | 584 |
/// | `norpix.FirstImageTime` | behind the first image |
///
/// Source: NorPix, "StreamPix sequence file format".
public struct NorPixExtractor: Extractor {
    public let id = "norpix"
    public let version = 1

    private static let layout = StructureLayout(
        """
        uint32 Magic
        wchar[12] Name
        int32 Version
        int32 HeaderSize B
        wchar[256] Description
        uint32 ImageWidth px
        uint32 ImageHeight px
        uint32 ImageBitDepth
        uint32 ImageBitDepthReal
        uint32 ImageSizeBytes B
        uint32 ImageFormat
        uint32 AllocatedFrames
        uint32 Origin
        uint32 TrueImageSize B
        float64 FrameRate 1/s
        int32 DescriptionFormat
        uint32 ReferenceFrame
        uint32 FixedSize
        uint32 Flags
        int32 BayerPattern
        int32 TimeOffset us
        int32 ExtendedHeaderSize B
        uint32 CompressionFormat
        """,
        labels: [
            "ImageFormat": [
                0: "unknown", 100: "monochrome", 101: "raw Bayer", 200: "BGR", 300: "planar",
                400: "RGB", 500: "BGRx", 600: "YUV 422", 610: "YUV 422, 20 bit",
                620: "YUV 422 planar", 700: "UVY 422", 800: "UVY 411", 900: "UVY 444",
            ],
            "DescriptionFormat": [0: "Unicode", 1: "ASCII", 2: "data"],
        ])

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has([0xED, 0xFE, 0, 0]) && header.has([0x4E, 0, 0x6F, 0, 0x72, 0], at: 4)
            ? .signature("FEED, Norpix seq") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var reading = StructureReading(reader, collector, order: .little, key: "norpix")
        try reading.state(Self.layout)
        let version = reading.integer("Version") ?? 0
        let start: UInt64 = version >= 5 ? 8192 : 1024
        let pixels = reading.count("ImageSizeBytes")
        // Of compressed sequences, each image states its own size.
        guard reading.count("CompressionFormat") == 0, pixels < reader.count,
            start + pixels + 8 <= reader.count
        else { return }
        let place = start + pixels
        let seconds = Int64(try reader.uint32(at: place, .little))
        let milliseconds = Int64(try reader.uint16(at: place + 4, .little))
        let microseconds = Int64(try reader.uint16(at: place + 6, .little))
        guard seconds > 0 else { return }
        let moment = seconds * 1_000_000 + milliseconds * 1000 + microseconds
        collector.add(
            Fact(
                key: "norpix.FirstImageTime", value: TimeSpan.timestamp(ofMicroseconds: moment),
                date: TimeSpan(start: moment, end: moment + 1, hasZone: true),
                locus: Locus(offset: place, length: 8, address: "image 0")))
        collector.noteMetadata(8, understood: true)
    }
}

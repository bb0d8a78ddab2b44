public import Extraction
internal import MetadataModel

/// Extracts the headers of TVIPS' recorder streams (`.tvips`).
///
/// The general header is followed by frames, each a header and its samples. Further files of a
/// stream have frames only, of sizes that the first file states: they are not read.
///
/// Source: the layout as the readers of the format know it; TVIPS publishes none
public struct TVIPSExtractor: Extractor {
    public let id = "tvips"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.suffix == "tvips", header.has([0, 0, 0], at: 5), header.bytes.count > 4,
            header.bytes[4] == 1 || header.bytes[4] == 2
        else { return nil }
        return .suffix("tvips")
    }

    private static let general = StructureLayout(
        """
        uint32 size B
        uint32 version
        uint32 dimx px
        uint32 dimy px
        uint32 bitsperpixel bit
        uint32 offsetx
        uint32 offsety
        uint32 binx
        uint32 biny
        uint32 pixelsize nm
        uint32 ht kV
        uint32 magtotal
        uint32 frameheaderbytes B
        char[204] dummy
        """)

    private static let times = "uint32 num\nunixtime timestamp\nuint32 ms ms"

    private static let frame = StructureLayout(
        times + """

            uint32 LUTidx
            float32 fcurrent
            uint32 mag
            uint32 mode
            float32 stagex
            float32 stagey
            float32 stagez
            float32 stagea
            float32 stageb
            uint32 rotidx
            float32 temperature
            float32 objective
            """, labels: ["mode": [1: "image", 2: "diffraction"]])

    /// Frames whose headers are read: each costs a read of its own.
    private static let maximumFrameCount = 64

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var header = StructureReading(
            reader, collector, order: .little, key: FactKey(printed: id), place: "header")
        try header.state(Self.general)
        let isFirst = header.integer("version") == 1
        let headerByteCount = isFirst ? 12 : header.count("frameheaderbytes")
        let (pixelCount, overflows) = header.count("dimx").multipliedReportingOverflow(
            by: header.count("dimy"))
        let (frameByteCount, overflowsToo) = pixelCount.multipliedReportingOverflow(
            by: header.count("bitsperpixel") / 8)
        guard !overflows, !overflowsToo, headerByteCount >= 12, frameByteCount < 1 << 40 else {
            throw ExtractionError(.malformed, "a frame of no known size", offset: 8)
        }
        let layout = isFirst ? StructureLayout(Self.times) : Self.frame
        var start = header.count("size")
        var index = 0
        while start < reader.count, index < Self.maximumFrameCount, !collector.isFull {
            var frame = StructureReading(
                reader, collector, order: .little,
                key: FactKey(segments: [id, "frame"]),
                element: ElementPath(segment: 1, index: index),
                place: "frame \(index + 1)", from: start)
            frame.end = min(start + headerByteCount, reader.count)
            try frame.state(layout, allowsShort: frame.end < reader.count)
            if frame.left > 0, frame.end < reader.count {
                try frame.state(opaque: "extra", byteCount: frame.left)
            }
            start += headerByteCount + frameByteCount
            index += 1
        }
        guard start < reader.count else { return }
        collector.report(
            Issue(
                .limitExceeded, "the headers of the first \(index) frames are read",
                at: Locus(offset: start)))
    }
}

public import Extraction
internal import MetadataModel

/// Extracts the tags of an Alicona Imaging 3D surface (`.al3d`); icon, depth and texture are never
/// read.
///
/// Behind `AliconaImaging` stand tags of 52 bytes: a key of 20, a value of 30, CR and LF. The
/// second, `TagCount`, tells how many follow it; behind them is a comment of 256 bytes. Keys are
/// `al3d.` and the tag's.
///
/// Source: Alicona's AL3D-Format, version 1, as in Gwyddion's `alicona` module.
public struct AL3DExtractor: Extractor {
    public let id = "al3d"
    public let version = 1

    public init() {}

    private static let units = [
        "PixelSizeXMeter": "m", "PixelSizeYMeter": "m", "Cols": "px", "Rows": "px",
    ]

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("AliconaImaging\0\r\n") ? .signature("AliconaImaging") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var fields = StructureReading(
            reader, collector, order: .little, key: "al3d", place: "tag", from: 17)
        var left = 2
        var isCounted = false
        while left > 0, !collector.isFull {
            left -= 1
            let key = BinaryText.narrow(try fields.bytes(20))
            let value = try fields.state(
                text: key.isEmpty ? "Tag" : key, byteCount: 30, unit: Self.units[key])
            try fields.skip(2)
            if key == "TagCount", !isCounted {
                isCounted = true
                left = min(65_536, max(0, Int(value) ?? 0))
            }
        }
        try fields.state(text: "Comment", byteCount: 256)
    }
}

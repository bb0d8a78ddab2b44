public import Extraction
internal import MetadataModel

/// Reads the headers of the tiles of an Olympus cellSens image (`.ets`); tiles are never read.
///
/// | Key                       | Offset | Type   | Unit |
/// |:--------------------------|-------:|:-------|:-----|
/// | `ets.HeaderSize`          | 4      | uint32 | B    |
/// | `ets.Version`             | 8      | uint32 |      |
/// | `ets.DimensionCount`      | 12     | uint32 |      |
/// | `ets.UsedChunkCount`      | 40     | uint32 |      |
/// | `ets.TileVersion` … `ets.UsePyramid` | the header `ETS` | | |
/// | `ets.Dimensions`          | 188 of the header `ETS` | uint32 each: X, Y and what follows | |
/// | `ets.SizeX`, `ets.SizeY`  | the first two of them | uint32 | px |
/// | `ets.ChunkCoordinates`    | the greatest coordinate of a tile in each dimension | | |
///
/// Source: as for `VSITagNames`.
public struct ETSExtractor: Extractor {
    public let id = "ets"
    public let version = 1

    public init() {}

    private static let volume = StructureTable(
        namespace: "ets",
        """
        4 uint32 HeaderSize B
        8 uint32 Version
        12 uint32 DimensionCount
        24 uint32 AdditionalHeaderSize B
        40 uint32 UsedChunkCount
        """)

    private static let tiles = StructureTable(
        namespace: "ets",
        """
        4 uint32 TileVersion
        12 uint32 ChannelCount
        16 uint32 Colorspace
        24 uint32 CompressionQuality
        28 uint32 TileWidth px
        32 uint32 TileHeight px
        36 uint32 TileDepth px
        40 uint32[17] PixelInfoHints
        148 uint32 ComponentOrder
        152 uint32 UsePyramid
        """)

    private static let sizes = StructureTable(
        namespace: "ets",
        """
        188 uint32 SizeX px
        192 uint32 SizeY px
        """)

    private static let pixelTypes: [UInt32: String] = [
        1: "int8", 2: "uint8", 3: "int16", 4: "uint16", 5: "int32", 6: "uint32", 7: "int64",
        8: "uint64", 9: "float32", 10: "float64",
    ]
    private static let compressions: [UInt32: String] = [
        0: "raw", 2: "JPEG", 3: "JPEG 2000", 5: "lossless JPEG", 8: "PNG", 9: "BMP",
    ]
    private static let maximumChunkCount = 1 << 16

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("SIS\0") ? .signature("SIS") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = try BinaryBlock(
            of: reader, at: 0, count: 64, order: .little, address: "header")
        Self.volume.state(head, element: .root, into: collector)
        guard let place = head.integer(at: 16, as: UInt64.self),
            let dimensionCount = head.integer(at: 12, as: UInt32.self),
            let chunkPlace = head.integer(at: 32, as: UInt64.self),
            let chunkCount = head.integer(at: 40, as: UInt32.self)
        else {
            throw ExtractionError(
                .truncated, "expected a header of 64 bytes, found \(head.bytes.count)", offset: 0)
        }
        let tiles = try BinaryBlock(
            of: reader, at: place, count: 228, order: .little, address: "tile header")
        guard tiles.has("ETS") else {
            throw ExtractionError(
                reader.count <= place ? .truncated : .malformed,
                "expected the tiles' header at byte \(place)", offset: 16)
        }
        Self.tiles.state(tiles, element: .root, into: collector)
        if let count = tiles.integer(at: 184, as: UInt32.self), (2...10).contains(count),
            tiles.bytes.count >= 188 + Int(count) * 4
        {
            let sizes = (0..<Int(count)).compactMap {
                tiles.integer(at: 188 + $0 * 4, as: UInt32.self)
            }
            collector.numbers(
                "ets.Dimensions", sizes.map { .integer(Int64($0)) },
                locus: tiles.locus(at: 188, count: Int(count) * 4))
        }
        if tiles.integer(at: 184, as: UInt32.self).map({ (2...10).contains($0) }) == true {
            Self.sizes.state(tiles, element: .root, into: collector)
        }
        code("ets.PixelType", at: 8, Self.pixelTypes, tiles, collector)
        code("ets.Compression", at: 20, Self.compressions, tiles, collector)
        collector.noteMetadata(64 + tiles.bytes.count, understood: true)
        try stateChunks(
            reader, at: chunkPlace, Int(chunkCount), dimensionCount: Int(dimensionCount), collector)
    }

    private func code(
        _ key: FactKey, at place: Int, _ labels: [UInt32: String], _ block: BinaryBlock,
        _ collector: FactCollector
    ) {
        guard let code = block.integer(at: place, as: UInt32.self) else { return }
        collector.integer(
            key, Int64(code), label: labels[code], locus: block.locus(at: place, count: 4))
    }

    /// The greatest coordinates of the tiles, of which each chunk states its own.
    private func stateChunks(
        _ reader: ByteReader, at place: UInt64, _ count: Int, dimensionCount: Int,
        _ collector: FactCollector
    ) throws(ExtractionError) {
        guard count > 0 else { return }
        guard (2...16).contains(dimensionCount) else {
            throw ExtractionError(
                .malformed, "expected 2 to 16 dimensions, found \(dimensionCount)", offset: 12)
        }
        let byteCount = 20 + dimensionCount * 4
        let kept = min(count, Self.maximumChunkCount)
        let block = try BinaryBlock(
            of: reader, at: place, count: kept * byteCount, order: .little, address: "chunks")
        guard block.bytes.count == kept * byteCount else {
            throw ExtractionError(
                .truncated, "expected \(count) chunks at byte \(place)", offset: place)
        }
        var greatest = Array(repeating: Int32.min, count: dimensionCount)
        for chunk in 0..<kept {
            for dimension in 0..<dimensionCount {
                let start = chunk * byteCount + 4 + dimension * 4
                guard let value = block.integer(at: start, as: Int32.self) else { continue }
                greatest[dimension] = max(greatest[dimension], value)
            }
        }
        collector.noteMetadata(block.bytes.count, understood: true)
        guard kept == count else { return }
        collector.numbers(
            "ets.ChunkCoordinates", greatest.map { .integer(Int64($0)) }, locus: block.locus)
    }
}

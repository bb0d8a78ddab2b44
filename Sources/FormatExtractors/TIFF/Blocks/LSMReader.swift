internal import Extraction
internal import MetadataModel

/// Reads what Zeiss LSM keeps in tag 34412 and in the blocks that it points to, as `lsm.`.
///
/// Read are the structure itself, the names of channels (`lsm.Channel.Name`, one an element), the
/// time stamps, the scan information (see ``LSMScanInformation``), and the smaller blocks of
/// ``LSMBlocks``. All is little-endian.
///
/// Source: Carl Zeiss, "LSM 5 / LSM 7 file format", structure `CZ_LSMINFO`.
struct LSMReader: TIFFBlockReader {
    private static let structure = StructureTable(
        namespace: "lsm",
        """
        0 uint32 MagicNumber
        8 int32 DimensionX
        12 int32 DimensionY
        16 int32 DimensionZ
        20 int32 DimensionChannels
        24 int32 DimensionTime
        28 int32 DataType
        32 int32 ThumbnailX
        36 int32 ThumbnailY
        40 float64 VoxelSizeX m
        48 float64 VoxelSizeY m
        56 float64 VoxelSizeZ m
        64 float64 OriginX m
        72 float64 OriginY m
        80 float64 OriginZ m
        88 uint16 ScanType
        90 uint16 SpectralScan
        92 uint32 TypeOfData
        112 float64 TimeInterval s
        152 float64 DisplayAspectX
        160 float64 DisplayAspectY
        168 float64 DisplayAspectZ
        176 float64 DisplayAspectTime
        200 uint32 ToolbarFlags
        212 float64 ObjectiveSphereCorrection
        236 float64 TimeDifferenceX s
        244 float64 TimeDifferenceY s
        252 float64 TimeDifferenceZ s
        264 int32 DimensionP
        268 int32 DimensionM
        """)

    /// Bytes of a block that is pointed to; none is longer in practice.
    private static let maximumBlockByteCount = 4 << 20

    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool {
        let block = try BinaryBlock(field, order: .little)
        guard let magic = block.integer(at: 0, as: UInt32.self),
            magic == 0x0300_494C || magic == 0x0400_494C
        else { return false }
        Self.structure.state(block, element: field.element, into: collector)
        if let channels = try pointed(from: 108, of: block, field) {
            stateChannelNames(channels, into: collector)
        }
        let blocks = LSMBlocks(collector: collector)
        if let colors = try pointed(from: 108, of: block, field) { blocks.stateColors(colors) }
        if let types = try pointed(from: 120, of: block, field) {
            blocks.stateDataTypes(types, channelCount: block.int32(at: 20) ?? 0)
        }
        if let events = try pointed(from: 136, of: block, field) { blocks.stateEvents(events) }
        if let ranges = try pointed(from: 204, of: block, field) {
            blocks.stateWavelengths(ranges)
        }
        if let tiles = try pointed(from: 336, of: block, field) {
            blocks.statePositions(tiles, "TilePosition")
        }
        if let positions = try pointed(from: 376, of: block, field) {
            blocks.statePositions(positions, "Position")
        }
        if let stamps = try pointed(from: 132, of: block, field) {
            let count = min(
                Int(stamps.integer(at: 4, as: UInt32.self) ?? 0), (stamps.bytes.count - 8) / 8)
            collector.numbers(
                "lsm.TimeStamps",
                (0..<max(0, count)).compactMap { stamps.double(at: 8 + $0 * 8).map { .real($0) } },
                element: field.element, unit: "s", locus: stamps.locus(at: 8, count: count * 8))
        }
        if let scan = try pointed(from: 124, of: block, field) {
            var information = LSMScanInformation()
            try information.state(scan, into: collector)
        }
        return true
    }

    /// The block whose offset stands at a place of the structure; `nil` where that is 0.
    private func pointed(
        from place: Int, of block: BinaryBlock, _ field: TIFFField
    ) throws(ExtractionError) -> BinaryBlock? {
        guard let offset = block.integer(at: place, as: UInt32.self), offset > 0,
            UInt64(offset) < field.file.reader.count
        else { return nil }
        return try BinaryBlock(
            at: UInt64(offset), count: Self.maximumBlockByteCount, of: field, order: .little)
    }

    private func stateChannelNames(_ block: BinaryBlock, into collector: FactCollector) {
        guard let count = block.integer(at: 8, as: UInt32.self),
            let start = block.integer(at: 16, as: UInt32.self)
        else { return }
        var place = Int(start)
        for index in 0..<min(Int(count), 1024) {
            // Each name is behind its length, which counts the terminating zero.
            guard let name = block.countedText(at: place) else { return }
            collector.text(
                "lsm.Channel.Name", name.text, element: ElementPath(segment: 1, index: index),
                locus: block.locus(at: place, count: name.byteCount))
            place += name.byteCount
        }
    }
}

internal import Extraction
internal import MetadataModel

/// The directory of the sub-blocks of a CZI, summarised by dimension.
///
/// | Offset | Member of an entry `DV`                                              |
/// |-------:|:---------------------------------------------------------------------|
/// |      0 | `SchemaType`, two letters                                            |
/// |      2 | `PixelType`, int32                                                   |
/// |      6 | `FilePosition`, int64                                                |
/// |     14 | `FilePart`, int32                                                    |
/// |     18 | `Compression`, int32                                                 |
/// |     22 | `PyramidType`, byte; five spare bytes                                |
/// |     28 | `DimensionCount`, int32                                              |
/// |     32 | dimensions: letter (4 bytes), start, size, start coordinate, stored size |
struct CZIDirectory {
    static let entryByteCount = 32
    private static let dimensionByteCount = 20
    private static let maximumDimensionCount = 64
    /// Entries whose positions are remembered.
    private static let maximumPositionCount = 1024

    private struct Extent {
        var start: Int
        var end: Int
    }

    private let file: CZIFile
    private let locus: Locus
    private let entryCount: Int
    private var order: [String] = []
    private var extents: [String: Extent] = [:]
    private var pixelTypes: [Int] = []
    private var compressions: [Int] = []
    private var pyramidTypes: [Int] = []
    /// Where the first sub-blocks of full resolution stand.
    private(set) var positions: [Int64] = []

    init(_ segment: CZISegment, of file: CZIFile) throws(ExtractionError) {
        self.file = file
        let head = try file.block(of: segment, count: 4)
        entryCount = head.int32(at: 0) ?? 0
        locus = Locus(
            offset: segment.dataOffset, length: segment.byteCount, address: segment.name)
        var place = segment.dataOffset + 128
        let (end, isTooFar) = segment.dataOffset.addingReportingOverflow(segment.byteCount)
        guard entryCount >= 0, !isTooFar else {
            throw ExtractionError(
                .malformed, "expected the number of sub-blocks, found \(entryCount)", at: locus)
        }
        for index in 0..<entryCount {
            guard place < end else {
                file.collector.report(
                    Issue(
                        .truncated, "expected \(entryCount) sub-blocks, found \(index)", at: locus))
                break
            }
            do throws(ExtractionError) {
                place += UInt64(try take(at: place))
            } catch {
                file.collector.report(error.issue)
                break
            }
        }
        file.collector.noteMetadata(Int(clamping: place - segment.dataOffset), understood: true)
    }

    /// Takes the entry at a place of the file; returns its bytes.
    private mutating func take(at place: UInt64) throws(ExtractionError) -> Int {
        let entry = try BinaryBlock(
            reading: file.reader, at: place, count: Self.entryByteCount, order: .little,
            address: locus.address)
        guard entry.has("DV"), let count = entry.int32(at: 28),
            (0...Self.maximumDimensionCount).contains(count)
        else {
            throw ExtractionError(.malformed, "expected an entry DV", offset: place)
        }
        let dimensions = try BinaryBlock(
            reading: file.reader, at: place + UInt64(Self.entryByteCount),
            count: count * Self.dimensionByteCount, order: .little, address: locus.address)
        Self.note(entry.int32(at: 2), in: &pixelTypes)
        Self.note(entry.int32(at: 18), in: &compressions)
        let pyramid = entry.integer(at: 22, as: UInt8.self).map(Int.init)
        Self.note(pyramid, in: &pyramidTypes)
        let isFull = isFullResolution(dimensions, count: count)
        if isFull || pyramid == 0 {
            for index in 0..<count {
                takeDimension(dimensions, at: index * Self.dimensionByteCount)
            }
        }
        // What stands in another file of the data set cannot be read from here.
        if isFull, entry.int32(at: 14) == 0, positions.count < Self.maximumPositionCount,
            let position = entry.integer(at: 6, as: Int64.self), position > 0
        {
            positions.append(position)
        }
        return Self.entryByteCount + count * Self.dimensionByteCount
    }

    /// Whether every dimension is stored as large as it is; those of a pyramid are stored smaller.
    private func isFullResolution(_ dimensions: BinaryBlock, count: Int) -> Bool {
        for index in 0..<count {
            let place = index * Self.dimensionByteCount
            guard let size = dimensions.int32(at: place + 8),
                let stored = dimensions.int32(at: place + 16)
            else { return false }
            if stored != 0, stored < size { return false }
        }
        return true
    }

    private mutating func takeDimension(_ dimensions: BinaryBlock, at place: Int) {
        guard let name = dimensions.text(at: place, count: 4), !name.isEmpty,
            let start = dimensions.int32(at: place + 4), let size = dimensions.int32(at: place + 8)
        else { return }
        let end = start + size
        if let known = extents[name] {
            extents[name] = Extent(start: min(known.start, start), end: max(known.end, end))
        } else if extents.count < Self.maximumDimensionCount {
            order.append(name)
            extents[name] = Extent(start: start, end: end)
        }
    }

    private static func note(_ code: Int?, in codes: inout [Int]) {
        guard let code, codes.count < 64, !codes.contains(code) else { return }
        codes.append(code)
    }

    /// Adds the facts of the directory.
    func state() {
        let key = file.key.appending("SubBlockDirectory")
        func add(_ name: String, _ value: Int, index: Int = 0, label: String? = nil) {
            file.collector.integer(
                key.appending(name), Int64(value),
                element: index == 0
                    ? file.element
                    : file.element.appending(segment: key.segments.count, index: index),
                label: label, locus: locus)
        }
        add("EntryCount", entryCount)
        for name in order {
            guard let extent = extents[name] else { continue }
            add("Start" + name, extent.start)
            add("Size" + name, extent.end - extent.start)
        }
        for (name, codes, meanings) in [
            ("PixelType", pixelTypes, CZICodes.pixelTypes),
            ("Compression", compressions, CZICodes.compressions),
            ("PyramidType", pyramidTypes, CZICodes.pyramidTypes),
        ] {
            for (index, code) in codes.enumerated() {
                add(name, code, index: index, label: meanings[code])
            }
        }
    }
}

/// The meanings of codes in a CZI.
enum CZICodes {
    static let pixelTypes = [
        0: "Gray8", 1: "Gray16", 2: "Gray32Float", 3: "Bgr24", 4: "Bgr48", 8: "Bgr96Float",
        9: "Bgra32", 10: "Gray64ComplexFloat", 11: "Bgr192ComplexFloat", 12: "Gray32",
        13: "Gray64",
    ]

    static let compressions = [
        0: "Uncompressed", 1: "Jpeg", 2: "Lzw", 4: "JpegXr", 5: "Zstd0", 6: "Zstd1",
        100: "camera-specific raw data", 1000: "system-specific raw data",
    ]

    static let pyramidTypes = [0: "None", 1: "SingleSubBlock", 2: "MultiSubBlock"]

    static let eventTypes = [
        0: "Marker", 1: "TimerChange", 2: "BleachStart", 3: "BleachStop", 4: "Trigger",
    ]
}

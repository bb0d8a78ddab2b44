internal import Extraction
internal import MetadataModel

/// The bytes of a data set's values, as many as are wanted.
struct HDF5Values {
    let bytes: [UInt8]
    /// Where the bytes stand in the file, where they stand there in one piece and as they are.
    let place: UInt64?
}

/// A data set: what its object header says of it.
struct HDF5DataSet {
    /// Bytes of one chunk that are read.
    static let maximumChunkByteCount = 4 << 20

    var type: HDF5Datatype
    var space: HDF5Dataspace
    var layout: HDF5Layout?
    var filters: [HDF5Filter] = []
    var fillValue: ArraySlice<UInt8>?
    /// Names in the local heap of files that hold the values.
    var hasExternalFiles = false

    /// Reads all values.
    ///
    /// - Parameter maximum: Bytes that they may take.
    /// - Returns: `nil` where they take more, stand elsewhere, or went through a filter that is
    ///   not read here.
    func values(
        of file: HDF5File, maximum: Int
    ) throws(ExtractionError) -> HDF5Values? {
        let (byteCount, isTooLarge) = space.valueCount.multipliedReportingOverflow(
            by: type.byteCount)
        guard !isTooLarge, byteCount <= maximum, byteCount > 0, !hasExternalFiles else {
            return nil
        }
        switch layout {
        case .compact(let cursor):
            var cursor = cursor
            let place = cursor.place
            return HDF5Values(bytes: Array(try cursor.take(byteCount)), place: place)
        case .contiguous(let address?):
            let place = try file.place(address)
            return HDF5Values(
                bytes: try file.reader.bytes(at: place, count: byteCount), place: place)
        case .contiguous(nil): return filled(byteCount)
        case .chunked(let chunking):
            return try values(in: chunking, byteCount: byteCount, of: file)
        case .virtual, nil: return nil
        }
    }

    /// What nobody has written, where the file says what to read instead.
    private func filled(_ byteCount: Int) -> HDF5Values? {
        guard let fillValue, fillValue.count == type.byteCount else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(byteCount)
        while bytes.count < byteCount { bytes += fillValue }
        return HDF5Values(bytes: bytes, place: nil)
    }

    private func values(
        in chunking: HDF5Chunking, byteCount: Int, of file: HDF5File
    ) throws(ExtractionError) -> HDF5Values? {
        let shape = chunking.shape
        guard shape.count == space.counts.count, !shape.isEmpty, shape.allSatisfy({ $0 > 0 }) else {
            throw ExtractionError(
                .malformed, "chunks of \(shape.count) axes", offset: chunking.address ?? 0)
        }
        var chunkByteCount = type.byteCount
        for extent in shape {
            let (product, isTooLarge) = chunkByteCount.multipliedReportingOverflow(by: extent)
            guard !isTooLarge, product <= Self.maximumChunkByteCount else { return nil }
            chunkByteCount = product
        }
        let index = HDF5ChunkIndex(
            file: file, chunking: chunking, space: space, chunkByteCount: chunkByteCount,
            isFiltered: !filters.isEmpty)
        let chunks = try index.chunks()
        let start = filled(byteCount)?.bytes ?? [UInt8](repeating: 0, count: byteCount)
        guard !chunks.isEmpty else { return filled(byteCount) }
        var grid = HDF5Grid(
            bytes: start, counts: space.counts.map { Int(clamping: $0) }, shape: shape,
            width: type.byteCount)
        var place: UInt64?
        for chunk in chunks where grid.holds(chunk.place) {
            let here = try file.place(chunk.address)
            let stored = Int(clamping: chunk.byteCount ?? UInt64(chunkByteCount))
            guard stored <= Self.maximumChunkByteCount else { return nil }
            var bytes = try file.reader.bytes(at: here, count: stored)
            for (number, filter) in filters.enumerated().reversed()
            where number > 31 || chunk.mask >> number & 1 == 0 {
                guard
                    let plain = try filter.undone(
                        bytes, byteCount: chunkByteCount + 8, offset: here, limits: file.limits)
                else { return nil }
                bytes = plain
            }
            guard bytes.count >= chunkByteCount else {
                throw ExtractionError(
                    .malformed, "a chunk of \(bytes.count) bytes, expected \(chunkByteCount)",
                    offset: here)
            }
            grid.insert(bytes, at: chunk.place)
            if chunks.count == 1, filters.isEmpty, chunkByteCount >= byteCount, shape.count == 1 {
                place = here
            }
        }
        return HDF5Values(bytes: grid.bytes, place: place)
    }
}

/// Puts chunks together to the whole.
struct HDF5Grid {
    private(set) var bytes: [UInt8]
    let counts: [Int]
    let shape: [Int]
    let width: Int

    init(bytes: [UInt8], counts: [Int], shape: [Int], width: Int) {
        self.bytes = bytes
        self.counts = counts
        self.shape = shape
        self.width = width
    }

    /// Whether a chunk lies inside the whole, at least in part.
    func holds(_ place: [Int]) -> Bool {
        place.count == shape.count
            && place.indices.allSatisfy { place[$0] <= (counts[$0] - 1) / shape[$0] }
    }

    /// Copies what of the chunk lies inside the whole, one run along the last axis after another.
    mutating func insert(_ chunk: [UInt8], at place: [Int]) {
        let rank = shape.count
        var first: [Int] = []
        for axis in 0..<rank {
            let (start, isTooLarge) = place[axis].multipliedReportingOverflow(by: shape[axis])
            guard !isTooLarge, start < counts[axis] else { return }
            first.append(start)
        }
        let extents = (0..<rank).map { min(shape[$0], counts[$0] - first[$0]) }
        guard extents.allSatisfy({ $0 > 0 }) else { return }
        let run = extents[rank - 1] * width
        var within = [Int](repeating: 0, count: rank)
        while true {
            var source = 0
            var target = 0
            for axis in 0..<rank {
                source = source * shape[axis] + within[axis]
                target = target * counts[axis] + first[axis] + within[axis]
            }
            bytes.replaceSubrange(
                target * width..<target * width + run,
                with: chunk[source * width..<source * width + run])
            var axis = rank - 2
            while axis >= 0 {
                within[axis] += 1
                if within[axis] < extents[axis] { break }
                within[axis] = 0
                axis -= 1
            }
            if axis < 0 { return }
        }
    }
}

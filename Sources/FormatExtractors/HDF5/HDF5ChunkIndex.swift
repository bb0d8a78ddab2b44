internal import Extraction
internal import MetadataModel

/// Where one chunk stands.
struct HDF5Chunk {
    /// The first value's place along each axis, in chunks.
    let place: [Int]
    let address: UInt64
    /// Bytes as written; `nil` where the chunk is not filtered.
    let byteCount: UInt64?
    /// Bit n is set where filter n was skipped.
    let mask: Int
}

/// Finds the chunks of a small data set, whatever index it has.
struct HDF5ChunkIndex {
    /// Chunks of one data set that are looked at.
    static let maximumChunkCount = 4096

    let file: HDF5File
    let chunking: HDF5Chunking
    let space: HDF5Dataspace
    let chunkByteCount: Int
    let isFiltered: Bool

    /// Chunks along each axis, as many as there are now or, for arrays that may grow, as many as
    /// there may be.
    private var grid: [Int] {
        let shape = chunking.shape
        return shape.indices.map { axis in
            var count = space.counts[axis]
            if case .fixedArray = chunking.index, let most = space.maxima?[axis], most != .max {
                count = most
            }
            if case .extensibleArray = chunking.index, let most = space.maxima?[axis], most != .max
            {
                count = most
            }
            let width = UInt64(max(1, shape[axis]))
            return Int(clamping: count / width + (count % width == 0 ? 0 : 1))
        }
    }

    func chunks() throws(ExtractionError) -> [HDF5Chunk] {
        guard let address = chunking.address else { return [] }
        switch chunking.index {
        case .tree: return try treeChunks(at: address)
        case .single(let count, let mask):
            return [
                HDF5Chunk(
                    place: chunking.shape.map { _ in 0 }, address: address, byteCount: count,
                    mask: mask)
            ]
        case .implicit:
            let count = min(Self.maximumChunkCount, product(of: grid))
            return (0..<count).compactMap { index in
                let (offset, isTooLarge) = chunkByteCount.multipliedReportingOverflow(by: index)
                guard !isTooLarge else { return nil }
                return HDF5Chunk(
                    place: place(of: index), address: address &+ UInt64(offset), byteCount: nil,
                    mask: 0)
            }
        case .fixedArray:
            return chunks(
                of: try HDF5ChunkArray(file, isFiltered).fixed(
                    at: address, maximum: Self.maximumChunkCount))
        case .extensibleArray:
            return chunks(
                of: try HDF5ChunkArray(file, isFiltered).extensible(
                    at: address, maximum: Self.maximumChunkCount))
        case .newTree: return try newTreeChunks(at: address)
        }
    }

    private func chunks(of entries: [HDF5ChunkArray.Entry]) -> [HDF5Chunk] {
        entries.map {
            HDF5Chunk(
                place: place(of: $0.index), address: $0.address, byteCount: $0.byteCount,
                mask: $0.mask)
        }
    }

    private func product(of counts: [Int]) -> Int {
        counts.reduce(1) { product, count in
            let (next, isTooLarge) = product.multipliedReportingOverflow(by: count)
            return isTooLarge ? .max : next
        }
    }

    /// The place of a chunk by its number. An array that may grow counts its unlimited axis last.
    private func place(of index: Int) -> [Int] {
        let grid = grid
        var axes = Array(grid.indices)
        if case .extensibleArray = chunking.index,
            let unlimited = axes.first(where: { space.maxima?[$0] == .max })
        {
            axes.removeAll { $0 == unlimited }
            axes.insert(unlimited, at: 0)
        }
        var place = grid.map { _ in 0 }
        var rest = index
        for axis in axes.dropFirst().reversed() {
            let count = max(1, grid[axis])
            place[axis] = rest % count
            rest /= count
        }
        if let first = axes.first { place[first] = rest }
        return place
    }

    // MARK: Trees

    /// Chunks in a B-tree of version 1, whose keys are: size, mask, offsets of 8 bytes each.
    private func treeChunks(at root: UInt64) throws(ExtractionError) -> [HDF5Chunk] {
        let rank = chunking.counts.count
        let keyByteCount = 8 + 8 * rank
        let width = keyByteCount + file.offsetByteCount
        var chunks: [HDF5Chunk] = []
        var visited: Set<UInt64> = []
        var pending: [(address: UInt64, level: Int)] = [(root, 256)]
        while let next = pending.popLast(), chunks.count < Self.maximumChunkCount {
            var node = try file.cursor(
                at: next.address, count: UInt64(8 + 2 * file.offsetByteCount))
            try node.expect("TREE")
            let type = try node.uint8()
            let level = try node.uint8()
            let count = try node.uint16()
            guard type == 1, level < next.level, visited.insert(next.address).inserted else {
                throw node.malformed("expected a tree of chunks, found type \(type) level \(level)")
            }
            var entries = try file.cursor(
                at: next.address &+ UInt64(node.bytes.count), count: UInt64(count * width))
            for _ in 0..<count {
                let byteCount = UInt64(try entries.uint32())
                let mask = try entries.uint32()
                var place: [Int] = []
                for extent in chunking.shape {
                    place.append(Int(clamping: try entries.unsigned(8) / UInt64(max(1, extent))))
                }
                try entries.skip(8)
                guard let address = try entries.address() else { continue }
                if level > 0 {
                    pending.append((address, level))
                } else {
                    chunks.append(
                        HDF5Chunk(place: place, address: address, byteCount: byteCount, mask: mask))
                }
            }
        }
        return chunks
    }

    /// Chunks in a B-tree of version 2: address, then size and mask where filtered, then places.
    private func newTreeChunks(at address: UInt64) throws(ExtractionError) -> [HDF5Chunk] {
        let tree = try HDF5Tree(at: address, of: file)
        let rank = chunking.shape.count
        let sizeWidth = tree.recordByteCount - file.offsetByteCount - 4 - 8 * rank
        var chunks: [HDF5Chunk] = []
        try tree.forEachRecord { record throws(ExtractionError) in
            guard chunks.count < Self.maximumChunkCount else { return }
            var record = record
            guard let address = try record.address() else { return }
            var byteCount: UInt64?
            var mask = 0
            if tree.type == 11 {
                byteCount = try record.unsigned(sizeWidth)
                mask = try record.uint32()
            }
            var place: [Int] = []
            for _ in 0..<rank { place.append(Int(clamping: try record.unsigned(8))) }
            chunks.append(
                HDF5Chunk(place: place, address: address, byteCount: byteCount, mask: mask))
        }
        return chunks
    }
}

internal import Extraction
internal import MetadataModel

/// The walk over the chunks of one file.
struct PNGChunks {
    private let reader: ByteReader
    private let collector: FactCollector
    private var counts: [String: Int] = [:]
    private var dataByteCount: UInt64 = 0
    private var colorType: Int64?

    /// Bytes of a chunk that are read.
    private static let maximumByteCount = 16 << 20
    /// Chunks whose content is pixels.
    private static let dataTypes: Set<String> = ["IDAT", "fdAT", "JDAT", "JDAA"]

    init(_ reader: ByteReader, into collector: FactCollector) {
        self.reader = reader
        self.collector = collector
    }

    /// A chunk's type, and how many bytes its content has.
    private struct Chunk: Equatable {
        let type: String
        let count: UInt64

        /// Length, type, content and checksum.
        var byteCount: UInt64 { count + 12 }
    }

    mutating func run() throws(ExtractionError) {
        defer { stateCounts() }
        var place: UInt64 = 8
        while place < reader.count, !collector.isFull {
            let chunk = try chunk(at: place)
            guard chunk.count <= reader.count - min(reader.count, place + 8) else {
                throw ExtractionError(
                    .truncated, "expected \(chunk.count) bytes of the chunk \(chunk.type)",
                    offset: place)
            }
            if Self.dataTypes.contains(chunk.type) {
                let run = try runLength(of: chunk, from: place)
                counts[chunk.type, default: 0] += Int(clamping: run)
                dataByteCount += run * chunk.count
                place += run * chunk.byteCount
                continue
            }
            if chunk.type == "IEND" || chunk.type == "MEND" {
                if place + 12 < reader.count { stateTrailing(from: place + 12) }
                return
            }
            let index = counts[chunk.type, default: 0]
            counts[chunk.type] = index + 1
            try state(chunk, at: place + 8, index: index)
            place += chunk.byteCount
        }
        throw ExtractionError(.truncated, "the file ends before its last chunk", offset: place)
    }

    private func chunk(at place: UInt64) throws(ExtractionError) -> Chunk {
        let count = UInt64(try reader.uint32(at: place, .big))
        let type = try reader.bytes(at: place + 4, count: 4)
        guard type.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) }) else {
            throw ExtractionError(.malformed, "expected the type of a chunk", offset: place + 4)
        }
        return Chunk(type: String(decoding: type, as: UTF8.self), count: count)
    }

    /// How many chunks like this one follow each other: found by doubling, then by halving.
    private func runLength(of chunk: Chunk, from place: UInt64) throws(ExtractionError) -> UInt64 {
        func stands(_ index: UInt64) -> Bool {
            let (distance, overflows) = index.multipliedReportingOverflow(by: chunk.byteCount)
            guard !overflows, distance < reader.count - place,
                reader.count - place - distance >= 12
            else { return false }
            return (try? self.chunk(at: place + distance)) == chunk
        }
        var least: UInt64 = 0
        var step: UInt64 = 1
        while stands(least + step) {
            least += step
            step = min(step * 2, 1 << 40)
        }
        while step > 1 {
            step /= 2
            if stands(least + step) { least += step }
        }
        return least + 1
    }

    private mutating func state(_ chunk: Chunk, at place: UInt64, index: Int)
        throws(ExtractionError)
    {
        let element = index == 0 ? ElementPath.root : ElementPath(segment: 1, index: index)
        guard chunk.count <= UInt64(Self.maximumByteCount) else {
            collector.report(
                Issue(
                    .limitExceeded, "the chunk \(chunk.type) has \(chunk.count) bytes",
                    at: Locus(offset: place, length: chunk.count, address: chunk.type)))
            return
        }
        let content = BinaryBlock(
            try reader.bytes(at: place, count: Int(chunk.count)), order: .big, at: place,
            address: chunk.type)
        if chunk.type == "IHDR" {
            colorType = content.integer(at: 9, as: UInt8.self).map(Int64.init)
        }
        let reading = PNGChunkReading(collector: collector, content: content, element: element)
        let isRead: Bool
        do throws(ExtractionError) {
            isRead = try reading.state(chunk.type)
        } catch {
            collector.report(error.issue)
            isRead = false
        }
        collector.noteMetadata(Int(chunk.count) + 12, understood: isRead)
    }

    /// Adds what stands behind the last chunk.
    private func stateTrailing(from place: UInt64) {
        let count = Int(min(reader.count - place, 4096))
        guard let bytes = try? reader.bytes(at: place, count: count) else { return }
        collector.opaque(
            "png.TrailingData", bytes, byteCount: Int(clamping: reader.count - place),
            locus: Locus(offset: place, length: reader.count - place, address: "trailing data"))
    }

    /// Adds what the header's colour type says, and that a PNG without animation is one plane.
    private func stateExtent() {
        guard counts["IHDR"] == 1, counts["MHDR"] == nil else { return }
        let isAnimated = counts["acTL"] != nil
        let channels: [Int64: Int64] = [0: 1, 2: 3, 3: 3, 4: 2, 6: 4]
        collector.extent(
            z: 1, channels: colorType.flatMap { channels[$0] }, times: isAnimated ? nil : 1,
            locus: Locus(offset: 25, length: 1, address: "IHDR"))
    }

    private func stateCounts() {
        stateExtent()
        for type in Self.dataTypes.sorted() {
            guard let count = counts[type] else { continue }
            collector.integer(
                FactKey(segments: ["png", type, "ChunkCount"]), Int64(count),
                locus: Locus(address: type))
        }
        if dataByteCount > 0 {
            collector.integer(
                "png.CompressedByteCount", Int64(clamping: dataByteCount), unit: "B",
                locus: Locus(address: "image data"))
        }
    }
}

internal import Extraction
internal import MetadataModel

/// An ND2 file of chunks.
struct ND2ChunkFile {
    static let magic: [UInt8] = [0xDA, 0xCE, 0xBE, 0x0A]

    private static let headerByteCount = 16
    private static let mapMark = "ND2 CHUNK MAP SIGNATURE 0000001!"
    private static let maximumNameByteCount = 1 << 16
    /// Chunks that are looked at where the file has no map.
    private static let maximumWalkCount = 4096
    /// Bytes of a chunk of metadata that is read; a larger one is only counted.
    private static let maximumChunkByteCount: UInt64 = 32 << 20
    private static let maximumOpaqueByteCount = 1 << 16
    /// Frames whose own chunk of metadata is read.
    private static let maximumFrameCount = 64

    let reader: ByteReader
    let collector: FactCollector

    /// A chunk as the map names it.
    struct Entry {
        /// Without the `!` at its end.
        let name: String
        let offset: UInt64
    }

    /// A chunk that was found in its place.
    private struct Chunk {
        let name: String
        let dataOffset: UInt64
        let byteCount: UInt64
    }

    func state() throws(ExtractionError) {
        let first = try chunk(at: 0)
        let version = try reader.bytes(
            at: first.dataOffset, count: Int(min(64, first.byteCount)))
        collector.text(
            "nd2.Version", TextDecoding.text(of: version.prefix { $0 != 0 }).text,
            locus: Locus(
                offset: first.dataOffset, length: UInt64(version.count), address: first.name))
        collector.noteMetadata(Self.headerByteCount + version.count, understood: true)
        var entries: [Entry]
        do throws(ExtractionError) {
            entries = try map()
        } catch {
            collector.report(error.issue)
            entries = try walk(from: first)
        }
        entries.sort { $0.offset < $1.offset }
        var frameCount: Int64 = 0
        for entry in entries where !collector.isFull {
            if Self.isPixels(entry.name) {
                if entry.name.hasPrefix("ImageDataSeq|") { frameCount += 1 }
                continue
            }
            do throws(ExtractionError) {
                try state(entry)
            } catch {
                collector.report(error.issue)
            }
        }
        collector.integer("nd2.FrameCount", frameCount, locus: Locus(address: "chunk map"))
    }

    private static func isPixels(_ name: String) -> Bool {
        name.hasPrefix("ImageDataSeq") || name.hasPrefix("DownsampledColorData")
            || name.hasPrefix("CustomDataSeq|RleZipBinarySequence")
            || name.hasPrefix("ND2 ")
    }

    // MARK: Chunks

    private func chunk(at offset: UInt64) throws(ExtractionError) -> Chunk {
        let head = try BinaryBlock(
            reading: reader, at: offset, count: Self.headerByteCount, order: .little,
            address: "chunk at byte \(offset)")
        guard head.bytes.starts(with: Self.magic),
            let nameCount = head.integer(at: 4, as: UInt32.self).map(Int.init),
            nameCount <= Self.maximumNameByteCount,
            let byteCount = head.integer(at: 8, as: UInt64.self)
        else {
            throw ExtractionError(.malformed, "expected a chunk DA CE BE 0A", offset: offset)
        }
        let nameOffset = offset + UInt64(Self.headerByteCount)
        let name = try reader.bytes(at: nameOffset, count: nameCount)
        return Chunk(
            name: Self.name(name[...]), dataOffset: nameOffset + UInt64(nameCount),
            byteCount: byteCount)
    }

    private static func name(_ bytes: ArraySlice<UInt8>) -> String {
        TextDecoding.text(of: bytes.prefix { $0 != 0 && $0 != UInt8(ascii: "!") }).text
    }

    /// The chunks that the map at the end of the file names.
    private func map() throws(ExtractionError) -> [Entry] {
        let tailCount = Self.mapMark.utf8.count + 8
        guard reader.count >= UInt64(tailCount) else {
            throw ExtractionError(.truncated, "expected the map of chunks", offset: reader.count)
        }
        let tail = try BinaryBlock(
            reading: reader, at: reader.count - UInt64(tailCount), count: tailCount,
            order: .little, address: "chunk map")
        guard tail.has(Self.mapMark),
            let offset = tail.integer(at: Self.mapMark.utf8.count, as: UInt64.self)
        else {
            throw ExtractionError(
                .truncated, "expected the map of chunks at the file's end", offset: tail.offset)
        }
        guard offset < reader.count else {
            throw ExtractionError(
                .malformed, "expected the map of chunks at byte \(offset)", offset: tail.offset)
        }
        let chunk = try chunk(at: offset)
        let available = reader.count - min(reader.count, chunk.dataOffset)
        let bytes = try reader.bytes(
            at: chunk.dataOffset, count: Int(clamping: min(chunk.byteCount, available)))
        collector.noteMetadata(bytes.count, understood: true)
        return entries(in: bytes, at: chunk.dataOffset)
    }

    /// The entries of a map: a name up to `!`, an offset, a number of bytes.
    private func entries(in bytes: [UInt8], at offset: UInt64) -> [Entry] {
        let block = BinaryBlock(
            bytes: bytes, order: .little, offset: offset, address: "chunk map")
        var entries: [Entry] = []
        var place = 0
        while place < bytes.count, entries.count < collector.limits.maximumDirectoryCount {
            guard let end = bytes[place...].firstIndex(of: UInt8(ascii: "!")),
                !bytes[place..<end].starts(with: "ND2 CHUNK MAP SIGNATURE".utf8)
            else { break }
            guard let target = block.integer(at: end + 1, as: UInt64.self),
                block.bytes(at: end + 9, count: 8) != nil
            else {
                collector.report(
                    Issue(
                        .truncated, "expected the end of the map of chunks",
                        at: block.locus(at: place, count: 0)))
                break
            }
            entries.append(Entry(name: Self.name(bytes[place..<end]), offset: target))
            place = end + 17
        }
        return entries
    }

    /// The chunks that follow each other, of a file whose map is missing.
    private func walk(from first: Chunk) throws(ExtractionError) -> [Entry] {
        var entries: [Entry] = []
        var next = end(of: first)
        while let offset = next, offset < reader.count, entries.count < Self.maximumWalkCount {
            let chunk: Chunk
            do throws(ExtractionError) {
                chunk = try self.chunk(at: offset)
            } catch {
                // Chunks begin at multiples of 4096; what is between them is no chunk.
                break
            }
            entries.append(Entry(name: chunk.name, offset: offset))
            next = end(of: chunk)
        }
        return entries
    }

    private func end(of chunk: Chunk) -> UInt64? {
        let (sum, isTooLarge) = chunk.dataOffset.addingReportingOverflow(chunk.byteCount)
        return isTooLarge ? nil : sum
    }

    // MARK: Contents

    private func state(_ entry: Entry) throws(ExtractionError) {
        guard entry.offset < reader.count else {
            throw ExtractionError(
                .truncated, "expected the chunk \(entry.name)", offset: entry.offset)
        }
        let parts = entry.name.split(separator: "|", maxSplits: 1).map(String.init)
        var segments = ["nd2", parts.first ?? ""]
        var element = ElementPath.root
        if parts.count > 1 {
            if let index = Int(parts[1]), index >= 0 {
                guard index < Self.maximumFrameCount else { return }
                if index > 0 { element = ElementPath(segment: 1, index: index) }
            } else {
                segments.append(parts[1])
            }
        }
        let chunk = try chunk(at: entry.offset)
        let key = FactKey(segments: segments)
        let locus = Locus(
            offset: chunk.dataOffset, length: chunk.byteCount, address: entry.name)
        guard chunk.byteCount > 0 else { return }
        guard chunk.byteCount <= Self.maximumChunkByteCount else {
            let head = try reader.prefix(
                from: chunk.dataOffset, maximum: Self.maximumOpaqueByteCount)
            collector.opaque(
                key, head, byteCount: Int(clamping: chunk.byteCount), element: element,
                locus: locus)
            collector.noteMetadata(Int(clamping: chunk.byteCount), understood: false)
            return
        }
        let bytes = try reader.bytes(at: chunk.dataOffset, count: Int(chunk.byteCount))
        let content = ND2Content(key: key, element: element, collector: collector)
        content.state(bytes, locus: locus, holdsNumbers: parts.first == "CustomData")
    }
}

internal import Extraction
internal import MetadataModel

/// An ND2 file of JPEG 2000 boxes, which NIS-Elements wrote up to version 2.
///
/// A box is its bytes as a 32-bit integer (1: a 64-bit integer behind the type; 0: up to the
/// file's end), four letters for its type, and the content. Numbers are big-endian, those of the
/// map at the end little-endian: two types of four letters each and an offset, for every box.
struct ND2BoxFile {
    private static let mapMark = "LABORATORY IMAGING ND BOX MAP 00"
    private static let maximumBoxByteCount: UInt64 = 32 << 20
    private static let maximumBoxCount = 65536
    /// Boxes of one type that are read.
    private static let maximumLikeCount = 64

    let reader: ByteReader
    let collector: FactCollector

    private struct Box {
        let type: String
        let offset: UInt64
        let contentOffset: UInt64
        let byteCount: UInt64
    }

    func state() throws(ExtractionError) {
        collector.add(
            Fact(
                key: "nd2.Version", value: "Ver1.0", label: "JPEG 2000 boxes",
                locus: Locus(offset: 0, length: 12, address: "box jP")))
        var counts: [String: Int] = [:]
        for box in try boxes() where !collector.isFull {
            let index = counts[box.type, default: 0]
            counts[box.type] = index + 1
            guard index < Self.maximumLikeCount else { continue }
            do throws(ExtractionError) {
                try state(box, index: index)
            } catch {
                collector.report(error.issue)
            }
        }
    }

    // MARK: Boxes

    private func boxes() throws(ExtractionError) -> [Box] {
        do throws(ExtractionError) {
            if let mapped = try map() { return mapped }
        } catch {
            collector.report(error.issue)
        }
        var boxes: [Box] = []
        var place: UInt64 = 0
        while place < reader.count, boxes.count < Self.maximumBoxCount {
            do throws(ExtractionError) {
                let box = try box(at: place)
                boxes.append(box)
                place = box.contentOffset + box.byteCount
            } catch {
                guard !boxes.isEmpty else { throw error }
                collector.report(error.issue)
                break
            }
        }
        return boxes
    }

    private func box(at offset: UInt64, type: String? = nil) throws(ExtractionError) -> Box {
        let head = try BinaryBlock(
            bytes: reader.prefix(from: offset, maximum: 16), order: .big, offset: offset,
            address: "box at byte \(offset)")
        guard let stated = head.integer(at: 0, as: UInt32.self),
            let found = head.text(at: 4, count: 4), !found.isEmpty
        else { throw ExtractionError(.truncated, "expected a box", offset: offset) }
        let isLong = stated == 1
        let headCount: UInt64 = isLong ? 16 : 8
        let rest = reader.count - min(reader.count, offset)
        var count = UInt64(stated)
        if isLong { count = head.integer(at: 8, as: UInt64.self) ?? 0 }
        if stated == 0 { count = rest }
        guard count >= headCount, count <= rest else {
            throw ExtractionError(
                .truncated, "expected a box of \(count) bytes, \(rest) there are", offset: offset)
        }
        return Box(
            type: type ?? found, offset: offset, contentOffset: offset + headCount,
            byteCount: count - headCount)
    }

    /// The boxes that the map at the end of the file names; `nil` where it has none.
    private func map() throws(ExtractionError) -> [Box]? {
        let tailCount = Self.mapMark.utf8.count + 8
        guard reader.count > UInt64(tailCount) else { return nil }
        let tail = try BinaryBlock(
            reading: reader, at: reader.count - UInt64(tailCount), count: tailCount,
            order: .little, address: "box map")
        guard tail.has(Self.mapMark),
            let back = tail.integer(at: Self.mapMark.utf8.count, as: UInt64.self),
            back >= UInt64(tailCount), back <= reader.count
        else { return nil }
        let start = reader.count - back
        let count = Int(try reader.uint32(at: start, .big))
        guard count <= Self.maximumBoxCount else {
            throw ExtractionError(
                .limitExceeded, "more than \(Self.maximumBoxCount) boxes", offset: start)
        }
        let block = try BinaryBlock(
            reading: reader, at: start + 4, count: 12 * count, order: .little,
            address: "box map")
        // Entries of 12 bytes stand 12 or 16 bytes apart, as the versions have it.
        let stride = UInt64(4 + 16 * count) <= back - UInt64(tailCount) ? 16 : 12
        let whole =
            stride == 12
            ? block
            : try BinaryBlock(
                reading: reader, at: start + 4, count: 16 * count, order: .little,
                address: "box map")
        var boxes: [Box] = []
        for index in 0..<count {
            let place = index * stride
            guard let type = whole.text(at: place, count: 4),
                let own = whole.text(at: place + 4, count: 4),
                let offset = whole.integer(at: place + 8, as: UInt32.self),
                UInt64(offset) < reader.count
            else { continue }
            let isStandard = ["jP  ", "ftyp", "jp2h"].contains(type)
            if own == "LUNK" || type == "jp2c" { continue }
            boxes.append(try box(at: UInt64(offset), type: isStandard || own.isEmpty ? type : own))
        }
        return boxes
    }

    // MARK: Contents

    private func state(_ box: Box, index: Int) throws(ExtractionError) {
        switch box.type {
        case "jP  ", "ftyp", "jp2c": return
        case "jp2h": try stateImageHeader(box)
        default:
            guard box.byteCount > 0, box.byteCount <= Self.maximumBoxByteCount else { return }
            let bytes = try reader.bytes(at: box.contentOffset, count: Int(box.byteCount))
            // The user's box holds the type of its content in front of it.
            let element = index == 0 ? ElementPath.root : ElementPath(segment: 1, index: index)
            ND2Content(
                key: FactKey(segments: ["nd2", box.type]), element: element, collector: collector
            ).state(
                bytes,
                locus: Locus(
                    offset: box.contentOffset, length: box.byteCount,
                    address: "box \(box.type)"))
        }
    }

    private func stateImageHeader(_ box: Box) throws(ExtractionError) {
        let block = try BinaryBlock(
            reading: reader, at: box.contentOffset, count: 22, order: .big, address: "box jp2h")
        guard block.has("ihdr", at: 4) else {
            throw ExtractionError(.malformed, "expected a box ihdr", offset: box.contentOffset)
        }
        for (name, place, width) in [
            ("Height", 8, 4), ("Width", 12, 4), ("Components", 16, 2), ("BitsPerComponent", 18, 1),
            ("Compression", 19, 1),
        ] {
            let value: Int64? =
                switch width {
                case 4: block.integer(at: place, as: UInt32.self).map(Int64.init)
                case 2: block.integer(at: place, as: UInt16.self).map(Int64.init)
                default: block.integer(at: place, as: UInt8.self).map(Int64.init)
                }
            guard let value else { continue }
            // Bits are stored less one.
            let stated = name == "BitsPerComponent" ? (value & 0x7F) + 1 : value
            collector.integer(
                FactKey(segments: ["nd2", "ImageHeader", name]), stated,
                locus: block.locus(at: place, count: width))
        }
        collector.noteMetadata(22, understood: true)
    }
}

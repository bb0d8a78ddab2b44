internal import Extraction
internal import MetadataModel

/// Reads the heaps of Canon's Camera Image File Format as `crw.`: a CRW file, or APP0 of a JPEG.
///
/// The last 4 bytes of a heap say where in it its directory stands: a count (2), then entries of
/// 10 bytes: tag (2), size (4), offset in the heap (4). Of the tag, bits 14 and 15 say that the
/// value is the 8 bytes behind the tag, bits 11 to 13 give the type: bytes, text, 16-bit, 32-bit,
/// structure, or another heap.
///
/// Source: CIFF specification 1.0 revision 4, Canon 1997
/// <https://xyrion.org/ciff/CIFFspecV1R04.pdf>; <https://exiftool.org/canon_raw.html>.
struct CIFFHeap {
    private let reader: ByteReader
    private let order: ByteOrder
    private let collector: FactCollector

    /// Reads the heap in a JPEG segment.
    ///
    /// - Returns: False where the block is none.
    static let read: JPEGMakers.Reader = { block, collector in
        do throws(ExtractionError) {
            return try read(
                ByteReader(bytes: block.bytes, baseOffset: block.offset), into: collector)
        } catch {
            collector.report(error.issue)
            return true
        }
    }

    /// Reads the heap behind a header.
    static func read(
        _ reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) -> Bool {
        let head = try reader.prefix(maximum: 14)
        guard head.count == 14, head[6..<10].elementsEqual("HEAP".utf8) else { return false }
        let order: ByteOrder = head[0] == UInt8(ascii: "M") ? .big : .little
        let start = UInt64(try reader.uint32(at: 2, order))
        guard start >= 14, start < reader.count else {
            throw ExtractionError(.malformed, "expected the heap behind its header", offset: 2)
        }
        collector.text(
            "crw.Type", String(decoding: head[6...], as: UTF8.self),
            locus: Locus(offset: reader.baseOffset + 6, length: 8, address: "header"))
        let heap = CIFFHeap(reader: reader, order: order, collector: collector)
        try heap.state(from: start, to: reader.count, depth: 0)
        return true
    }

    private func state(from start: UInt64, to end: UInt64, depth: Int) throws(ExtractionError) {
        guard depth < 8, end - start >= 6 else {
            throw ExtractionError(
                .malformed, "expected a heap of 6 bytes or more, at most 8 in each other",
                offset: start)
        }
        let place = UInt64(try reader.uint32(at: end - 4, order))
        guard place < end - start else {
            throw ExtractionError(
                .malformed, "expected a directory in the heap, found the offset \(place)",
                offset: end - 4)
        }
        let count = Int(try reader.uint16(at: start + place, order))
        let table = try reader.bytes(at: start + place + 2, count: count * 10)
        let directory = BinaryBlock(
            table, order: order, at: reader.baseOffset + start + place + 2,
            address: "heap at \(start)")
        for index in 0..<count where !collector.isFull {
            guard let tag = directory.integer(at: index * 10, as: UInt16.self),
                let size = directory.integer(at: index * 10 + 2, as: UInt32.self),
                let offset = directory.integer(at: index * 10 + 6, as: UInt32.self)
            else { return }
            let number = Int(tag & 0x3FFF)
            if tag & 0xC000 != 0 {
                state(number, BinaryBlock(directory, at: index * 10 + 2, count: 8))
                continue
            }
            guard UInt64(offset) <= end - start, UInt64(size) <= end - start - UInt64(offset) else {
                collector.report(
                    Issue(
                        .truncated, "expected \(size) bytes of the tag \(number)",
                        at: directory.locus(at: index * 10, count: 10)))
                continue
            }
            let from = start + UInt64(offset)
            if tag & 0x3800 == 0x2800 || tag & 0x3800 == 0x3000 {
                do throws(ExtractionError) {
                    try state(from: from, to: from + UInt64(size), depth: depth + 1)
                } catch {
                    collector.report(error.issue)
                }
                continue
            }
            // Images are values of thousands of bytes, of which none is read.
            let bytes = try reader.bytes(at: from, count: min(Int(size), 4096))
            var value = BinaryBlock(
                bytes, order: order, at: reader.baseOffset + from, address: "tag \(number)")
            if Int(size) > bytes.count {
                value.address += ", \(size) bytes"
                collector.integer(
                    key(number).appending("ByteCount"), Int64(size), unit: "B", locus: value.locus)
                continue
            }
            state(number, value)
        }
    }

    private func key(_ number: Int) -> FactKey {
        FactKey(segments: ["crw", CIFFTags.names[number] ?? "Tag\(number)"])
    }

    private func state(_ number: Int, _ value: BinaryBlock) {
        var value = value
        value.address = "tag \(number)"
        if let table = CIFFTags.tables[number] {
            table.state(value, element: .root, into: collector)
            return
        }
        let key = key(number)
        switch number & 0x3800 {
        case 0x0800:
            for part in value.bytes.split(separator: 0) {
                collector.text(
                    key, TextDecoding.text(of: part).text,
                    locus: value.locus(at: part.startIndex, count: part.count))
            }
        case 0x1000:
            let count = value.bytes.count == 8 ? 1 : value.bytes.count / 2
            StructureTable(key: key, typeName: "uint16", byteCount: count * 2)?.state(
                value, element: .root, into: collector)
        case 0x1800:
            let count = value.bytes.count == 8 ? 1 : value.bytes.count / 4
            StructureTable(key: key, typeName: "uint32", byteCount: count * 4)?.state(
                value, element: .root, into: collector)
        default:
            collector.opaque(key, value.bytes, locus: value.locus)
        }
    }
}

internal import Extraction
internal import MetadataModel

/// Reads the records of FLIR's thermal images as `flir.`, in APP1 of a JPEG file and in FFF files.
///
/// The header (64 bytes) names the program at 4, and says at 24 where the directory of records is
/// and at 28 how many there are. Each record has 32 bytes there: type (2), subtype (2), version
/// (4), id (4), offset (4), length (4). A record begins with a byte order mark: 2 in its order.
///
/// Source: <https://exiftool.org/TagNames/FLIR.html>.
struct FLIRRecords {
    private let reader: ByteReader
    private let isAssembled: Bool
    private let collector: FactCollector

    /// Reads the records in a block.
    ///
    /// - Returns: False where the block has no such header.
    static func read(_ block: BinaryBlock, into collector: FactCollector) -> Bool {
        do throws(ExtractionError) {
            return try read(
                ByteReader(bytes: block.bytes, baseOffset: block.offset),
                isAssembled: block.isAssembled, into: collector)
        } catch {
            collector.report(error.issue)
            return true
        }
    }

    static func read(
        _ reader: ByteReader, isAssembled: Bool = false, into collector: FactCollector
    ) throws(ExtractionError) -> Bool {
        let head = try reader.prefix(maximum: 64)
        guard head.starts(with: "FFF\0".utf8) || head.starts(with: "AFF\0".utf8) else {
            return false
        }
        try FLIRRecords(reader: reader, isAssembled: isAssembled, collector: collector).run()
        return true
    }

    private func block(
        at offset: UInt64, count: Int, _ order: ByteOrder, _ address: String
    ) throws(ExtractionError) -> BinaryBlock {
        var block = BinaryBlock(
            try reader.bytes(at: offset, count: count), order: order,
            at: reader.baseOffset + offset, address: address)
        block.isAssembled = isAssembled
        return block
    }

    private func run() throws(ExtractionError) {
        var head = try block(at: 0, count: 64, .big, "FFF header")
        if let version = head.integer(at: 20, as: UInt32.self), !(100..<400).contains(version) {
            head = try block(at: 0, count: 64, .little, "FFF header")
        }
        FLIRTables.header.state(head, element: .root, into: collector)
        let start = UInt64(head.integer(at: 24, as: UInt32.self) ?? 0)
        let count = head.integer(at: 28, as: UInt32.self) ?? 0
        guard count <= 4096 else {
            throw ExtractionError(
                .malformed, "expected at most 4096 records, found \(count)", at: head.locus)
        }
        let directory = try block(at: start, count: Int(count) * 32, head.order, "FFF records")
        for index in 0..<Int(count) {
            let part = BinaryBlock(directory, at: index * 32, count: 32)
            guard let type = part.integer(at: 0, as: UInt16.self), type != 0,
                let offset = part.integer(at: 12, as: UInt32.self),
                let length = part.integer(at: 16, as: UInt32.self)
            else { continue }
            do throws(ExtractionError) {
                try state(Int(type), UInt64(offset), UInt64(length))
            } catch {
                collector.report(error.issue)
            }
        }
    }

    private func state(
        _ type: Int, _ offset: UInt64, _ length: UInt64
    ) throws(ExtractionError) {
        guard offset <= reader.count, length <= reader.count - offset else {
            throw ExtractionError(
                .truncated, "expected \(length) bytes of the record of type \(type)",
                offset: offset)
        }
        let address = "record \(type)"
        let byteCount = Int(min(length, 4096))
        var record = try block(at: offset, count: byteCount, .little, address)
        if let mark = record.integer(at: 0, as: UInt16.self), mark >= 0x100 {
            record = BinaryBlock(
                record.bytes, order: .big, at: record.offset, address: record.address)
            record.isAssembled = isAssembled
        }
        guard let table = FLIRTables.records[type] else {
            collector.opaque(
                FactKey(printed: "flir.Record\(type)"), record.bytes, byteCount: Int(length),
                locus: record.locus)
            collector.noteMetadata(record.bytes.count, understood: false)
            return
        }
        table.state(record, element: .root, into: collector)
        collector.noteMetadata(min(table.byteCount, byteCount), understood: true)
        if let image = FLIRTables.images[type] {
            stateImage(record, FactKey(printed: image))
        }
        if type == 0x20 { stateDate(record) }
    }

    /// Adds what an image is coded as; its pixels are not read.
    private func stateImage(_ record: BinaryBlock, _ key: FactKey) {
        let locus = record.locus(at: 32, count: 4)
        if record.has("PNG", at: 33) {
            collector.text(key, "PNG", locus: locus)
        } else if record.bytes(at: 32, count: 3).map({ $0.elementsEqual([0xFF, 0xD8, 0xFF]) })
            == true
        {
            collector.text(key, "JPG", locus: locus)
        }
    }

    /// The time of the image: seconds since 1970, milliseconds, minutes west of Greenwich.
    private func stateDate(_ record: BinaryBlock) {
        guard let seconds = record.integer(at: 900, as: UInt32.self), seconds > 0,
            let milliseconds = record.integer(at: 904, as: UInt32.self)
        else { return }
        let microseconds = Int64(seconds) * 1_000_000 + Int64(milliseconds & 0xFFFF) * 1000
        collector.text(
            "flir.CameraInfo.DateTimeOriginal", TimeSpan.timestamp(ofMicroseconds: microseconds),
            locus: record.locus(at: 900, count: 10))
    }
}

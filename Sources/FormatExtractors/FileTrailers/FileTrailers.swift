internal import Extraction
internal import MetadataModel

/// Metadata that programs append to an image file, behind what its own format says.
///
/// Each ends with a mark, so they are read from the end of the file towards its beginning.
///
/// | Mark | Written by | Content |
/// |:-----|:-----------|:--------|
/// | `AXS!` or `AXS*`, 12 bytes before the end | AXS File Concatenation Protocol | entries, IPTC among them |
/// | `cbipcbbl`, 8 bytes before the end | PhotoMechanic | IPTC datasets of its own |
/// | `A1 B2 C3 D4`, 10 bytes before the end | FotoStation | typed records, IPTC among them |
///
/// Sources: <https://web.archive.org/web/20080828211305/http://www.tocarte.com/media/axs_afcp_spec.pdf>;
/// <https://exiftool.org/TagNames/PhotoMechanic.html>; <https://exiftool.org/TagNames/FotoStation.html>.
enum FileTrailers {
    /// Bytes of one trailer that are read.
    private static let maximumByteCount: UInt64 = 4 << 20

    /// Adds what the trailers say.
    static func read(_ reader: ByteReader, into collector: FactCollector) {
        var end = reader.count
        do throws(ExtractionError) {
            for _ in 0..<8 {
                guard end >= 12 else { return }
                let mark = BinaryBlock(
                    try reader.bytes(at: end - 12, count: 12), order: .big, at: end - 12,
                    address: "trailer")
                if mark.has("AXS!") || mark.has("AXS*") {
                    guard let start = try concatenation(reader, mark, end, into: collector) else {
                        return
                    }
                    end = start
                } else if mark.has("cbipcbbl", at: 4),
                    let size = mark.integer(at: 0, as: UInt32.self), UInt64(size) <= end - 12,
                    UInt64(size) <= maximumByteCount
                {
                    end -= 12 + UInt64(size)
                    let block = BinaryBlock(
                        try reader.bytes(at: end, count: Int(size)), order: .big, at: end,
                        address: "PhotoMechanic trailer")
                    photoMechanic(block, into: collector)
                } else if mark.bytes(at: 8, count: 4).map({
                    $0.elementsEqual([0xA1, 0xB2, 0xC3, 0xD4])
                })
                    == true, let size = mark.integer(at: 4, as: UInt32.self), size >= 10,
                    UInt64(size) <= min(end, maximumByteCount)
                {
                    end -= UInt64(size)
                    let block = BinaryBlock(
                        try reader.bytes(at: end, count: Int(size) - 10), order: .big, at: end,
                        address: "FotoStation trailer")
                    if mark.integer(at: 2, as: UInt16.self) == 1 {
                        _ = IPTCReader.read(
                            block, from: 0, count: block.bytes.count, element: .root,
                            into: collector)
                    } else {
                        collector.opaque("fotostation.Record", block.bytes, locus: block.locus)
                    }
                } else {
                    return
                }
            }
        } catch {
            collector.report(error.issue)
        }
    }

    /// Reads the entries of a concatenation; returns where it begins.
    private static func concatenation(
        _ reader: ByteReader, _ mark: BinaryBlock, _ end: UInt64, into collector: FactCollector
    ) throws(ExtractionError) -> UInt64? {
        let order: ByteOrder = mark.has("AXS!") ? .big : .little
        let tail = BinaryBlock(mark.bytes, order: order, at: mark.offset, address: mark.address)
        let start = UInt64(tail.integer(at: 4, as: UInt32.self) ?? 0)
        guard start < end - 12 else { return nil }
        let head = BinaryBlock(
            try reader.prefix(from: start, maximum: 12 + 12 * 1024), order: order, at: start,
            address: "AFCP trailer")
        guard head.has("AXS"), let count = head.integer(at: 6, as: UInt16.self) else { return nil }
        for index in 0..<min(Int(count), 1024) {
            let place = 12 + index * 12
            guard let tag = head.text(at: place, count: 4),
                let size = head.integer(at: place + 4, as: UInt32.self),
                let offset = head.integer(at: place + 8, as: UInt32.self),
                UInt64(size) <= maximumByteCount
            else { break }
            let block = BinaryBlock(
                try reader.bytes(at: UInt64(offset), count: Int(size)), order: .big,
                at: UInt64(offset), address: "AFCP trailer")
            let key = FactKey(segments: ["afcp", String(tag.trimmingSpaces)])
            if tag == "IPTC" {
                _ = IPTCReader.read(
                    block, from: 0, count: block.bytes.count, element: .root, into: collector)
            } else if tag == "TEXT" || tag == "Text" {
                collector.text(
                    key, TextDecoding.text(of: block.bytes).text, locus: block.locus)
            } else {
                collector.opaque(key, block.bytes, locus: block.locus)
            }
        }
        return start
    }

    /// Reads IPTC datasets of record 2 whose values are 32-bit numbers.
    private static func photoMechanic(_ block: BinaryBlock, into collector: FactCollector) {
        var place = 0
        while block.integer(at: place, as: UInt8.self) == 0x1C,
            let dataset = block.integer(at: place + 2, as: UInt8.self),
            let length = block.integer(at: place + 3, as: UInt16.self),
            let bytes = block.bytes(at: place + 5, count: Int(length))
        {
            let name = names[dataset] ?? "2:\(dataset)"
            let key = FactKey(segments: ["photomechanic", name])
            let locus = block.locus(at: place + 5, count: Int(length))
            if length == 4, let value = block.integer(at: place + 5, as: Int32.self) {
                collector.integer(key, Int64(value), locus: locus)
            } else {
                collector.opaque(key, Array(bytes), locus: locus)
            }
            place += 5 + Int(length)
        }
    }

    private static let names: [UInt8: String] = [
        209: "RawCropLeft", 210: "RawCropTop", 211: "RawCropRight", 212: "RawCropBottom",
        213: "ConstrainedCropWidth", 214: "ConstrainedCropHeight", 215: "FrameNum",
        216: "Rotation", 217: "CropLeft", 218: "CropTop", 219: "CropRight", 220: "CropBottom",
        221: "Tagged", 222: "ColorClass", 223: "Rating", 236: "PreviewCropLeft",
        237: "PreviewCropTop", 238: "PreviewCropRight", 239: "PreviewCropBottom",
    ]
}

internal import Extraction
internal import MetadataModel

/// Reads the list of FlashPix streams in APP2 as `jpeg.FPXR.`; the streams stay opaque.
///
/// Source: Exif 2.1, section 2.8.4 (FlashPix extension).
enum FlashPixSegment {
    static let read: JPEGMakers.Reader = { body, collector in
        guard let version = body.bytes.first, let kind = body.bytes.dropFirst().first else {
            return false
        }
        collector.integer("jpeg.FPXR.Version", Int64(version), locus: body.locus(at: 0, count: 1))
        guard kind == 1, let count = body.integer(at: 2, as: UInt16.self) else {
            collector.opaque("jpeg.FPXR.StreamData", body.bytes, locus: body.locus)
            return false
        }
        var place = 4
        for index in 0..<Int(count) {
            let element = ElementPath(segment: 2, index: index)
            guard let size = body.integer(at: place, as: UInt32.self) else { break }
            var end = place + 5
            while let unit = body.bytes(at: end, count: 2), unit.contains(where: { $0 != 0 }) {
                end += 2
            }
            guard let name = body.bytes(at: place + 5, count: end - place - 5) else { break }
            collector.text(
                "jpeg.FPXR.Contents.StorageName", TextDecoding.utf16(upToZero: name, .little),
                element: element,
                locus: body.locus(at: place + 5, count: name.count))
            if size != UInt32.max {
                collector.integer(
                    "jpeg.FPXR.Contents.Size", Int64(size), element: element, unit: "B",
                    locus: body.locus(at: place, count: 4))
            }
            // The class of a storage stands behind its name.
            place = end + 2 + (size == UInt32.max ? 16 : 0)
        }
        return true
    }
}

internal import Extraction
internal import Glibc
internal import MetadataModel

/// Reads the structure that Olympus Soft Imaging Solutions keeps where tag 33560 points to, as
/// `sis.`.
///
/// After `SIS0` stand the time at byte 10 (minute, hour, day, month from 0, year since 1900, 16 bits
/// each), the image's name at byte 26, a count at byte 58, and that many entries of a 16-bit type,
/// a 16-bit count and an offset. Of these, type 1 describes the image: pixel sizes as numbers of
/// `10^exponent` metres, magnification and camera.
///
/// Source: no specification is public; the fields are those that Bio-Formats and tifffile document
/// <https://docs.openmicroscopy.org/bio-formats/latest/formats/olympus-sis-tiff.html>.
struct OlympusSISReader: TIFFBlockReader {
    private static let image = StructureTable(
        namespace: "sis",
        """
        36 float64 Magnification
        46 char[34] CameraName
        80 char[32] PictureType
        """)

    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool {
        guard let offset = try field.pointedOffset() else { return false }
        let block = try BinaryBlock(at: offset, count: 60 + 8 * 256, of: field)
        guard block.has("SIS0") else { return false }
        if let name = block.text(at: 26, count: 32) {
            collector.text(
                "sis.Name", name, element: field.element, locus: block.locus(at: 26, count: 32))
        }
        stateTime(block, field.element, into: collector)
        let count = block.integer(at: 58, as: UInt16.self) ?? 0
        for place in stride(from: 60, to: 60 + 8 * min(Int(count), 256), by: 8) {
            guard block.integer(at: place, as: UInt16.self) == 1,
                let offset = block.integer(at: place + 4, as: UInt32.self)
            else { continue }
            let part = try BinaryBlock(at: UInt64(offset), count: 112, of: field)
            Self.image.state(part, element: field.element, into: collector)
            guard let exponent = part.integer(at: 10, as: Int16.self) else { continue }
            for (key, place) in [("sis.PixelSizeX" as FactKey, 12), ("sis.PixelSizeY", 20)] {
                guard let size = part.double(at: place) else { continue }
                collector.real(
                    key, size * pow(10, Double(exponent)), element: field.element, unit: "m",
                    locus: part.locus(at: place, count: 8))
            }
        }
        return true
    }

    private func stateTime(
        _ block: BinaryBlock, _ element: ElementPath, into collector: FactCollector
    ) {
        let parts = stride(from: 10, through: 18, by: 2).compactMap {
            block.integer(at: $0, as: Int16.self).map(Int.init)
        }
        guard parts.count == 5,
            let span = TimeSpan(
                year: 1900 + parts[4], month: parts[3] + 1, day: parts[2], hour: parts[1],
                minute: parts[0])
        else { return }
        // The structure knows no seconds and no zone.
        let written = TimeSpan.timestamp(ofMicroseconds: span.start).dropLast(4)
        collector.text(
            "sis.DateTime", String(written), element: element, locus: block.locus(at: 10, count: 10)
        )
    }
}

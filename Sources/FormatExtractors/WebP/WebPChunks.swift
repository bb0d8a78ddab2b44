internal import Extraction
internal import MetadataModel

/// Turns the chunks of a WebP file into facts.
enum WebPChunks {
    /// Adds what a chunk says.
    static func state(
        _ name: String, _ chunk: BinaryBlock, frame: Int, into collector: FactCollector
    ) {
        let isKnown: Bool
        switch name {
        case "VP8X": isKnown = header(chunk, into: collector)
        case "VP8 ": isKnown = lossy(chunk, into: collector)
        case "VP8L": isKnown = lossless(chunk, into: collector)
        case "ALPH":
            isKnown = true
            integer(
                "webp.ALPH.Compression", Int64(chunk.bytes.first ?? 0) & 3, chunk, 0, 1, collector)
        case "ANIM":
            animation.state(chunk, element: .root, into: collector)
            isKnown = true
        case "ANMF":
            isKnown = self.frame(chunk, index: frame, into: collector)
        case "ICCP":
            isKnown = ICCProfileReader.read(
                BinaryBlock(chunk, order: .big), element: .root, into: collector)
        case "EXIF":
            isKnown = EmbeddedTIFF.read(
                chunk, from: chunk.has("Exif\0\0") ? 6 : 0, into: collector)
        case "XMP ", "XMP\0":
            collector.text(
                "webp.XMP", TextDecoding.text(of: chunk.bytes).text, locus: chunk.locus)
            isKnown = true
        default: isKnown = false
        }
        if !isKnown {
            collector.opaque(
                FactKey(segments: ["webp", String(name.trimmingSpaces)]), chunk.bytes,
                locus: chunk.locus)
        }
        collector.noteMetadata(chunk.bytes.count + 8, understood: isKnown)
    }

    private static let animation = StructureTable(
        namespace: "webp.ANIM",
        """
        0 uint8[4] BackgroundColor
        4 uint16 LoopCount: 0 infinite
        """)

    private static func integer(
        _ key: FactKey, _ value: Int64, _ chunk: BinaryBlock, _ place: Int, _ count: Int,
        _ collector: FactCollector, element: ElementPath = .root, unit: String? = nil,
        label: String? = nil
    ) {
        collector.integer(
            key, value, element: element, unit: unit, label: label,
            locus: chunk.locus(at: place, count: count))
    }

    /// Three bytes, little-endian.
    private static func number(_ chunk: BinaryBlock, _ place: Int) -> Int64? {
        chunk.bytes(at: place, count: 3).map { $0.reversed().reduce(0) { $0 << 8 | Int64($1) } }
    }

    private static func header(_ chunk: BinaryBlock, into collector: FactCollector) -> Bool {
        guard let flags = chunk.bytes.first, let width = number(chunk, 4),
            let height = number(chunk, 7)
        else { return false }
        let names: [(UInt8, String)] = [
            (2, "animation"), (4, "XMP"), (8, "EXIF"), (16, "alpha"), (32, "ICC profile"),
        ]
        let set = names.filter { flags & $0.0 != 0 }.map(\.1)
        integer(
            "webp.VP8X.Flags", Int64(flags), chunk, 0, 1, collector,
            label: set.isEmpty ? nil : set.joined(separator: ", "))
        integer("webp.VP8X.CanvasWidth", width + 1, chunk, 4, 3, collector, unit: "px")
        integer("webp.VP8X.CanvasHeight", height + 1, chunk, 7, 3, collector, unit: "px")
        return true
    }

    private static func lossy(_ chunk: BinaryBlock, into collector: FactCollector) -> Bool {
        guard let tag = number(chunk, 0), tag & 1 == 0,
            chunk.bytes(at: 3, count: 3)?.elementsEqual([0x9D, 0x01, 0x2A]) == true,
            let width = chunk.integer(at: 6, as: UInt16.self),
            let height = chunk.integer(at: 8, as: UInt16.self)
        else { return false }
        integer("webp.VP8.Version", tag >> 1 & 7, chunk, 0, 1, collector)
        integer("webp.VP8.Width", Int64(width & 0x3FFF), chunk, 6, 2, collector, unit: "px")
        integer("webp.VP8.HorizontalScale", Int64(width >> 14), chunk, 6, 2, collector)
        integer("webp.VP8.Height", Int64(height & 0x3FFF), chunk, 8, 2, collector, unit: "px")
        integer("webp.VP8.VerticalScale", Int64(height >> 14), chunk, 8, 2, collector)
        return true
    }

    private static func lossless(_ chunk: BinaryBlock, into collector: FactCollector) -> Bool {
        guard chunk.bytes.first == 0x2F, let bits = chunk.integer(at: 1, as: UInt32.self) else {
            return false
        }
        integer("webp.VP8L.Width", Int64(bits & 0x3FFF) + 1, chunk, 1, 4, collector, unit: "px")
        integer(
            "webp.VP8L.Height", Int64(bits >> 14 & 0x3FFF) + 1, chunk, 1, 4, collector, unit: "px")
        integer("webp.VP8L.AlphaIsUsed", Int64(bits >> 28 & 1), chunk, 1, 4, collector)
        return true
    }

    private static func frame(
        _ chunk: BinaryBlock, index: Int, into collector: FactCollector
    ) -> Bool {
        let element = ElementPath(segment: 1, index: index)
        let fields: [(String, Int, Int64, String)] = [
            ("FrameX", 0, 0, "px"), ("FrameY", 3, 0, "px"), ("FrameWidth", 6, 1, "px"),
            ("FrameHeight", 9, 1, "px"), ("FrameDuration", 12, 0, "ms"),
        ]
        for (name, place, added, unit) in fields {
            guard let value = number(chunk, place) else { return false }
            // Places are stored halved.
            let factor: Int64 = added == 0 && unit == "px" ? 2 : 1
            integer(
                FactKey(printed: "webp.ANMF.\(name)"), (value + added) * factor, chunk, place, 3,
                collector, element: element, unit: unit)
        }
        return true
    }
}

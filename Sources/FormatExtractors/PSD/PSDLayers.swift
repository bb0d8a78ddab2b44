internal import Extraction
internal import MetadataModel

/// Reads the records of a document's layers; their pixels are skipped.
///
/// Source: Adobe Photoshop File Formats Specification, "Layer and Mask Information Section".
struct PSDLayers {
    let reader: ByteReader
    /// Whether the document is a PSB, whose lengths have 8 bytes.
    let isLarge: Bool
    let collector: FactCollector

    private func length(at place: UInt64) throws(ExtractionError) -> UInt64 {
        isLarge ? try reader.uint64(at: place, .big) : UInt64(try reader.uint32(at: place, .big))
    }

    /// Reads the section that begins at a place.
    func read(from start: UInt64) throws(ExtractionError) {
        let width: UInt64 = isLarge ? 8 : 4
        guard try length(at: start) >= width + 2, try length(at: start + width) >= 2 else { return }
        var place = start + 2 * width
        // A negative count says that the first alpha channel is the transparency of the whole.
        let stated = Int16(bitPattern: try reader.uint16(at: place, .big))
        let count = Int(stated.magnitude)
        collector.integer(
            "psd.LayerCount", Int64(count),
            locus: Locus(offset: place, length: 2, address: "layers"))
        place += 2
        for index in 0..<count where !collector.isFull {
            place = try layer(at: place, index: index)
        }
    }

    private static let blends: [String: String] = [
        "pass": "pass through", "norm": "normal", "diss": "dissolve", "dark": "darken",
        "mul ": "multiply", "lite": "lighten", "scrn": "screen", "over": "overlay",
        "diff": "difference", "hue ": "hue", "sat ": "saturation", "colr": "color",
        "lum ": "luminosity",
    ]

    /// Reads one record; returns the place behind it.
    private func layer(at start: UInt64, index: Int) throws(ExtractionError) -> UInt64 {
        let element = ElementPath(segment: 1, index: index)
        let bounds = BinaryBlock(
            try reader.bytes(at: start, count: 18), order: .big, at: start,
            address: "layer \(index)"
        )
        let numbers = (0..<4).compactMap { bounds.integer(at: $0 * 4, as: Int32.self) }
        collector.numbers(
            "psd.Layer.Bounds", numbers.map { .integer(Int64($0)) }, element: element, unit: "px",
            locus: bounds.locus(at: 0, count: 16))
        let channels = UInt64(bounds.integer(at: 16, as: UInt16.self) ?? 0)
        guard channels <= 100 else {
            throw ExtractionError(
                .malformed, "expected at most 100 channels, found \(channels)", offset: start + 16)
        }
        let place = start + 18 + channels * (isLarge ? 10 : 6)
        let head = BinaryBlock(
            try reader.bytes(at: place, count: 16), order: .big, at: place,
            address: "layer \(index)"
        )
        guard head.has("8BIM") else {
            throw ExtractionError(.malformed, "expected the blend mode of a layer", offset: place)
        }
        if let blend = head.text(at: 4, count: 4) {
            collector.text(
                "psd.Layer.BlendMode", blend, element: element, label: Self.blends[blend],
                locus: head.locus(at: 4, count: 4))
        }
        for (name, offset) in [("Opacity", 8), ("Clipping", 9), ("Flags", 10)] {
            collector.integer(
                FactKey(printed: "psd.Layer.\(name)"), Int64(head.bytes[offset]), element: element,
                locus: head.locus(at: offset, count: 1))
        }
        let extra = UInt64(head.integer(at: 12, as: UInt32.self) ?? 0)
        let body = place + 16
        guard extra <= reader.count - body else {
            throw ExtractionError(.truncated, "expected \(extra) bytes of a layer", offset: body)
        }
        collector.noteMetadata(Int(place - start) + 16, understood: true)
        try additional(from: body, to: body + extra, element)
        return body + extra
    }

    /// Reads mask, blending ranges, name, and of the additional blocks the name in Unicode.
    private func additional(
        from start: UInt64, to end: UInt64, _ element: ElementPath
    ) throws(ExtractionError) {
        guard end - start >= 8 else { return }
        var place = start + 4 + UInt64(try reader.uint32(at: start, .big))
        guard place + 4 <= end else { return }
        place += 4 + UInt64(try reader.uint32(at: place, .big))
        guard place < end else { return }
        let count = UInt64(try reader.uint8(at: place))
        guard count <= end - place - 1 else { return }
        let name = try reader.bytes(at: place + 1, count: Int(count))
        if count > 0 {
            collector.text(
                "psd.Layer.Name", TextDecoding.text(of: name).text, element: element,
                locus: Locus(offset: place + 1, length: count, address: "layer"))
        }
        place += (count + 4) / 4 * 4
        while place + 12 <= end {
            let block = BinaryBlock(
                try reader.bytes(at: place, count: 12), order: .big, at: place, address: "layer")
            guard block.has("8BIM") || block.has("8B64"), let type = block.text(at: 4, count: 4),
                let length = block.integer(at: 8, as: UInt32.self),
                UInt64(length) <= end - place - 12
            else { return }
            if type == "luni" || type == "lyid", length <= 4096 {
                let part = BinaryBlock(
                    try reader.bytes(at: place + 12, count: Int(length)), order: .big,
                    at: place + 12, address: "layer \(type)")
                if type == "lyid", let identifier = part.integer(at: 0, as: UInt32.self) {
                    collector.integer(
                        "psd.Layer.ID", Int64(identifier), element: element, locus: part.locus)
                } else if type == "luni", part.bytes.count >= 4 {
                    collector.text(
                        "psd.Layer.UnicodeName",
                        TextDecoding.utf16(upToZero: part.bytes[4...], .big),
                        element: element, locus: part.locus)
                }
            }
            place += 12 + UInt64(length) + UInt64(length) % 2
        }
    }
}

internal import Extraction
internal import MetadataModel

extension HDF4Walk {
    /// Tags of elements that hold values, or the parts of other elements.
    private static let storage: Set<Int> = [
        20, 40, 61, 106, 107, 108, 200, 201, 202, 203, 204, 301, 302, 303, 304, 307, 308, 309, 310,
        311, 312, 700, 701, 702, 703, 704, 705, 706, 707, 708, 709, 710, 720, 731, 732, 781, 799,
        1962, 1963, 1965,
    ]

    /// States an element that stands for itself, and remembers what belongs to another.
    mutating func learnOrState(_ name: HDF4Name) throws(ExtractionError) {
        guard !Self.storage.contains(name.tag), let element = directory.elements[name] else {
            return
        }
        guard var cursor = try directory.cursor(name, maximum: 1 << 20) else {
            return collector.opaque(
                FactKey(segments: ["hdf4", "tag\(name.tag)"]), [], byteCount: element.count,
                element: ElementPath(segment: 1, index: name.reference),
                locus: Locus(address: "tag \(name.tag) reference \(name.reference)"))
        }
        let locus = Locus(
            offset: cursor.offset, length: cursor.offset.map { _ in UInt64(cursor.bytes.count) },
            address: "tag \(name.tag) reference \(name.reference)")
        switch name.tag {
        case HDF4Tag.version: try stateVersion(&cursor, locus)
        case 100: collector.text("hdf4.file_label", try cursor.rest(), locus: locus)
        case 101: collector.text("hdf4.file_description", try cursor.rest(), locus: locus)
        case 102: collector.text("hdf4.tag_label", try cursor.rest(), locus: locus)
        case 103: collector.text("hdf4.tag_description", try cursor.rest(), locus: locus)
        case 104, 105:
            let object = try cursor.name()
            annotations[object, default: []].append(
                (name.tag == 104 ? "label" : "annotation", try cursor.rest(), locus))
        case 300:
            let element = imageCount > 0 ? ElementPath(segment: 1, index: imageCount) : .root
            imageCount += 1
            try stateImage(&cursor, element, locus)
        case 306: return
        default:
            let key = FactKey(segments: ["hdf4", "tag\(name.tag)"])
            collector.opaque(
                key, Array(cursor.bytes.prefix(1 << 16)), byteCount: cursor.bytes.count,
                element: ElementPath(segment: 1, index: name.reference), locus: locus)
            collector.noteMetadata(cursor.bytes.count, understood: false)
        }
    }

    private func stateVersion(
        _ cursor: inout HDF4Cursor, _ locus: Locus
    ) throws(ExtractionError) {
        let numbers = [try cursor.uint32(), try cursor.uint32(), try cursor.uint32()]
        collector.add(
            Fact(
                key: "hdf4.version", value: numbers.map(String.init).joined(separator: "."),
                label: try cursor.rest(), locus: locus))
    }

    /// States the description of a raster image: two extents, number type, components, interlace,
    /// compression.
    private func stateImage(
        _ cursor: inout HDF4Cursor, _ element: ElementPath, _ locus: Locus
    ) throws(ExtractionError) {
        let key: FactKey = "hdf4.raster_image"
        collector.integer(
            key.appending("XDim"), Int64(try cursor.uint32()), element: element, locus: locus)
        collector.integer(
            key.appending("YDim"), Int64(try cursor.uint32()), element: element, locus: locus)
        _ = try cursor.name()
        collector.integer(
            key.appending("components"), Int64(try cursor.uint16()), element: element, locus: locus)
        let interlace = try cursor.uint16()
        collector.integer(
            key.appending("interlace"), Int64(interlace), element: element,
            label: ["pixel", "scan line", "scan plane"].indices.contains(interlace)
                ? ["pixel", "scan line", "scan plane"][interlace] : nil,
            locus: locus)
        let compression = try cursor.uint16()
        let names = [11: "RLE", 12: "IMCOMP", 13: "JPEG", 14: "grey JPEG"]
        if compression != 0 {
            collector.integer(
                key.appending("compression"), Int64(compression), element: element,
                label: names[compression],
                locus: locus)
        }
    }

    /// States labels and descriptions of an object.
    mutating func stateAnnotations(of name: HDF4Name, key: FactKey) {
        for annotation in annotations.removeValue(forKey: name) ?? [] {
            collector.text(
                key.appending(annotation.kind), annotation.text, locus: annotation.locus)
        }
    }

    /// States those of objects that have no place of their own.
    mutating func stateAnnotations() {
        let names = annotations.keys.sorted { ($0.tag, $0.reference) < ($1.tag, $1.reference) }
        for name in names { stateAnnotations(of: name, key: "hdf4") }
    }
}

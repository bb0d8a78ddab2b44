internal import Extraction
internal import MetadataModel

/// Reads what Adobe's converter keeps of a camera's raw file, in `DNGPrivateData`.
///
/// `Adobe`, a NUL, then blocks: name (4), size (4, big-endian), content. The block `MakN` has the
/// byte order (2), the offset (4) that the maker's note had in the raw file, and the note.
///
/// Source: <https://exiftool.org/TagNames/DNG.html>, "AdobeData".
struct AdobePrivateReader: TIFFBlockReader {
    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool {
        let block = try BinaryBlock(field, order: .big)
        guard block.has("Adobe\0") else {
            try field.stateOpaque(into: collector)
            return true
        }
        var place = 6
        while let name = block.text(at: place, count: 4),
            let size = block.integer(at: place + 4, as: UInt32.self),
            block.bytes(at: place + 8, count: Int(size)) != nil
        {
            let part = BinaryBlock(block, at: place + 8, count: Int(size))
            var isRead = false
            if name == "MakN", part.bytes.count > 6 {
                isRead = try note(part, of: field, into: collector)
            }
            if !isRead {
                collector.opaque(
                    field.key.appending(name), part.bytes, element: field.element,
                    locus: part.locus)
            }
            place += 8 + (Int(size) + 1) / 2 * 2
        }
        return true
    }

    private func note(
        _ part: BinaryBlock, of field: TIFFField, into collector: FactCollector
    ) throws(ExtractionError) -> Bool {
        let body = BinaryBlock(
            BinaryBlock(part, at: 6, count: part.bytes.count),
            order: part.has("MM") ? .big : .little)
        guard let offset = part.integer(at: 2, as: UInt32.self),
            let form = MakerNoteForm.form(of: body, make: MakerNoteReader.make(of: field.file)),
            form.isUnmarked
        else { return false }
        var layout = field.file.layout
        layout.order = body.order
        layout.variant = .classic
        // Offsets are those of the raw file, in which the note stood at `offset`.
        var file = TIFFFile(
            reader: ByteReader(bytes: Array(part.bytes.dropFirst(6)), baseOffset: body.offset),
            layout: layout, nesting: part.nesting)
        file.displacement = UInt64(offset)
        file.hasHeader = false
        try MakerNoteDirectory(
            file: file, table: form.table, element: field.element,
            address: "\(field.address) \(form.table.namespace)"
        ).state(at: 0, into: collector)
        return true
    }
}

/// Reads the pattern of a colour filter array, with the names of its colours as its meaning.
///
/// Two numbers of columns and rows (2 each), then a byte for each filter.
///
/// Source: Exif 3.0 section 4.6.5, CFAPattern.
struct CFAPatternReader: TIFFBlockReader {
    private static let colours: [UInt8: String] = [
        0: "Red", 1: "Green", 2: "Blue", 3: "Cyan", 4: "Magenta", 5: "Yellow", 6: "White",
    ]

    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool {
        for order in [field.file.order, field.file.order == .little ? .big : .little] {
            let block = try BinaryBlock(field, order: order)
            guard let columns = block.integer(at: 0, as: UInt16.self),
                let rows = block.integer(at: 2, as: UInt16.self), columns > 0, rows > 0,
                block.bytes.count <= 64, Int(columns) * Int(rows) == block.bytes.count - 4
            else { continue }
            let filters = block.bytes.dropFirst(4)
            let names = stride(from: 4, to: block.bytes.count, by: Int(columns)).map { start in
                let row = filters[start..<start + Int(columns)]
                return "[" + row.map { Self.colours[$0] ?? "?" }.joined(separator: ",") + "]"
            }
            collector.numbers(
                field.key,
                [.integer(Int64(columns)), .integer(Int64(rows))]
                    + filters.map { .integer(Int64($0)) },
                element: field.element, label: names.joined(), locus: field.locus)
            return true
        }
        return false
    }
}

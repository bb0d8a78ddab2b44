internal import Extraction
internal import MetadataModel

/// The attachments of a CZI: what they are, and what those say that are not images.
///
/// | Offset | Member of an entry `A1`, 128 bytes |
/// |-------:|:-----------------------------------|
/// |      0 | `SchemaType`, two letters          |
/// |     12 | `FilePosition`, int64              |
/// |     20 | `FilePart`, int32                  |
/// |     24 | `ContentGuid`                      |
/// |     40 | `ContentFileType`, 8 letters       |
/// |     48 | `Name`, 80 letters                 |
struct CZIAttachments {
    private static let entryByteCount = 128
    private static let maximumEntryCount = 4096
    /// Bytes in front of an attachment's data, its own copy of the entry among them.
    private static let dataPlace: UInt64 = 256
    private static let maximumTextByteCount = 16 << 20
    private static let maximumOpaqueByteCount = 1 << 16
    /// How deep CZIs within CZIs are read: an image of the label holds no other one.
    private static let maximumEmbeddedDepth = 1

    let file: CZIFile

    private var key: FactKey { file.key.appending("Attachment") }

    /// Adds the facts of all attachments that the directory names.
    func state(_ segment: CZISegment) throws(ExtractionError) {
        let head = try file.block(of: segment, count: 4)
        guard let count = head.int32(at: 0), count >= 0 else {
            throw ExtractionError(
                .malformed, "expected the number of attachments", offset: segment.dataOffset)
        }
        for index in 0..<min(count, Self.maximumEntryCount) {
            let entry = try BinaryBlock(
                reading: file.reader,
                at: segment.dataOffset + 256 + UInt64(index * Self.entryByteCount),
                count: Self.entryByteCount, order: .little, address: "attachment \(index)")
            guard entry.has("A1") else {
                throw ExtractionError(
                    .malformed, "expected an entry A1", offset: entry.offset)
            }
            state(entry, index: index)
        }
        if count > Self.maximumEntryCount {
            throw ExtractionError(
                .limitExceeded, "more than \(Self.maximumEntryCount) attachments",
                offset: segment.dataOffset)
        }
    }

    private func state(_ entry: BinaryBlock, index: Int) {
        let element = file.element.appending(segment: key.segments.count - 1, index: index)
        let type = entry.text(at: 40, count: 8) ?? ""
        for (name, place, count) in [("Name", 48, 80), ("ContentFileType", 40, 8)] {
            file.collector.text(
                key.appending(name), entry.text(at: place, count: count) ?? "", element: element,
                locus: entry.locus(at: place, count: count))
        }
        if let identifier = entry.identifier(at: 24) {
            file.collector.add(
                Fact(
                    key: key.appending("ContentGuid"), element: element, value: identifier,
                    locus: entry.locus(at: 24, count: 16)))
        }
        if let part = entry.int32(at: 20) {
            file.collector.integer(
                key.appending("FilePart"), Int64(part), element: element,
                locus: entry.locus(at: 20, count: 4))
        }
        file.collector.noteMetadata(Self.entryByteCount, understood: true)
        file.attempt { () throws(ExtractionError) in
            let position = entry.integer(at: 12, as: Int64.self) ?? 0
            let segment = try file.segment(at: position, named: "ZISRAWATTACH")
            let head = try file.block(of: segment, count: 4)
            guard let count = head.int32(at: 0), count >= 0 else {
                throw ExtractionError(
                    .malformed, "expected the size of an attachment", offset: segment.dataOffset)
            }
            file.collector.integer(
                key.appending("DataSize"), Int64(count), element: element, unit: "B",
                locus: head.locus(at: 0, count: 4))
            try stateContent(
                type, at: segment.dataOffset + Self.dataPlace, count: count, element: element,
                address: entry.address)
        }
    }

    private func stateContent(
        _ type: String, at offset: UInt64, count: Int, element: ElementPath, address: String
    ) throws(ExtractionError) {
        switch type {
        case "JPG", "PNG", "BMP", "TIF":
            return
        case "CZI", "ZISRAW":
            guard file.depth < Self.maximumEmbeddedDepth, offset < file.end else { return }
            try CZIFile(
                reader: file.reader, start: offset,
                end: offset + min(UInt64(count), file.end - offset), key: key, element: element,
                depth: file.depth + 1, collector: file.collector
            ).state()
        case "CZTIMS", "CZFOC", "CZEVL", "CZLUT":
            let block = try BinaryBlock(
                reading: file.reader, at: offset, count: min(count, Self.maximumTextByteCount),
                order: .little, address: address)
            let content = CZIAttachmentContent(
                block: block, key: key, element: element, collector: file.collector)
            switch type {
            case "CZTIMS": content.stateNumbers("TimeStamps", unit: "s")
            case "CZFOC": content.stateNumbers("FocusPositions", unit: "µm")
            case "CZEVL": content.stateEvents()
            default: content.stateLookupTables()
            }
            file.collector.noteMetadata(count, understood: true)
        default:
            try stateOther(at: offset, count: count, element: element, address: address)
        }
    }

    /// Adds an attachment that is text, or the size and the readable parts of any other.
    private func stateOther(
        at offset: UInt64, count: Int, element: ElementPath, address: String
    ) throws(ExtractionError) {
        let locus = Locus(offset: offset, length: UInt64(count), address: address)
        let head = try file.reader.bytes(
            at: offset, count: min(count, Self.maximumOpaqueByteCount))
        guard count <= Self.maximumTextByteCount,
            head.withUnsafeBytes({ TIFFText.isReadable($0) }), !head.isEmpty
        else {
            file.collector.opaque(
                key.appending("Data"), head, byteCount: count, element: element, locus: locus)
            file.collector.noteMetadata(count, understood: false)
            return
        }
        let bytes = try file.reader.bytes(at: offset, count: count)
        file.collector.text(
            key.appending("Data"), TextDecoding.text(of: bytes.prefix { $0 != 0 }).text,
            element: element, locus: locus)
        file.collector.noteMetadata(count, understood: true)
    }
}

/// What an attachment of a known binary kind says.
struct CZIAttachmentContent {
    let block: BinaryBlock
    let key: FactKey
    let element: ElementPath
    let collector: FactCollector

    /// A size, a number of doubles, and the doubles: time stamps and focus positions.
    func stateNumbers(_ name: String, unit: String) {
        guard let stated = block.int32(at: 4), stated > 0 else { return }
        let count = min(stated, max(0, block.bytes.count - 8) / 8)
        collector.numbers(
            key.appending(name),
            (0..<count).compactMap { block.double(at: 8 + $0 * 8) }.map { .real($0) },
            element: element, unit: unit, locus: block.locus(at: 8, count: count * 8))
        reportMissing(stated, found: count)
    }

    /// A size, a number of events; each is size, time in seconds, type, and a text behind its
    /// size.
    func stateEvents() {
        guard let stated = block.int32(at: 4), stated > 0 else { return }
        let key = key.appending("Event")
        var place = 8
        var index = 0
        while index < stated, let time = block.double(at: place + 4),
            let type = block.int32(at: place + 12), let length = block.int32(at: place + 16),
            length >= 0, !collector.isFull
        {
            let element = element.appending(segment: key.segments.count - 1, index: index)
            collector.real(
                key.appending("Time"), time, element: element, unit: "s",
                locus: block.locus(at: place + 4, count: 8))
            collector.integer(
                key.appending("EventType"), Int64(type), element: element,
                label: CZICodes.eventTypes[type], locus: block.locus(at: place + 12, count: 4))
            if let text = block.text(at: place + 20, count: length), !text.isEmpty {
                collector.text(
                    key.appending("Description"), text, element: element,
                    locus: block.locus(at: place + 20, count: length))
            }
            place += 20 + length
            index += 1
        }
        reportMissing(stated, found: index)
    }

    /// A size, a number of tables; each is size, name (80 letters), number of components, and
    /// these: size, type, number of intensities, and 16-bit intensities. What the sizes count
    /// differs from file to file.
    func stateLookupTables() {
        guard let stated = block.int32(at: 4), stated > 0 else { return }
        let key = key.appending("LookupTable")
        var place = 8
        var index = 0
        while index < stated, let name = block.text(at: place + 4, count: 80),
            let components = block.int32(at: place + 84), !collector.isFull
        {
            let element = element.appending(segment: key.segments.count - 1, index: index)
            collector.text(
                key.appending("Identifier"), name, element: element,
                locus: block.locus(at: place + 4, count: 80))
            collector.integer(
                key.appending("NumberOfComponents"), Int64(components), element: element,
                locus: block.locus(at: place + 84, count: 4))
            place += 88
            for _ in 0..<max(0, components) {
                guard let count = block.int32(at: place + 8), count >= 0 else { break }
                place += 12 + 2 * count
            }
            index += 1
        }
        reportMissing(stated, found: index)
    }

    private func reportMissing(_ stated: Int, found: Int) {
        guard found < stated, !collector.isFull else { return }
        collector.report(
            Issue(
                .truncated, "expected \(stated) entries, found \(found)",
                at: block.locus(at: 0, count: block.bytes.count)))
    }
}

internal import Extraction
internal import MetadataModel

/// The tags of one project.
struct WIPTree {
    private let reader: ByteReader
    private let collector: FactCollector

    init(_ reader: ByteReader, _ collector: FactCollector) {
        self.reader = reader
        self.collector = collector
    }

    struct Tag {
        let name: String
        /// The number at the end of the name.
        let index: Int?
        let type: UInt32
        let start: UInt64
        let end: UInt64
    }

    /// The tag whose header stands at a place; its content lies behind the header.
    func tag(at place: UInt64, end: UInt64) throws(ExtractionError) -> Tag {
        var fields = StructureReading(
            reader, collector, order: .little, key: "wip", place: "tag", from: place, end: end)
        let nameCount = try fields.next(UInt32.self)
        guard nameCount <= 4096 else {
            throw ExtractionError(
                .malformed, "a name of \(nameCount) bytes", offset: reader.baseOffset + place)
        }
        let name = BinaryText.narrow(try fields.bytes(Int(nameCount)))
        let type = try fields.next(UInt32.self)
        let start = try fields.next(UInt64.self)
        let stop = try fields.next(UInt64.self)
        guard start >= fields.position, stop >= start else {
            throw ExtractionError(
                .malformed, "expected the content of \(name) behind its header",
                offset: reader.baseOffset + place)
        }
        if stop > end {
            collector.report(
                Issue(
                    .truncated, "expected \(name) up to byte \(stop), found \(end)",
                    at: Locus(offset: reader.baseOffset + end, address: name)))
        }
        collector.noteMetadata(Int(fields.position - place), understood: true)
        let words = name.split(separator: " ")
        let index = words.count > 1 ? words.last.flatMap { UInt32($0) } : nil
        return Tag(
            name: index == nil ? name : words.dropLast().joined(separator: " "),
            index: index.map(Int.init), type: type, start: min(start, end), end: min(stop, end))
    }

    /// States a tag and what is in it; the root's name is no part of the keys.
    func state(
        _ tag: Tag, _ key: FactKey, _ element: ElementPath, depth: Int
    ) throws(ExtractionError) {
        if tag.type == 0 {
            return try stateTags(tag, key, element, depth: depth)
        }
        var fields = StructureReading(
            reader, collector, order: .little, key: key, element: element, place: tag.name,
            from: tag.start, end: tag.end)
        let byteCount = tag.end - tag.start
        switch tag.type {
        case 2: try fields.state(numbers: nil, .float64, count: byteCount / 8)
        case 3: try fields.state(numbers: nil, .float32, count: byteCount / 4)
        case 4: try fields.state(numbers: nil, .int64, count: byteCount / 8)
        case 5: try fields.state(numbers: nil, .int32, count: byteCount / 4)
        case 6: try fields.state(numbers: nil, .uint32, count: byteCount / 4)
        case 8:
            guard byteCount > 0 else { return }
            let isTrue = try fields.next(UInt8.self) != 0
            collector.text(
                key, isTrue ? "true" : "false", element: element,
                locus: fields.locus(tag.start, 1, tag.name))
        case 9: try stateTexts(tag, &fields)
        default:
            // Samples are bytes too; what is short may be a setting.
            guard byteCount > 0, byteCount <= 64 || tag.name != "Data" else { return }
            let kept = try reader.bytes(at: tag.start, count: Int(min(byteCount, 4096)))
            collector.opaque(
                key, kept, byteCount: Int(clamping: byteCount), element: element,
                locus: fields.locus(tag.start, Int(clamping: byteCount), tag.name))
        }
    }

    private func stateTags(
        _ tag: Tag, _ key: FactKey, _ element: ElementPath, depth: Int
    ) throws(ExtractionError) {
        guard depth < 64 else {
            throw ExtractionError(
                .limitExceeded, "more than 64 nested tags", offset: reader.baseOffset + tag.start)
        }
        var place = tag.start
        var counts: [String: Int] = [:]
        let segment = key.segments.count
        while place < tag.end, !collector.isFull {
            let inner = try self.tag(at: place, end: tag.end)
            let count = counts[inner.name, default: 0]
            counts[inner.name] = count + 1
            let index = inner.index ?? count
            try state(
                inner, key.appending(inner.name),
                index == 0 ? element : element.appending(segment: segment, index: index),
                depth: depth + 1)
            // Every tag ends behind its header, so that the walk goes on.
            place = inner.end
        }
    }

    private func stateTexts(
        _ tag: Tag, _ fields: inout StructureReading
    ) throws(ExtractionError) {
        let key = fields.key
        let base = fields.element
        let segment = key.segments.count - 1
        let isNumbered = base.steps.last.map { Int($0.segment) >= segment } ?? false
        var index = 0
        while fields.left >= 4, index < 65_536 {
            let byteCount = try fields.next(UInt32.self)
            let offset = fields.position
            let text = BinaryText.narrow(try fields.bytes(Int(byteCount)))
            collector.text(
                key, text,
                element: index == 0 || isNumbered
                    ? base : base.appending(segment: segment, index: index),
                locus: fields.locus(offset, Int(byteCount), tag.name))
            index += 1
        }
        collector.noteMetadata(Int(clamping: tag.end - tag.start), understood: true)
    }
}

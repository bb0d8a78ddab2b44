internal import Extraction
internal import MetadataModel

/// Walks the elements of a Matroska file, one within the other.
struct MatroskaWalk {
    private static let maximumDepth = 12
    private static let maximumElementCount = 50_000
    private static let maximumByteCount: UInt64 = 1 << 20

    let reader: ByteReader
    let collector: FactCollector
    private var elementCount = 0
    private var occurrences = OccurrenceCounter()
    private var track = -1

    init(_ reader: ByteReader, _ collector: FactCollector) {
        self.reader = reader
        self.collector = collector
    }

    /// A number of variable length: its first byte says how many bytes follow.
    ///
    /// - Parameter keepsMark: Whether the bit that ends the length belongs to the number.
    private func number(
        at place: UInt64, keepsMark: Bool
    ) throws(ExtractionError) -> (value: UInt64, byteCount: UInt64) {
        let first = try reader.uint8(at: place)
        let length = first.leadingZeroBitCount + 1
        guard length <= 8 else {
            throw ExtractionError(
                .malformed, "expected a number of 1 to 8 bytes", offset: place)
        }
        var value = UInt64(first)
        if !keepsMark { value &= (1 << UInt64(8 - length)) - 1 }
        for byte in try reader.bytes(at: place + 1, count: length - 1) {
            value = value << 8 | UInt64(byte)
        }
        return (value, UInt64(length))
    }

    /// Reads the elements in a part of the file.
    mutating func read(
        from start: UInt64, to end: UInt64, in parent: String?, depth: Int
    ) throws(ExtractionError) {
        guard depth < Self.maximumDepth else {
            throw ExtractionError(
                .limitExceeded, "more than \(Self.maximumDepth) elements in each other",
                offset: start)
        }
        var place = start
        while place < end, !collector.isFull {
            elementCount += 1
            guard elementCount <= Self.maximumElementCount else {
                throw ExtractionError(
                    .limitExceeded, "more than \(Self.maximumElementCount) elements", offset: place)
            }
            let code = try number(at: place, keepsMark: true)
            let size = try number(at: place + code.byteCount, keepsMark: false)
            let content = place + code.byteCount + size.byteCount
            guard content <= end else { return }
            let definition = MatroskaElements.table[UInt32(truncatingIfNeeded: code.value)]
            // All ones: the element ends where its parent does.
            let isUnknown = size.value == (1 << (7 * size.byteCount)) - 1
            var count = isUnknown ? end - content : size.value
            if count > end - content {
                collector.report(
                    Issue(
                        .truncated,
                        "the element \(definition?.name ?? String(code.value, radix: 16)) states "
                            + "\(count) bytes, there are \(end - content)",
                        at: Locus(offset: place, address: definition?.name ?? "element")))
                if definition?.kind == .skipped { return }
                count = end - content
            }
            collector.noteMetadata(Int(content - place), understood: true)
            if let definition {
                try state(definition, content, content + count, parent, depth)
            } else {
                try stateUnknown(code.value, content, count, parent)
            }
            place = content + count
        }
    }

    private mutating func state(
        _ definition: MatroskaElements.Definition, _ start: UInt64, _ end: UInt64,
        _ parent: String?, _ depth: Int
    ) throws(ExtractionError) {
        let count = end - start
        let key = FactKey(segments: ["matroska"] + (parent.map { [$0] } ?? []) + [definition.name])
        let locus = Locus(offset: start, length: count, address: definition.name)
        switch definition.kind {
        case .skipped: return
        case .master:
            if definition.name == "TrackEntry" { track += 1 }
            if definition.name == "SimpleTag" || definition.name == "AttachedFile"
                || definition.name == "ChapterAtom"
            {
                track = occurrences.next(definition.name)
            }
            let isTop = definition.name == "Segment"
            try read(
                from: start, to: end, in: isTop ? nil : definition.name, depth: depth + 1)
            if definition.name == "Tracks" || definition.name == "Tags" { track = -1 }
            return
        case .integer, .signed, .real, .date, .text, .bytes: break
        }
        let element = track < 0 ? ElementPath.root : ElementPath(segment: 1, index: track)
        let bytes = try reader.bytes(at: start, count: Int(min(count, Self.maximumByteCount)))
        collector.noteMetadata(bytes.count, understood: definition.kind != .bytes)
        let bits = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        switch definition.kind {
        case .integer:
            guard count <= 8, let value = Int64(exactly: bits) else { return }
            collector.integer(
                key, value, element: element, unit: definition.unit,
                label: definition.labels[value], locus: locus)
        case .signed, .date:
            guard (1...8).contains(bytes.count) else { return }
            let shift = UInt64(64 - 8 * bytes.count)
            let value = Int64(bitPattern: bits << shift) >> Int64(shift)
            if definition.kind == .signed {
                collector.integer(
                    key, value, element: element, unit: definition.unit, locus: locus)
            } else {
                // Nanoseconds since 2001, in UTC.
                let moment = value / 1000 + 978_307_200_000_000
                collector.add(
                    Fact(
                        key: key, element: element, value: String(value),
                        label: TimeSpan.timestamp(ofMicroseconds: moment),
                        numbers: [NumberSlot(.integer(value))],
                        date: TimeSpan(start: moment, end: moment &+ 1, hasZone: true),
                        locus: locus))
            }
        case .real:
            if bytes.count == 4 {
                let value = Float(bitPattern: UInt32(truncatingIfNeeded: bits))
                collector.real(
                    key, Double(value), written: Fact.spelling(of: value), element: element,
                    unit: definition.unit, locus: locus)
            } else if bytes.count == 8 {
                collector.real(
                    key, Double(bitPattern: bits), element: element, unit: definition.unit,
                    locus: locus)
            }
        case .text:
            let text = TextDecoding.text(of: bytes.prefix { $0 != 0 }).text
            if !text.isEmpty { collector.text(key, text, element: element, locus: locus) }
        case .bytes:
            collector.opaque(
                key, Array(bytes.prefix(4096)), byteCount: Int(clamping: count), element: element,
                locus: locus)
        case .master, .skipped: return
        }
    }

    private mutating func stateUnknown(
        _ code: UInt64, _ start: UInt64, _ count: UInt64, _ parent: String?
    ) throws(ExtractionError) {
        guard count > 0 else { return }
        let bytes = try reader.bytes(at: start, count: Int(min(count, 4096)))
        let name = "0x" + String(code, radix: 16, uppercase: true)
        collector.opaque(
            FactKey(segments: ["matroska"] + (parent.map { [$0] } ?? []) + [name]), bytes,
            byteCount: Int(clamping: count),
            element: track < 0 ? .root : ElementPath(segment: 1, index: track),
            locus: Locus(offset: start, length: count, address: "element \(name)"))
        collector.noteMetadata(Int(clamping: count), understood: false)
    }
}

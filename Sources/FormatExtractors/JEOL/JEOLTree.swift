internal import Extraction
internal import MetadataModel

/// Reads the tree of named values in which JEOL's Analysis Station keeps everything.
///
/// A node, little-endian:
///
/// | Bytes | Meaning                                                        |
/// |:------|:---------------------------------------------------------------|
/// | 1     | 1 opens a node; 255 closes the open one; anything else ends the tree |
/// | 4     | length of the name with its NUL, then the name                 |
/// | 4     | type of the value, see below                                   |
/// | 4     | length of the value, then the value                            |
/// |       | nodes within this one                                          |
///
/// | Type    | Value                             | Type    | Value                          |
/// |--------:|:----------------------------------|--------:|:-------------------------------|
/// | 0       | none: a group                     | 11      | truth value                    |
/// | 1, 6    | uint8, one or many                | 12, 20  | text in UTF-8 or Shift JIS     |
/// | 2, 7    | uint16, one or many               | 13      | texts divided by NUL           |
/// | 3, 8    | int32, one or many                | 14      | uint16, which of the `List` within |
/// | 4, 9    | float32, one or many              | 65552   | limits of an integer           |
/// | 5, 10   | float64, one or many              | 65553   | limits of a float              |
///
/// Limits are the greatest, the least and two more numbers, then a C format and a unit in 16 bytes
/// each. A group that is named by a number is the element of that number of the group above.
///
/// Source: <https://github.com/hyperspy/rosettasciio/blob/main/rsciio/jeol/_api.py>
struct JEOLTree {
    let reader: ByteReader
    let collector: FactCollector
    /// Texts and numbers that were stated, by printed key, for what is computed from them.
    private(set) var stated: [String: String] = [:]

    private var offset: UInt64
    private var frames: [Frame]

    /// Bytes of the longest list of numbers; what is longer is pixels or spectra.
    private static let maximumListByteCount = 4096

    private struct Frame {
        var key: FactKey
        var segmentCount: Int
        var element: ElementPath
        var counts: [String: Int] = [:]
        /// A chosen one of a list that may follow.
        var choice: (number: Int, locus: Locus)?
    }

    init(_ reader: ByteReader, at offset: UInt64, into collector: FactCollector) {
        self.reader = reader
        self.offset = offset
        self.collector = collector
        frames = [Frame(key: "jeol", segmentCount: 1, element: .root)]
    }

    /// Reads the tree to its end.
    mutating func read() throws(ExtractionError) {
        let start = offset
        guard start < reader.count else {
            throw ExtractionError(
                .truncated, "expected a tree at byte \(start)", offset: reader.count)
        }
        defer {
            while frames.count > 0 { close() }
            collector.noteMetadata(
                Int(clamping: min(offset, reader.count) - start), understood: true)
        }
        while offset < reader.count, !collector.isFull {
            let mark = try reader.uint8(at: offset)
            switch mark {
            case 1:
                try open()
            case 0xFF where frames.count > 1:
                close()
                offset += 1
            default:
                guard frames.count == 1 else {
                    throw ExtractionError(
                        .malformed, "expected a node or its end, found a byte \(mark)",
                        offset: offset)
                }
                return
            }
        }
        guard frames.count == 1 || collector.isFull else {
            throw ExtractionError(
                .truncated, "\(frames.count - 1) nodes are not closed", offset: offset)
        }
    }

    // MARK: Nodes

    private mutating func open() throws(ExtractionError) {
        let start = offset
        guard frames.count <= collector.limits.maximumDepth else {
            throw ExtractionError(
                .limitExceeded, "nodes deeper than \(collector.limits.maximumDepth)",
                offset: start)
        }
        let nameByteCount = Int(try reader.uint32(at: start + 1, .little))
        guard nameByteCount <= 1024 else {
            throw ExtractionError(
                .malformed, "a name of \(nameByteCount) bytes", offset: start + 1)
        }
        let name = Self.name(try reader.bytes(at: start + 5, count: nameByteCount))
        let head = start + 5 + UInt64(nameByteCount)
        let type = try reader.uint32(at: head, .little)
        let byteCount = try reader.uint32(at: head + 4, .little)
        let place = head + 8
        guard place <= reader.count, UInt64(byteCount) <= reader.count - place else {
            throw ExtractionError(
                .truncated, "expected \(byteCount) bytes of \(name)", offset: reader.count)
        }
        offset = place + UInt64(byteCount)
        let frame = frame(of: name, isGroup: type == 0)
        frames.append(frame)
        if byteCount > 0 {
            try state(
                name, type: type,
                Locus(offset: place, length: UInt64(byteCount), address: address(name)))
        }
    }

    private mutating func frame(of name: String, isGroup: Bool) -> Frame {
        let parent = frames.count - 1
        let above = frames[parent]
        let segment = above.segmentCount - 1
        let lastStep = above.element.steps.last.map { Int($0.segment) }
        if isGroup, parent > 0, lastStep != segment, let index = UInt16(name) {
            return Frame(
                key: above.key, segmentCount: above.segmentCount,
                element: above.element.appending(segment: segment, index: Int(index)))
        }
        let count = above.counts[name, default: 0]
        frames[parent].counts[name] = count + 1
        return Frame(
            key: above.key.appending(name), segmentCount: above.segmentCount + 1,
            element: count == 0
                ? above.element
                : above.element.appending(segment: above.segmentCount, index: count))
    }

    private mutating func close() {
        guard let frame = frames.popLast(), let choice = frame.choice else { return }
        collector.integer(
            frame.key, Int64(choice.number), element: frame.element, locus: choice.locus)
    }

    private func address(_ name: String) -> String {
        guard let frame = frames.last else { return name }
        let path = frame.key.description.dropFirst("jeol.".count)
        return path.isEmpty ? name : String(path)
    }

    /// A name without its NUL. Two names of old programs are repaired: the half-width katakana of
    /// `Port`, and a byte too many behind `ScanSize`.
    private static func name(_ bytes: [UInt8]) -> String {
        var name = bytes[...]
        while name.last == 0 { name.removeLast() }
        if name.elementsEqual([0xCE, 0xDF, 0xB0, 0xC4]) { return "Port" }
        if name.last == 0xDE { name.removeLast() }
        return ShiftJIS.textOrUTF8(of: name)
    }

    // MARK: Values

    private mutating func state(
        _ name: String, type: UInt32, _ locus: Locus
    ) throws(ExtractionError) {
        switch type {
        case 1, 6: try stateNumbers(name, .uint8, locus)
        case 2, 7: try stateNumbers(name, .uint16, locus)
        case 3, 8: try stateNumbers(name, .int32, locus)
        case 4, 9: try stateNumbers(name, .float32, locus)
        case 5, 10: try stateNumbers(name, .float64, locus)
        case 11: try stateTruth(locus)
        case 12, 20: try stateTexts(locus, isList: false)
        case 13: try stateTexts(locus, isList: true)
        case 14: try stateChoice(locus)
        case 65552: try stateLimits(.int32, locus)
        case 65553: try stateLimits(.float32, locus)
        default: try stateUnknown(locus)
        }
    }

    private mutating func stateNumbers(
        _ name: String, _ type: NumberType, _ locus: Locus
    ) throws(ExtractionError) {
        guard let frame = frames.last, let offset = locus.offset, let length = locus.length else {
            return
        }
        let count = Int(length) / type.byteCount
        guard count > 0 else { return }
        guard length <= Self.maximumListByteCount || type.byteCount > 2 else {
            return stateSize(length, locus)
        }
        let kept = min(count, Self.maximumListByteCount / type.byteCount)
        let numbers = try reader.withBytes(at: offset, count: kept * type.byteCount) {
            bytes throws(ExtractionError) in
            (0..<kept).map { type.number(in: bytes, at: $0 * type.byteCount, .little) }
        }
        if name == "Created", type == .float64 {
            collector.add(
                DayCount.fact(frame.key, numbers[0].double, element: frame.element, locus: locus))
            return
        }
        if count == 1 {
            remember(type.spelling(of: numbers[0]))
        } else if count == 2 {
            remember(numbers.map(\.spelling).joined(separator: "x"))
        }
        collector.numbers(
            frame.key, numbers, count: count, written: numbers.map(type.spelling),
            element: frame.element, unit: JEOLUnits.unit(of: name), locus: locus)
    }

    private mutating func stateTruth(_ locus: Locus) throws(ExtractionError) {
        guard let frame = frames.last, let offset = locus.offset else { return }
        let isTrue = try reader.uint8(at: offset) != 0
        collector.text(
            frame.key, isTrue ? "true" : "false", element: frame.element, locus: locus)
    }

    private mutating func stateTexts(_ locus: Locus, isList: Bool) throws(ExtractionError) {
        guard let last = frames.indices.last, let offset = locus.offset,
            let length = locus.length
        else { return }
        guard length <= UInt64(collector.limits.maximumTextByteCount) else {
            return stateSize(length, locus)
        }
        let bytes = try reader.bytes(at: offset, count: Int(length))
        var texts = bytes.split(separator: 0, omittingEmptySubsequences: !isList)
        while isList, texts.last?.isEmpty == true { texts.removeLast() }
        if texts.isEmpty { texts = [[]] }
        for (index, text) in texts.enumerated() {
            let frame = frames[last]
            let written = ShiftJIS.textOrUTF8(of: text)
            if index == 0 { remember(written) }
            collector.text(
                frame.key, written,
                element: index == 0
                    || frame.element.steps.last.map({
                        Int($0.segment) >= frame.segmentCount - 1
                    }) == true
                    ? frame.element
                    : frame.element.appending(segment: frame.segmentCount - 1, index: index),
                locus: Locus(
                    offset: offset + UInt64(text.startIndex), length: UInt64(text.count),
                    address: locus.address))
        }
        guard isList, last > 0, let choice = frames[last - 1].choice else { return }
        frames[last - 1].choice = nil
        let chosen =
            texts.indices.contains(choice.number)
            ? ShiftJIS.textOrUTF8(of: texts[choice.number]) : nil
        collector.integer(
            frames[last - 1].key, Int64(choice.number), element: frames[last - 1].element,
            label: chosen, locus: choice.locus)
    }

    private mutating func stateChoice(_ locus: Locus) throws(ExtractionError) {
        guard let last = frames.indices.last, let offset = locus.offset else { return }
        frames[last].choice = (Int(try reader.uint16(at: offset, .little)), locus)
    }

    private mutating func stateLimits(
        _ type: NumberType, _ locus: Locus
    ) throws(ExtractionError) {
        guard let frame = frames.last, let offset = locus.offset, locus.length == 48 else {
            return try stateUnknown(locus)
        }
        let bytes = try reader.bytes(at: offset, count: 48)
        let numbers = bytes.withUnsafeBytes { raw in
            (0..<4).map { type.number(in: raw, at: $0 * 4, .little) }
        }
        let unit = ShiftJIS.textOrUTF8(of: bytes[32...].prefix { $0 != 0 })
        collector.numbers(
            frame.key, numbers, written: numbers.map(type.spelling), element: frame.element,
            unit: unit.isEmpty ? nil : unit, locus: locus)
        collector.text(
            frame.key.appending("Format"),
            ShiftJIS.textOrUTF8(of: bytes[16...].prefix { $0 != 0 }), element: frame.element,
            locus: Locus(offset: offset + 16, length: 16, address: locus.address))
    }

    private func stateUnknown(_ locus: Locus) throws(ExtractionError) {
        guard let frame = frames.last, let offset = locus.offset, let length = locus.length else {
            return
        }
        collector.opaque(
            frame.key, try reader.prefix(from: offset, maximum: Int(min(length, 4096))),
            byteCount: Int(length), element: frame.element, locus: locus)
    }

    private func stateSize(_ byteCount: UInt64, _ locus: Locus) {
        guard let frame = frames.last else { return }
        collector.add(
            Fact(
                key: frame.key, element: frame.element, value: "(\(byteCount) bytes)",
                isAbridged: true, locus: locus))
    }

    private mutating func remember(_ value: String) {
        guard let frame = frames.last, stated.count < 4096 else { return }
        if stated[frame.key.description] == nil { stated[frame.key.description] = value }
    }
}

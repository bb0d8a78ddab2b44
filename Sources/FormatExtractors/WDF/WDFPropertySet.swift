internal import Extraction
internal import MetadataModel

/// Reads a property set: numbered values of any type, nested, and the names of the numbers.
///
/// A record is a type (one letter), a flag, a 16-bit number, and the value:
///
/// | Type          | Value                                                    |
/// |:--------------|:---------------------------------------------------------|
/// | `c` `?`       | a byte                                                    |
/// | `s` `i` `w`   | an integer of 16, 32, 64 bits                             |
/// | `r` `q`       | a real of 32, 64 bits                                     |
/// | `t`           | a FILETIME                                                |
/// | `u` `b` `p`   | a length, then text in UTF-8, bytes, or a property set      |
/// | `k`           | a length, then the name of the number                     |
///
/// Flag 0x80 puts a count before the value, flag 0x40 compresses a text by zlib. A name holds for
/// its own set, and for those nested in it that do not give their own. Numbers below 0x8000 are
/// the program's own; those that files name are in ``WDFCodes/properties``, others become
/// `Property1002`. In lists of text and value, `_key23` = `queueHandle` above the value 19, the
/// text names a value whose number has no name.
struct WDFPropertySet {
    private let collector: FactCollector
    private let reader: ByteReader
    private let key: FactKey
    private let element: ElementPath
    private let place: String
    private var names: [[UInt16: String]] = []
    private var isBroken = false

    init(_ fields: StructureReading) {
        reader = fields.reader
        collector = fields.collector
        key = fields.key
        element = fields.element
        place = fields.place
    }

    private struct Record {
        let type: UInt8
        let isCompressed: Bool
        let number: UInt16
        let count: Int
        /// Where the values begin.
        let offset: UInt64
        let end: UInt64
    }

    mutating func read(from start: UInt64, end: UInt64) {
        read(from: start, end: end, key, element, depth: 0)
    }

    private mutating func read(
        from start: UInt64, end: UInt64, _ key: FactKey, _ element: ElementPath, depth: Int
    ) {
        guard depth < 32 else {
            return collector.report(
                Issue(
                    .limitExceeded, "more than 32 nested property sets",
                    at: Locus(offset: reader.baseOffset + start, address: place)))
        }
        let records = records(from: start, end: end)
        var own: [UInt16: String] = [:]
        for record in records where record.type == UInt8(ascii: "k") {
            if let name = text(of: record), !name.isEmpty { own[record.number] = name }
        }
        names.append(own)
        defer { names.removeLast() }
        var counts: [String: Int] = [:]
        var title: String?
        let segment = key.segments.count
        for record in records where !collector.isFull {
            if record.type == UInt8(ascii: "k") { continue }
            let known = names.reversed().lazy.compactMap { $0[record.number] }.first
            let name =
                known ?? title ?? WDFCodes.properties[record.number]
                ?? "Property\(record.number)"
            title = nil
            if known?.hasPrefix("_key") ?? false { title = text(of: record) }
            let count = counts[name, default: 0]
            counts[name] = count + 1
            let path = count == 0 ? element : element.appending(segment: segment, index: count)
            state(record, key.appending(name), path, depth: depth)
        }
    }

    /// The records of a set, as far as they can be followed.
    private mutating func records(from start: UInt64, end: UInt64) -> [Record] {
        var records: [Record] = []
        var place = start
        do throws(ExtractionError) {
            while place < end, records.count < 100_000 {
                let record = try record(at: place, end: end)
                records.append(record)
                place = record.end
            }
        } catch {
            if !isBroken { collector.report(error.issue) }
            isBroken = true
        }
        return records
    }

    private func record(at place: UInt64, end: UInt64) throws(ExtractionError) -> Record {
        var fields = StructureReading(
            reader, collector, order: .little, key: key, place: self.place, from: place, end: end)
        let type = try fields.next(UInt8.self)
        let flag = try fields.next(UInt8.self)
        let number = try fields.next(UInt16.self)
        let count = flag & 0x80 != 0 ? Int(try fields.next(UInt32.self)) : 1
        let offset: UInt64
        if let size = Self.size(of: type) {
            offset = fields.position
            try fields.skip(UInt64(count) * UInt64(size))
        } else if [UInt8(ascii: "u"), 0x62, 0x70, 0x6B].contains(type) {
            offset = fields.position
            // Each text of an array has a length of its own.
            for _ in 0..<min(count, 1_000_000) {
                let length = try fields.next(UInt32.self)
                try fields.skip(UInt64(length))
            }
        } else {
            throw ExtractionError(
                .malformed, "a property of the unknown type \(type)",
                offset: reader.baseOffset + place)
        }
        return Record(
            type: type, isCompressed: flag & 0x40 != 0, number: number, count: count,
            offset: offset, end: fields.position)
    }

    private static func size(of type: UInt8) -> Int? {
        switch type {
        case UInt8(ascii: "c"), UInt8(ascii: "?"): 1
        case UInt8(ascii: "s"): 2
        case UInt8(ascii: "i"), UInt8(ascii: "r"): 4
        case UInt8(ascii: "w"), UInt8(ascii: "q"), UInt8(ascii: "t"): 8
        default: nil
        }
    }

    /// The text of a record, where it is one and is not compressed.
    private func text(of record: Record) -> String? {
        guard !record.isCompressed, record.end - record.offset >= 4,
            [UInt8(ascii: "u"), UInt8(ascii: "k")].contains(record.type),
            let bytes = try? reader.bytes(
                at: record.offset + 4, count: Int(min(record.end - record.offset - 4, 4096)))
        else { return nil }
        return BinaryText.narrow(bytes)
    }

    // MARK: Facts

    private mutating func state(
        _ record: Record, _ key: FactKey, _ element: ElementPath, depth: Int
    ) {
        var fields = StructureReading(
            reader, collector, order: .little, key: key, element: element, place: place,
            from: record.offset, end: record.end)
        do throws(ExtractionError) {
            switch record.type {
            case UInt8(ascii: "u") where record.isCompressed:
                try stateCompressed(&fields, key, element)
            case UInt8(ascii: "u"), UInt8(ascii: "b"), UInt8(ascii: "p"):
                for index in 0..<min(record.count, 1_000_000) where !collector.isFull {
                    let length = UInt64(try fields.next(UInt32.self))
                    let path =
                        index == 0
                        ? element
                        : element.appending(segment: key.segments.count - 1, index: index)
                    try state(
                        value: fields.position, length, of: record.type, key, path, depth: depth)
                    try fields.skip(length)
                }
            case UInt8(ascii: "t"):
                for index in 0..<min(record.count, collector.limits.maximumListCount) {
                    let offset = fields.position
                    let moment = BinaryMoment(filetime: try fields.next(UInt64.self))
                    let path =
                        index == 0
                        ? element
                        : element.appending(segment: key.segments.count - 1, index: index)
                    collector.add(
                        moment.fact(key, element: path, locus: fields.locus(offset, 8, "property")))
                }
            default:
                try stateNumbers(record, key, element)
            }
            collector.noteMetadata(Int(clamping: record.end - record.offset), understood: true)
        } catch {
            collector.report(error.issue)
        }
    }

    private mutating func state(
        value offset: UInt64, _ length: UInt64, of type: UInt8, _ key: FactKey,
        _ element: ElementPath, depth: Int
    ) throws(ExtractionError) {
        let locus = Locus(
            offset: reader.baseOffset + offset, length: length, address: place + " property")
        switch type {
        case UInt8(ascii: "p"):
            read(from: offset, end: offset + length, key, element, depth: depth + 1)
        case UInt8(ascii: "u"):
            let bytes = try reader.bytes(at: offset, count: Int(length))
            state(text: BinaryText.narrow(bytes), key, element, locus)
        default:
            let kept = try reader.bytes(at: offset, count: Int(min(length, 4096)))
            guard !kept.isEmpty else { return }
            collector.opaque(key, kept, byteCount: Int(length), element: element, locus: locus)
        }
    }

    /// A program in a text is no list of keys and values, though it looks like one.
    private func state(text: String, _ key: FactKey, _ element: ElementPath, _ locus: Locus) {
        let limit = collector.limits.maximumTextByteCount
        guard text.utf8.count > 1024 else {
            return collector.text(key, text, element: element, locus: locus)
        }
        let isLong = text.utf8.count > limit
        collector.add(
            Fact(
                key: key, element: element,
                value: isLong ? String(decoding: text.utf8.prefix(limit), as: UTF8.self) : text,
                isAbridged: isLong, locus: locus))
    }

    private func stateCompressed(
        _ fields: inout StructureReading, _ key: FactKey, _ element: ElementPath
    ) throws(ExtractionError) {
        let offset = fields.position
        let byteCount = try fields.next(UInt32.self)
        // The length of the text stands before the deflated bytes.
        _ = try fields.next(UInt32.self)
        let input = try fields.bytes(Int(clamping: fields.left))
        var inflation = try Inflation(.zlib, limits: collector.limits)
        var text: [UInt8] = []
        try inflation.inflate(input, offset: reader.baseOffset + offset) { block in
            if text.count <= 4 << 20 { text += block }
        }
        state(
            text: BinaryText.narrow(text), key, element,
            fields.locus(offset, Int(byteCount), "compressed property"))
    }

    private func stateNumbers(
        _ record: Record, _ key: FactKey, _ element: ElementPath
    ) throws(ExtractionError) {
        var fields = StructureReading(
            reader, collector, order: .little, key: key, element: element, place: place,
            from: record.offset, end: record.end)
        let type: StructureLayout.FieldType
        switch record.type {
        case UInt8(ascii: "c"): type = .int8
        case UInt8(ascii: "s"): type = .int16
        case UInt8(ascii: "i"): type = .int32
        case UInt8(ascii: "w"): type = .int64
        case UInt8(ascii: "r"): type = .float32
        case UInt8(ascii: "q"): type = .float64
        default: type = .uint8
        }
        if record.type == UInt8(ascii: "?"), record.count == 1 {
            let isTrue = try fields.next(UInt8.self) != 0
            collector.text(
                key, isTrue ? "true" : "false", element: element,
                locus: fields.locus(record.offset, 1, "property"))
            return
        }
        try fields.state(numbers: nil, type, count: UInt64(record.count))
    }
}

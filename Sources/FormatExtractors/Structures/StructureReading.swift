internal import Extraction
internal import MetadataModel

/// Reads the fields of binary structures one after the other, and states each as a fact.
///
/// Every read is checked against the end of the structure. Numbers that were stated can be asked
/// for by name, since later fields depend on them.
struct StructureReading {
    let reader: ByteReader
    let collector: FactCollector
    var order: ByteOrder
    /// What the keys of the fields stand below.
    var key: FactKey
    var element: ElementPath
    /// What precedes a field's name in its address.
    var place: String
    /// The next byte to be read, counted within the reader.
    var position: UInt64
    /// Whether the reader's bytes stand in the file as they are; else facts have an address alone.
    var hasOffsets = true
    /// Bytes from here on belong to something else.
    var end: UInt64
    /// The numbers stated so far, by name; of several, the first.
    private(set) var numbers: [String: Number] = [:]
    /// The texts stated so far, by name.
    private(set) var texts: [String: String] = [:]

    init(
        _ reader: ByteReader, _ collector: FactCollector, order: ByteOrder, key: FactKey,
        element: ElementPath = .root, place: String = "", from position: UInt64 = 0,
        end: UInt64? = nil
    ) {
        self.reader = reader
        self.collector = collector
        self.order = order
        self.key = key
        self.element = element
        self.place = place
        self.position = position
        self.end = min(end ?? reader.count, reader.count)
    }

    /// Bytes up to the end of the structure.
    var left: UInt64 { end > position ? end - position : 0 }

    /// The integer stated under a name.
    func integer(_ name: String) -> Int64? {
        guard case .integer(let value) = numbers[name] else { return nil }
        return value
    }

    /// The integer stated under a name, where it is a count; 0 where it is negative or absent.
    func count(_ name: String) -> UInt64 {
        integer(name).flatMap { UInt64(exactly: $0) } ?? 0
    }

    func locus(_ offset: UInt64, _ length: Int, _ name: String) -> Locus {
        let address = place.isEmpty ? name : place + " " + name
        guard hasOffsets else { return Locus(address: address) }
        return Locus(
            offset: reader.baseOffset + offset, length: UInt64(max(0, length)), address: address)
    }

    // MARK: Bytes and numbers that are no facts themselves

    /// The next bytes.
    mutating func bytes(_ count: Int) throws(ExtractionError) -> [UInt8] {
        try check(UInt64(max(0, count)))
        let bytes = try reader.bytes(at: position, count: max(0, count))
        position += UInt64(bytes.count)
        return bytes
    }

    /// The next integer.
    mutating func next<Value: FixedWidthInteger>(
        _ type: Value.Type
    ) throws(ExtractionError) -> Value {
        let size = UInt64(MemoryLayout<Value>.size)
        try check(size)
        let value: Value = try reader.integer(at: position, order)
        position += size
        return value
    }

    /// Passes over bytes, which are not read.
    mutating func skip(_ count: UInt64) throws(ExtractionError) {
        try check(count)
        position += count
    }

    private func check(_ count: UInt64) throws(ExtractionError) {
        guard count <= left else {
            throw ExtractionError(
                .truncated,
                "expected \(count) bytes\(place.isEmpty ? "" : " of \(place)"), found \(left)",
                offset: reader.baseOffset + min(position, end))
        }
    }

    // MARK: Facts

    /// States the fields of a layout, which begins at the position, and moves behind it.
    ///
    /// - Parameter allowsShort: Whether older writers end the structure with any field.
    mutating func state(
        _ layout: StructureLayout, allowsShort: Bool = false
    ) throws(ExtractionError) {
        let start = position
        for field in layout.fields {
            if let offset = field.offset {
                let (place, overflows) = start.addingReportingOverflow(UInt64(offset))
                guard !overflows else { return }
                position = place
            }
            if allowsShort, UInt64(field.byteCount) > left { return }
            try state(field)
        }
    }

    /// States text of a length in bytes, up to a NUL; empty text is left out.
    @discardableResult
    mutating func state(
        text name: String, byteCount: Int, isWide: Bool = false, unit: String? = nil
    ) throws(ExtractionError) -> String {
        let offset = position
        let raw = try bytes(byteCount)
        let text = isWide ? BinaryText.wide(raw, order) : BinaryText.narrow(raw)
        texts[name] = text
        collector.noteMetadata(raw.count, understood: true)
        guard !text.isEmpty else { return text }
        collector.text(
            key.appending(name), text, element: element, unit: unit,
            locus: locus(offset, raw.count, name))
        return text
    }

    /// States numbers of one type, without a name under the structure's own key; of a long list, no more are read than the fact needs.
    mutating func state(
        numbers name: String?, _ type: StructureLayout.FieldType, count: UInt64,
        unit: String? = nil, label: String? = nil
    ) throws(ExtractionError) {
        let (byteCount, overflows) = UInt64(type.byteCount).multipliedReportingOverflow(by: count)
        let offset = position
        try check(overflows ? .max : byteCount)
        let isLong = count > UInt64(collector.limits.maximumListCount)
        let read = isLong ? collector.limits.abridgedListCount : Int(count)
        let list = try numbers(type, read)
        position = offset + byteCount
        guard !list.isEmpty else { return }
        collector.noteMetadata(read * type.byteCount, understood: true)
        collector.numbers(
            name.map(key.appending) ?? key, list, count: Int(clamping: count),
            written: type == .float32 ? list.map { Fact.spelling(of: Float($0.double)) } : nil,
            element: element, unit: unit, label: label,
            locus: locus(offset, Int(clamping: byteCount), name ?? "property"))
    }

    /// States bytes that nobody understands; zeros alone say nothing.
    mutating func state(opaque name: String, byteCount: UInt64) throws(ExtractionError) {
        let offset = position
        try check(byteCount)
        let kept = try reader.bytes(at: position, count: Int(min(byteCount, 4096)))
        position += byteCount
        guard kept.contains(where: { $0 != 0 }) else { return }
        collector.noteMetadata(Int(clamping: byteCount), understood: false)
        collector.opaque(
            key.appending(name), kept, byteCount: Int(clamping: byteCount), element: element,
            locus: locus(offset, Int(clamping: byteCount), name))
    }

    private mutating func state(_ field: StructureLayout.Field) throws(ExtractionError) {
        let offset = position
        guard let name = field.name else {
            try skip(UInt64(field.byteCount))
            collector.noteMetadata(field.byteCount, understood: true)
            return
        }
        switch field.type {
        case .char, .wchar:
            try state(
                text: name, byteCount: field.byteCount, isWide: field.type == .wchar,
                unit: field.unit)
        case .bytes:
            try state(opaque: name, byteCount: UInt64(field.byteCount))
        case .filetime, .unixtime, .mactime, .oledate:
            for _ in 0..<field.count { try state(time: name, field.type) }
        case .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64, .uint64, .float32, .float64:
            let list = try numbers(field.type, field.count)
            numbers[name] = list.first
            collector.noteMetadata(field.byteCount, understood: true)
            if field.isOptional, list.allSatisfy({ $0.double == 0 }) { return }
            var label: String?
            if case .integer(let code)? = list.first { label = field.labels[code] }
            collector.numbers(
                key.appending(name), list,
                written: field.type == .float32
                    ? list.map { Fact.spelling(of: Float($0.double)) } : nil,
                element: element, unit: field.unit, label: label,
                locus: locus(offset, field.byteCount, name))
        }
    }

    private mutating func numbers(
        _ type: StructureLayout.FieldType, _ count: Int
    ) throws(ExtractionError) -> [Number] {
        let size = type.byteCount
        let (byteCount, overflows) = size.multipliedReportingOverflow(by: max(0, count))
        try check(overflows ? .max : UInt64(byteCount))
        let order = order
        let list = try reader.withBytes(at: position, count: byteCount) {
            bytes throws(ExtractionError) in
            (0..<max(0, count)).map { bytes.number(type, at: $0 * size, order) }
        }
        position += UInt64(byteCount)
        return list
    }

    private mutating func state(
        time name: String, _ type: StructureLayout.FieldType
    ) throws(ExtractionError) {
        let offset = position
        let moment: BinaryMoment
        switch type {
        case .filetime: moment = BinaryMoment(filetime: try next(UInt64.self))
        case .unixtime: moment = BinaryMoment(unixSeconds: Int64(try next(UInt32.self)))
        case .mactime: moment = BinaryMoment(macSeconds: Int64(try next(UInt32.self)))
        default: moment = BinaryMoment(oleDays: Double(bitPattern: try next(UInt64.self)))
        }
        collector.noteMetadata(type.byteCount, understood: true)
        collector.add(
            moment.fact(
                key.appending(name), element: element, locus: locus(offset, type.byteCount, name)))
    }
}

extension UnsafeRawBufferPointer {
    /// The number of a type at a place that the caller has checked.
    func number(_ type: StructureLayout.FieldType, at offset: Int, _ order: ByteOrder) -> Number {
        switch type {
        case .int8: .integer(Int64(integer(at: offset, order, as: Int8.self)))
        case .uint8, .char, .bytes: .integer(Int64(integer(at: offset, order, as: UInt8.self)))
        case .int16: .integer(Int64(integer(at: offset, order, as: Int16.self)))
        case .uint16, .wchar: .integer(Int64(integer(at: offset, order, as: UInt16.self)))
        case .int32: .integer(Int64(integer(at: offset, order, as: Int32.self)))
        case .uint32, .unixtime, .mactime:
            .integer(Int64(integer(at: offset, order, as: UInt32.self)))
        case .int64: .integer(integer(at: offset, order))
        case .uint64, .filetime:
            Int64(exactly: integer(at: offset, order, as: UInt64.self)).map(Number.integer)
                ?? .real(Double(integer(at: offset, order, as: UInt64.self)))
        case .float32:
            .real(Double(Float(bitPattern: integer(at: offset, order, as: UInt32.self))))
        case .float64, .oledate:
            .real(Double(bitPattern: integer(at: offset, order, as: UInt64.self)))
        }
    }
}

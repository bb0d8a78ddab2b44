internal import Extraction
internal import MetadataModel

/// Reads one file's header by its description.
struct HeaderReading {
    let id: String
    let reader: ByteReader
    let collector: FactCollector

    /// Collects the facts of the header and of its records.
    ///
    /// - Throws: `truncated` at the first field that the file is too short for; the facts before
    ///   it are kept.
    func read(_ header: HeaderDescription, _ order: ByteOrder) throws(ExtractionError) {
        var values = FieldValues()
        let base = FactKey(segments: [id])
        var structure = Structure(
            base: base, element: .root, start: 0, end: reader.count, order: order)
        try read(header.fields, of: &structure, &values)
        for record in header.records where record.conditions.allSatisfy(values.holds) {
            try read(record, order, values)
        }
    }

    /// A header or a record: where it stands, and what its keys begin with.
    private struct Structure {
        var base: FactKey
        var element: ElementPath
        var start: UInt64
        /// Fields that reach beyond are not there.
        var end: UInt64
        /// Whether it has all the bytes it states: fields beyond are then none of its own.
        var isWhole = false
        var order: ByteOrder
        /// What precedes a field's name in its address.
        var place = ""
        /// Where the field before ends.
        var next: UInt64 = 0
    }

    private func read(
        _ record: RecordDescription, _ order: ByteOrder, _ header: FieldValues
    ) throws(ExtractionError) {
        guard let first = header.amount(record.offset), let count = header.amount(record.count),
            first <= reader.count
        else { return }
        let available = reader.count - first
        let stated = record.byteCount.flatMap(header.amount) ?? available
        if stated > available {
            collector.report(
                Issue(
                    .truncated, "expected \(stated) bytes of \(record.key), found \(available)",
                    at: Locus(offset: first, address: "byte \(first)")))
        }
        let end = first + min(stated, available)
        var start = first
        var index = 0
        while index < count, start < end, !collector.isFull,
            index < collector.limits.maximumDirectoryCount
        {
            var values = header
            var structure = Structure(
                base: FactKey(segments: [id, record.key]),
                element: index == 0 ? .root : ElementPath(segment: 1, index: index),
                start: start, end: end, order: record.byteOrder ?? order,
                place: "\(record.key) \(index + 1) ")
            // The first pass over the fields finds the stride, which may be one of them.
            if let stride = try stride(of: record, structure, values), stride > 0 {
                structure.end = min(end, start + min(stride, end - start))
                structure.isWhole = stride <= end - start
                try read(record.fields, of: &structure, &values)
                start = structure.end
            } else {
                throw ExtractionError(
                    .malformed, "\(record.key) \(index + 1) states no length", offset: start)
            }
            index += 1
        }
    }

    private func stride(
        of record: RecordDescription, _ structure: Structure, _ header: FieldValues
    ) throws(ExtractionError) -> UInt64? {
        if let stride = header.amount(record.stride) { return stride }
        guard case .field(let key) = record.stride else { return nil }
        var place: UInt64 = 0
        for field in record.fields {
            place = field.offset.map { UInt64($0) } ?? place
            if field.key == key {
                guard let byteCount = field.type.byteCount,
                    structure.start + place + UInt64(byteCount) <= structure.end
                else { return nil }
                let values = try numbers(field, 1, at: structure.start + place, structure.order)
                guard case .integer(let stride)? = values.first else { return nil }
                return UInt64(exactly: stride)
            }
            guard case .number(let count) = field.count else { return nil }
            place += UInt64(field.length) * UInt64(count)
        }
        return nil
    }

    // MARK: Fields

    private func read(
        _ fields: [FieldDescription], of structure: inout Structure, _ values: inout FieldValues
    ) throws(ExtractionError) {
        for field in fields {
            let key = structure.base.appending(field.key)
            if let quotient = field.quotient {
                guard field.conditions.allSatisfy(values.holds) else { continue }
                divide(quotient, key, field, structure, values)
                continue
            }
            let count = values.amount(field.count) ?? 0
            let (byteCount, overflows) = UInt64(field.length).multipliedReportingOverflow(by: count)
            let offset = structure.start + (field.offset.map { UInt64($0) } ?? structure.next)
            guard field.conditions.allSatisfy(values.holds) else {
                // A field that is not there may lie beyond the end.
                let (end, isBeyond) = offset.addingReportingOverflow(byteCount)
                structure.next = overflows || isBeyond ? structure.next : end - structure.start
                continue
            }
            guard !overflows, offset <= structure.end, byteCount <= structure.end - offset else {
                guard structure.end == reader.count, !structure.isWhole else { return }
                throw ExtractionError(
                    .truncated, "expected \(field.key) of \(byteCount) bytes at byte \(offset)",
                    offset: reader.count)
            }
            structure.next = offset + byteCount - structure.start
            let locus = Locus(
                offset: reader.baseOffset + offset, length: byteCount,
                address: structure.place + field.key)
            switch field.type {
            case .text:
                try readTexts(field, key, Int(count), offset, structure, &values)
            case .bytes:
                try readBytes(field, key, Int(count), locus, structure)
            default:
                let numbers = try numbers(field, Int(count), at: offset, structure.order)
                values.set(field.key, numbers)
                add(numbers, field, key, locus, structure.element)
            }
        }
    }

    /// The numbers of a field, as integers where its type is one.
    private func numbers(
        _ field: FieldDescription, _ count: Int, at offset: UInt64, _ order: ByteOrder
    ) throws(ExtractionError) -> [Number] {
        let size = field.length
        return try reader.withBytes(at: offset, count: size * count) {
            bytes throws(ExtractionError) in
            (0..<count).map { bytes.number(field.type, at: $0 * size, order) }
        }
    }

    private func add(
        _ numbers: [Number], _ field: FieldDescription, _ key: FactKey, _ locus: Locus,
        _ element: ElementPath
    ) {
        collector.noteMetadata(Int(clamping: locus.length ?? 0), understood: true)
        guard !numbers.isEmpty,
            field.absent.isEmpty || !numbers.allSatisfy({ field.absent.contains($0.double) })
        else { return }
        switch field.type {
        case .boolean:
            collector.text(
                key, numbers[0].double == 0 ? "false" : "true", element: element, locus: locus)
        case .oledate:
            addDate(numbers[0].double, key, locus, element)
        default:
            var label: String?
            if case .integer(let code) = numbers[0] { label = field.labels[code] }
            let written = numbers.map { number in
                field.type == .float32
                    ? Fact.spelling(of: Float(number.double)) : number.spelling
            }
            collector.numbers(
                key, numbers, written: written, element: element, unit: field.unit, label: label,
                locus: locus)
        }
    }

    private func addDate(_ days: Double, _ key: FactKey, _ locus: Locus, _ element: ElementPath) {
        var fact = Fact(
            key: key, element: element, value: Fact.spelling(of: days),
            numbers: days.isFinite ? [NumberSlot(.real(days))] : [], locus: locus)
        let epoch = TimeSpan.daysSinceEpoch(year: 1899, month: 12, day: 30)
        let seconds = ((days + Double(epoch)) * 86_400).rounded()
        // Year 1900 to 9999.
        if days >= 2, days < 2_958_466 {
            let start = Int64(seconds) * 1_000_000
            fact.label = TimeSpan.timestamp(ofMicroseconds: start)
            fact.date = TimeSpan(start: start, end: start + 1_000_000, hasZone: false)
        }
        collector.add(fact)
    }

    private func readTexts(
        _ field: FieldDescription, _ key: FactKey, _ count: Int, _ offset: UInt64,
        _ structure: Structure, _ values: inout FieldValues
    ) throws(ExtractionError) {
        var element = structure.element
        for index in 0..<count {
            let place = offset + UInt64(index * field.length)
            let raw = try reader.bytes(at: place, count: field.length)
            var bytes = raw.prefix { $0 != 0 }
            while bytes.last == 0x20 { bytes.removeLast() }
            let text = TextDecoding.text(of: bytes).text
            if index == 0 { values.set(field.key, text) }
            collector.noteMetadata(field.length, understood: true)
            guard !bytes.isEmpty else { continue }
            if index > 0 {
                element = structure.element.appending(
                    segment: structure.base.segments.count, index: index)
            }
            let label = Int64(text).flatMap { field.labels[$0] }
            collector.text(
                key, text, element: element, unit: field.unit, label: label,
                locus: Locus(
                    offset: reader.baseOffset + place, length: UInt64(bytes.count),
                    address: structure.place + field.key + (count > 1 ? " \(index + 1)" : "")))
        }
    }

    private func readBytes(
        _ field: FieldDescription, _ key: FactKey, _ count: Int, _ locus: Locus,
        _ structure: Structure
    ) throws(ExtractionError) {
        let bytes = try reader.bytes(
            at: (locus.offset ?? 0) - reader.baseOffset, count: field.length * count)
        let isAbsent = bytes.allSatisfy { field.absent.contains(Double($0)) }
        collector.noteMetadata(bytes.count, understood: isAbsent)
        if !isAbsent { collector.opaque(key, bytes, element: structure.element, locus: locus) }
    }

    private func divide(
        _ quotient: FieldDescription.Quotient, _ key: FactKey, _ field: FieldDescription,
        _ structure: Structure, _ values: FieldValues
    ) {
        guard let dividend = values.number(quotient.dividend),
            let divisor = values.number(quotient.divisor), divisor != 0
        else { return }
        let value = dividend / divisor
        guard value.isFinite, !field.absent.contains(value) else { return }
        collector.real(
            key, value, written: Fact.spelling(of: Float(value)), element: structure.element,
            unit: field.unit,
            locus: Locus(
                address: structure.place
                    + "\(quotient.dividend.field) / \(quotient.divisor.field)"))
    }
}

extension Fact {
    /// The shortest text that reads back as the same single-precision number.
    static func spelling(of value: Float) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

extension UnsafeRawBufferPointer {
    /// The number of a type at a place that the caller has checked.
    func number(_ type: FieldType, at offset: Int, _ order: ByteOrder) -> Number {
        switch type {
        case .int8: .integer(Int64(integer(at: offset, order, as: Int8.self)))
        case .uint8, .boolean: .integer(Int64(integer(at: offset, order, as: UInt8.self)))
        case .int16: .integer(Int64(integer(at: offset, order, as: Int16.self)))
        case .uint16: .integer(Int64(integer(at: offset, order, as: UInt16.self)))
        case .int32: .integer(Int64(integer(at: offset, order, as: Int32.self)))
        case .uint32: .integer(Int64(integer(at: offset, order, as: UInt32.self)))
        case .int64: .integer(integer(at: offset, order))
        case .uint64: unsigned(integer(at: offset, order))
        case .float32:
            .real(Double(Float(bitPattern: integer(at: offset, order, as: UInt32.self))))
        case .float64, .oledate:
            .real(Double(bitPattern: integer(at: offset, order, as: UInt64.self)))
        case .text, .bytes: preconditionFailure("a \(type) is no number")
        }
    }

    private func unsigned(_ value: UInt64) -> Number {
        Int64(exactly: value).map(Number.integer) ?? .real(Double(value))
    }
}

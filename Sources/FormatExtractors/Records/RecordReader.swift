internal import Extraction
internal import MetadataModel

/// Walks through a binary record field by field, and states each field under its name.
///
/// A field is named once, where it is read: the calls, read from top to bottom, are the layout.
/// Every read is checked; the first one beyond the end throws `truncated`.
struct RecordReader {
    let reader: ByteReader
    let collector: FactCollector
    let order: ByteOrder
    /// What the keys of the fields begin with.
    var key: FactKey
    var element: ElementPath
    /// Where the next field stands in the reader's bytes.
    var offset: UInt64
    /// What precedes a field's name in its address.
    var place = ""
    /// False where the bytes were unpacked, so that they have no place in the file.
    var hasPlaces = true
    /// How the bytes of texts are read.
    var decode: @Sendable (ArraySlice<UInt8>) -> String = { TextDecoding.text(of: $0).text }

    init(
        _ reader: ByteReader, at offset: UInt64 = 0, _ order: ByteOrder = .little, key: FactKey,
        element: ElementPath = .root, into collector: FactCollector
    ) {
        self.reader = reader
        self.offset = offset
        self.order = order
        self.key = key
        self.element = element
        self.collector = collector
    }

    /// Passes over bytes; those that nobody understands count as such.
    mutating func skip(_ byteCount: Int, understood: Bool = true) {
        collector.noteMetadata(byteCount, understood: understood)
        advance(byteCount)
    }

    /// Reads a number without stating it.
    mutating func take(_ type: NumberType) throws(ExtractionError) -> Number {
        let number = try numbers(type, 1)[0]
        advance(type.byteCount)
        return number
    }

    /// Reads an integer that counts or measures something in the file, without stating it.
    mutating func takeCount(_ type: NumberType) throws(ExtractionError) -> Int {
        let start = offset
        guard case .integer(let value) = try take(type), value >= 0 else {
            throw ExtractionError(
                .malformed, "expected a count, found a negative one", offset: start)
        }
        return Int(value)
    }

    /// Reads and states a number.
    @discardableResult
    mutating func number(
        _ name: String, _ type: NumberType, unit: String? = nil,
        labels: [Int64: String] = [:]
    ) throws(ExtractionError) -> Number {
        let start = offset
        let number = try take(type)
        var label: String?
        if case .integer(let code) = number { label = labels[code] }
        collector.noteMetadata(type.byteCount, understood: true)
        collector.numbers(
            key.appending(name), [number], written: [type.spelling(of: number)], element: element,
            unit: unit, label: label, locus: locus(name, start, type.byteCount))
        return number
    }

    /// Reads and states a list of numbers; of a long one only the beginning is read.
    mutating func numbers(
        _ name: String, _ type: NumberType, count: Int, unit: String? = nil
    ) throws(ExtractionError) {
        guard count > 0 else { return }
        let start = offset
        let (byteCount, overflows) = type.byteCount.multipliedReportingOverflow(by: count)
        guard !overflows, offset <= reader.count, UInt64(byteCount) <= reader.count - offset else {
            throw ExtractionError(.truncated, "expected \(count) values of \(name)", offset: start)
        }
        let limits = collector.limits
        let kept = count > limits.maximumListCount ? limits.abridgedListCount : count
        let numbers = try numbers(type, kept)
        advance(byteCount)
        collector.noteMetadata(kept * type.byteCount, understood: true)
        collector.numbers(
            key.appending(name), numbers, count: count, written: numbers.map(type.spelling),
            element: element, unit: unit, locus: locus(name, start, byteCount))
    }

    /// Reads and states a text of fixed length, up to a NUL and without spaces at its end; an
    /// empty one says nothing.
    @discardableResult
    mutating func text(
        _ name: String, count: Int, unit: String? = nil
    ) throws(ExtractionError) -> String {
        let start = offset
        let bytes = try reader.bytes(at: offset, count: count)
        advance(count)
        collector.noteMetadata(count, understood: true)
        var end = bytes.firstIndex(of: 0) ?? bytes.count
        while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
        guard end > 0 else { return "" }
        let text = decode(bytes[..<end])
        collector.text(
            key.appending(name), text, element: element, unit: unit,
            locus: locus(name, start, end))
        return text
    }

    /// Reads and states a truth value of one byte.
    @discardableResult
    mutating func truth(_ name: String) throws(ExtractionError) -> Bool {
        let start = offset
        let isTrue = try take(.uint8).double != 0
        collector.noteMetadata(1, understood: true)
        collector.text(
            key.appending(name), isTrue ? "true" : "false", element: element,
            locus: locus(name, start, 1))
        return isTrue
    }

    /// Reads and states a date, stored as days since 1899-12-30 in a float64.
    mutating func dayCount(_ name: String) throws(ExtractionError) {
        let start = offset
        let days = try take(.float64).double
        collector.noteMetadata(8, understood: true)
        collector.add(
            DayCount.fact(
                key.appending(name), days, element: element, locus: locus(name, start, 8)))
    }

    func locus(_ name: String, _ start: UInt64, _ byteCount: Int) -> Locus {
        let above = key.segments.dropFirst().joined(separator: ".")
        let address = place + (above.isEmpty ? name : above + "." + name)
        guard hasPlaces else { return Locus(address: address) }
        return Locus(
            offset: reader.baseOffset + start, length: UInt64(byteCount), address: address)
    }

    private mutating func advance(_ byteCount: Int) {
        let (moved, overflows) = offset.addingReportingOverflow(UInt64(max(0, byteCount)))
        offset = overflows ? .max : moved
    }

    private func numbers(_ type: NumberType, _ count: Int) throws(ExtractionError) -> [Number] {
        try reader.withBytes(at: offset, count: count * type.byteCount) {
            bytes throws(ExtractionError) in
            (0..<count).map { type.number(in: bytes, at: $0 * type.byteCount, order) }
        }
    }
}

/// Dates stored as a number of days since 1899-12-30, as OLE and Delphi count them.
enum DayCount {
    /// The fact of a date; its label is the date in words where the number can be one.
    static func fact(
        _ key: FactKey, _ days: Double, element: ElementPath, locus: Locus
    ) -> Fact {
        var fact = Fact(
            key: key, element: element, value: Fact.spelling(of: days),
            numbers: days.isFinite ? [NumberSlot(.real(days))] : [], locus: locus)
        // Year 1900 to 9999.
        if days >= 2, days < 2_958_466 {
            let epoch = TimeSpan.daysSinceEpoch(year: 1899, month: 12, day: 30)
            let seconds = Int64(((days + Double(epoch)) * 86_400).rounded())
            // The file states no zone, so neither does the label.
            let stamp = TimeSpan.timestamp(ofMicroseconds: seconds * 1_000_000)
            fact.label = stamp.hasSuffix("Z") ? String(stamp.dropLast()) : stamp
            fact.date = TimeSpan(
                start: seconds * 1_000_000, end: (seconds + 1) * 1_000_000, hasZone: false)
        }
        return fact
    }
}

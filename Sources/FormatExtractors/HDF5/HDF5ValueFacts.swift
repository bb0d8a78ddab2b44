internal import Extraction
internal import MetadataModel

/// States values as facts.
///
/// | Values                      | Facts                                                          |
/// |:----------------------------|:---------------------------------------------------------------|
/// | one number or text          | the key                                                        |
/// | several numbers             | one list                                                       |
/// | several texts               | one fact each, told apart by the element at the key's end      |
/// | characters one by one       | one text                                                       |
/// | compound                    | a key below for every member, told apart by the row            |
/// | coded (enumeration)         | the code, with the name as label                               |
/// | reference                   | the path of the object                                         |
struct HDF5ValueFacts {
    /// Rows of a table that are facts of their own.
    static let maximumRowCount = 64
    /// Texts of one list that are facts of their own; of a longer list, the first are one fact.
    static let maximumTextCount = 4096

    /// Sequences of one list that are stated.
    static let maximumSequenceCount = 4096

    let file: HDF5File
    let heap: HDF5GlobalHeap
    let collector: FactCollector
    /// References, stated when all paths are known.
    var references: [(fact: Fact, addresses: [UInt64])] = []

    init(file: HDF5File, heap: HDF5GlobalHeap, collector: FactCollector) {
        self.file = file
        self.heap = heap
        self.collector = collector
    }

    mutating func state(_ values: HDF5Statement, depth: Int = 0) throws(ExtractionError) {
        guard values.type.byteCount > 0, values.count > 0, depth < 16, !collector.isFull,
            values.bytes.count / values.type.byteCount >= values.count
        else { return }
        switch values.type.kind {
        case .integer, .bitfield, .real, .time: try stateNumbers(values)
        case .text(let text): stateTexts(values, text)
        case .variableText(let text): try stateVariableTexts(values, text)
        case .opaque:
            collector.opaque(
                values.key, Array(values.bytes.prefix(1 << 16)), byteCount: values.bytes.count,
                element: values.element, locus: values.locus)
        case .compound(let members): try stateRows(values, members, depth)
        case .reference(let kind): try stateReferences(values, kind)
        case .enumeration(let base, let members): stateCodes(values, base, members)
        case .sequence(let base): try stateSequences(values, of: base, depth)
        case .array(let base, let counts):
            try stateParts(
                values, of: base,
                counts.reduce(1, { $0.multipliedReportingOverflow(by: $1).partialValue }), depth)
        case .complex(let base): try stateParts(values, of: base, 2, depth)
        }
    }

    // MARK: Numbers

    private func stateNumbers(_ values: HDF5Statement) throws(ExtractionError) {
        if !values.isColumn, let text = HDF5CharacterText.text(of: values) {
            return collector.text(
                values.key, text, element: values.element, locus: values.locus)
        }
        var numbers: [Number] = []
        var written: [String] = []
        numbers.reserveCapacity(values.count)
        for index in 0..<values.count {
            guard let number = values.type.number(in: values.bytes(of: index)) else {
                return collector.opaque(
                    values.key, Array(values.bytes.prefix(1 << 16)),
                    byteCount: values.bytes.count, element: values.element, locus: values.locus)
            }
            numbers.append(number.number)
            if written.count < collector.limits.maximumListCount { written.append(number.written) }
        }
        if let date = Self.date(of: values, numbers) { return collector.add(date) }
        guard values.isColumn, (2...Self.maximumRowCount).contains(values.count) else {
            return collector.numbers(
                values.key, numbers, written: written, element: values.element, unit: values.unit,
                locus: values.locus)
        }
        for (index, number) in numbers.enumerated() {
            collector.numbers(
                values.key, [number], written: [written[index]], element: values.row(index),
                unit: values.unit, locus: values.value(index).locus)
        }
    }

    /// A time since 1970 with its date; `nil` for any other number.
    ///
    /// `TOffset` of the images of SVI HDF5, which Odemis writes, is such a time.
    private static func date(of values: HDF5Statement, _ numbers: [Number]) -> Fact? {
        guard values.count == 1, values.unit == "s", values.address.hasSuffix("/TOffset"),
            let seconds = numbers.first?.double, seconds > 1e8, seconds < 1e11
        else { return nil }
        let date = UnixTime.spelling(of: Int64(seconds))
        var fact = Fact(
            key: values.key, element: values.element, value: Fact.spelling(of: seconds),
            label: date, unit: "s", numbers: [NumberSlot(.real(seconds))],
            date: TimeSpan(text: date), locus: values.locus)
        fact.applyUnit()
        return fact
    }

    private func stateCodes(
        _ values: HDF5Statement, _ base: HDF5Datatype, _ members: [HDF5Datatype.Enumerator]
    ) {
        var codes: [Number] = []
        var names: [String] = []
        for index in 0..<values.count {
            guard let code = base.number(in: values.bytes(of: index)) else { return }
            codes.append(code.number)
            let name = members.first { .integer($0.code) == code.number }?.name
            names.append(name ?? code.written)
        }
        guard codes.count == 1 || values.isColumn && codes.count <= Self.maximumRowCount else {
            let label = names.count <= 16 ? names.joined(separator: ", ") : nil
            return collector.numbers(
                values.key, codes, element: values.element, label: label, locus: values.locus)
        }
        for (index, code) in codes.enumerated() {
            let one = values.value(index)
            var fact = Fact(
                key: one.key, element: one.element, value: code.spelling, label: names[index],
                numbers: [NumberSlot(code)], locus: one.locus)
            switch names[index] {
            case "TRUE": fact.truth = true
            case "FALSE": fact.truth = false
            default: break
            }
            collector.add(fact)
        }
    }

    // MARK: Texts

    private func stateTexts(_ values: HDF5Statement, _ text: HDF5Text) {
        if values.type.byteCount == 1, values.count > 1, !values.isColumn {
            return add(
                HDF5Text(code: 0).text(in: values.bytes), values, place: values.place,
                length: values.bytes.count)
        }
        guard values.count <= Self.maximumTextCount else {
            let first = (0..<collector.limits.abridgedListCount).map {
                text.text(in: values.bytes(of: $0))
            }
            return addAbridged(first, values)
        }
        for index in 0..<values.count {
            let value = values.value(index)
            add(
                text.text(in: value.bytes), value, place: value.place,
                length: text.bytes(in: value.bytes).count)
        }
    }

    private func stateVariableTexts(
        _ values: HDF5Statement, _ text: HDF5Text
    ) throws(ExtractionError) {
        guard values.count <= Self.maximumTextCount else {
            var first: [String] = []
            for index in 0..<collector.limits.abridgedListCount {
                let object = try object(of: values.value(index))?.object
                first.append(object.map { text.text(in: $0.bytes) } ?? "")
            }
            return addAbridged(first, values)
        }
        for index in 0..<values.count {
            let value = values.value(index)
            guard let object = try object(of: value)?.object else {
                add("", value, place: nil, length: 0)
                continue
            }
            add(
                text.text(in: object.bytes), value, place: object.fileOffset,
                length: text.bytes(in: object.bytes).count)
        }
    }

    private func addAbridged(_ first: [String], _ values: HDF5Statement) {
        collector.add(
            Fact(
                key: values.key, element: values.element,
                value: first.joined(separator: ", ") + ", … (\(values.count) values)",
                isAbridged: true, locus: values.locus))
    }

    private func add(_ text: String, _ value: HDF5Statement, place: UInt64?, length: Int) {
        // A date or a name with a number in front has no unit.
        let unit = Double(text) != nil ? value.unit : nil
        let locus = Locus(
            offset: place, length: place.map { _ in UInt64(length) }, address: value.address)
        collector.text(value.key, text, element: value.element, unit: unit, locus: locus)
    }
}

extension HDF5Datatype {
    /// The number in the bytes of one value; `nil` where it is none.
    func number(in bytes: ArraySlice<UInt8>) -> HDF5Number? {
        switch kind {
        case .integer(let integer), .bitfield(let integer): return integer.number(in: bytes)
        case .real(let real): return real.number(in: bytes)
        case .time:
            return HDF5Integer(order: .little, isSigned: true, bitOffset: 0, bitCount: 0)
                .number(in: bytes)
        case .text, .opaque, .compound, .reference, .enumeration, .sequence, .variableText, .array,
            .complex:
            return nil
        }
    }
}

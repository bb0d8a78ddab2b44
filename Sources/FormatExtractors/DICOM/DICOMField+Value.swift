internal import Extraction
internal import MetadataModel

extension DICOMField {
    /// Bytes of a value that are read where its meaning is unknown.
    private static let maximumOpaqueByteCount = 1 << 16

    /// Adds the facts of the value; false where its bytes are not understood.
    func state(
        length: Int, reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) -> Bool {
        guard length > 0 else {
            addEmpty(to: collector)
            return true
        }
        if let width = Self.widths[vr] {
            try stateNumbers(width, length: length, reader, into: collector)
            return true
        }
        if vr == "OB" || vr == "OW" || vr == "UN" || !Self.isText(vr) {
            return try stateBytes(length: length, reader, into: collector)
        }
        let limit = collector.limits.maximumTextByteCount
        try reader.withBytes(at: element.offset, count: min(length, limit + 1)) {
            bytes throws(ExtractionError) in
            stateText(Array(bytes), into: collector)
        }
        return true
    }

    // MARK: Text

    private static func isText(_ vr: String) -> Bool { textVRs.contains(vr) }

    private static let textVRs: Set<String> = [
        "AE", "AS", "CS", "DA", "DS", "DT", "IS", "LO", "LT", "PN", "SH", "ST", "TM", "UC", "UI",
        "UR", "UT",
    ]

    private static let codedVRs: Set<String> = ["LO", "LT", "PN", "SH", "ST", "UC", "UT"]

    private func stateText(_ raw: [UInt8], into collector: FactCollector) {
        var end = raw.count
        while end > 0, raw[end - 1] == 0 || raw[end - 1] == 0x20 { end -= 1 }
        var start = 0
        if vr != "LT", vr != "ST", vr != "UT" {
            while start < end, raw[start] == 0x20 { start += 1 }
        }
        let bytes = raw[start..<end]
        let place = locus(at: start, length: end - start)
        let text: String
        if Self.codedVRs.contains(vr) {
            let decoded = dataSet.text.decode(bytes)
            text = decoded.text
            if let problem = decoded.problem {
                collector.report(Issue(problem, decoded.detail, at: place))
            }
        } else {
            text = TextDecoding.text(of: bytes).text
        }
        statedText = text
        note(text)
        switch vr {
        case "UI":
            let names = text.split(separator: "\\").compactMap { DICOMUIDs.name(of: String($0)) }
            collector.add(
                Fact(
                    key: key, element: path, value: text,
                    label: names.isEmpty ? nil : names.joined(separator: ", "), locus: place))
        case "DS", "IS":
            stateDecimals(text, place, into: collector)
        case "DT":
            var fact = Fact(key: key, element: path, value: text, locus: place)
            fact.date = TimeSpan(text: Self.timestamp(text))
            collector.add(fact)
        case "LO", "LT", "ST", "UC", "UT", "UR", "UN", "OB":
            collector.text(key, text, element: path, unit: unit, locus: place)
        default:
            // A code, a name or a time of day is no quantity: `1H` is a nucleus.
            var fact = Fact(key: key, element: path, value: text, unit: unit, locus: place)
            if vr == "DA" { fact.date = TimeSpan(text: text) }
            collector.add(fact)
        }
    }

    /// Remembers what later elements depend on.
    private func note(_ text: String) {
        if element.tag == .characterSet {
            dataSet.text = DICOMText(
                terms: text.split(separator: "\\", omittingEmptySubsequences: false).map(
                    String.init))
        }
        if element.tag.isCreator { dataSet.creators[element.tag.block] = text }
    }

    private func stateDecimals(_ text: String, _ place: Locus, into collector: FactCollector) {
        let parts = text.split(separator: "\\", omittingEmptySubsequences: false)
        guard parts.count > 1 else {
            return collector.text(key, text, element: path, unit: unit, locus: place)
        }
        var list = NumberList(limits: collector.limits)
        for part in parts {
            let written = String(part.drop { $0 == " " }.prefix { $0 != " " })
            if let integer = Int64(written) {
                list.append(.integer(integer), written: written)
            } else if let real = Double(written), real.isFinite {
                list.append(.real(real), written: written)
            } else {
                return collector.text(key, text, element: path, unit: unit, locus: place)
            }
        }
        collector.add(list.fact(key, element: path, unit: unit, locus: place))
    }

    /// `20120820120804.06+0100` as ISO 8601 writes it.
    private static func timestamp(_ text: String) -> String {
        let digits = Array(text.utf8.prefix { (0x30...0x39).contains($0) })
        var rest = String(text.dropFirst(digits.count))
        guard digits.count >= 4 else { return text }
        var timestamp = String(decoding: digits.prefix(4), as: UTF8.self)
        let separators = ["-", "-", "T", ":", ":"]
        for (index, separator) in separators.enumerated() where digits.count >= 6 + 2 * index {
            timestamp += separator
            timestamp += String(decoding: digits[(4 + 2 * index)..<(6 + 2 * index)], as: UTF8.self)
        }
        if rest.count >= 5, let sign = rest.utf8.dropLast(4).last, sign == 0x2B || sign == 0x2D {
            rest = String(rest.dropLast(2)) + ":" + String(rest.suffix(2))
        }
        return timestamp + rest
    }

    // MARK: Numbers

    private static let widths: [String: Int] = [
        "AT": 4, "FL": 4, "FD": 8, "SL": 4, "SS": 2, "SV": 8, "UL": 4, "US": 2, "UV": 8, "OF": 4,
        "OD": 8, "OL": 4, "OV": 8,
    ]

    private static let maximumNumberCount = 4096

    private func stateNumbers(
        _ width: Int, length: Int, _ reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        guard length % width == 0 else {
            throw ExtractionError(
                .malformed, "expected values of \(width) bytes, found \(length) bytes",
                at: locus(length: length))
        }
        let count = length / width
        let readCount =
            count > Self.maximumNumberCount ? collector.limits.abridgedListCount : count
        let bytes = try reader.bytes(at: element.offset, count: readCount * width)
        let isFloat = vr == "FL" || vr == "OF"
        let numbers = bytes.withUnsafeBytes { raw in
            (0..<readCount).map { number(raw, at: $0 * width) }
        }
        if vr == "AT" { return stateTags(bytes, into: collector) }
        if element.tag == .pixelRepresentation { dataSet.isSigned = numbers.first == .integer(1) }
        collector.numbers(
            key, numbers, count: count,
            written: isFloat ? numbers.map { Fact.spelling(of: Float($0.double)) } : nil,
            element: path, unit: unit, locus: locus(length: length))
    }

    private func number(_ raw: UnsafeRawBufferPointer, at place: Int) -> Number {
        switch vr {
        case "FL", "OF":
            .real(Double(Float(bitPattern: raw.integer(at: place, order, as: UInt32.self))))
        case "FD", "OD":
            .real(Double(bitPattern: raw.integer(at: place, order, as: UInt64.self)))
        case "SS": .integer(Int64(raw.integer(at: place, order, as: Int16.self)))
        case "SL": .integer(Int64(raw.integer(at: place, order, as: Int32.self)))
        case "SV": .integer(raw.integer(at: place, order, as: Int64.self))
        case "US": .integer(Int64(raw.integer(at: place, order, as: UInt16.self)))
        case "UL", "OL", "AT": .integer(Int64(raw.integer(at: place, order, as: UInt32.self)))
        default:
            Int64(exactly: raw.integer(at: place, order, as: UInt64.self)).map(Number.integer)
                ?? .real(Double(raw.integer(at: place, order, as: UInt64.self)))
        }
    }

    /// Adds the tags that the value names, with their keywords as label.
    private func stateTags(_ bytes: [UInt8], into collector: FactCollector) {
        let tags = bytes.withUnsafeBytes { raw in
            stride(from: 0, to: raw.count - 3, by: 4).map { place in
                DICOMTag(
                    value: UInt32(raw.integer(at: place, order, as: UInt16.self)) << 16
                        | UInt32(raw.integer(at: place + 2, order, as: UInt16.self)))
            }
        }
        let names = tags.compactMap { DICOMDictionary.entry($0)?.keyword }
        collector.add(
            Fact(
                key: key, element: path,
                value: tags.map { "(\($0.written()))" }.joined(separator: ", "),
                label: names.count == tags.count ? names.joined(separator: ", ") : nil,
                numbers: tags.map { NumberSlot(.integer(Int64($0.value))) },
                locus: locus(length: bytes.count)))
    }

    // MARK: Bytes

    /// Adds bytes as text where they are text, as numbers while they are few, else as opaque ones.
    private func stateBytes(
        length: Int, _ reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) -> Bool {
        let bytes = try reader.bytes(
            at: element.offset, count: min(length, Self.maximumOpaqueByteCount))
        if let creator,
            SiemensCSA.isHeld(by: creator, element.tag) || bytes.starts(with: SiemensCSA.mark)
        {
            let whole =
                bytes.count == length
                ? bytes
                : try reader.bytes(at: element.offset, count: min(length, 1 << 22))
            if SiemensCSA(whole)?.state(self, into: collector) == true { return true }
        }
        if vr != "OW", bytes.count == length, length >= 2,
            bytes.withUnsafeBytes(TIFFText.isReadable),
            bytes.contains(where: \.isLetter) || vr == "UN", bytes.contains(where: { $0 > 0x20 })
        {
            stateText(bytes, into: collector)
            return true
        }
        let width = vr == "OW" && length % 2 == 0 ? 2 : 1
        if length / width <= collector.limits.maximumListCount {
            let numbers = bytes.withUnsafeBytes { raw in
                stride(from: 0, to: length, by: width).map { place in
                    Number.integer(
                        width == 2
                            ? Int64(raw.integer(at: place, order, as: UInt16.self))
                            : Int64(raw[place]))
                }
            }
            collector.numbers(
                key, numbers, element: path, locus: locus(length: length))
            return true
        }
        collector.opaque(
            key, bytes, byteCount: length, element: path, locus: locus(length: length))
        return false
    }
}

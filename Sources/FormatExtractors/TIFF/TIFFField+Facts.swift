internal import Extraction
internal import MetadataModel

extension TIFFField {
    /// Members of a numeric value that are read at most; of longer ones, the first alone.
    static let maximumMemberCount = 1 << 17
    /// Bytes of a value that nobody understands which are searched for texts.
    static let maximumOpaqueByteCount = 1 << 16

    /// Adds what the field says.
    ///
    /// - Returns: False where the bytes are not understood.
    func state(into collector: FactCollector) throws(ExtractionError) -> Bool {
        switch tag.reading {
        case .plain, .layout, .directories:
            return try statePlainly(into: collector)
        case .text:
            try stateTexts(into: collector)
        case .version:
            try stateVersion(into: collector)
        case .wideText:
            collector.text(
                key, TextDecoding.utf16(upToZero: try bytes()[...], .little), element: element,
                locus: locus)
        case .codedText:
            try stateCodedText(into: collector)
        case .angle(let reference):
            guard entry.type == .rational else { return try statePlainly(into: collector) }
            try stateAngle(reference, into: collector)
        case .block(let reader):
            guard try reader.read(self, into: collector) else {
                return try statePlainly(into: collector)
            }
        }
        return true
    }

    /// Adds the value as its field type says.
    func statePlainly(into collector: FactCollector) throws(ExtractionError) -> Bool {
        switch entry.type {
        case .ascii, .utf8:
            return try stateReadable(leastCount: 0, into: collector)
        case .byte where entry.count >= 8 && tag.codes == nil:
            return try stateReadable(leastCount: 8, into: collector)
        case .undefined where tag.codes == nil:
            return try stateReadable(leastCount: 3, into: collector)
        case .rational, .signedRational:
            let members = try file.rationals(of: entry, maximum: memberCount)
            collector.numbers(
                key, members.map(\.number), count: entry.count, written: members.map(\.spelling),
                element: element, unit: try unit(), label: Self.quotients(of: members),
                locus: locus)
            try stateImageJPixelSize(members, into: collector)
        default:
            try stateNumbers(into: collector)
        }
        return true
    }

    /// The quotients of a short list of fractions, which say more to a person.
    private static func quotients(of members: [TIFFRational]) -> String? {
        guard (2...16).contains(members.count), members.contains(where: { $0.denominator > 1 })
        else { return nil }
        return members.map { member in
            let value = member.number.double
            return value.isFinite ? Fact.spelling(of: (value * 1e9).rounded() / 1e9) : "?"
        }.joined(separator: ", ")
    }

    /// How many members are read.
    private var memberCount: Int {
        entry.count > Self.maximumMemberCount ? 16 : entry.count
    }

    private func stateNumbers(into collector: FactCollector) throws(ExtractionError) {
        let members = try file.numbers(of: entry, maximum: memberCount)
        var written: [String]?
        if entry.type == .float {
            written = members.map { Fact.spelling(of: Float($0.double)) }
        }
        collector.numbers(
            key, members, count: entry.count, written: written, element: element,
            unit: try unit(), label: label(of: members), locus: locus)
    }

    /// The meaning of coded members: one where all mean the same.
    private func label(of members: [Number]) -> String? {
        guard let codes = tag.codes, !members.isEmpty, members.count <= 16 else { return nil }
        var meanings: [String] = []
        for member in members {
            guard case .integer(let code) = member, let meaning = codes[code] else { return nil }
            meanings.append(meaning)
        }
        if Set(meanings).count == 1 { return meanings[0] }
        // The components `Y`, `Cb`, `Cr` are read together.
        let areLetters = meanings.allSatisfy { $0.utf8.count <= 2 }
        return meanings.joined(separator: areLetters ? "" : ", ")
    }

    /// The unit of the value, where the specification or a neighbouring tag states one.
    private func unit() throws(ExtractionError) -> String? {
        switch tag.unit {
        case .none: return nil
        case .fixed(let unit): return unit
        case .text(let source):
            return try text(of: source)
        case .code(let source, let units, let fallback):
            guard let code = try file.integer(of: directory.entry(source)) else { return fallback }
            return units[code]
        case .resolution(let isPerLength):
            return try lengthUnit().map { isPerLength ? "1/" + $0 : $0 }
        case .letter(let source, let units):
            return try text(of: source).flatMap { units[$0] }
        }
    }

    /// The unit of length of resolutions and positions; TIFF 6.0 section 8 makes the inch the default.
    func lengthUnit() throws(ExtractionError) -> String? {
        switch try file.integer(of: directory.entry(296)) {
        case 2, nil: return "in"
        case 3: return "cm"
        default:
            guard let entry = directory.entry(270), entry.type == .ascii else { return nil }
            let description = try file.bytes(of: entry, maximum: 4096)
            guard description.starts(with: "ImageJ=".utf8) else { return nil }
            return ImageJDescription(Array(description.prefix { $0 != 0 })).unit
        }
    }

    /// The text of a short tag of the same directory; `nil` where there is none.
    private func text(of number: UInt16) throws(ExtractionError) -> String? {
        guard let entry = directory.entry(number), entry.type == .ascii else { return nil }
        let bytes = try file.bytes(of: entry, maximum: 64).prefix { $0 != 0 }
        return bytes.isEmpty ? nil : TextDecoding.text(of: bytes).text
    }

    /// Adds degrees, minutes and seconds as they are written; their number is the whole angle,
    /// negative in the south and the west.
    private func stateAngle(
        _ reference: UInt16, into collector: FactCollector
    ) throws(ExtractionError) {
        let members = try file.rationals(of: entry, maximum: 3)
        var angle = 0.0
        for (place, member) in members.enumerated() {
            angle += member.number.double / [1, 60, 3600][place]
        }
        let isNegative = try text(of: reference).map { ["S", "W"].contains($0) } ?? false
        let words = zip(members, [" deg", "'", "\""]).map { member, unit in
            Fact.spelling(of: member.number.double) + unit
        }
        var fact = Fact(
            key: key, element: element, value: members.map(\.spelling).joined(separator: ", "),
            label: words.joined(separator: " "), unit: "deg", locus: locus)
        if angle.isFinite {
            fact.numbers = [NumberSlot(.real(isNegative ? -angle : angle))]
            fact.applyUnit()
        }
        collector.add(fact)
    }

    /// Adds bytes that nobody understands, by their number and the texts in them.
    func stateOpaque(into collector: FactCollector) throws(ExtractionError) {
        collector.opaque(
            key, try file.bytes(of: entry, maximum: Self.maximumOpaqueByteCount),
            byteCount: entry.byteCount, element: element, locus: locus)
    }
}

extension Fact {
    /// The shortest text that reads back as the same single-precision number.
    static func spelling(of value: Float) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

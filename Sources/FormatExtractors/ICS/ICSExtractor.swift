public import Extraction
internal import MetadataModel

/// Extracts the header of an Image Cytometry Standard file: version 1 (`.ics` beside `.ids`) and 2.
///
/// The first line states the two separators, of fields and of lines. A line `layout sizes 8 64 64`
/// is the fact `ics.layout.sizes`; the members of fields with one value an axis are stated by the
/// names of `layout order` besides: `ics.layout.sizes.x`, `ics.parameter.scale.x` with the unit of
/// `parameter units`. Lines `history key value` become `ics.history.key`.
///
/// Source: P. Dean et al., "Proposed standard for image cytometry data files", Cytometry 11 (1990);
/// libics <https://svi-opensource.github.io/libics/>.
public struct ICSExtractor: Extractor {
    public let id = "ics"
    public let version = 1

    private static let maximumHeaderByteCount = 4 << 20

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        let text = HeaderText(Array(header.bytes.prefix(512)), offset: 0)
        guard text.bytes.count > 16, header.bytes[0] < 0x80, header.suffix == "ics",
            text.first("ics_version", in: 0..<text.bytes.count) != nil
        else { return nil }
        return .signature("ics_version")
    }

    private static let categories: Set<String> = [
        "ics_version", "filename", "source", "layout", "representation", "parameter", "sensor",
        "history", "document", "view", "end",
    ]

    /// Fields whose values stand in the order of the axes.
    private static let axisFields: Set<String> = [
        "layout.sizes", "layout.coordinates", "parameter.origin", "parameter.scale",
        "parameter.units", "parameter.labels",
    ]

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let text = try HeaderText(beginning: reader, maximum: Self.maximumHeaderByteCount)
        let bytes = text.bytes
        // Newer files state the separators in two characters, older ones use tabs or blanks.
        guard let first = text.lines.first else {
            throw ExtractionError(.truncated, "expected a header", offset: 0)
        }
        let separator: UInt8 =
            first.range.count >= 1 && first.range.count <= 2
            ? bytes[first.range.lowerBound] : 0x09
        var lines: [(words: [Range<Int>], line: Int)] = []
        var end = bytes.count
        for line in text.lines {
            let words = Self.fields(text, line.range, separator)
            guard let category = words.first else { continue }
            let name = text.text(category)
            if name == "end" {
                end = line.end
                break
            }
            guard !bytes[line.range].contains(0) else { break }
            lines.append((words, line.number))
        }
        state(text, lines, into: collector)
        collector.noteMetadata(end, understood: true)
    }

    private static func fields(
        _ text: HeaderText, _ range: Range<Int>, _ separator: UInt8
    ) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for place in range.lowerBound...range.upperBound
        where place == range.upperBound || text.bytes[place] == separator {
            let part = text.trimmed(start..<place)
            if !part.isEmpty { parts.append(part) }
            start = place + 1
        }
        return parts
    }

    private func state(
        _ text: HeaderText, _ lines: [(words: [Range<Int>], line: Int)],
        into collector: FactCollector
    ) {
        var facts = HeaderFacts(text, key: "ics", into: collector)
        var axes: [String] = []
        var units: [String] = []
        for (words, _) in lines where words.count > 2 {
            switch text.text(words[0]) + "." + text.text(words[1]) {
            case "layout.order": axes = words.dropFirst(2).map(text.text)
            case "parameter.units": units = words.dropFirst(2).map(text.text)
            default: continue
            }
        }
        for (words, line) in lines {
            let names = words.prefix(Self.nameCount(text, words)).map(text.text)
            let values = words.dropFirst(names.count)
            guard let first = values.first, let last = values.last else {
                if words.count == 1, line > 1 {
                    facts.add(["line"], text.text(words[0]), text.locus(words[0], line: line))
                }
                continue
            }
            let locus = text.locus(first.lowerBound..<last.upperBound, line: line)
            facts.add(names, values.map(text.text).joined(separator: ", "), locus)
            guard Self.axisFields.contains(names.joined(separator: ".")), values.count > 1 else {
                continue
            }
            let isScaled = names[0] == "parameter" && (names[1] == "scale" || names[1] == "origin")
            for (index, value) in values.enumerated() where index < axes.count {
                let unit = isScaled && index < units.count ? Self.unit(units[index]) : nil
                facts.add(
                    names + [axes[index]], text.text(value), unit: unit,
                    text.locus(value, line: line))
            }
        }
    }

    /// How many of the words of a line name what the others state.
    private static func nameCount(_ text: HeaderText, _ words: [Range<Int>]) -> Int {
        switch text.text(words[0]) {
        case "ics_version", "filename": 1
        case "sensor": words.count > 3 && text.text(words[1]) == "s_params" ? 3 : 2
        default: min(2, max(1, words.count - 1))
        }
    }

    private static func unit(_ written: String) -> String? {
        switch written.lowercased() {
        case "micrometers", "micrometer", "microns", "micron": "um"
        case "nanometers", "nanometer": "nm"
        case "seconds", "second": "s"
        case "meters", "meter", "m": "m"
        default: Fact.isUnit(written) ? written : nil
        }
    }
}

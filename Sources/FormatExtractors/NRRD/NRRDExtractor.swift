public import Extraction
internal import MetadataModel

/// Extracts the header of an NRRD volume, attached (`.nrrd`) or detached (`.nhdr`).
///
/// | Line | Fact |
/// |:-----|:-----|
/// | `field: value`  | `nrrd.field`, in the field's full name |
/// | `key:=value`    | `nrrd.key`, with `\n` and `\\` resolved |
/// | `# comment`     | `nrrd.comment` |
///
/// Fields with a member an axis are stated whole and besides by axis, as `nrrd.sizes.0`; `nrrd.spacings.0`
/// has the unit that `units` or `space units` states. The length of an axis' direction is stated as
/// `nrrd.space directions.0.length`, which the format defines as the spacing.
///
/// Source: <https://teem.sourceforge.net/nrrd/format.html>.
public struct NRRDExtractor: Extractor {
    public let id = "nrrd"
    public let version = 2

    private static let maximumHeaderByteCount = 4 << 20

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("NRRD000") ? .signature("NRRD000") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let bytes = try Self.header(of: reader)
        let text = HeaderText(bytes, offset: 0)
        var facts = NRRDFacts(text, collector)
        for line in text.lines {
            if line.range.isEmpty { break }
            if text.bytes[line.range].contains(0) {
                collector.report(
                    Issue(
                        .malformed, "expected an empty line behind the header, found its data",
                        at: text.locus(line.range, line: line.number)))
                break
            }
            facts.add(line)
        }
        facts.addAxes()
        facts.addExtent()
        collector.noteMetadata(bytes.count, understood: true)
    }

    /// The bytes up to the empty line that ends the header.
    private static func header(of reader: ByteReader) throws(ExtractionError) -> [UInt8] {
        var count = 4096
        while true {
            let bytes = try reader.prefix(maximum: count)
            var previous = 0
            for (place, byte) in bytes.enumerated() where byte == 0x0A {
                let line = bytes[previous..<place]
                if place > 0, line.isEmpty || line.elementsEqual([0x0D]) {
                    return Array(bytes[..<place])
                }
                previous = place + 1
            }
            // A detached header ends with its file.
            if UInt64(bytes.count) == reader.count { return bytes }
            guard count < maximumHeaderByteCount else {
                throw ExtractionError(
                    .malformed, "expected an empty line behind the header", offset: UInt64(count))
            }
            count *= 8
        }
    }
}

private struct NRRDFacts {
    private let text: HeaderText
    private var facts: HeaderFacts
    private var axes: [String: (value: Range<Int>, line: Int)] = [:]

    init(_ text: HeaderText, _ collector: FactCollector) {
        self.text = text
        facts = HeaderFacts(text, key: "nrrd", into: collector)
    }

    private static let fullNames: [String: String] = [
        "oldmin": "old min", "oldmax": "old max", "lineskip": "line skip",
        "byteskip": "byte skip", "datafile": "data file", "blocksize": "block size",
        "samplunits": "sample units", "sampleunits": "sample units", "axismins": "axis mins",
        "axismaxs": "axis maxs", "centers": "centerings",
    ]

    private static let axisFields: Set<String> = [
        "sizes", "spacings", "thicknesses", "axis mins", "axis maxs", "centerings", "labels",
        "units", "kinds", "space directions", "space units",
    ]

    mutating func add(_ line: HeaderText.Line) {
        let range = text.trimmed(line.range)
        if line.number == 1 {
            facts.add("magic", range, line: 1)
        } else if text.has("#", at: range) {
            let comment = text.trimmed((range.lowerBound + 1)..<range.upperBound)
            if !comment.isEmpty { facts.add("comment", comment, line: line.number) }
        } else if let place = text.first(":=", in: range),
            place <= text.first(": ", in: range) ?? place
        {
            addPair(range, at: place, line.number)
        } else if let pair = text.pair(range, by: ":") {
            let written = text.text(pair.key)
            let name = Self.fullNames[written.lowercased()] ?? written
            facts.add(name, pair.value, line: line.number)
            if Self.axisFields.contains(name) { axes[name] = (pair.value, line.number) }
        } else {
            // The names of the files that hold the data, after `data file: LIST`.
            facts.add("data file", range, line: line.number)
        }
    }

    private mutating func addPair(_ range: Range<Int>, at place: Int, _ line: Int) {
        let value = (place + 2)..<range.upperBound
        let name = text.text(range.lowerBound..<place)
        facts.add([name], Self.unescaped(text.text(value)), text.locus(value, line: line))
    }

    private static func unescaped(_ written: String) -> String {
        guard written.utf8.contains(UInt8(ascii: "\\")) else { return written }
        var result = ""
        var isEscaped = false
        for character in written.unicodeScalars {
            if isEscaped {
                if character != "n", character != "\\" { result += "\\" }
                result.unicodeScalars.append(character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.unicodeScalars.append(character)
            }
        }
        return isEscaped ? result + "\\" : result
    }

    /// The members of an axis field: words, texts in quotes, vectors in brackets.
    private func members(_ range: Range<Int>) -> [Range<Int>] {
        var members: [Range<Int>] = []
        var position = range.lowerBound
        while position < range.upperBound, members.count < 64 {
            let byte = text.bytes[position]
            let closing: UInt8? =
                byte == UInt8(ascii: "\"")
                ? byte : byte == UInt8(ascii: "(") ? UInt8(ascii: ")") : nil
            if byte <= 0x20 {
                position += 1
            } else if let closing,
                let end = text.bytes[(position + 1)..<range.upperBound].firstIndex(of: closing)
            {
                members.append(
                    closing == byte ? (position + 1)..<end : position..<(end + 1))
                position = end + 1
            } else {
                let end =
                    text.bytes[position..<range.upperBound].firstIndex { $0 <= 0x20 }
                    ?? range.upperBound
                members.append(position..<end)
                position = end
            }
        }
        return members
    }

    /// Adds that the array has no axes but those whose sizes the header states.
    func addExtent() {
        guard let sizes = axes["sizes"] else { return }
        facts.collector.extent(
            ofArrayWithDimensions: members(sizes.value).count,
            locus: text.locus(text.trimmed(sizes.value), line: sizes.line))
    }

    mutating func addAxes() {
        let units = axes["units"].map { members($0.value).map(text.text) } ?? []
        let spaceUnits = axes["space units"].map { members($0.value).map(text.text) } ?? []
        for name in axes.keys.sorted() {
            guard let field = axes[name] else { continue }
            let isLength = ["spacings", "thicknesses", "axis mins", "axis maxs"].contains(name)
            for (axis, member) in members(field.value).enumerated() {
                let unit = isLength && axis < units.count ? units[axis] : nil
                facts.add(
                    [name, String(axis)], text.text(member),
                    unit: unit.flatMap { Fact.isUnit($0) ? $0 : nil },
                    text.locus(member, line: field.line))
                if name == "space directions" {
                    addLength(member, axis, spaceUnits.first, line: field.line)
                }
            }
        }
    }

    private mutating func addLength(
        _ member: Range<Int>, _ axis: Int, _ unit: String?, line: Int
    ) {
        let parts = text.text(member).split { "(), ".contains($0) }.map { Double($0) }
        guard !parts.isEmpty, parts.allSatisfy({ $0?.isFinite == true }) else { return }
        let square = parts.compactMap { $0 }.reduce(0) { $0 + $1 * $1 }
        let length = square.squareRoot()
        guard length.isFinite else { return }
        facts.add(
            ["space directions", String(axis), "length"], Fact.spelling(of: length), unit: unit,
            text.locus(member, line: line))
    }
}

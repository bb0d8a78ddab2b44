public import Extraction
internal import MetadataModel

/// Reads the settings of a NORDIF EBSD detector, `Setting.txt`.
///
/// | Line, divided by tabs               | Fact                                                 |
/// |:------------------------------------|:-----------------------------------------------------|
/// | `[Microscope]`                      | `nordif.Microscope.…`                                |
/// | `Tilt angle`, `70`, `°`             | `nordif.Microscope.Tilt angle` in °                  |
/// | `Resolution`, `60x60`, `px`         | two numbers in px                                    |
/// | `Top`, `89.200 (223)`, `µm (px)`    | two facts: `….Top` in µm, and its element 1 in px    |
/// | `Number of samples`, `3x3`, `#`     | two numbers without a unit                           |
///
/// Text is in Windows-1252. The patterns beside it (`Pattern.dat`) have no header.
///
/// Source: files of NORDIF's acquisition software 3; <https://kikuchipy.org/en/stable/reference/generated/kikuchipy.load.html>
public struct NORDIFExtractor: Extractor {
    public let id = "nordif"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("[NORDIF]") ? .signature("[NORDIF]") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var lines = LineReader(reader)
        var section: FactKey = "nordif"
        var sections: [FactKey: Int] = [:]
        var counts: [FactKey: Int] = [:]
        var element = ElementPath.root
        while !collector.isFull, let line = try lines.next() {
            collector.noteMetadata(line.byteCount, understood: true)
            let cells = line.text.split(separator: "\t", omittingEmptySubsequences: false)
                .map(\.trimmed)
            guard let name = cells.first, !name.isEmpty else { continue }
            if name.hasPrefix("["), name.hasSuffix("]") {
                var title = name.dropFirst().dropLast()
                // `[Phase 2]` is the element 1 of `Phase`.
                let digits = title.reversed().prefix { $0.isASCII && $0.isNumber }.count
                if digits > 0, title.dropLast(digits).last == " " {
                    title = title.dropLast(digits + 1)
                }
                section = FactKey(segments: ["nordif", String(title)])
                let index = sections[section, default: 0]
                sections[section] = index + 1
                element = index == 0 ? .root : ElementPath(segment: 1, index: index)
                counts = [:]
                continue
            }
            let key = section.appending(name)
            let index = counts[key, default: 0]
            counts[key] = index + 1
            let own = index == 0 ? element : element.appending(segment: 2, index: index)
            state(key, cells, own, line, collector)
        }
    }

    private func state(
        _ key: FactKey, _ cells: [String], _ element: ElementPath, _ line: LineReader.Line,
        _ collector: FactCollector
    ) {
        let value = cells.count > 1 ? cells[1] : ""
        let written = cells.count > 2 ? cells[2] : ""
        let unit = written.isEmpty || written == "#" ? nil : written
        if value.hasSuffix(")"), let unit, unit.hasSuffix(")"),
            let (outer, inner) = Self.parts(value), let (first, second) = Self.parts(unit)
        {
            collector.text(key, outer, element: element, unit: first, locus: line.locus(of: outer))
            collector.text(
                key, inner, element: element.appending(segment: 2, index: 1), unit: second,
                locus: line.locus(of: inner))
            return
        }
        let sides = value.split(whereSeparator: { $0 == "x" || $0 == "," }).compactMap { Int64($0) }
        let divider: Character? = value.first { !$0.isNumber }
        if sides.count == 2, divider == "x" || divider == ",",
            value.allSatisfy({ $0.isNumber || $0 == divider })
        {
            var fact = Fact(
                key: key, element: element, value: value, unit: unit,
                numbers: sides.map { NumberSlot(.integer($0)) }, locus: line.locus(of: value))
            fact.applyUnit()
            collector.add(fact)
            return
        }
        collector.text(
            key, value, element: element,
            unit: UnitInName.applies(to: value.utf8) ? unit : nil, locus: line.locus(of: value))
    }

    /// `89.200` and `223` of `89.200 (223)`.
    private static func parts(_ text: String) -> (String, String)? {
        guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return nil }
        let outer = text[..<open].trimmed
        let inner = text[text.index(after: open)...].dropLast().trimmed
        return outer.isEmpty || inner.isEmpty ? nil : (outer, inner)
    }
}

public import Extraction
internal import MetadataModel

/// Reads the head of an EBSD map in Oxford Instruments' channel text format, and how large its
/// table is.
///
/// | Line, divided by tabs            | Fact                                                   |
/// |:---------------------------------|:-------------------------------------------------------|
/// | `Prj`, `Author`, `JobMode` …     | `ctf.Prj` …                                            |
/// | `XStep`, `YStep`                 | in µm                                                  |
/// | `Euler angles refer to …`, `Mag`, `64`, `KV`, `17` … | `ctf.EulerAngles`; `ctf.Mag`, `ctf.KV` … |
/// | `Phases`, `2`                    | `ctf.Phases`; as many lines follow, one element each   |
/// | a phase                          | `ctf.Phase.LatticeConstants` in Å, `.LatticeAngles` in °, `.Name`, `.LaueGroup`, `.SpaceGroup`, `.Version`, `.ID`, `.Comment` |
/// | `Phase`, `X`, `Y` …              | `ctf.Columns`, an element each                         |
/// | the table                        | `ctf.Table.RowCount`, `.ColumnCount`, `.x`, `.y` in µm |
///
/// Numbers may have a decimal comma. The rows of a table of more than 64 MiB are not counted.
///
/// Source: HKL Channel 5 manual, "CTF format"; <https://mtex-toolbox.github.io/EBSDImport.html>
public struct CTFExtractor: Extractor {
    public let id = "ctf"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("Channel Text File") ? .signature("Channel Text File") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var lines = LineReader(reader)
        _ = try lines.next()
        var phasesLeft = 0
        var phaseIndex = 0
        while !collector.isFull, let line = try lines.next() {
            let cells = Self.cells(line.text)
            guard let name = cells.first else { continue }
            if phasesLeft > 0 {
                state(phase: cells, index: phaseIndex, line, collector)
                phaseIndex += 1
                phasesLeft -= 1
            } else if name == "Phases", cells.count == 2, let count = Int(cells[1]) {
                phasesLeft = max(0, min(count, 10_000))
                collector.text("ctf.Phases", cells[1], locus: line.locus(of: cells[1]))
            } else if name == "Phase", cells.count > 2 {
                state(columns: cells, line, collector)
                collector.noteMetadata(Int(clamping: line.offset), understood: true)
                if let first = try lines.next() {
                    try extractTable(from: first, cells, reader, collector)
                }
                return
            } else {
                state(pairs: cells, line, collector)
            }
        }
        collector.report(
            Issue(
                .truncated, "the file ends before its table",
                at: Locus(offset: reader.count, address: "byte \(reader.count)")))
    }

    private static func cells(_ text: String) -> [String] {
        var cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(\.trimmed)
        while cells.last?.isEmpty == true { cells.removeLast() }
        return cells
    }

    private static let units = [
        "XStep": "um", "YStep": "um", "KV": "kV", "TiltAngle": "deg", "Coverage": "%",
        "AcqE1": "deg", "AcqE2": "deg", "AcqE3": "deg", "TiltAxis": "deg",
    ]

    /// A name and its value, or a statement and then names and values.
    private func state(pairs cells: [String], _ line: LineReader.Line, _ collector: FactCollector) {
        var rest = cells[...]
        if cells.count % 2 == 1 {
            let key: FactKey = cells.count == 1 ? "ctf.line" : "ctf.EulerAngles"
            collector.text(key, cells[0], locus: line.locus(of: cells[0]))
            rest = rest.dropFirst()
        }
        while rest.count >= 2 {
            let (name, value) = (rest[rest.startIndex], rest[rest.startIndex + 1])
            rest = rest.dropFirst(2)
            guard !name.isEmpty else { continue }
            let key = FactKey(segments: ["ctf", name])
            let unit = UnitInName.applies(to: value.utf8) ? Self.units[name] : nil
            let locus = line.locus(of: value)
            if let number = CellForm.decimalCommaNumber(value) {
                var fact = Fact(
                    key: key, value: value, unit: unit, numbers: [NumberSlot(number)], locus: locus)
                fact.applyUnit()
                collector.add(fact)
            } else {
                collector.text(key, value, unit: unit, locus: locus)
            }
        }
    }

    private static let phaseFields: [(name: String, unit: String?)] = [
        ("LatticeConstants", "Å"), ("LatticeAngles", "deg"), ("Name", nil), ("LaueGroup", nil),
        ("SpaceGroup", nil), ("Version", nil), ("ID", nil), ("Comment", nil),
    ]

    private func state(
        phase cells: [String], index: Int, _ line: LineReader.Line, _ collector: FactCollector
    ) {
        for (place, cell) in cells.enumerated() where !cell.isEmpty {
            let field = Self.phaseFields[min(place, Self.phaseFields.count - 1)]
            var element = ElementPath(segment: 1, index: index)
            if place >= Self.phaseFields.count {
                element = element.appending(segment: 2, index: place - Self.phaseFields.count + 1)
            }
            let key = FactKey(segments: ["ctf", "Phase", field.name])
            let locus = line.locus(of: cell)
            guard let unit = field.unit else {
                collector.text(key, cell, element: element, locus: locus)
                continue
            }
            let members = cell.split(separator: ";").map(\.trimmed)
            let numbers = members.compactMap {
                Double($0).map(Number.real) ?? CellForm.decimalCommaNumber($0)
            }
            guard numbers.count == members.count else {
                collector.text(key, cell, element: element, unit: unit, locus: locus)
                continue
            }
            collector.numbers(
                key, numbers, written: members, element: element, unit: unit, locus: locus)
        }
    }

    private func state(columns: [String], _ line: LineReader.Line, _ collector: FactCollector) {
        for (index, name) in columns.enumerated() where !name.isEmpty {
            collector.text(
                "ctf.Columns", name,
                element: index == 0 ? .root : ElementPath(segment: 1, index: index),
                locus: line.locus(of: name))
        }
    }

    private func extractTable(
        from first: LineReader.Line, _ columns: [String], _ reader: ByteReader,
        _ collector: FactCollector
    ) throws(ExtractionError) {
        guard reader.count - first.offset <= ANGExtractor.maximumTableByteCount else { return }
        try PointTable(
            key: "ctf.Table", xColumn: columns.firstIndex(of: "X") ?? 1,
            yColumn: columns.firstIndex(of: "Y") ?? 2, unit: "um"
        ).collect(reader, from: first, into: collector)
    }
}

public import Extraction
internal import MetadataModel

/// Reads the head of an EBSD map in EDAX/TSL's ANG format, and how large its table is.
///
/// | Line                          | Fact                                                         |
/// |:------------------------------|:-------------------------------------------------------------|
/// | `# XSTEP: 0.1`                | `ang.XSTEP` in µm; a colon, a tab or spaces divide           |
/// | `# Phase 2`                   | `ang.Phase` = 2; the fields below it are of that element     |
/// | `# MaterialName Iron`         | `ang.Phase.MaterialName`                                     |
/// | `# hklFamilies 1 1 0 1 0.0`   | `ang.Phase.hklFamilies`, an element each                     |
/// | `# NOTES: Start` … `# NOTES: End` | `ang.NOTES`, an element a line                           |
/// | any other behind `#`          | `ang.comment`                                                |
/// | the table                     | `ang.Table.RowCount`, `.ColumnCount`, and `.x`, `.y`: least and greatest in µm |
///
/// The rows of a table of more than ``maximumTableByteCount`` bytes are not counted.
///
/// Source: EDAX OIM Data Collection manual, "ANG files"; <https://mtex-toolbox.github.io/EBSDImport.html>
public struct ANGExtractor: Extractor {
    public let id = "ang"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.bytes.first == UInt8(ascii: "#"), !header.bytes.contains(0) else { return nil }
        let text = String(decoding: header.bytes, as: UTF8.self)
        if text.contains("TEM_PIXperUM") { return .signature("TEM_PIXperUM") }
        let marks = ["# MaterialName", "# LatticeConstants", "# GRID:", "# HEADER: Start"]
        guard marks.contains(where: text.contains) else { return nil }
        return header.suffix == "ang" ? .suffix("ang") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var lines = LineReader(reader)
        var head = ANGHead(collector)
        var tableStart: LineReader.Line?
        while !collector.isFull, let line = try lines.next() {
            guard line.text.hasPrefix("#") else {
                if line.text.isEmpty { continue }
                tableStart = line
                break
            }
            head.take(line)
        }
        guard let tableStart else { return }
        collector.noteMetadata(Int(clamping: tableStart.offset), understood: true)
        guard reader.count - tableStart.offset <= Self.maximumTableByteCount else { return }
        try PointTable(key: "ang.Table", xColumn: 3, yColumn: 4, unit: "um")
            .collect(reader, from: tableStart, into: collector)
    }

    /// Bytes of the longest table whose rows are counted.
    static let maximumTableByteCount: UInt64 = 64 << 20
}

/// The lines behind `#` above an ANG table.
private struct ANGHead {
    private let collector: FactCollector
    private var phase: ElementPath?
    private var phaseCount = 0
    private var counts: [FactKey: Int] = [:]
    private var isNote = false

    init(_ collector: FactCollector) {
        self.collector = collector
    }

    /// Keys whose value follows without a colon or tab, with their units.
    private static let known: [String: String?] = [
        "TEM_PIXperUM": "1/um", "x-star": nil, "y-star": nil, "z-star": nil,
        "WorkingDistance": "mm", "SampleTiltAngle": "deg", "CameraElevationAngle": "deg",
        "CameraAzimuthalAngle": "deg", "CameraAzimuthAngle": "deg", "PointGroupID": nil,
        "XSTEP": "um", "YSTEP": "um", "NCOLS_ODD": nil, "NCOLS_EVEN": nil, "NROWS": nil,
        "GRID": nil, "OPERATOR": nil, "SAMPLEID": nil, "SCANID": nil, "VERSION": nil,
    ]
    private static let ofPhase: Set<String> = [
        "MaterialName", "Formula", "Info", "Symmetry", "LatticeConstants", "NumberFamilies",
        "hklFamilies", "ElasticConstants", "Categories", "PointGroupID",
    ]

    mutating func take(_ line: LineReader.Line) {
        var content = line.text.dropFirst()
        while content.last == "#" { content.removeLast() }
        let text = content.trimmed
        guard !text.isEmpty else { return }
        if isNote, text != "NOTES: End" {
            return state("ang.NOTES", text, nil, line)
        }
        let (name, value) = Self.divided(content.drop(while: \.isBlank))
        guard let name else {
            return state("ang.comment", text, nil, line)
        }
        switch name {
        case "HEADER" where value == "Start" || value == "End": return
        case "NOTES":
            isNote = value == "Start"
            if value != "Start", value != "End" { state("ang.NOTES", value, nil, line) }
        case "Phase":
            phase = ElementPath(segment: 1, index: phaseCount)
            phaseCount += 1
            counts = counts.filter { !$0.key.description.hasPrefix("ang.Phase.") }
            collector.text(
                "ang.Phase", value, element: phase ?? .root, locus: line.locus(of: value))
        default:
            let isOfPhase = Self.ofPhase.contains(name)
            if isOfPhase, phase == nil { phase = .root }
            state(
                FactKey(segments: isOfPhase ? ["ang", "Phase", name] : ["ang", name]), value,
                Self.known[name] ?? nil, line)
        }
    }

    private mutating func state(
        _ key: FactKey, _ value: String, _ unit: String?, _ line: LineReader.Line
    ) {
        let isOfPhase = key.description.hasPrefix("ang.Phase.")
        let count = counts[key, default: 0]
        counts[key] = count + 1
        var element = isOfPhase ? phase ?? .root : .root
        if count > 0 { element = element.appending(segment: isOfPhase ? 2 : 1, index: count) }
        let locus = line.locus(of: value)
        if value.utf8.contains(0x20) || value.utf8.contains(0x09),
            let list = NumberList(text: value, limits: collector.limits)
        {
            collector.add(list.fact(key, element: element, unit: unit, locus: locus))
        } else {
            let isNumber = UnitInName.applies(to: value.utf8)
            collector.text(
                key, value, element: element, unit: isNumber ? unit : nil, locus: locus)
        }
    }

    /// The name and the value of a line; no name where the line is a remark.
    private static func divided(_ text: Substring) -> (name: String?, value: String) {
        let name = text.prefix { !$0.isBlank && $0 != ":" }
        let rest = text[name.endIndex...]
        let value = (rest.first == ":" ? rest.dropFirst() : rest).trimmed
        // `Categories0 0 0`: the name and its first number stand together.
        if name.hasPrefix("Categories"), name.count > 10 {
            return ("Categories", (String(name.dropFirst(10)) + rest).trimmed)
        }
        let isName = known.keys.contains(String(name)) || ofPhase.contains(String(name))
        if isName || (name == "Phase" && Int(value) != nil) { return (String(name), value) }
        let isDivided =
            rest.first == ":" || rest.first == "\t" || rest.hasPrefix("  ")
        guard isDivided, let first = name.utf8.first, first.isLetter else { return (nil, "") }
        return (String(name), value)
    }
}

public import Extraction
internal import MetadataModel

/// Extracts the text header of a Philips PAR/REC volume, of any version of the export.
///
/// | Line | Fact |
/// |:-----|:-----|
/// | `.    FOV (ap,fh,rl) [mm] : 130.0  100.0` | `par.FOV (ap,fh,rl)` in mm |
/// | `# comment` | `par.comment` |
/// | a row of numbers | `par.image.slice number` … by the columns that comments define; the row is the element of segment 1 |
///
/// Columns that have one value in all rows are stated once. Of more than 64 rows, a column that
/// differs is one list.
///
/// Source: the definitions in the file itself; the exports of versions 3 to 4.2.
public struct PARExtractor: Extractor {
    public let id = "par"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard
            header.has("# === DATA DESCRIPTION FILE") || header.has("# === GENERAL INFORMATION")
                || header.has("#") && header.suffix == "par"
        else { return nil }
        if header.has("# === DATA DESCRIPTION FILE") {
            return .signature("=== DATA DESCRIPTION FILE")
        }
        return header.suffix == "par" || header.has("# === GENERAL INFORMATION")
            ? .suffix("par") : nil
    }

    private static let maximumByteCount = 32 << 20

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let text = try HeaderText(beginning: reader, maximum: Self.maximumByteCount)
        var facts = HeaderFacts(text, key: "par", into: collector)
        var columns = PARColumns()
        var table = PARTable(text: text, collector: collector)
        for line in text.lines where !collector.isFull {
            let range = text.trimmed(line.range)
            guard !range.isEmpty else { continue }
            if text.has("#", at: range) {
                let comment = text.trimmed((range.lowerBound + 1)..<range.upperBound)
                columns.take(text.text(comment))
                if text.bytes[comment].contains(where: \.isLetter) {
                    facts.add("comment", comment, line: line.number)
                }
            } else if text.has(".", at: range), let pair = text.pair(range, by: ":") {
                let key = text.text(
                    text.trimmed((pair.key.lowerBound + 1)..<pair.key.upperBound))
                let (name, unit) = Self.nameAndUnit(key)
                facts.add(name, pair.value, line: line.number, unit: unit)
            } else {
                table.add(text.words(range), line: line.number, columns.columns)
            }
        }
        table.finish(columns.columns)
        collector.noteMetadata(text.bytes.count, understood: true)
    }

    private static let units = [
        "sec": "s", "msec": "ms", "degr": "deg", "pixels": "px", "cm/sec": "cm/s", "mm": "mm",
        "ms": "ms", "s": "s",
    ]

    /// `Scan Duration` and `s` of `Scan Duration [sec]`.
    private static func nameAndUnit(_ key: String) -> (String, String?) {
        guard key.last == "]", let start = key.lastIndex(of: "[") else { return (key, nil) }
        let written = String(key[key.index(after: start)...].dropLast())
        var name = key[..<start]
        while name.last == " " { name.removeLast() }
        return (String(name), units[written] ?? written)
    }
}

/// The columns of the image table, as the comments above it define them.
struct PARColumns {
    struct Column {
        let name: String
        /// How many words of a row it takes.
        let count: Int
        let unit: String?
    }

    private(set) var columns: [Column] = []
    private var isOpen = false

    private static let units: [String: String] = [
        "echo_time": "ms", "dyn_scan_begin_time": "s", "trigger_time": "ms",
        "diffusion_b_factor": "s/mm2", "scan percentage": "%",
    ]

    /// Takes a comment: `pixel spacing (x,y) (in mm)  (2*float)`.
    mutating func take(_ comment: String) {
        if comment.hasPrefix("===") { isOpen = comment.contains("DEFINITION") }
        guard isOpen, comment.last == ")", let start = comment.lastIndex(of: "(") else { return }
        var type = comment[comment.index(after: start)...].dropLast()
        var count = 1
        if let star = type.firstIndex(of: "*") {
            count = Int(type[..<star]) ?? 1
            type = type[type.index(after: star)...]
        }
        guard ["integer", "float", "string"].contains(type), (1...16).contains(count) else {
            return
        }
        var name = String(comment[..<start])
        var unit: String?
        if let place = name.firstRange(of: "(in ") ?? name.firstRange(of: ", in ") {
            let inner = name[place.upperBound...].prefix { $0 != ")" && $0 != " " }
            unit = inner == "degrees" ? "deg" : Fact.isUnit(String(inner)) ? String(inner) : nil
        }
        if name.contains("in degrees") { unit = "deg" }
        if let place = name.firstRange(of: "(imagekey!)") { name.removeSubrange(place) }
        while name.last == " " { name.removeLast() }
        if let place = name.firstIndex(where: { $0 == "(" || $0 == "<" }),
            place > name.startIndex
        {
            name = String(name[..<place])
        }
        while name.last == " " { name.removeLast() }
        guard columns.count < 256 else { return }
        columns.append(
            Column(name: name, count: count, unit: unit ?? Self.units[name]))
    }
}

/// The rows of the image table.
struct PARTable {
    let text: HeaderText
    let collector: FactCollector
    private var rows: [(words: [Range<Int>], line: Int)] = []

    init(text: HeaderText, collector: FactCollector) {
        self.text = text
        self.collector = collector
    }

    mutating func add(_ words: [Range<Int>], line: Int, _ columns: [PARColumns.Column]) {
        let expected = columns.reduce(0) { $0 + $1.count }
        if !columns.isEmpty, words.count != expected, rows.isEmpty {
            collector.report(
                Issue(
                    .malformed, "expected \(expected) values in a row, found \(words.count)",
                    at: text.locus(words[0], line: line)))
        }
        rows.append((words, line))
    }

    func finish(_ columns: [PARColumns.Column]) {
        guard let first = rows.first else { return }
        collector.integer(
            "par.image.count", Int64(rows.count),
            locus: text.locus(first.words[0], line: first.line))
        var columns = columns
        if columns.isEmpty {
            columns = first.words.indices.map {
                PARColumns.Column(name: String($0 + 1), count: 1, unit: nil)
            }
        }
        var start = 0
        for column in columns {
            add(column, at: start)
            start += column.count
        }
    }

    private func value(_ row: Int, _ place: Range<Int>) -> (text: String, range: Range<Int>)? {
        let words = rows[row].words
        guard place.upperBound <= words.count, let first = words[place].first,
            let last = words[place].last
        else { return nil }
        return (
            words[place].map(text.text).joined(separator: ", "),
            first.lowerBound..<last.upperBound
        )
    }

    private func add(_ column: PARColumns.Column, at start: Int) {
        let place = start..<start + column.count
        let key = FactKey(segments: ["par", "image", column.name])
        guard let first = value(0, place) else { return }
        func state(_ row: Int, _ value: (text: String, range: Range<Int>)) {
            collector.text(
                key, value.text,
                element: row == 0 ? .root : ElementPath(segment: 1, index: row), unit: column.unit,
                locus: text.locus(value.range, line: rows[row].line))
        }
        let differs = rows.indices.dropFirst().contains { value($0, place)?.text != first.text }
        guard differs else { return state(0, first) }
        guard rows.count > collector.limits.maximumListCount else {
            for row in rows.indices {
                if let value = value(row, place) { state(row, value) }
            }
            return
        }
        for index in place {
            var list = NumberList(limits: collector.limits)
            for row in rows where index < row.words.count {
                let written = text.text(row.words[index])
                if let number = Double(written) {
                    list.append(
                        Int64(written).map(Number.integer) ?? .real(number), written: written)
                }
            }
            guard list.count > 0 else { continue }
            collector.add(
                list.fact(
                    key,
                    element: column.count == 1
                        ? .root : ElementPath(segment: 2, index: index - start),
                    unit: column.unit, locus: Locus(address: "rows 1 to \(rows.count)")))
        }
    }
}

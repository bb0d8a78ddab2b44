public import Extraction
internal import MetadataModel

/// Extracts what a data file of the program SPEC says of its scans, as beamlines and
/// diffractometers write it.
///
/// | Line                        | Fact                                                        |
/// |:----------------------------|:------------------------------------------------------------|
/// | `#F name`, `#E`, `#D`, `#C` | `spec.File`, `spec.Epoch`, `spec.Date`, `spec.Comment`      |
/// | `#S 1 ascan th 1 2 3 1`     | `spec.Scan.Number`, `spec.Scan.Command`, an element a scan  |
/// | `#T 1  (Seconds)`           | `spec.Scan.CountTime`                                       |
/// | `#O0 Theta  Two Theta`      | names for the line `#P0` of each scan                       |
/// | `#P0 1.5 2.5`               | `spec.Scan.Motor.Theta`, ``spec.Scan.Motor.`Two Theta` ``   |
/// | `#L Theta  Detector`        | `spec.Scan.Column`, an element each                         |
/// | any other, as `#G0 1 2`     | `spec.Scan.G0`                                              |
///
/// Counted values are not read.
///
/// Source: <https://certif.com/spec_help/scans.html>
public struct SPECExtractor: Extractor {
    public let id = "spec"
    public let version = 1

    /// Bytes of a file that are looked at.
    private static let maximumByteCount: UInt64 = 32 << 20

    private static let names = [
        "F": "File", "E": "Epoch", "D": "Date", "C": "Comment", "T": "CountTime", "M": "Monitor",
        "N": "ColumnCount", "Q": "HKL", "U": "UserComment",
    ]

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.has("#F ") || header.has("#S ") else { return nil }
        let lines = header.bytes.split(separator: 0x0A, maxSplits: 64)
        let isSPEC = lines.dropFirst().contains { line in
            ["#E ", "#S ", "#N ", "#L "].contains { line.starts(with: $0.utf8) }
        }
        return isSPEC ? .signature("#F or #S") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var lines = LineReader(reader)
        var scan: Int?
        var motors: [Substring: [String]] = [:]
        var occurrences = OccurrenceCounter()
        while !collector.isFull, let line = try lines.next(), line.offset < Self.maximumByteCount {
            guard line.text.hasPrefix("#"), line.text.count > 1 else { continue }
            let mark = line.text.dropFirst().prefix { !$0.isWhitespace }
            let rest = line.text.dropFirst(1 + mark.count).trimmed
            collector.noteMetadata(line.byteCount, understood: true)
            guard !mark.isEmpty, !rest.isEmpty else { continue }
            if mark == "S" {
                scan = scan.map { $0 + 1 } ?? 0
                occurrences = OccurrenceCounter()
                let number = rest.prefix { !$0.isWhitespace }
                state(["Number"], String(number), line, scan, &occurrences, into: collector)
                let command = rest.dropFirst(number.count).trimmed
                state(["Command"], command, line, scan, &occurrences, into: collector)
            } else if mark.first == "O" {
                motors[mark.dropFirst()] = Self.labels(rest)
            } else if mark.first == "P", let names = motors[mark.dropFirst()] {
                for (name, value) in zip(names, rest.split(whereSeparator: \.isWhitespace)) {
                    state(
                        ["Motor", name], String(value), line, scan, &occurrences, into: collector)
                }
            } else if mark == "L" {
                for label in Self.labels(rest) {
                    state(["Column"], label, line, scan, &occurrences, into: collector)
                }
            } else {
                let name = Self.names[String(mark)] ?? String(mark)
                if name == "CountTime", let count = Self.seconds(rest) {
                    state([name], count, unit: "s", line, scan, &occurrences, into: collector)
                } else {
                    state([name], rest, line, scan, &occurrences, into: collector)
                }
            }
        }
    }

    private func state(
        _ names: [String], _ value: String, unit: String? = nil, _ line: LineReader.Line,
        _ scan: Int?, _ occurrences: inout OccurrenceCounter, into collector: FactCollector
    ) {
        guard !value.isEmpty else { return }
        let segments = [id] + (scan == nil ? [] : ["Scan"]) + names
        let key = FactKey(segments: segments)
        var element = ElementPath.root
        if let scan { element = element.appending(segment: 1, index: scan) }
        let index = occurrences.next(key.description)
        if index > 0 { element = element.appending(segment: segments.count - 1, index: index) }
        collector.text(key, value, element: element, unit: unit, locus: line.locus(of: value))
    }

    /// Names are divided by two blanks, since one may stand within a name.
    private static func labels(_ text: String) -> [String] {
        var labels: [String] = []
        var label = ""
        for character in text {
            if character.isBlank, label.last?.isBlank == true || label.isEmpty {
                if !label.isEmpty { labels.append(label[...].trimmed) }
                label = ""
            } else {
                label.append(character)
            }
        }
        if !label.isEmpty { labels.append(label[...].trimmed) }
        return labels
    }

    /// The number of `1  (Seconds)`.
    private static func seconds(_ text: String) -> String? {
        guard text.hasSuffix("(Seconds)") else { return nil }
        let number = text.dropLast("(Seconds)".count).trimmed
        return Double(number) == nil ? nil : number
    }
}

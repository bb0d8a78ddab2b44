public import Extraction
internal import MetadataModel

/// Reads spectra in the JCAMP-DX format (`.jdx`, `.dx`, `.jcm`): the records of every block; tables
/// of data are never read.
///
/// | Line            | Fact                                                            |
/// |:----------------|:----------------------------------------------------------------|
/// | `##LABEL= text` | `jcamp.LABEL`; a user's label keeps its `$`                     |
/// | lines below     | belong to the record's text                                     |
/// | `##XYDATA= …`   | the form of the table alone                                     |
/// | `$$ comment`    | `jcamp.comment`                                                 |
///
/// A block from `##TITLE` to `##END` is an element of segment 0; blocks within a block follow it.
///
/// Source: R. S. McDonald, P. A. Wilks, Appl. Spectrosc. 42 (1988) 151, and later parts
/// <http://www.jcamp-dx.org/protocols.html>.
public struct JCAMPExtractor: Extractor {
    public let id = "jcamp"
    public let version = 1

    public init() {}

    private static let suffixes: Set<String> = ["jdx", "dx", "jcm", "jcamp", "jca"]

    /// Records whose lines are data.
    private static let tables: Set<String> = [
        "XYDATA", "XYPOINTS", "XYDATAOLD", "PEAKTABLE", "PEAKASSIGNMENTS", "DATATABLE", "RADATA",
        "NTUPLESDATA", "ATOMLIST", "BONDLIST", "XYMDATA", "PAGEDATA",
    ]
    /// Bytes of a file that are read: tables have no length to skip by.
    private static let maximumByteCount: UInt64 = 32 << 20
    private static let maximumTextByteCount = 1 << 18

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard Self.suffixes.contains(header.suffix), !header.bytes.contains(0) else { return nil }
        let text = TextDecoding.text(of: header.bytes).text.uppercased()
        guard text.contains("##TITLE"), text.contains("##JCAMP") else { return nil }
        return .suffix(header.suffix)
    }

    /// A record as its lines come.
    private struct Record {
        var label = ""
        var lines: [String] = []
        var byteCount = 0
        var locus = Locus()
        var isTable = false
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var lines = TextLines(reader)
        var blocks = BlockStack()
        var record: Record?
        var commentCount = 0
        while lines.place < reader.count, !collector.isFull {
            guard lines.place < Self.maximumByteCount else {
                throw ExtractionError(
                    .limitExceeded, "lines beyond byte \(Self.maximumByteCount) are not read",
                    offset: lines.place)
            }
            let (raw, locus) = try lines.next("a record")
            let (text, comment) = Self.divided(raw)
            if let comment, !(record?.isTable ?? false) {
                collector.text(
                    "jcamp.comment", comment,
                    element: blocks.element.appending(segment: 1, index: commentCount),
                    locus: Locus(address: locus.address))
                commentCount += 1
            }
            if text.hasPrefix("##") {
                if let record { Self.state(record, &blocks, into: collector) }
                record = Self.record(text, locus)
            } else if record?.isTable == false, !text.isEmpty,
                (record?.byteCount ?? 0) < Self.maximumTextByteCount
            {
                record?.lines.append(text)
                record?.byteCount += text.utf8.count
                record?.locus.length = nil
            }
        }
        if let record { Self.state(record, &blocks, into: collector) }
        if blocks.depth > 0 {
            collector.report(
                Issue(
                    .truncated, "expected ##END of \(blocks.depth) blocks",
                    at: Locus(offset: lines.place)))
        }
    }

    /// The text of a line, and the comment behind `$$`.
    private static func divided(_ line: String) -> (text: String, comment: String?) {
        let bytes = Array(line.utf8)
        let mark = UInt8(ascii: "$")
        guard
            let place = bytes.indices.dropLast().first(where: {
                bytes[$0] == mark && bytes[$0 + 1] == mark
            })
        else { return (trimmed(line), nil) }
        let comment = trimmed(String(decoding: bytes[(place + 2)...], as: UTF8.self))
        return (
            trimmed(String(decoding: bytes[..<place], as: UTF8.self)),
            comment.isEmpty ? nil : comment
        )
    }

    private static func trimmed(_ text: String) -> String {
        var part = text[...]
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }

    private static func record(_ text: String, _ locus: Locus) -> Record {
        var record = Record()
        let parts = text.dropFirst(2).split(
            separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        record.label = trimmed(String(parts[0]))
        let value = parts.count > 1 ? trimmed(String(parts[1])) : ""
        if !value.isEmpty { record.lines.append(value) }
        record.byteCount = value.utf8.count
        record.isTable = tables.contains(folded(record.label))
        record.locus = Locus(
            offset: locus.offset.map {
                $0 + (locus.length ?? 0) - min(UInt64(value.utf8.count), locus.length ?? 0)
            }, length: UInt64(value.utf8.count), address: locus.address)
        return record
    }

    /// A label without what the format does not count: spaces, dashes, slashes, underlines.
    private static func folded(_ label: String) -> String {
        String(label.uppercased().filter { !" -/_".contains($0) })
    }

    /// The blocks that are open, and the units that each states.
    private struct BlockStack {
        private var indices: [Int] = []
        private var count = 0
        var xUnit: String?
        var yUnit: String?

        var depth: Int { indices.count }
        var element: ElementPath {
            let index = indices.last ?? 0
            return index == 0 ? .root : ElementPath(segment: 0, index: index)
        }

        mutating func open() {
            indices.append(count)
            count += 1
            xUnit = nil
            yUnit = nil
        }

        mutating func close() {
            if !indices.isEmpty { indices.removeLast() }
        }
    }

    private static func state(
        _ record: Record, _ blocks: inout BlockStack, into collector: FactCollector
    ) {
        let label = folded(record.label)
        if label == "TITLE" { blocks.open() }
        if label == "END" {
            blocks.close()
            return
        }
        let value = record.lines.joined(separator: "\n")
        collector.noteMetadata(value.utf8.count + record.label.utf8.count + 3, understood: true)
        guard !value.isEmpty, !record.label.isEmpty else { return }
        if label == "XUNITS" { blocks.xUnit = units[value.uppercased()] }
        if label == "YUNITS" { blocks.yUnit = units[value.uppercased()] }
        let unit =
            xLabels.contains(label)
            ? blocks.xUnit : yLabels.contains(label) ? blocks.yUnit : fixedUnits[label]
        collector.text(
            FactKey(printed: "jcamp").appending(record.label), value, element: blocks.element,
            unit: unit, locus: record.locus)
    }

    private static let xLabels: Set<String> = [
        "FIRSTX", "LASTX", "MINX", "MAXX", "DELTAX", "RESOLUTION",
    ]
    private static let yLabels: Set<String> = ["FIRSTY", "MINY", "MAXY"]
    private static let fixedUnits = [".OBSERVEFREQUENCY": "MHz", ".ACQUISITIONTIME": "s"]
    private static let units = [
        "1/CM": "1/cm", "MICROMETERS": "um", "NANOMETERS": "nm", "SECONDS": "s", "HZ": "Hz",
        "MINUTES": "min", "VOLTS": "V", "KELVIN": "K",
    ]
}

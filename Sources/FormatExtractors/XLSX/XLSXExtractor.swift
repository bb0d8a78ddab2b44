public import Extraction
internal import MetadataModel
internal import XMLReading

/// Reads Office Open XML workbooks: every sheet as a table, and who made the workbook.
///
/// Keys are `xlsx.Sheet.Heading`, one element a row at the sheet's segment; sheets of names and
/// values give `xlsx.Sheet.Name`; see ``TableFacts``. Of a formula the value last computed is
/// read. Numbers shown as dates become ISO dates; merged headings stand over each of their
/// columns. `xlsx.docProps.creator` and the like are the workbook's properties.
///
/// Source: ECMA-376, part 1,
/// <https://ecma-international.org/publications-and-standards/standards/ecma-376/>
public struct XLSXExtractor: Extractor {
    public let id = "xlsx"
    public let version = 2

    public init() {}

    /// Bytes of the largest part that is read.
    private static let maximumPartByteCount = 64 << 20

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.has("PK\u{3}\u{4}") else { return nil }
        if ["xlsx", "xlsm", "xltx", "xltm"].contains(header.suffix) {
            return .signature("PK and suffix .\(header.suffix)")
        }
        let name = Array("xl/workbook.xml".utf8)
        let isNamed = header.bytes.indices.contains {
            header.bytes[$0] == name[0] && header.has(name, at: $0)
        }
        return isNamed ? .signature("PK with xl/workbook.xml") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let archive = try ZIPArchive(reader, limits: collector.limits)
        if let problem = archive.problem { collector.report(problem) }
        let parts = Parts(archive: archive, collector: collector)
        for name in ["docProps/core.xml", "docProps/app.xml"] {
            for (key, value) in parts.read(XLSXProperties(), name).properties {
                collector.text(
                    FactKey(segments: ["xlsx", "docProps", key]), value,
                    locus: Locus(address: name))
            }
        }
        let workbook = parts.read(XLSXWorkbook(), "xl/workbook.xml")
        let targets = parts.read(XLSXRelationships(), "xl/_rels/workbook.xml.rels").targets
        let strings = parts.read(XLSXSharedStrings(), "xl/sharedStrings.xml").strings
        let styles = parts.read(XLSXStyles(), "xl/styles.xml")
        for sheet in workbook.sheets where !collector.isFull {
            guard let target = targets[sheet.id] else {
                collector.report(
                    Issue(.malformed, "no part for the sheet \(sheet.name)"))
                continue
            }
            // Sheets of charts have no cells.
            guard target.contains("worksheets/") else { continue }
            read(sheet.name, target, workbook, strings, styles, parts)
        }
    }

    private func read(
        _ name: String, _ target: String, _ workbook: XLSXWorkbook, _ strings: [String],
        _ styles: XLSXStyles, _ parts: Parts
    ) {
        guard let bytes = parts.bytes(target) else { return }
        let outline = parts.parse(XLSXSheetOutline(), bytes, target)
        let table = SheetTable(
            TableFacts(
                base: FactKey(segments: ["xlsx", name]),
                isLong: outline.rowCount > TableFacts.maximumLogRowCount,
                mergedRows: Set(
                    outline.merges.filter { $0.columns.count > 1 }.map(\.rows.lowerBound))),
            parts.collector)
        _ = parts.parse(
            XLSXSheet(
                name: name, strings: strings, styles: styles,
                countsFrom1904: workbook.countsFrom1904, merges: outline.merges,
                deliver: table.add), bytes, target)
        table.facts.finish(into: parts.collector)
    }

    /// The table that a sheet's rows go to as they are read.
    private final class SheetTable {
        var facts: TableFacts
        private let collector: FactCollector

        init(_ facts: TableFacts, _ collector: FactCollector) {
            self.facts = facts
            self.collector = collector
        }

        func add(_ row: TableRow) {
            facts.add(row, into: collector)
        }
    }

    /// The parts of a workbook; a damaged one is reported, and what was read of it stays.
    private struct Parts {
        let archive: ZIPArchive
        let collector: FactCollector

        func read<Part: XLSXPart>(_ part: Part, _ name: String) -> Part {
            guard let bytes = bytes(name) else { return part }
            return parse(part, bytes, name)
        }

        func bytes(_ name: String) -> [UInt8]? {
            guard let entry = archive.entry(named: name) else { return nil }
            do throws(ExtractionError) {
                return try archive.contents(
                    of: entry, maximum: XLSXExtractor.maximumPartByteCount)
            } catch {
                collector.report(error.issue)
                return nil
            }
        }

        func parse<Part: XLSXPart>(_ part: Part, _ bytes: [UInt8], _ name: String) -> Part {
            collector.noteMetadata(bytes.count, understood: true)
            do throws(ExtractionError) {
                try XMLStream(reader: ByteReader(bytes: bytes), limits: collector.limits)
                    .send(to: part)
            } catch {
                collector.report(located(error.issue, name))
            }
            for issue in part.issues { collector.report(located(issue, name)) }
            return part
        }

        /// Places within a compressed part are places of the part, not of the file.
        private func located(_ issue: Issue, _ name: String) -> Issue {
            var issue = issue
            issue.locus = Locus(address: name + " " + issue.locus.address)
            return issue
        }
    }
}

import Extraction
import MetadataModel
import Testing

@testable import FormatExtractors

@Suite struct XLSXExtractorTests {
    private static func workbook(_ sheets: [(name: String, xml: String)]) -> [UInt8] {
        var zip = ZIPBytes()
        zip.add("[Content_Types].xml", "<Types/>")
        let entries = sheets.enumerated().map { place, sheet in
            "<sheet name='\(sheet.name)' sheetId='\(place + 7)' r:id='r\(place)'/>"
        }
        zip.add("xl/workbook.xml", "<workbook><sheets>\(entries.joined())</sheets></workbook>")
        let targets = sheets.indices.map {
            "<Relationship Id='r\($0)' Target='worksheets/s\($0).xml'/>"
        }
        zip.add(
            "xl/_rels/workbook.xml.rels", "<Relationships>\(targets.joined())</Relationships>")
        zip.add(
            "xl/sharedStrings.xml",
            "<sst><si><t>Sample</t></si><si><r><t>Dose</t></r><r><t xml:space='preserve'> (mm)</t></r>"
                + "<rPh><t>dozu</t></rPh></si><si><t>B17</t></si></sst>")
        zip.add(
            "xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='[$-409]d-mmm-yy'/></numFmts>"
                + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                + "<cellXfs><xf numFmtId='0'/><xf numFmtId='170'/><xf numFmtId='20'/></cellXfs>"
                + "</styleSheet>")
        zip.add("docProps/core.xml", "<p:core><dc:creator>Ana</dc:creator></p:core>")
        for (place, sheet) in sheets.enumerated() {
            zip.add("xl/worksheets/s\(place).xml", "<worksheet>\(sheet.xml)</worksheet>")
        }
        return zip.finished()
    }

    @Test func `reads a sheet as a table`() {
        let reading = TextReading(
            XLSXExtractor(),
            Self.workbook([
                (
                    "Prep 1",
                    """
                    <sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>
                    <c r='D1' t='inlineStr'><is><t>When</t></is></c></row>
                    <row r='2'><c r='A2' t='s'><v>2</v></c><c r='B2'><f>1+1</f><v>2.5</v></c>
                    <c r='D2' s='1'><v>46082</v></c></row>
                    <row r='3'><c r='A3' t='s'><v>2</v></c><c r='D3' s='1'><v>46082.75</v></c></row>
                    </sheetData>
                    """
                )
            ]))
        #expect(
            reading.lines == [
                "xlsx.docProps.creator = Ana",
                "xlsx.`Prep 1`.heading[2:0] = Sample", "xlsx.`Prep 1`.heading[2:1] = Dose (mm)",
                "xlsx.`Prep 1`.heading[2:2] = When",
                "xlsx.`Prep 1`.Sample[1:0] = B17", "xlsx.`Prep 1`.Dose[1:0] = 2.5 | mm",
                "xlsx.`Prep 1`.When[1:0] = 2026-03-01",
                "xlsx.`Prep 1`.Sample[1:1] = B17",
                "xlsx.`Prep 1`.When[1:1] = 2026-03-01T18:00:00",
            ])
        #expect(reading.facts.last?.locus.address == "Prep 1!D3")
        #expect(reading.facts.last?.date != nil)
    }

    @Test func `a heading merged over columns stands over each of them`() {
        let reading = TextReading(
            XLSXExtractor(),
            Self.workbook([
                (
                    "S",
                    """
                    <sheetData>
                    <row><c t='str'><v>Sample</v></c><c t='str'><v>Axis</v></c></row>
                    <row><c r='B2' t='str'><v>long</v></c><c r='C2' t='str'><v>short</v></c></row>
                    <row><c t='str'><v>a</v></c><c><v>7</v></c><c><v>3</v></c></row></sheetData>
                    <mergeCells><mergeCell ref='B1:C1'/><mergeCell ref='A1:A2'/></mergeCells>
                    """
                )
            ]))
        #expect(
            reading.lines.suffix(3) == [
                "xlsx.S.Sample[1:0] = a", "xlsx.S.`Axis long`[1:0] = 7",
                "xlsx.S.`Axis short`[1:0] = 3",
            ])
    }

    @Test func `a sheet of names and values gives a key for each name`() {
        let rows = [("Operator", "Ana"), ("Voltage (kV)", "20"), ("Stain", "OsO4")].map {
            "<row><c t='str'><v>\($0)</v></c><c t='str'><v>\($1)</v></c></row>"
        }
        let reading = TextReading(
            XLSXExtractor(), Self.workbook([("S", "<sheetData>\(rows.joined())</sheetData>")]))
        #expect(reading.values("xlsx.S.Operator") == ["Ana"])
        #expect(reading.facts.first { $0.key == "xlsx.S.Voltage" }?.unit == "kV")
    }

    @Test(arguments: [
        (1.0, false, "1900-01-01"), (59, false, "1900-02-28"), (61, false, "1900-03-01"),
        (46082, false, "2026-03-01"), (0, true, "1904-01-01"),
        (46082.5, false, "2026-03-01T12:00:00"),
        (46081.999_999_9, false, "2026-03-01"),
    ])
    func `a count of days is the date`(days: Double, countsFrom1904: Bool, text: String) {
        #expect(
            SpreadsheetDate.text(days: days, countsFrom1904: countsFrom1904, isTime: false)
                == text)
    }

    @Test(arguments: [
        ("yyyy\\-mm\\-dd", XLSXStyles.Meaning.date), ("h:mm:ss", .time), ("[h]:mm", .number),
        ("0.00\" days\"", .number), ("[Red]0.0", .number), ("General", .number),
        ("#,##0 \"d\"", .number),
    ])
    func `a format tells dates from numbers`(code: String, meaning: XLSXStyles.Meaning) {
        #expect(XLSXStyles.meaning(ofCode: code) == meaning)
    }

    @Test func `a damaged sheet keeps its first rows and reports the place`() {
        let reading = TextReading(
            XLSXExtractor(),
            Self.workbook([
                ("S", "<sheetData><row><c t='str'><v>a</v></c></row><row><c t='str'><v>b</c>")
            ]))
        #expect(reading.values("xlsx.S.heading") == ["a"])
        #expect(!reading.issues.isEmpty)
        #expect(reading.issues[0].locus.address.hasPrefix("xl/worksheets/s0.xml"))
    }

    @Test(arguments: [("B12", 1, 12), ("$AB$3", 27, 3), ("XFD1", 16383, 1)])
    func `a reference names a cell`(text: String, column: Int, row: Int) {
        #expect(CellReference(text)?.column == column)
        #expect(CellReference(text)?.row == row)
        #expect("\(CellReference.letters(of: column))\(row)" == text.filter { $0 != "$" })
    }

    @Test(arguments: ["", "12", "B", "B0", "ABCD1", "B1B", "B99999999999999999999"])
    func `what is no reference names none`(text: String) {
        #expect(CellReference(text) == nil)
    }
}

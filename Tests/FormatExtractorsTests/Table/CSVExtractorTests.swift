import Extraction
import MetadataModel
import Testing

@testable import FormatExtractors

@Suite struct CSVExtractorTests {
    @Test(arguments: [
        (
            "Sample,Length (µm)\nA,1.5\nB,2\n",
            [
                "csv.heading[1:0] = Sample", "csv.heading[1:1] = Length (µm)",
                "csv.Sample[0:0] = A", "csv.Length[0:0] = 1.5 | µm",
                "csv.Sample[0:1] = B", "csv.Length[0:1] = 2 | µm",
            ]
        ),
        (
            "a;b\n1,5;x\n2,5;\n",
            [
                "csv.heading[1:0] = a", "csv.heading[1:1] = b",
                "csv.a[0:0] = 1,5", "csv.b[0:0] = x", "csv.a[0:1] = 2,5",
            ]
        ),
        (
            "id|note\r\n7|\"two\r\nlines, \"\"quoted\"\"\"\r\n",
            [
                "csv.heading[1:0] = id", "csv.heading[1:1] = note",
                "csv.id[0:0] = 7", "csv.note[0:0] = two\r\nlines, \"quoted\"",
            ]
        ),
        (
            "file,Sample,,Beam\n,id,dose (mg/kg),voltage [kV],id\na.tif,B17,5,20,x\n",
            [
                "csv.heading[1:0] = file", "csv.heading[1:1] = Sample", "csv.heading[1:2] = Beam",
                "csv.heading[1:3] = id", "csv.heading[1:4] = dose (mg/kg)",
                "csv.heading[1:5] = voltage [kV]", "csv.heading[1:6] = id",
                "csv.file[0:0] = a.tif", "csv.Sample.id[0:0] = B17",
                "csv.Sample.dose[0:0] = 5 | mg/kg",
                "csv.Beam.voltage[0:0] = 20 | kV", "csv.Beam.id[0:0] = x",
            ]
        ),
        (
            "file,dose\na,1\nb,2\n\nStains of all\nsample_id,stain\nB17,osmium\n\nend\n",
            [
                "csv.heading[1:0] = file", "csv.heading[1:1] = dose",
                "csv.file[0:0] = a", "csv.dose[0:0] = 1", "csv.file[0:1] = b", "csv.dose[0:1] = 2",
                "csv.line = Stains of all",
                "csv.heading[1:2] = sample_id", "csv.heading[1:3] = stain",
                "csv.sample_id[0:2] = B17", "csv.stain[0:2] = osmium", "csv.sample_id[0:3] = end",
            ]
        ),
        (
            "1,2\n3,4\n",
            [
                "csv.`Column 1`[0:0] = 1", "csv.`Column 2`[0:0] = 2", "csv.`Column 1`[0:1] = 3",
                "csv.`Column 2`[0:1] = 4",
            ]
        ),
        (
            "x,y\nnm,kV\n1,2\n",
            [
                "csv.heading[1:0] = x", "csv.heading[1:1] = y",
                "csv.x[0:0] = 1 | nm", "csv.y[0:0] = 2 | kV",
            ]
        ),
        (
            "area_value\tarea_unit\n3\tmm\n",
            [
                "csv.heading[1:0] = area_value", "csv.heading[1:1] = area_unit",
                "csv.area_value[0:0] = 3 | mm", "csv.area_unit[0:0] = mm",
            ]
        ),
        (
            "REF,REF\na,b\n",
            [
                "csv.heading[1:0] = REF", "csv.heading[1:1] = REF",
                "csv.REF[0:0] = a", "csv.REF[0:0,1:1] = b",
            ]
        ),
        (
            "# Operator: Ana\n# kept dry\n\nx,y,z\n1,2,3\n4,5,6\n",
            [
                "csv.Operator = Ana", "csv.comment = kept dry",
                "csv.heading[1:0] = x", "csv.heading[1:1] = y", "csv.heading[1:2] = z",
                "csv.x[0:0] = 1", "csv.y[0:0] = 2", "csv.z[0:0] = 3",
                "csv.x[0:1] = 4", "csv.y[0:1] = 5", "csv.z[0:1] = 6",
            ]
        ),
        (
            "Operator,Ana\nVoltage (kV),20\nNote,dry\n",
            [
                "csv.heading[1:0] = Operator", "csv.Operator = Ana",
                "csv.heading[1:1] = Voltage (kV)", "csv.Voltage = 20 | kV",
                "csv.heading[1:2] = Note", "csv.Note = dry",
            ]
        ),
        (
            "Parameter,Value,Unit\nGap,12,nm\nMode,slow,\n",
            [
                "csv.heading[1:0] = Gap", "csv.Gap = 12 | nm",
                "csv.heading[1:1] = Mode", "csv.Mode = slow",
            ]
        ),
        (
            "STUDY\nTitle\t\"one\"\nFactor\ta\tb\nSTUDY\nTitle\ttwo\nEmpty\t\n",
            [
                "csv.heading[1:0] = STUDY", "csv.heading[1:1] = Title", "csv.STUDY.Title = one",
                "csv.heading[1:2] = Factor", "csv.STUDY.Factor = a", "csv.STUDY.Factor[2:1] = b",
                "csv.heading[1:3] = STUDY", "csv.heading[1:4] = Title",
                "csv.STUDY.Title[1:1] = two", "csv.heading[1:5] = Empty",
            ]
        ),
        (
            "value\none\ntwo\n",
            ["csv.heading[1:0] = value", "csv.value[0:0] = one", "csv.value[0:1] = two"]
        ),
        ("", []),
        ("\n\n", []),
    ])
    func `reads`(text: String, facts: [String]) {
        #expect(TextReading(CSVExtractor(), text).lines == facts)
    }

    @Test func `a decimal comma is a number's`() {
        let facts = TextReading(CSVExtractor(), "a;Gap (nm)\nx;-1,5\n").facts
        #expect(facts.last?.numbers.map(\.number) == [.real(-1.5)])
        #expect(facts.last?.value == "-1,5")
    }

    @Test func `a cell knows its place in the file`() {
        let text = "Name,Größe\n\"a,b\",7\n"
        for bytes in [Array(text.utf8), utf16(text)] {
            let reading = TextReading(CSVExtractor(), bytes)
            let cells = reading.facts.filter { $0.key != "csv.heading" }
            #expect(cells.map(\.locus.address) == ["row 2 column Name", "row 2 column Größe"])
            #expect(
                cells.map { reading.bytes(of: $0)?.filter { $0 != 0 } } == [
                    Array("a,b".utf8), Array("7".utf8),
                ])
        }
    }

    private func utf16(_ text: String) -> [UInt8] {
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    }

    @Test func `a quote never closed is a plain character and an issue`() {
        let reading = TextReading(CSVExtractor(), "a,b\n\"x,1\ny,2\n")
        #expect(reading.values("csv.a") == ["\"x", "y"])
        #expect(reading.values("csv.b") == ["1", "2"])
        #expect(reading.issues.map(\.kind) == [.malformed])
        #expect(reading.issues.first?.locus.offset == 4)
    }

    @Test func `a long log keeps a summary of each column and every remark`() throws {
        var text = "t,I (A),note\n"
        for row in 0..<2000 { text += "\(row),\(row * 2),\(row == 3 ? "spike" : "")\n" }
        let reading = TextReading(CSVExtractor(), text)
        let current = try #require(reading.facts.first { $0.key == "csv.I" })
        #expect(reading.values("csv.t").count == 1)
        #expect(reading.values("csv.note") == ["spike"])
        #expect(current.isAbridged)
        #expect(current.value.hasSuffix("28, 30, … (2000 values, 0 to 3998)"))
        #expect(current.numbers.suffix(2).map(\.number) == [.integer(0), .integer(3998)])
        #expect(current.unit == "A")
    }

    @Test func `a long table that names things is kept in full`() {
        var text = "file,dose\n"
        for row in 0..<2000 { text += "image\(row).tif,\(row)\n" }
        #expect(TextReading(CSVExtractor(), text).values("csv.dose").count == 2000)
    }

    @Test func `ends at any truncation`() {
        let whole = Array("# a: b\nx,\"y \"\" z\"\n1,\"2\n3\"\n\u{FEFF},,\n\"\"\"\n".utf8)
        for count in 0...whole.count {
            _ = TextReading(CSVExtractor(), Array(whole.prefix(count)))
        }
    }

    @Test(arguments: [
        ("a,b\n1,2\n", "x.csv", true),
        ("a\tb\tc\n1\t2\t3\n4\t5\t6\n", "x.txt", true),
        ("ONTOLOGY SOURCE REFERENCE\nTerm Source Name\t\"OBI\"\n", "i.txt", true),
        ("first, we went\nthen, we stayed\nlast, we left, I think\n", "x.txt", false),
        ("a=1\nb=2\n", "x.txt", false),
        ("\u{0}\u{1}", "x.csv", false),
    ])
    func `recognizes tables`(text: String, name: String, isRecognized: Bool) {
        let bytes = Array(text.utf8)
        let header = FileHeader(bytes: bytes, name: name, count: UInt64(bytes.count))
        #expect((CSVExtractor().recognizes(header) != nil) == isRecognized)
    }
}

import Search
import Testing

@testable import Curation

@Suite struct TemplateTests {
    @Test func `what lacks is counted, and nothing is refused`() throws {
        let lab = try SampleLab()
        try lab.write("/a/1.tif", [("organism", "Mus musculus"), ("stain", "DAPI")])
        try lab.write("/a/2.tif", [("organism", "mouse")])
        try lab.write("/a/3.tif", [("stain", "DAPI")])
        let template = try Template(
            yaml: """
                title: Tissue
                where: path:/a/**
                fields:
                  - key: organism
                    required: true
                    terms: [Mus musculus, Homo sapiens]
                  - key: stain
                """)
        let report = try template.report(lab.curation.engine)
        #expect(report.fileCount == 3)
        #expect(report.lackingCount == 1)
        #expect(report.fields.map(\.missingCount) == [1, 1])
        #expect(report.fields.map(\.unknownCount) == [1, 0])
        #expect(report.fields[1].examples == ["/a/2.tif"])
    }

    @Test(arguments: ["fields: []", "title: x", "fields:\n  - required: true", ": ["])
    func `a wrong template is refused`(yaml: String) {
        let error = #expect(throws: CurationError.self) { try Template(yaml: yaml) }
        #expect(error?.kind == .invalid)
    }
}

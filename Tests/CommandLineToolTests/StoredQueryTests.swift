import Foundation
import Testing

@Suite struct StoredQueryTests {
    private let reticle: Reticle

    init() throws {
        reticle = try Reticle()
    }

    @Test func `a query is kept, run with parameters, shown, changed and removed`() throws {
        let text = """
            {"path":"a.tif","facts":{"voltage":5,"stain":"osmium"}}
            {"path":"b.tif","facts":{"voltage":20,"stain":"uranyl"}}

            """
        let lines = try reticle.put("a.ndjson", Data(text.utf8))
        #expect(try reticle.run("import", lines).exitCode == 0)
        let saved = try reticle.run(
            "query", "save", "high", "voltage>=$least", "--param", "least number = 10 -- in kV",
            "--title", "High voltage")
        #expect(saved.exitCode == 0, "\(saved.complaints)")
        #expect(saved.output == "query high, edit 1\n")
        #expect(try reticle.run("query", "high", "--count").output == "1\n")
        #expect(try reticle.run("query", "high", "least=1", "--count").output == "2\n")
        let shown = try reticle.run("query", "show", "high").output
        #expect(shown.contains("# parameter: least number = 10 -- in kV"))
        #expect(try reticle.run("query", "list").output.contains("high*"))
        #expect(
            try reticle.run("query", "save", "high", "voltage>=$least").complaints
                .contains("`$least` is no parameter"))
        #expect(try reticle.run("query", "save", "list", "stain:osmium").exitCode == 2)
        let wrong = try reticle.run("query", "save", "bad", "voltage>=")
        #expect(wrong.exitCode == 2)
        #expect(wrong.complaints.contains("expected a value"))
        #expect(try reticle.run("query", "remove", "high").exitCode == 0)
        let missing = try reticle.run("query", "high")
        #expect(missing.exitCode == 2)
        #expect(missing.complaints.contains("there is no such query"))
        #expect(try reticle.run("undo", "2").exitCode == 0)
        #expect(try reticle.run("query", "high", "--count").output == "1\n")
    }
}

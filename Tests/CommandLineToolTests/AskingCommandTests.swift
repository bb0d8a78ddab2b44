import Foundation
import Testing

@Suite struct AskingCommandTests {
    let reticle: Reticle

    init() throws {
        reticle = try Reticle()
        let lines = [
            #"{"path":"a.tif","facts":{"Operator Name":"mueller","Exposure Time":"20 ms","Dye":"DAPI"}}"#,
            #"{"path":"b.tif","facts":{"Operator Name":"mueller","Exposure Time":"100 ms","Dye":"GFP"}}"#,
        ]
        _ = try reticle.run("import", "-", input: lines.joined(separator: "\n"))
    }

    @Test func `suggest says what each would leave`() throws {
        let run = try reticle.run("suggest", "`Exposure Time`>50m")
        #expect(run.exitCode == 0)
        #expect(run.lines.first?.hasPrefix("50ms") ?? false, "\(run.output)")
        #expect(run.lines.first?.contains(" 1 ") ?? false, "\(run.output)")
        #expect(try reticle.run("suggest", "\"free te").exitCode == 1)
    }

    @Test func `keys tells all about one name, and finds names by words`() throws {
        let one = try reticle.run("keys", "Dye")
        #expect(one.output.contains("DAPI  1"))
        let found = try reticle.run("keys", "time", "exposure")
        #expect(found.output.contains("`Exposure Time`"))
        #expect(try reticle.run("keys", "nonesuch").exitCode == 1)
    }

    @Test func `describe tells what is common and what differs`() throws {
        let run = try reticle.run("describe", "Dye:*")
        #expect(run.output.hasPrefix("2 assets\n\nin common\n"))
        #expect(run.output.contains("`Operator Name`  mueller"))
        #expect(try reticle.run("describe", "nonesuch").exitCode == 1)
        #expect(try reticle.run("describe", "a<(").exitCode == 2)
    }

    @Test func `a query that finds nothing says why on standard error`() throws {
        let run = try reticle.run("find", "Dye:DAPY", "--paths")
        #expect(run.exitCode == 1)
        #expect(run.output.isEmpty)
        #expect(run.complaints.contains("1 found by: Dye:DAPI"), "\(run.complaints)")
        let json = try reticle.run("find", "Dye:DAPY", "--json")
        #expect(json.output.contains(#""doctor":{"clause":"Dye:DAPY""#))
        #expect(json.complaints.isEmpty)
    }

    @Test func `a wrong query is shown as it could be`() throws {
        let run = try reticle.run("find", "Dye:(DAPI", "| sotr Dye")
        #expect(run.exitCode == 2)
        #expect(run.complaints.contains("try: Dye:(DAPI) | sort Dye"), "\(run.complaints)")
    }

    @Test func `help prints the language on one page`() throws {
        let run = try reticle.run("help", "query")
        #expect(run.exitCode == 0)
        #expect(run.output.contains("THE QUERY LANGUAGE"))
        #expect(run.output.contains("voltage:5kV..20kV"))
    }
}

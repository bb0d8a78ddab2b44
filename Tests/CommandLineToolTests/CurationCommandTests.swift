import Foundation
import Testing

@Suite struct CurationCommandTests {
    let reticle: Reticle

    init() throws {
        reticle = try Reticle()
    }

    private func count(_ query: String) throws -> String {
        try reticle.run("find", query, "--count").output
    }

    @Test func `an edit that is killed is there as a whole or not at all`() throws {
        let rows = (0..<200).map { #"{"path":"/f/\#($0).tif","facts":{"a":\#($0)}}"# }
        _ = try reticle.run("import", "-", input: rows.joined(separator: "\n"))
        var acknowledged: [Int] = []
        for turn in 0..<12 {
            let process = try reticle.start("tag", "path:/f/**", "t\(turn)").process
            Thread.sleep(forTimeInterval: 0.02 * Double(turn))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            if process.terminationReason == .exit, process.terminationStatus == 0 {
                acknowledged.append(turn)
            }
        }
        #expect(try reticle.run("tag", "path:/f/1.tif", "last").exitCode == 0)
        #expect(try reticle.run("journal", "verify").exitCode == 0)
        for turn in 0..<12 {
            let found = try count("tag:t\(turn)")
            #expect(found == "0\n" || found == "200\n")
            #expect(found == "200\n" || !acknowledged.contains(turn))
        }
    }

    @Test func `a script with a wrong line changes nothing and names the line`() throws {
        _ = try reticle.run("import", "-", input: #"{"path":"a","facts":{"organism":"mouse"}}"#)
        let script = try reticle.put(
            "bad.curate", Data("everywhere\n  tag good\n  tga bad\n".utf8))
        let run = try reticle.run("curate", script, "--apply")
        #expect(run.exitCode == 2)
        #expect(run.complaints.contains("bad.curate:3: "))
        #expect(try count("tag:good") == "0\n")
        #expect(try reticle.run("journal", "show").lines.count == 1)
    }

    @Test func `a trial is no edit, an applied script is one`() throws {
        _ = try reticle.run("import", "-", input: #"{"path":"a","facts":{"organism":"mouse"}}"#)
        let script = try reticle.put(
            "good.curate",
            Data("where organism:mouse\n  tag good\n  set dose = 5 mg\n".utf8))
        let trial = try reticle.run("curate", script)
        #expect(trial.exitCode == 0)
        #expect(trial.output.contains("tag good: would change 1 of 1"))
        #expect(try count("tag:good") == "0\n")
        #expect(try reticle.run("curate", script, "--apply").exitCode == 0)
        #expect(try count("tag:good dose:5mg") == "1\n")
        #expect(try reticle.run("undo", "1").exitCode == 0)
        #expect(try count("tag:good") == "0\n")
    }

    @Test func `what is exported imports again without loss`() throws {
        for sample in [
            "tiff/stack.tif", "mrc/little.mrc", "tiff/exif-gps.tif", "tiff/park.tif",
        ] {
            try reticle.put(sample: sample, as: URL(fileURLWithPath: sample).lastPathComponent)
        }
        try reticle.put("sheet.csv", Data("name;dose (mg)\nx;5\nx;5\n".utf8))
        _ = try reticle.run("harvest", reticle.data)
        let exported = try reticle.run("export")
        #expect(exported.lines.count == 5)
        let other = try Reticle()
        _ = try other.run("import", "-", input: exported.output)
        let again = try other.run("export")
        #expect(Set(again.lines) == Set(exported.lines))
    }

    /// A day in a lab, from the morning, when a query finds nothing, to the evening and a lost index.
    @Test func `a day in the life of a catalogue`() throws {
        let question = "project:bone organism=\"Mus musculus\" dose>=5mg tag:reviewed"
        #expect(try reticle.run("project", "create", "bone", "--root", reticle.data).exitCode == 0)
        _ = try reticle.run("harvest", reticle.data)
        #expect(try reticle.run("find", question).exitCode == 1)

        for name in ["a.tif", "b.tif", "c.tif"] {
            try reticle.put(sample: "tiff/stack.tif", as: name)
        }
        try reticle.put(
            "samples.csv",
            Data("file,Organism,Dose\na.tif,mouse,5\nb.tif,M. musculus,7\nc.tif,human,9\n".utf8))
        _ = try reticle.run("harvest", reticle.data)
        #expect(try count("project:bone format:tiff") == "3\n")
        #expect(try reticle.run("find", question).exitCode == 1)

        for script in ["organisms", "doses"] {
            let run = try reticle.run("curate", "queries/\(script).curate", "--apply")
            #expect(run.exitCode == 0)
        }
        let tag = try reticle.run("tag", "has:Organism format:tiff", "reviewed", "--why", "steward")
        #expect(tag.exitCode == 0)
        let evening = try reticle.run("find", question, "--paths")
        #expect(
            Set(evening.lines.map { URL(fileURLWithPath: $0).lastPathComponent }) == [
                "a.tif", "b.tif",
            ])

        for name in try FileManager.default.contentsOfDirectory(atPath: reticle.folder.path)
        where name.hasPrefix("index.sqlite") && !name.hasSuffix(".ndjson") {
            try FileManager.default.removeItem(at: reticle.folder.appendingPathComponent(name))
        }
        _ = try reticle.run("harvest", reticle.data)
        let rebuilt = try reticle.run("find", question, "--paths")
        #expect(rebuilt.lines.sorted() == evening.lines.sorted())
        #expect(try reticle.run("journal", "verify").exitCode == 0)
    }

    @Test func `keys make folders to browse`() throws {
        _ = try reticle.run(
            "import", "-",
            input: """
                {"path":"1","facts":{"organism":"mouse","stain":"DAPI"}}
                {"path":"2","facts":{"organism":"mouse","stain":"GFP"}}
                {"path":"3","facts":{"organism":"human"}}
                """)
        let top = try reticle.run("browse", "organism,stain")
        #expect(
            top.lines.map { $0.split(separator: " ").joined(separator: " ") } == [
                "mouse/ 2", "human/ 1",
            ])
        #expect(try reticle.run("browse", "organism,stain", "mouse", "GFP").output == "2\n")
        #expect(try reticle.run("browse", "organism,stain", "rat").exitCode == 1)
    }
}

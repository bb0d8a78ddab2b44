import Foundation
import Testing

@Suite struct CommandTests {
    let reticle: Reticle

    init() throws {
        reticle = try Reticle()
    }

    @Test func `find ends with 0 for hits, 1 for none, 2 for an error`() throws {
        #expect(try reticle.run("find", "a").exitCode == 2)
        _ = try reticle.run("import", "-", input: #"{"path":"a","facts":{"Gene Symbol":"ptc2"}}"#)
        #expect(try reticle.run("find", "ptc2").exitCode == 0)
        #expect(try reticle.run("find", "nonesuch").exitCode == 1)
        let wrong = try reticle.run("find", "a<(")
        #expect(wrong.exitCode == 2)
        #expect(wrong.complaints.contains("^"))
    }

    @Test func `import takes texts, numbers, lists and nested objects`() throws {
        let run = try reticle.run(
            "import", "-",
            input: """
                {"path":"x.tif","facts":{"objective.na":1.4,"objective":{"name":"Plan 63x"},
                """.replacing("\n", with: "")
                    + #""Dye":["DAPI","GFP"],"Channel":[{"Name":"DAPI","Exposure":"50 ms"},"#
                    + #"{"Name":"GFP","Exposure":"200 ms"}],"blanked":true,"nothing":null}}"#
                    + "\n\n"
                    + #"{"id":"y","facts":{"objective.na":0.8}}"# + "\n")
        #expect(run.exitCode == 0)
        for (query, count) in [
            ("objective.na>1", 1), ("objective.na>=0.8", 2), ("Plan", 1), ("Dye:GFP", 1),
            ("Channel{Name:GFP Exposure>100ms}", 1), ("Channel{Name:DAPI Exposure>100ms}", 0),
            ("blanked:true", 1), ("has:nothing", 0), ("count(Dye)=2", 1), ("path:y", 1),
        ] {
            #expect(try reticle.run("find", query, "--count").output == "\(count)\n", "\(query)")
        }
    }

    @Test func `import replaces what was imported before, and names wrong lines`() throws {
        _ = try reticle.run("import", "-", input: #"{"path":"a","facts":{"k":"old"}}"#)
        let run = try reticle.run(
            "import", "-",
            input: #"{"path":"a","facts":{"k":"new"}}"# + "\n{broken\n"
                + #"{"facts":{"k":"nobody"}}"# + "\n" + #"{"path":"b","facts":{"k":"new"}}"#)
        #expect(run.exitCode == 2)
        #expect(run.complaints.contains("standard input:2: "))
        #expect(run.complaints.contains("standard input:3: "))
        #expect(try reticle.run("find", "k:new", "--count").output == "2\n")
        #expect(try reticle.run("find", "k:old", "--count").output == "0\n")
    }

    @Test func `what extract writes can be imported`() throws {
        let path = try reticle.put(sample: "mrc/little.mrc", as: "little.mrc")
        let extracted = try reticle.run("extract", "--ndjson", path)
        #expect(extracted.exitCode == 0)
        _ = try reticle.run("import", "-", input: extracted.output)
        #expect(try reticle.run("find", "mrc.NX=7 pixel.size:0.65nm", "--count").output == "1\n")
    }

    @Test func `extract takes many files and does not stop at a bad one`() throws {
        let good = try reticle.put(sample: "tiff/stack.tif", as: "stack.tif")
        let bad = try reticle.put(sample: "hostile/truncated.tif", as: "truncated.tif")
        let run = try reticle.run("extract", "--ndjson", bad, "/nonesuch", good)
        #expect(run.lines.count == 3)
        #expect(run.lines[0].contains("\"kind\":\"truncated\""))
        #expect(run.lines[1].contains("\"kind\":\"unreadable\""))
        #expect(run.lines[2].contains("\"tiff.ImageWidth\""))
    }

    @Test func `show tells value, unit and place of every fact`() throws {
        _ = try reticle.put(sample: "mrc/little.mrc", as: "little.mrc")
        _ = try reticle.run("harvest", reticle.data)
        let id = try reticle.run("find", "format:mrc | select id", "--ndjson").output
        let prefix = try #require(id.split(separator: "\"").dropFirst(3).first)
        let shown = try reticle.run("show", String(prefix))
        #expect(shown.exitCode == 0)
        #expect(shown.output.contains("mrc.CELLA"))
        #expect(shown.output.contains("Å"))
    }

    @Test func `show takes a path of the working folder`() throws {
        _ = try reticle.run("harvest", "corpus/study")
        let shown = try reticle.run("show", "corpus/study/B18_canal.tif")
        #expect(shown.exitCode == 0)
        #expect(shown.output.contains("fei.Beam.HV"))
    }

    @Test func `every saved query of the project runs`() throws {
        _ = try reticle.run("import", "-", input: #"{"path":"a","facts":{"k":"v"}}"#)
        let names = try FileManager.default.contentsOfDirectory(
            atPath: Reticle.project.appendingPathComponent("queries").path
        ).filter { $0.hasSuffix(".rql") }.map { String($0.dropLast(4)) }
        #expect(names.count >= 8)
        for name in names {
            let needed = name == "sample" ? "id=B17" : ""
            let run =
                needed.isEmpty
                ? try reticle.run("query", name) : try reticle.run("query", name, needed)
            #expect(run.exitCode <= 1, "\(name): \(run.complaints)")
        }
    }

    /// A golden answer is the files of `corpus/study` that a saved query finds, and what its stages
    /// say of them.
    @Test func `saved queries find what their golden answers say`() throws {
        let study = Reticle.project.appendingPathComponent("corpus/study")
        _ = try reticle.run("harvest", study.path)
        let folder = Reticle.project.appendingPathComponent("queries")
        let text = try Data(contentsOf: folder.appendingPathComponent("answers.json"))
        let answers = try #require(
            try JSONSerialization.jsonObject(with: text) as? [String: [String: Any]])
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".rql") }.map { String($0.dropLast(4)) }
        #expect(answers.keys.sorted() == names.sorted())
        for (name, answer) in answers {
            let parameters = try #require(answer["with"] as? [String])
            let files = try #require(answer["finds"] as? [String])
            let run = try reticle.run(arguments: ["query", name] + parameters + ["--paths"])
            let found = run.lines.map { $0.replacing(study.path + "/", with: "") }
            #expect(found.sorted() == files.sorted(), "\(name)")
            guard let said = answer["says"] as? [String: NSObject] else { continue }
            let json = try reticle.run(arguments: ["query", name] + parameters + ["--json"]).output
            let whole = try #require(
                try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: NSObject])
            for (stage, values) in said { #expect(whole[stage] == values, "\(name)") }
        }
    }

    @Test func `extractors check names every fault with its line`() throws {
        let path = try reticle.put(
            "bad.yaml",
            Data(
                "id: Bad\nversion: 1\nname: x\nsource: y\nsuffixes: [x]\nheader: {fields: [{key: A, type: int12}]}\n"
                    .utf8))
        let run = try reticle.run("extractors", "check", path)
        #expect(run.exitCode == 2)
        #expect(run.complaints.contains("bad.yaml:1: "))
        #expect(run.complaints.contains("bad.yaml:6: unknown type \"int12\""))
    }
}

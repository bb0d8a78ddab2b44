import Foundation
import Testing

@Suite struct HarvestTests {
    let reticle: Reticle

    init() throws {
        reticle = try Reticle()
    }

    @Test func `a second harvest reads only what changed`() throws {
        try reticle.put(sample: "tiff/stack.tif", as: "a/stack.tif")
        try reticle.put(sample: "mrc/little.mrc", as: "b/little.mrc")
        let first = try reticle.run("harvest", reticle.data, "--json")
        #expect(first.exitCode == 0)
        #expect(first.output.contains("\"new\":2,"))
        let second = try reticle.run("harvest", reticle.data, "--json")
        #expect(second.output.contains("\"new\":0,"))
        #expect(second.output.contains("\"unchanged\":2,"))
        try reticle.put(sample: "mrc/big.mrc", as: "b/little.mrc")
        try reticle.put(sample: "mrc/big.mrc", as: "b/other.mrc")
        let third = try reticle.run("harvest", reticle.data, "--json")
        #expect(third.output.contains("\"new\":1,\"changed\":1,"))
    }

    @Test func `a moved file keeps its id, a removed one is gone`() throws {
        let path = try reticle.put(sample: "mrc/little.mrc", as: "before.mrc")
        let other = try reticle.put(sample: "tiff/stack.tif", as: "other.tif")
        _ = try reticle.run("harvest", reticle.data)
        let id = try identity("format:mrc")
        try FileManager.default.moveItem(
            atPath: path, toPath: reticle.data + "/after.mrc")
        try FileManager.default.removeItem(atPath: other)
        let again = try reticle.run("harvest", reticle.data, "--json")
        #expect(again.output.contains("\"moved\":1,"))
        #expect(again.output.contains("\"removed\":1,"))
        #expect(try identity("name:after.mrc") == id)
        #expect(try reticle.run("find", "format:tiff", "--count").output == "0\n")
    }

    private func identity(_ query: String) throws -> Substring? {
        try reticle.run("find", query, "--csv").lines.last?.split(separator: ",").first
    }

    @Test func `every file is an asset, whatever is wrong with it`() throws {
        try reticle.put("empty.bin", Data())
        try reticle.put("line\nfeed.txt", Data("Voltage = 5 kV\nGain = 2\n".utf8))
        try reticle.put(sample: "hostile/cyclic.tif", as: "cyclic.tif")
        try reticle.put(sample: "hostile/truncated.tif", as: "truncated.tif")
        try reticle.put(sample: "hostile/billion-laughs.xml", as: "laughs.xml")
        let locked = try reticle.put("locked/secret.txt", Data("a".utf8))
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: locked)
        let run = try reticle.run("harvest", reticle.data)
        #expect(run.exitCode == 0)
        #expect(try reticle.run("find", "--count").output == "6\n")
        let paths = try reticle.run("find", "has:issue", "--paths").lines
        #expect(paths.contains { $0.hasSuffix("cyclic.tif") })
        #expect(paths.contains { $0.hasSuffix("truncated.tif") })
        #expect(paths.contains { $0.hasSuffix("laughs.xml") })
    }

    @Test func `a file that needs too much memory costs that file alone`() throws {
        let line = Data("Gain (dB) = 12\n".utf8)
        var text = Data()
        for _ in 0..<2_000_000 { text.append(line) }
        try reticle.put("a.txt", text)
        try reticle.put(sample: "mrc/little.mrc", as: "b.mrc")
        let run = try reticle.run("harvest", reticle.data, "--memory", "64", "--json")
        #expect(run.exitCode == 0)
        let paths = try reticle.run("find", "has:issue", "--paths").lines
        #expect(paths.map { $0.suffix(5) } == ["a.txt"])
        #expect(try reticle.run("find", "mrc.NX:7", "--count").output == "1\n")
    }

    @Test func `sidecars describe the file beside them and those that a table names`() throws {
        let study = Reticle.project.appendingPathComponent("corpus/study").path
        _ = try reticle.run("harvest", study)
        let found = try reticle.run(
            "find", "stain:\"osmium tetroxide\" fei.Beam.HV:15kV", "--paths")
        #expect(found.lines.map { $0.hasSuffix("B17_lacuna.tif") } == [true])
        let conflict = try reticle.run("find", "has:issue.conflict", "--paths")
        #expect(
            conflict.lines.map { $0.split(separator: "/").last ?? "" }.sorted()
                == [
                    "B17_lacuna.tif", "B17_series.mrc", "B18_canal.tif", "B18_overview.tif",
                    "B19_cells.ome.tif",
                ])
        #expect(try reticle.run("find", "stain:\"uranyl acetate\"", "--count").output == "3\n")
    }

    @Test func `a program in a folder reads its format as any extractor does`() throws {
        try reticle.put(sample: "acme/scan.acq", as: "scan.acq")
        try reticle.put(sample: "acme/known.acq", as: "known.acq")
        try reticle.put(sample: "hostile/cut.acq", as: "cut.acq")
        _ = try reticle.run("harvest", reticle.data)
        #expect(try reticle.run("find", "voltage:80kV format:acme", "--count").output == "3\n")
        let incomplete = try reticle.run("find", "coverage<0.9", "--paths").lines
        #expect(incomplete.map { $0.hasSuffix("/scan.acq") }.contains(true))
        #expect(!incomplete.contains { $0.hasSuffix("/known.acq") })
        #expect(
            try reticle.run("find", "issue:truncated", "--paths").lines.map { $0.suffix(7) }
                == ["cut.acq"])
        let list = try reticle.run("extractors", "list").lines
        #expect(list.contains("acme@1"))
        let check = try reticle.run(
            "extractors", "check", "extractors/acme", "--on", "corpus/acme/scan.acq")
        #expect(check.exitCode == 0)
        #expect(check.output.contains("acme.Tube.Voltage"))
        let other = try reticle.run(
            "extractors", "check", "extractors/acme", "--on", "corpus/mrc/little.mrc")
        #expect(other.exitCode == 2)
    }
}

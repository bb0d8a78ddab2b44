import Foundation
import Testing

/// What tables of samples say about files, and what people state written beside files.
@Suite struct SidecarTests {
    let reticle: Reticle

    init() throws {
        reticle = try Reticle()
    }

    private func harvest() throws -> String {
        try reticle.run("harvest", reticle.data, "--quiet", "--json").output
    }

    private func names(_ query: String) throws -> [String] {
        try reticle.run("find", query, "--paths").lines.map {
            String($0.split(separator: "/").last ?? "")
        }.sorted()
    }

    private func put(_ name: String, _ text: String) throws {
        try reticle.put(name, Data(text.utf8))
    }

    /// Three images; the samples of two are named in different ways.
    private func putImages() throws {
        for name in ["a.mrc", "deep/b.mrc", "deep/c.mrc"] {
            try reticle.put(sample: "mrc/little.mrc", as: name)
        }
        try put("a.txt", "Sample: B17\n")
        try put("deep/images.csv", "file,sample_id\nb.mrc,b18\n")
    }

    @Test func `a table of samples describes the files that show them`() throws {
        try putImages()
        try put(
            "samples.csv",
            "Sample ID,dose (mg/kg),Temperature [°C]\nB17,5,20\nB18,7,37\nB19,9,4\n")
        _ = try harvest()
        #expect(try names("dose=5mg/kg format:mrc") == ["a.mrc"])
        #expect(try names("temperature=310.15K format:mrc") == ["b.mrc"])
        #expect(try names("has:dose format:mrc") == ["a.mrc", "b.mrc"])
        // The table changes for one sample, then goes.
        try put(
            "samples.csv",
            "Sample ID,dose (mg/kg),Temperature [°C]\nB17,5,20\nB18,8,37\nB19,9,4\n")
        #expect(try harvest().contains("\"described\":1,"))
        #expect(try names("dose=8mg/kg format:mrc") == ["b.mrc"])
        try FileManager.default.removeItem(atPath: reticle.data + "/samples.csv")
        #expect(try harvest().contains("\"described\":2,"))
        #expect(try names("has:dose format:mrc") == [])
    }

    @Test func `a table below describes only what is below it`() throws {
        try putImages()
        try put("deep/samples.csv", "id,stain\nB17,osmium\nB18,lead\n")
        _ = try harvest()
        #expect(try names("has:stain format:mrc") == ["b.mrc"])
    }

    @Test func `tables that disagree about a sample are found`() throws {
        try putImages()
        try put("samples.csv", "sample_id,stain\nB17,osmium\nB18,lead\n")
        try put("deep/samples.csv", "sample_id,stain\nB18,silver\nB20,lead\n")
        _ = try harvest()
        #expect(try names("has:issue.conflict") == ["b.mrc"])
        let shown = try reticle.run("show", reticle.data + "/deep/b.mrc").output
        #expect(shown.contains("csv.stain is “silver” in"))
    }

    @Test func `a sheet of two tables, with headings in two rows, describes files and samples`()
        throws
    {
        try reticle.put(sample: "mrc/little.mrc", as: "a.mrc")
        try reticle.put(sample: "mrc/big.mrc", as: "deep/b.mrc")
        try put(
            "plan.csv",
            "file,Sample,,Beam\n,id,dose (mg/kg),voltage [kV]\na.mrc,B17,5,20\nb.mrc,B18,7,30\n\n"
                + "Stains\nsample_id,stain,time (h)\nB17,osmium,2\nB18,lead,3\n")
        _ = try harvest()
        #expect(try names("dose=5mg/kg voltage>10kV format:mrc") == ["a.mrc"])
        #expect(try names("stain:lead time=180min format:mrc") == ["b.mrc"])
    }

    @Test func `what people state survives in sidecars`() throws {
        let path = try reticle.put(sample: "mrc/little.mrc", as: "a.mrc")
        _ = try harvest()
        _ = try reticle.run("tag", path, "reviewed", "to print")
        #expect(try reticle.run("set", path, "dose=5 mg").exitCode == 0)
        _ = try reticle.run("comment", path, "nice")
        let stated = try reticle.run("find", "| select tag, user.dose, user.comment", "--csv")
        #expect(try reticle.run("export", "format:mrc", "--sidecars").exitCode == 0)
        for name in ["index.sqlite", "index.sqlite-wal", "index.sqlite-shm"] {
            let file = reticle.folder.path + "/" + name
            if FileManager.default.fileExists(atPath: file) {
                try FileManager.default.removeItem(atPath: file)
            }
        }
        for file in try FileManager.default.contentsOfDirectory(atPath: reticle.folder.path)
        where file.contains("journal") {
            try FileManager.default.removeItem(atPath: reticle.folder.path + "/" + file)
        }
        _ = try harvest()
        #expect(try names("has:tag format:mrc").isEmpty)
        #expect(try reticle.run("restate", reticle.data).output.contains("edit 1"))
        let restored = try reticle.run(
            "find", "format:mrc | select tag, user.dose, user.comment", "--csv")
        #expect(
            restored.lines.map { $0.split(separator: ",").dropFirst() }
                == stated.lines.map { $0.split(separator: ",").dropFirst() })
        #expect(try names("dose=5mg format:mrc") == ["a.mrc"])
        #expect(try reticle.run("restate", reticle.data).output.contains("nothing changed"))
        try put("b.mrc.reticle.json", #"{"file.name":["forged"]}"#)
        let forged = try reticle.run("restate", reticle.data)
        #expect(forged.exitCode == 2)
        #expect(forged.complaints.contains("`file.name` is no key of what people state"))
    }
}

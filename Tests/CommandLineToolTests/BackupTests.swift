import Foundation
import Testing

@Suite struct BackupTests {
    let reticle: Reticle

    init() throws {
        reticle = try Reticle()
    }

    private func found(_ query: String) throws -> [String] {
        try reticle.run("find", query, "--ndjson").lines
    }

    @Test func `a copy brings back facts, tags, the journal and deposits`() throws {
        try reticle.put(sample: "tiff/stack.tif", as: "stack.tif")
        _ = try reticle.run("harvest", reticle.data)
        let note = try reticle.put("note.txt", Data("voltage = 5 kV\n".utf8))
        #expect(try reticle.run("project", "create", "bone").exitCode == 0)
        #expect(try reticle.run("deposit", note, "--project", "bone").exitCode == 0)
        #expect(try reticle.run("tag", "tiff.ImageWidth>0", "good").exitCode == 0)
        let tagged = try found("tag:good | select path, tiff.ImageWidth")
        #expect(tagged.count == 1)

        let folder = reticle.data + "-copy"
        let made = try reticle.run("backup", folder)
        #expect(made.exitCode == 0, "\(made.complaints)")
        #expect(made.output.contains("every hash agrees"))
        #expect(try reticle.run("backup", folder).exitCode == 2)
        #expect(try reticle.run("backup", "--check", folder).exitCode == 0)

        // What came after the copy is gone when it is back.
        #expect(try reticle.run("untag", "tag:good", "good").exitCode == 0)
        #expect(try reticle.run("restore", folder).exitCode == 2)
        #expect(try reticle.run("restore", folder, "--force").exitCode == 0)
        #expect(try found("tag:good | select path, tiff.ImageWidth") == tagged)
        let beside = try FileManager.default.contentsOfDirectory(atPath: reticle.folder.path)
        #expect(beside.contains { $0.contains(".journal.ndjson.before-") })
        #expect(try reticle.run("journal", "verify").exitCode == 0)
        #expect(try reticle.run("check").exitCode == 0)
        #expect(try reticle.run("find", "voltage:5kV", "--count").output == "1\n")
    }

    @Test func `a copy that has changed is not put back`() throws {
        _ = try reticle.run("import", "-", input: #"{"path":"a","facts":{"organism":"mouse"}}"#)
        let folder = reticle.data + "-copy"
        #expect(try reticle.run("backup", folder).exitCode == 0)
        let index = try FileHandle(
            forWritingTo: URL(fileURLWithPath: folder + "/index.sqlite"))
        try index.seek(toOffset: 100)
        try index.write(contentsOf: Data("changed".utf8))
        try index.close()
        let run = try reticle.run("restore", folder, "--force")
        #expect(run.exitCode == 2)
        #expect(run.complaints.contains("has changed: expected the SHA-256"))
        #expect(try reticle.run("find", "organism:mouse", "--count").output == "1\n")
    }
}

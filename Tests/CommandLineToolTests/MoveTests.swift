import Foundation
import Testing

/// What becomes of assets whose files move, vanish and come back.
@Suite struct MoveTests {
    let reticle: Reticle
    private let files = FileManager.default

    init() throws {
        reticle = try Reticle()
    }

    private func harvest(_ folder: String = "", _ options: String...) throws -> String {
        try reticle.run(
            arguments: ["harvest", reticle.data + folder, "--json", "--quiet"] + options
        ).output
    }

    private func identity(_ query: String) throws -> String {
        let line = try #require(try reticle.run("find", query, "--csv").lines.last)
        return String(line.prefix { $0 != "," })
    }

    @Test func `a folder that moves to another root takes its assets along`() throws {
        try reticle.put(sample: "mrc/little.mrc", as: "a/run/one.mrc")
        try reticle.put(sample: "tiff/stack.tif", as: "a/run/two.tif")
        try reticle.put("a/other.txt", Data("Gain = 2\n".utf8))
        try files.createDirectory(atPath: reticle.data + "/b", withIntermediateDirectories: true)
        _ = try harvest("/a")
        let ids = try ["format:mrc", "format:tiff"].map(identity)
        // As another file system would have it: the files are new ones of the same content.
        try files.copyItem(atPath: reticle.data + "/a/run", toPath: reticle.data + "/b/moved")
        try files.removeItem(atPath: reticle.data + "/a/run")
        #expect(try harvest("/b").contains("\"moved\":2,"))
        #expect(try ["format:mrc", "format:tiff"].map(identity) == ids)
        #expect(try harvest("/a").contains("\"removed\":0,"))
        #expect(try reticle.run("find", "path:**/moved/one.mrc", "--count").output == "1\n")
    }

    @Test func `files that change places keep their assets`() throws {
        let one = try reticle.put(sample: "mrc/little.mrc", as: "one.mrc")
        let two = try reticle.put(sample: "mrc/big.mrc", as: "two.mrc")
        _ = try harvest()
        let ids = try ["name:one.mrc", "name:two.mrc"].map(identity)
        try files.moveItem(atPath: one, toPath: one + ".x")
        try files.moveItem(atPath: two, toPath: one)
        try files.moveItem(atPath: one + ".x", toPath: two)
        #expect(try harvest().contains("\"moved\":2,"))
        #expect(try ["name:two.mrc", "name:one.mrc"].map(identity) == ids)
    }

    @Test func `a file saved anew under its name keeps its asset`() throws {
        let path = try reticle.put(sample: "mrc/little.mrc", as: "one.mrc")
        _ = try harvest()
        let id = try identity("format:mrc")
        let new = try reticle.put(sample: "mrc/big.mrc", as: "one.tmp")
        _ = try files.removeItem(atPath: path)
        try files.moveItem(atPath: new, toPath: path)
        #expect(try harvest().contains("\"changed\":1,"))
        #expect(try identity("format:mrc") == id)
    }

    @Test func `a deleted file leaves a tombstone and takes it up again`() throws {
        let path = try reticle.put(sample: "mrc/little.mrc", as: "one.mrc")
        try reticle.put(sample: "tiff/stack.tif", as: "two.tif")
        _ = try harvest()
        let id = try identity("format:mrc")
        try files.moveItem(atPath: path, toPath: reticle.folder.path + "/kept")
        #expect(try harvest().contains("\"removed\":1,"))
        #expect(try reticle.run("find", "format:mrc", "--count").output == "0\n")
        #expect(try reticle.run("find", "format:mrc", "--deleted", "--count").output == "1\n")
        #expect(try identity("has:file.deleted mrc.NX:7") == id)
        // Another file at the path is another asset.
        try reticle.put(sample: "mrc/big.mrc", as: "one.mrc")
        _ = try harvest()
        let other = try identity("format:mrc")
        #expect(other != id)
        try files.copyItem(
            atPath: reticle.folder.path + "/kept", toPath: reticle.data + "/back.mrc")
        #expect(try harvest().contains("\"returned\":1,"))
        #expect(try identity("name:back.mrc") == id)
        #expect(try reticle.run("find", "has:file.deleted", "--count").output == "0\n")
    }

    @Test func `an empty or vanished root deletes nothing unless told so`() throws {
        let path = try reticle.put(sample: "mrc/little.mrc", as: "root/one.mrc")
        _ = try harvest("/root")
        try files.removeItem(atPath: path)
        let empty = try reticle.run("harvest", reticle.data + "/root")
        #expect(empty.exitCode == 2)
        #expect(empty.complaints.contains("--gone"))
        #expect(try reticle.run("find", "format:mrc", "--count").output == "1\n")
        try files.removeItem(atPath: reticle.data + "/root")
        #expect(try reticle.run("harvest", reticle.data + "/root").exitCode == 2)
        #expect(try reticle.run("find", "format:mrc", "--count").output == "1\n")
        #expect(try harvest("/root", "--gone").contains("\"removed\":"))
        #expect(try reticle.run("find", "format:mrc", "--count").output == "0\n")
    }

    @Test func `equal files are listed together`() throws {
        try reticle.put(sample: "mrc/little.mrc", as: "one.mrc")
        try reticle.put(sample: "tiff/stack.tif", as: "other.tif")
        _ = try harvest()
        #expect(try reticle.run("duplicates").exitCode == 1)
        try reticle.put(sample: "mrc/little.mrc", as: "copies/two.mrc")
        _ = try harvest()
        let found = try reticle.run("duplicates", "--verify").lines
        #expect(found.count == 3)
        #expect(found[0].count == 64)
        #expect(found.dropFirst().allSatisfy { $0.hasSuffix(".mrc") })
    }
}

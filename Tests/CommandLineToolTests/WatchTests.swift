import Foundation
import Testing

/// `reticle watch` beside files that come and go.
@Suite(.serialized) struct WatchTests {
    let reticle: Reticle
    private let files = FileManager.default

    init() throws {
        reticle = try Reticle()
    }

    /// Waits until a query finds so many files.
    private func expect(_ count: Int, _ query: String) throws {
        for _ in 0..<600 {
            if try reticle.run("find", query, "--count").output == "\(count)\n" { return }
            Thread.sleep(forTimeInterval: 0.2)
        }
        Issue.record("\(query) did not come to find \(count)")
    }

    @Test func `what happens to files is in the index soon, as a full walk would have it`() throws {
        try reticle.put(sample: "mrc/little.mrc", as: "a/one.mrc")
        let watch = try reticle.start("watch", reticle.data, "--settle", "0.2", "--json")
        defer { watch.process.terminate() }
        try expect(1, "format:mrc")
        let line = try #require(try reticle.run("find", "format:mrc", "--csv").lines.last)
        let id = line.prefix { $0 != "," }

        try reticle.put(sample: "tiff/stack.tif", as: "b/c/two.tif")
        try expect(1, "format:tiff")
        try files.moveItem(atPath: reticle.data + "/a", toPath: reticle.data + "/b/moved")
        try expect(1, "path:**/b/moved/one.mrc id:\(id)")
        try expect(0, "path:**/a/one.mrc")
        try reticle.put(sample: "mrc/big.mrc", as: "b/moved/one.mrc")
        try expect(1, "path:**/b/moved/one.mrc id:\(id) mrc.NX:7")
        try files.removeItem(atPath: reticle.data + "/b/c")
        try expect(0, "format:tiff")
        try expect(1, "has:file.deleted format:tiff")

        watch.process.terminate()
        watch.process.waitUntilExit()
        #expect(watch.process.terminationStatus == 0)
        let log = try String(contentsOf: watch.output, encoding: .utf8)
        #expect(log.contains("\"event\":\"watching\""))
        #expect(log.contains("\"event\":\"stopped\""))
        let walk = try reticle.run("harvest", reticle.data, "--json").output
        #expect(walk.hasPrefix("{\"new\":0,\"changed\":0,\"moved\":0,\"returned\":0,"))
        #expect(walk.contains("\"removed\":0,\"unchanged\":1,"))
    }

    @Test func `a killed watch loses nothing`() throws {
        for round in 0..<3 {
            let watch = try reticle.start("watch", reticle.data, "--settle", "0.1", "--json")
            for number in 0..<20 {
                try reticle.put(sample: "mrc/little.mrc", as: "r\(round)/\(number).mrc")
            }
            kill(watch.process.processIdentifier, SIGKILL)
            watch.process.waitUntilExit()
        }
        let watch = try reticle.start("watch", reticle.data, "--settle", "0.1", "--json")
        defer { watch.process.terminate() }
        try expect(60, "format:mrc")
        #expect(try reticle.run("find", "format:mrc", "--paths").lines.count == 60)
    }

    @Test func `lists of other tools name what is looked at`() throws {
        let one = try reticle.put(sample: "mrc/little.mrc", as: "one.mrc")
        let two = try reticle.put(sample: "tiff/stack.tif", as: "two words.tif")
        try reticle.put(sample: "mrc/big.mrc", as: "unlisted.mrc")
        let first = try reticle.run(
            "harvest", "--from", "-", "--json", input: one + "\0" + two + "\0")
        #expect(first.output.contains("\"new\":2,"))
        try files.removeItem(atPath: one)
        let policy = try reticle.run(
            "harvest", "--from", "-", "--json",
            input: "1028 5 0   -- \(one)\n1029 6 0 77 -- \(two)\n")
        #expect(policy.output.contains("\"removed\":1,\"unchanged\":1,"))
        #expect(try reticle.run("find", "--count").output == "1\n")
    }
}

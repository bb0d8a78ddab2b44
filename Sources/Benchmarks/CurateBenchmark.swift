internal import ArgumentParser
internal import Foundation

/// Edits of very many assets at once, and edits in the middle of which the program is killed.
struct CurateBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "curate",
        abstract: "A tag on many assets beside a plain SQLite table, and kills during edits.")

    @Option(help: "Assets.")
    var count = 500_000
    @Option(help: "Times that an edit is killed.")
    var kills = 200

    func run() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("reticle-benchmark-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try measureBulk(in: folder)
        try killEdits(in: folder)
    }

    private func measureBulk(in folder: URL) throws {
        let rows = folder.appendingPathComponent("rows.ndjson")
        try writeRows(to: rows)
        let index = ["--index", folder.appendingPathComponent("index.sqlite").path]
        try run(["import", rows.path, "--quiet"] + index)
        print("\(count) assets, every one tagged by a query")
        let tag = try run(["tag", "organism:*", "reviewed"] + index)
        print("  reticle tag: \(seconds(tag)), journaled and undoable")
        if let peer = Program.peer("python3", ["-c", Self.peerScript(rows.path, folder.path)]) {
            let told = try peer.run(keepingOutput: true)
            print("  \(String(decoding: told.output, as: UTF8.self))", terminator: "")
        }
        let again = try run(["tag", "organism:*", "reviewed"] + index)
        print("  the same again, nothing to do: \(seconds(again))")
        print(
            "  reticle find tag:reviewed --count: \(seconds(try run(["find", "tag:reviewed", "--count"] + index)))"
        )
        print("  reticle untag: \(seconds(try run(["untag", "tag:reviewed", "reviewed"] + index)))")
        print("  reticle undo of that: \(seconds(try run(["undo", "2"] + index)))")
        print("  reticle journal verify: \(seconds(try run(["journal", "verify"] + index)))")
    }

    /// Tags one asset after the other and kills the program at a moment that moves on.
    private func killEdits(in folder: URL) throws {
        let index = ["--index", folder.appendingPathComponent("killed.sqlite").path]
        let rows = folder.appendingPathComponent("few.ndjson")
        let lines = (0..<1000).map { "{\"path\":\"/f/\($0).tif\",\"facts\":{\"a\":\($0)}}\n" }
        try lines.joined().write(to: rows, atomically: true, encoding: .utf8)
        try run(["import", rows.path, "--quiet"] + index)
        var acknowledged: [Int] = []
        for kill in 0..<kills {
            let program = try Program.reticle(["tag", "path:/f/**", "t\(kill)"] + index)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: program.path)
            process.arguments = program.arguments
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            Thread.sleep(forTimeInterval: 0.002 * Double(kill % 60))
            Foundation.kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            if process.terminationReason == .exit, process.terminationStatus == 0 {
                acknowledged.append(kill)
            }
        }
        try run(["tag", "path:/f/1.tif", "last"] + index)
        try run(["journal", "verify"] + index)
        var kept = 0
        for kill in 0..<kills {
            let found = try Program.reticle(["find", "tag:t\(kill)", "--count"] + index)
                .run(keepingOutput: true)
            let text = String(decoding: found.output, as: UTF8.self)
            let hits = Int(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? -1
            guard hits == 0 || hits == 1000 else {
                throw BenchmarkError("edit \(kill) is there in part: \(hits) of 1000")
            }
            if hits == 1000 { kept += 1 }
            guard hits == 1000 || !acknowledged.contains(kill) else {
                throw BenchmarkError("edit \(kill) was acknowledged and is lost")
            }
        }
        print(
            "\(kills) edits killed: \(acknowledged.count) acknowledged and all there, \(kept) there, none in part, the chain holds"
        )
    }

    @discardableResult
    private func run(_ arguments: [String]) throws -> Double {
        let run = try Program.reticle(arguments).run()
        guard run.exitCode == 0 else {
            throw BenchmarkError("\(arguments.joined(separator: " ")) ended with \(run.exitCode)")
        }
        return run.seconds
    }

    private func seconds(_ seconds: Double) -> String { String(format: "%.2f s", seconds) }

    private func writeRows(to file: URL) throws {
        let organisms = ["mouse", "Mus musculus", "Human", "Homo sapiens", "zebrafish"]
        var text = ""
        for number in 0..<count {
            text += "{\"path\":\"/data/plate\(number / 384)/well\(number % 384).tif\",\"facts\":{"
            text += "\"organism\":\"\(organisms[number % 5])\",\"dose\":\"\(number % 100) mg\","
            text += "\"exposure\":\(number % 977),\"cell line\":\"line \(number % 40)\"}}\n"
        }
        try text.write(to: file, atomically: false, encoding: .utf8)
    }

    /// A table of attributes as catalogues keep it: asset, key, value, and indexes over both.
    private static func peerScript(_ rows: String, _ folder: String) -> String {
        """
        import json, sqlite3, time
        d = sqlite3.connect("\(folder)/peer.sqlite")
        d.execute("PRAGMA journal_mode = WAL"); d.execute("PRAGMA synchronous = FULL")
        d.execute("CREATE TABLE asset (id INTEGER PRIMARY KEY, path TEXT UNIQUE)")
        d.execute("CREATE TABLE avu (asset INTEGER, key TEXT, value TEXT)")
        d.execute("CREATE INDEX by_value ON avu (key, value, asset)")
        d.execute("CREATE INDEX by_asset ON avu (asset)")
        for n, line in enumerate(open("\(rows)")):
            o = json.loads(line)
            d.execute("INSERT INTO asset VALUES (?, ?)", (n, o["path"]))
            d.executemany("INSERT INTO avu VALUES (?, ?, ?)", [(n, k, str(v)) for k, v in o["facts"].items()])
        d.commit()
        t = time.time()
        d.execute("INSERT INTO avu SELECT DISTINCT asset, 'tag', 'reviewed' FROM avu WHERE key = 'organism'")
        d.commit()
        print("SQLite, a row a tag, no journal: %.2f s" % (time.time() - t))
        """
    }
}

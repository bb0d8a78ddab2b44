internal import ArgumentParser
internal import Foundation
internal import MetadataStore
internal import Search

/// Many assets in Reticle and in other engines, and the same questions to each.
struct SearchBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "The index beside Tantivy, DuckDB and PostgreSQL.",
        discussion: """
            swift run -c release Benchmarks search --assets 100000 --folder /tmp/bench

            An index that is there already is not built again, unless --rebuild is given. The \
            peers come with `make peers`; one that is missing is left out.
            """)

    @Option(help: "How many assets.")
    var assets = 100_000
    @Option(help: "Where the assets and the indexes are kept. Default: a folder in /tmp.")
    var folder: String?
    @Option(help: "Runs of each question at most.")
    var runs = 101
    @Option(help: "Peers, joined by commas.")
    var peers = "tantivy,duckdb,postgres"
    @Option(help: "Ask only the questions whose name holds this.")
    var only: String?
    @Option(help: "Write the table to this file too.")
    var output: String?
    @Flag(help: "Build the indexes anew.")
    var rebuild = false

    func run() throws {
        let root = URL(
            fileURLWithPath: folder ?? "/tmp/reticle-search-\(assets)", isDirectory: true)
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        let lines = root.appendingPathComponent("assets.ndjson")
        if !FileManager.default.fileExists(atPath: lines.path) {
            var generator = try AssetGenerator(total: assets)
            try generator.write(0..<assets, to: lines)
        }
        let questions = SearchQuestion.all().filter { only.map($0.id.contains) ?? true }
        let asked = root.appendingPathComponent("questions.json")
        try JSONEncoder().encode(questions).write(to: asked)
        let reticle = try ReticleSide(root: root, rebuilds: rebuild).result(
            lines, questions, runs: runs)
        var others: [EngineResult] = []
        for name in peers.split(separator: ",").map(String.init) {
            let place = root.appendingPathComponent(name)
            if let result = try PeerSide(name: name).result(
                lines, asked, in: place, runs: runs, rebuilds: rebuild)
            {
                others.append(result)
            } else {
                print("\(name): not installed or in trouble; left out")
            }
        }
        let report = SearchReport(reticle: reticle, peers: others, questions: questions)
        var text = "\(assets) assets, \(Date().formatted(.iso8601.year().month().day()))\n"
        text += "reticle built with \((reticle.buildMemory ?? 0) >> 20) MiB resident at most\n\n"
        text += report.text()
        text += report.disagreements.isEmpty ? "\nall counts agree\n" : "\ncounts differ:\n"
        text += report.disagreements.map { "  \($0)\n" }.joined()
        print(text)
        if let output { try text.write(toFile: output, atomically: true, encoding: .utf8) }
        if !report.disagreements.isEmpty { throw ExitCode(1) }
    }
}

/// Reticle: the import by its program, the questions within this process.
struct ReticleSide {
    var root: URL
    var rebuilds: Bool

    func result(_ lines: URL, _ questions: [SearchQuestion], runs: Int) throws -> EngineResult {
        let index = root.appendingPathComponent("index.sqlite").path
        let note = root.appendingPathComponent("reticle.json")
        if rebuilds { try? FileManager.default.removeItem(at: note) }
        var result: EngineResult
        if let known = try? JSONDecoder().decode(EngineResult.self, from: Data(contentsOf: note)) {
            result = known
        } else {
            result = try build(index, lines)
            try JSONEncoder().encode(result).write(to: note)
        }
        let engine = SearchEngine(
            store: try MetadataStore(path: index, access: .reading),
            vocabulary: try Vocabulary(yaml: "concepts: {}"))
        result.answers = try questions.map { try ask($0, engine, runs: runs) }
        return result
    }

    private func build(_ index: String, _ lines: URL) throws -> EngineResult {
        for suffix in ["", "-wal", "-shm", ".lock"] {
            try? FileManager.default.removeItem(atPath: index + suffix)
        }
        let run = try Program.reticle(["import", lines.path, "--index", index, "--quiet"])
            .run(samplingMemory: true)
        guard run.exitCode == 0 else { throw BenchmarkError("import ended with \(run.exitCode)") }
        let size = try FileManager.default.attributesOfItem(atPath: index)[.size] as? Int ?? 0
        return EngineResult(
            name: "reticle", buildSeconds: run.seconds, byteCount: size, answers: [],
            buildMemory: run.peakResident)
    }

    private func ask(
        _ question: SearchQuestion, _ engine: SearchEngine, runs: Int
    ) throws -> QuestionResult {
        // Records as the peers give them: the path.
        let text = question.text + (question.text.contains("| select") ? "" : " | select path")
        var options = SearchOptions(limit: 50, countsClauses: false)
        if question.kind == .deepPage {
            options.limit = 999 * 50
            options.after = try engine.answer(text, options: options).next
            options.limit = 50
        }
        let clock = ContinuousClock()
        var times: [Double] = []
        var count = 0
        let end = clock.now + .seconds(5)
        // The first runs warm the page cache and are not counted.
        for number in 0..<runs + 2 where number < 5 || clock.now < end {
            let start = clock.now
            if question.kind == .stream {
                count = 0
                try engine.stream(text, options: SearchOptions(countsClauses: false)) {
                    _ in
                    count += 1
                    return true
                }
            } else {
                count = try engine.answer(text, options: options).total
            }
            let elapsed = (clock.now - start) / .microseconds(1)
            if number >= 2 { times.append(elapsed) }
        }
        return QuestionResult(id: question.id, count: count, times: times)
    }
}

/// Another engine, driven by a program of `Peers`.
struct PeerSide {
    var name: String

    func result(
        _ lines: URL, _ questions: URL, in folder: URL, runs: Int, rebuilds: Bool
    ) throws -> EngineResult? {
        let scripts = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Peers")
        let script = scripts.appendingPathComponent("\(name)_peer.py").path
        guard FileManager.default.fileExists(atPath: script) else {
            throw BenchmarkError("there is no \(script)")
        }
        if rebuilds { try? FileManager.default.removeItem(at: folder) }
        let arguments = [script, lines.path, questions.path, folder.path, String(runs)]
        guard let python = Program.peer("python3", arguments) else { return nil }
        let run = try python.run(keepingOutput: true)
        guard run.exitCode == 0 else { return nil }
        return try JSONDecoder().decode(EngineResult.self, from: run.output)
    }
}

internal import ArgumentParser
internal import Foundation
internal import Glibc
internal import MetadataStore

/// Imports that are killed at moments of chance, and what is left of the index afterwards.
struct KillBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kill",
        abstract: "Kills imports with SIGKILL and checks the index after each.",
        discussion: """
            After every kill the index must open, `reticle check` must find nothing, and every \
            asset that a reader saw before must be there.
            """)

    @Option(help: "How many imports are killed.")
    var rounds = 20
    @Option(help: "Assets of each import.")
    var assets = 20_000
    @Option(help: "The longest that an import lives, in seconds.")
    var longest = 5.0
    @Option(help: "Seed of the moments.")
    var seed: UInt64 = 1

    func run() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("reticle-kill-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let lines = folder.appendingPathComponent("assets.ndjson")
        var generator = try AssetGenerator(total: assets)
        try generator.write(0..<assets, to: lines)
        let index = folder.appendingPathComponent("index.sqlite").path
        var random = SplitMix(state: seed)
        for round in 1...rounds {
            // Every fifth round begins anew; the others replace what is there.
            if round % 5 == 1 {
                for suffix in ["", "-wal", "-shm"] {
                    try? FileManager.default.removeItem(atPath: index + suffix)
                }
            }
            let seconds = Double(random.below(1000)) / 1000 * longest
            let seen = try kill(after: seconds, index, lines)
            let check = try Program.reticle(["check", "--index", index]).run(keepingOutput: true)
            let found = try? assetCount(index)
            guard check.exitCode == 0 || (seen == 0 && found == nil), found ?? 0 >= seen else {
                throw BenchmarkError(
                    "round \(round): \(String(decoding: check.output, as: UTF8.self)), saw \(seen) "
                        + "assets before and \(found ?? 0) after the kill")
            }
            print("round \(round): killed after \(seconds) s, \(found ?? 0) assets, whole")
        }
    }

    /// Imports, kills, and returns how many assets a reader saw last.
    private func kill(after seconds: Double, _ index: String, _ lines: URL) throws -> Int {
        let program = try Program.reticle(["import", lines.path, "--index", index, "--quiet"])
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program.path)
        process.arguments = program.arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        var seen = 0
        while clock.now < end, process.isRunning {
            // Before the first commit there is nothing to open.
            seen = max(seen, (try? assetCount(index)) ?? 0)
            Thread.sleep(forTimeInterval: 0.02)
        }
        Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return seen
    }

    private func assetCount(_ index: String) throws -> Int {
        try MetadataStore(path: index, access: .reading).read { try $0.assetCount }
    }
}

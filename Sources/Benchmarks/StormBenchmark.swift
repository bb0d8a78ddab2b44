internal import ArgumentParser
internal import Foundation
internal import Glibc

/// A storm of file events while a folder is watched, with the watcher killed now and then: the
/// index comes out as a full walk would make it.
struct StormBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "storm",
        abstract: "A watched folder under a storm of file events, compared with a full walk.")

    @Option(help: "File events: creations, changes, renames, moves and deletions.")
    var events = 100_000
    @Option(help: "How often the watcher is killed with SIGKILL and started again.")
    var kills = 10
    @Option(help: "The choice of events.")
    var seed: UInt64 = 7

    func run() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("reticle-storm-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var storm = try Storm(in: folder.appendingPathComponent("files"), seed: seed)
        let index = folder.appendingPathComponent("watched.sqlite").path
        var watcher = try Watcher(folder: storm.root.path, index: index)
        let clock = ContinuousClock()
        let began = clock.now
        for number in 1...max(1, events) {
            try storm.step()
            if kills > 0, number % max(1, events / (kills + 1)) == 0, number < events {
                watcher.kill()
                watcher = try Watcher(folder: storm.root.path, index: index)
            }
        }
        let stormSeconds = (clock.now - began) / .seconds(1)
        let caughtUp = try waitUntilQuiet(index, storm.fileCount)
        let settled = (clock.now - began) / .seconds(1)
        guard watcher.stop() == 0 else { throw BenchmarkError("the watcher did not stop cleanly") }
        let fresh = folder.appendingPathComponent("walked.sqlite").path
        let walk = try Program.reticle(["harvest", storm.root.path, "--index", fresh]).run()
        let watched = try content(index)
        let walked = try content(fresh)
        print("\(events) events in \(String(format: "%.1f", stormSeconds)) s, \(kills) kills")
        print("  files at the end: \(storm.fileCount), the watcher's index holds \(watched.count)")
        print(
            "  index quiet \(String(format: "%.1f", settled - stormSeconds)) s after the last event"
                + (caughtUp ? "" : " (gave up waiting)"))
        print("  a full walk into a new index: \(String(format: "%.1f", walk.seconds)) s")
        print("  same paths and contents: \(watched == walked ? "yes" : "NO")")
        guard watched == walked else {
            for line in Set(watched).symmetricDifference(walked).sorted().prefix(10) { print(line) }
            throw ExitCode(1)
        }
    }

    /// Waits until the index holds as many files as there are and stays so.
    private func waitUntilQuiet(_ index: String, _ fileCount: Int) throws -> Bool {
        var quiet = 0
        var last: [String] = []
        for _ in 0..<600 {
            Thread.sleep(forTimeInterval: 0.5)
            let now = try content(index)
            quiet = now == last && now.count == fileCount ? quiet + 1 : 0
            last = now
            if quiet >= 6 { return true }
        }
        return false
    }

    /// Path and fingerprint of every file, in order.
    private func content(_ index: String) throws -> [String] {
        let run = try Program.reticle([
            "find", "| select path, file.fingerprint", "--csv", "--index", index,
        ]).run(keepingOutput: true)
        // Without the ids, which differ from index to index.
        return String(decoding: run.output, as: UTF8.self).split(whereSeparator: \.isNewline)
            .dropFirst()
            .map { String($0.drop { $0 != "," }) }.sorted()
    }
}

/// A `reticle watch` that runs beside.
private struct Watcher {
    private let process = Process()

    init(folder: String, index: String) throws {
        process.executableURL = URL(fileURLWithPath: try Program.reticle([]).path)
        process.arguments = ["watch", folder, "--index", index, "--settle", "0.3", "--json"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    func kill() {
        Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Ends it as a person would; returns its exit code.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }
}

/// Makes file events at random.
private struct Storm {
    let root: URL
    private var random: Seeded
    private var files: [String] = []
    private var made = 0

    var fileCount: Int { files.count }

    init(in root: URL, seed: UInt64) throws {
        self.root = root
        random = Seeded(state: seed)
        for folder in 0..<20 {
            try FileManager.default.createDirectory(
                at: root.appendingPathComponent("run\(folder)"), withIntermediateDirectories: true)
        }
    }

    mutating func step() throws {
        let manager = FileManager.default
        let place = files.isEmpty ? 0 : Int.random(in: 0..<files.count, using: &random)
        switch files.isEmpty ? 0 : Int.random(in: 0..<10, using: &random) {
        case 0...4:
            let path = newPath()
            try SampleFiles.tiff(number: made).write(to: URL(fileURLWithPath: path))
            files.append(path)
        case 5, 6:
            made += 1
            try SampleFiles.tiff(number: made).write(to: URL(fileURLWithPath: files[place]))
        case 7, 8:
            let path = newPath()
            try manager.moveItem(atPath: files[place], toPath: path)
            files[place] = path
        default:
            try manager.removeItem(atPath: files[place])
            files.swapAt(place, files.count - 1)
            files.removeLast()
        }
    }

    private mutating func newPath() -> String {
        made += 1
        let folder = Int.random(in: 0..<20, using: &random)
        return root.appendingPathComponent("run\(folder)/image-\(Self.letters(made)).tif").path
    }

    /// A number in letters: names that differ in numbers alone could be the slices of one volume.
    private static func letters(_ number: Int) -> String {
        String(number, radix: 10).map { digit in
            "abcdefghij".dropFirst(digit.wholeNumberValue ?? 0).prefix(1)
        }
        .joined()
    }
}

/// SplitMix64.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

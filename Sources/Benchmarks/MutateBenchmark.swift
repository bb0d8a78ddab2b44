internal import ArgumentParser
internal import Foundation

/// Damaged samples through workers, as they would come in real life: which formats' readers die.
struct MutateBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutate",
        abstract: "Truncated and mutated samples: deaths and timeouts of workers by format.",
        discussion: """
            Every sample is truncated at 64 lengths and mutated up to --mutations times, the same way \
            in every run; of a large sample there are fewer. A file that ends its worker is kept.
            """)

    @Option(help: "Folder of samples. Default: $RETICLE_CORPUS.")
    var corpus: String?
    @Option(help: "Truncations of each sample.")
    var truncations = 64
    @Option(help: "Mutations of each sample.")
    var mutations = 2000
    @Option(help: "MiB that the damaged copies of one sample may have together.")
    var budget = 64
    @Option(help: "Only samples whose path contains this.")
    var only: String?
    @Option(help: "Where files that end a worker are kept.")
    var keep = "mutate-deaths"
    @Option(help: "Seconds that one file may take.")
    var deadline = 20

    /// What came of the damaged copies of one format.
    private struct Tally {
        var files = 0
        var deaths = 0
        var timeouts = 0
    }

    func run() throws {
        let samples = try Samples.files(below: corpus, containing: only)
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("reticle-mutate-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var tallies: [String: Tally] = [:]
        for sample in samples {
            let tally = try damage(sample, in: folder)
            var sum = tallies[sample.format] ?? Tally()
            sum.files += tally.files
            sum.deaths += tally.deaths
            sum.timeouts += tally.timeouts
            tallies[sample.format] = sum
        }
        print("format: damaged files, deaths, timeouts")
        for (format, tally) in tallies.sorted(by: { $0.key < $1.key }) {
            print("  \(format): \(tally.files), \(tally.deaths), \(tally.timeouts)")
        }
        let all = tallies.values
        print(
            "all: \(all.reduce(0) { $0 + $1.files }), \(all.reduce(0) { $0 + $1.deaths }), "
                + "\(all.reduce(0) { $0 + $1.timeouts })")
    }

    private func damage(_ sample: Samples.File, in folder: URL) throws -> Tally {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: sample.path))
        guard !bytes.isEmpty else { return Tally() }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let name = URL(fileURLWithPath: sample.path).lastPathComponent
        let count = truncations + min(mutations, (budget << 20) / bytes.count)
        var paths: [String] = []
        for number in 0..<count {
            var mutation = Mutation(of: sample.path, number: number)
            let damaged =
                number < truncations
                ? bytes.prefix(bytes.count * number / truncations) : mutation.applied(to: bytes)
            // Detection looks at the name, so each copy has the sample's, in a folder of its own.
            let place = folder.appendingPathComponent("\(number)")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            let file = place.appendingPathComponent(name)
            try damaged.write(to: file)
            paths.append(file.path)
        }
        let list = folder.appendingPathComponent("list")
        try Data(paths.joined(separator: "\0").utf8).write(to: list)
        let run = try Program.reticle([
            "extract", "--costs", "--ndjson", "--deadline", "\(deadline)", "--files-from",
            list.path,
        ]).run(keepingOutput: true)
        guard run.exitCode == 0 else {
            throw BenchmarkError("\(sample.path): reticle ended with \(run.exitCode)")
        }
        var tally = Tally()
        for line in run.output.split(separator: UInt8(ascii: "\n")) {
            let cost = try JSONDecoder().decode(Samples.Cost.self, from: Data(line))
            tally.files += 1
            for issue in cost.issues where ["crashed", "timedOut"].contains(issue.kind) {
                if issue.kind == "crashed" { tally.deaths += 1 } else { tally.timeouts += 1 }
                try keep(cost, issue, of: sample)
            }
        }
        guard tally.files == count else {
            throw BenchmarkError("\(sample.path): \(tally.files) of \(count) files came back")
        }
        return tally
    }

    private func keep(
        _ cost: Samples.Cost, _ issue: Samples.Cost.Issue, of sample: Samples.File
    ) throws {
        let file = URL(fileURLWithPath: cost.path)
        let number = file.deletingLastPathComponent().lastPathComponent
        let place = URL(fileURLWithPath: keep).appendingPathComponent(
            "\(sample.format)-\(number)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let copy = place.appendingPathComponent(file.lastPathComponent)
        if FileManager.default.fileExists(atPath: copy.path) {
            try FileManager.default.removeItem(at: copy)
        }
        try FileManager.default.copyItem(at: file, to: copy)
        print("  \(issue.kind): \(cost.type), \(copy.path): \(issue.detail)")
    }
}

/// One way to damage a file, the same in every run.
private struct Mutation {
    private var state: UInt64

    init(of path: String, number: Int) {
        state = 0xCBF2_9CE4_8422_2325
        for byte in (path.split(separator: "/").last ?? "").utf8 {
            state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        state ^= UInt64(number) &* 0x9E37_79B9_7F4A_7C15
    }

    private mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((bits ^ (bits >> 31)) % UInt64(max(1, bound)))
    }

    /// The bytes with one to eight changes, half of them near the beginning, where headers are.
    mutating func applied(to bytes: Data) -> Data {
        var damaged = bytes
        for _ in 0...next(8) {
            let near = min(damaged.count, 4096)
            let place = next(next(2) == 0 ? near : damaged.count)
            switch next(6) {
            case 0: damaged[place] ^= UInt8(1 << next(8))
            case 1: damaged[place] = UInt8(next(256))
            case 2:
                set([0x00, 0xFF, 0x7F, 0x80][next(4)], from: place, count: 1 << next(4), &damaged)
            case 3: set(0xFF, from: place, count: 4, &damaged)
            case 4: damaged.removeSubrange(place..<min(damaged.count, place + 1 + next(16)))
            default:
                let end = min(damaged.count, place + 1 + next(16))
                damaged.insert(contentsOf: Data(damaged[place..<end]), at: place)
            }
            if damaged.isEmpty { break }
        }
        return damaged
    }

    private func set(_ byte: UInt8, from place: Int, count: Int, _ bytes: inout Data) {
        for offset in place..<min(bytes.count, place + count) { bytes[offset] = byte }
    }
}

internal import ArgumentParser
internal import Foundation

/// Samples beside their twins of 10 GB, which end in a hole: what reading costs must not grow.
struct SparseBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sparse",
        abstract: "Samples beside sparse twins of 10 GB: time, bytes read and memory by format.")

    @Option(help: "Folder of samples. Default: $RETICLE_CORPUS.")
    var corpus: String?
    @Option(help: "Samples of each format.")
    var samples = 3
    @Option(help: "Only samples whose path contains this.")
    var only: String?
    @Option(help: "Size of a twin in GB.")
    var size = 10

    func run() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("reticle-sparse-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try Samples.files(below: corpus, containing: only)
        print("format: MiB read of samples and of twins, seconds, MiB of the worker for twins")
        for (format, group) in Dictionary(grouping: files, by: \.format).sorted(by: {
            $0.key < $1.key
        }) {
            let small = group.prefix(samples).map(\.path)
            let twins = try small.enumerated().map { try twin(of: $1, number: $0, in: folder) }
            defer { try? FileManager.default.removeItem(at: folder) }
            let (before, smallRun) = try Samples.costs(of: small)
            let (after, twinRun) = try Samples.costs(of: twins)
            let read = [before, after].map { megabytes($0.reduce(0) { $0 + $1.bytesRead }) }
            let seconds = [smallRun, twinRun].map { String(format: "%.2f", $0.seconds) }
            print(
                "  \(format): \(read[0]) → \(read[1]), \(seconds[0]) → \(seconds[1]) s, "
                    + "\(twinRun.peakResidentOfChild >> 20)")
            for (one, other) in zip(before, after)
            where other.bytesRead > 2 * one.bytesRead + 1 << 20 {
                let name = URL(fileURLWithPath: one.path).lastPathComponent
                print(
                    "    \(name): \(other.type) reads \(megabytes(other.bytesRead)) MiB, of the "
                        + "sample \(megabytes(one.bytesRead))")
            }
        }
    }

    private func twin(of path: String, number: Int, in folder: URL) throws -> String {
        let source = URL(fileURLWithPath: path)
        let place = folder.appendingPathComponent("\(number)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let twin = place.appendingPathComponent(source.lastPathComponent)
        try Data(contentsOf: source).write(to: twin)
        let handle = try FileHandle(forWritingTo: twin)
        try handle.truncate(atOffset: UInt64(size) * 1_000_000_000)
        try handle.close()
        return twin.path
    }

    private func megabytes(_ byteCount: Int) -> String {
        String(format: "%.1f", Double(byteCount) / Double(1 << 20))
    }
}

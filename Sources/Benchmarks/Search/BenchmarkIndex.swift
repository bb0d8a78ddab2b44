internal import ArgumentParser
internal import Foundation
internal import MetadataStore
internal import Search

/// The index that a measurement asks: one that is there, or one of generated assets.
struct BenchmarkIndex: ParsableArguments {
    @Option(help: "The index to ask. Default: one made of generated assets, for this run alone.")
    var index: String?
    @Option(help: "How many assets to generate.")
    var assets = 2000

    /// Calls `body` with an engine over the index.
    func withEngine(_ body: (SearchEngine) throws -> Void) throws {
        if let index { return try body(try engine(index)) }
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("reticle-benchmark-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let lines = folder.appendingPathComponent("assets.ndjson")
        var generator = try AssetGenerator(total: assets)
        try generator.write(0..<assets, to: lines)
        let path = folder.appendingPathComponent("index.sqlite").path
        let run = try Program.reticle(["import", lines.path, "--index", path, "--quiet"]).run()
        guard run.exitCode == 0 else { throw BenchmarkError("import ended with \(run.exitCode)") }
        try body(try engine(path))
    }

    private func engine(_ path: String) throws -> SearchEngine {
        SearchEngine(
            store: try MetadataStore(path: path, access: .reading),
            vocabulary: try Vocabulary.inFirst(of: ["extractors"]))
    }
}

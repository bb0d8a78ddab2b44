internal import Foundation

/// Real samples in one folder a format.
enum Samples {
    struct File {
        var path: String
        /// The folder of the corpus that holds it.
        var format: String
    }

    /// What `reticle extract --costs --ndjson` says of one file.
    struct Cost: Decodable {
        struct Issue: Decodable {
            var kind: String
            var detail: String
        }

        var path: String
        var type: String
        var bytes: Int
        var bytesRead: Int
        var facts: Int
        var issues: [Issue]
    }

    /// The samples below a folder, `$RETICLE_CORPUS` if none is given, in the order of their names.
    static func files(below folder: String?, containing part: String?) throws -> [File] {
        guard let root = folder ?? ProcessInfo.processInfo.environment["RETICLE_CORPUS"],
            let walk = FileManager.default.enumerator(atPath: root)
        else { throw BenchmarkError("no folder of samples: --corpus or $RETICLE_CORPUS") }
        var files: [File] = []
        for case let path as String in walk {
            var isFolder: ObjCBool = false
            let whole = "\(root)/\(path)"
            guard FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder),
                !isFolder.boolValue, part.map(path.contains) ?? true
            else { continue }
            files.append(
                File(path: whole, format: String(path.split(separator: "/").first ?? "")))
        }
        return files.sorted { $0.path < $1.path }
    }

    /// What reading some files costs, all in one run, in their order.
    static func costs(of paths: [String]) throws -> (costs: [Cost], run: Program.Run) {
        let list = FileManager.default.temporaryDirectory
            .appendingPathComponent("reticle-benchmark-\(UUID().uuidString)")
        try Data(paths.joined(separator: "\0").utf8).write(to: list)
        defer { try? FileManager.default.removeItem(at: list) }
        let run = try Program.reticle([
            "extract", "--costs", "--ndjson", "--workers", "1", "--files-from", list.path,
        ]).run(samplingMemory: true, keepingOutput: true)
        let costs = try run.output.split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(Cost.self, from: Data($0))
        }
        return (costs, run)
    }
}

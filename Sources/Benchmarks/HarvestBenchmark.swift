internal import ArgumentParser
internal import Foundation

/// The harvest of many small files with sidecars, and the second run that finds nothing changed.
struct HarvestBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "harvest", abstract: "A harvest beside exiftool, a rescan beside find.")

    @Option(help: "TIFF files; each has a JSON sidecar.")
    var count = 20_000
    @Option(help: "Runs; the fastest counts.")
    var runs = 3

    func run() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("reticle-benchmark-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = folder.appendingPathComponent("files")
        try SampleFiles.writeTIFFsWithSidecars(count: count, to: files)
        let index = folder.appendingPathComponent("index.sqlite").path
        let harvest = try Program.reticle(["harvest", files.path, "--index", index])

        var least = Double.infinity
        for _ in 0..<runs {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
            where name.hasPrefix("index.sqlite") {
                try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
            }
            let run = try harvest.run()
            guard run.exitCode == 0 else {
                throw BenchmarkError("harvest ended with \(run.exitCode)")
            }
            least = min(least, run.seconds)
        }
        let rate = Double(count * 2) / least
        let size = try FileManager.default.attributesOfItem(atPath: index)[.size] as? Int ?? 0
        print("\(count) TIFFs with \(count) sidecars")
        print("  reticle harvest, new index: \(Int(rate)) files/s, index \(size >> 20) MiB")
        if let exiftool = Program.peer("exiftool", ["-j", "-fast", "-r", files.path]) {
            let seconds = try exiftool.leastSeconds(of: 1)
            let peer = Double(count * 2) / seconds
            print(
                "  exiftool -j -fast -r: \(Int(peer)) files/s, reticle is \(String(format: "%.1f", rate / peer)) times as fast"
            )
        }
        let again = try harvest.leastSeconds(of: runs)
        print("  second run, nothing changed: \(String(format: "%.0f", again * 1000)) ms")
        if let find = Program.peer("find", [files.path, "-printf", "%s %T@ %p\\n"]) {
            let seconds = try find.leastSeconds(of: runs)
            print(
                "  find -printf: \(String(format: "%.0f", seconds * 1000)) ms, ratio \(String(format: "%.1f", again / seconds))"
            )
        }
    }
}

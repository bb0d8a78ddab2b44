internal import ArgumentParser
internal import Foundation

/// Extraction of TIFF files beside exiftool and tifffile; memory and time of very large metadata.
struct ExtractBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "Extraction beside exiftool and tifffile.")

    @Option(help: "Folder of real samples. Default: $RETICLE_CORPUS, else files made here.")
    var corpus: String?
    @Option(help: "How often each file stands in the list, so that starting a process weighs less.")
    var times = 20
    @Option(help: "Runs; the fastest counts.")
    var runs = 5

    func run() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("reticle-benchmark-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var files = try tiffs(
            below: corpus ?? ProcessInfo.processInfo.environment["RETICLE_CORPUS"])
        if files.isEmpty {
            print("no samples: 200 files made here")
            try SampleFiles.writeTIFFsWithSidecars(count: 200, to: folder)
            files = try tiffs(below: folder.path)
        }
        try measureRates(files, label: "TIFF files, each once")
        let many = Array(repeatElement(files, count: times).joined())
        try measureRates(many, label: "TIFF files, each \(times) times")
        if let root = corpus ?? ProcessInfo.processInfo.environment["RETICLE_CORPUS"] {
            let all = try Samples.files(below: root, containing: nil).map(\.path)
            try measureRates(all, label: "files of all formats", areTIFFs: false)
        }
        try measureLargeMetadata(in: folder)
    }

    private func tiffs(below root: String?) throws -> [String] {
        guard let root, let walk = FileManager.default.enumerator(atPath: root) else { return [] }
        var files: [String] = []
        for case let path as String in walk
        where path.lowercased().hasSuffix(".tif") || path.lowercased().hasSuffix(".tiff") {
            files.append("\(root)/\(path)")
        }
        return files.sorted()
    }

    private func measureRates(
        _ files: [String], label: String, areTIFFs: Bool = true
    ) throws {
        let script = """
            import sys, tifffile, logging
            logging.disable(logging.CRITICAL)
            for path in sys.argv[1:]:
                try:
                    with tifffile.TiffFile(path) as file:
                        for page in file.pages:
                            [tag.value for tag in page.tags]
                except Exception:
                    pass
            """
        let candidates: [(String, Program?)] = [
            ("reticle extract --ndjson", try Program.reticle(["extract", "--ndjson"] + files)),
            ("exiftool -j -fast", Program.peer("exiftool", ["-j", "-fast"] + files)),
            (
                "tifffile, every tag",
                areTIFFs ? Program.peer("python3", ["-c", script] + files) : nil
            ),
        ]
        print("\n\(files.count) \(label), warm")
        var reference: Program.Run?
        for (name, program) in candidates {
            guard let program else {
                print("  \(name): not measured")
                continue
            }
            let run = try program.leastRun(of: runs)
            let own = reference ?? run
            reference = own
            let rate = Int(Double(files.count) / run.seconds)
            let ratios = [
                run.seconds / own.seconds, run.processorSeconds / own.processorSeconds,
            ].map { String(format: "%.1f", $0) }
            print(
                "  \(name): \(rate) files/s, \(String(format: "%.2f", run.processorSeconds)) s of "
                    + "processors; reticle is \(ratios[0]) times as fast, with \(ratios[1]) times less"
            )
        }
    }

    private func measureLargeMetadata(in folder: URL) throws {
        let xml = folder.appendingPathComponent("large.ome.xml")
        try SampleFiles.writeOMEXML(byteCount: 200 << 20, to: xml)
        let run = try Program.reticle(["extract", "--ndjson", xml.path]).run(samplingMemory: true)
        print(
            "\nOME-XML of 200 MiB: \(String(format: "%.1f", run.seconds)) s, exit \(run.exitCode), "
                + "parent \(run.peakResident >> 20) MiB, worker \(run.peakResidentOfChild >> 20) MiB resident"
        )
        let stack = folder.appendingPathComponent("stack.tif")
        try SampleFiles.stack(directoryCount: 20_000).write(to: stack)
        let seconds = try Program.reticle(["extract", "--ndjson", stack.path]).leastSeconds(
            of: runs)
        print("TIFF of 20,000 directories: \(String(format: "%.2f", seconds)) s")
    }
}

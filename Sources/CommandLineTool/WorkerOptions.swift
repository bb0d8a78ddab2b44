internal import ArgumentParser
internal import ExtractionWorker
internal import Foundation

/// The options of commands that read files.
struct WorkerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Folder of declarative extractors.",
            discussion: """
                Else $RETICLE_EXTRACTORS, else share/reticle/extractors beside the program's own \
                folder, else ./extractors.
                """,
            valueName: "dir"))
    var extractors: String?

    @Option(help: ArgumentHelp("Seconds that one file may take.", valueName: "seconds"))
    var deadline = 60

    @Option(help: ArgumentHelp("Memory of one worker process.", valueName: "MiB"))
    var memory: UInt64 = 1024

    @Option(help: "Worker processes.")
    var workers = WorkerConfiguration.processorCount

    func validate() throws {
        guard (1...86_400).contains(deadline) else {
            throw ValidationError("--deadline: expected 1 to 86400 seconds, found \(deadline)")
        }
        guard (64...(1 << 20)).contains(memory) else {
            throw ValidationError("--memory: expected 64 to 1048576 MiB, found \(memory)")
        }
        guard (1...256).contains(workers) else {
            throw ValidationError("--workers: expected 1 to 256, found \(workers)")
        }
        if let extractors, !isFolder(extractors) {
            throw ValidationError("--extractors: no folder \(extractors)")
        }
    }

    /// The folder of declarative extractors; `nil` where there is none.
    var extractorsFolder: String? {
        if let extractors { return extractors }
        if let named = ProcessInfo.processInfo.environment["RETICLE_EXTRACTORS"], !named.isEmpty {
            return named
        }
        return ShareFolder.candidates(nil, variable: "RETICLE_EXTRACTORS", name: "extractors")
            .first(where: isFolder)
    }

    private func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue
    }
}

internal import ArgumentParser
internal import Foundation

/// Where the index is: `--index PATH`, else `$RETICLE_INDEX`, else `reticle/index.sqlite` in
/// `$XDG_DATA_HOME`, which is `~/.local/share` unless set.
struct IndexLocation: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The index.",
            discussion: "Else $RETICLE_INDEX, else $XDG_DATA_HOME/reticle/index.sqlite.",
            valueName: "path"))
    var index: String?

    var path: String {
        if let index { return index }
        let environment = ProcessInfo.processInfo.environment
        if let named = environment["RETICLE_INDEX"], !named.isEmpty { return named }
        let base =
            environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
            ?? NSHomeDirectory() + "/.local/share"
        return base + "/reticle/index.sqlite"
    }

    var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// The path, with the folder that holds it made if it is not there.
    func pathForWriting() throws -> String {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return path
    }
}

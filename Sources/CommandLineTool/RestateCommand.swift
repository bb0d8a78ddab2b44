internal import ArgumentParser
internal import Curation
internal import Foundation
internal import WireFormat

/// `reticle restate`: states again what `reticle export --sidecars` wrote beside files.
struct RestateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restate",
        abstract: "State again what people stated about files, from sidecars beside them.",
        discussion: """
            Reads every FILE.reticle.json below the folders, as `reticle export --sidecars` wrote it, and \
            makes one edit of them. What is stated already stays; of a file that is not in the index \
            yet, it is stated when the file comes.

            reticle restate /data/2026
            reticle restate /data/2026 --dry-run
            """)

    @Argument(help: ArgumentHelp("Folders.", valueName: "folder"))
    var folders: [String]

    @OptionGroup var options: CurationOptions

    func run() throws {
        var sidecars: [String: StatedSidecar] = [:]
        var faultCount = 0
        for folder in folders {
            for file in try Self.sidecars(below: folder) {
                do {
                    sidecars[String(file.dropLast(StatedSidecar.suffix.count))] =
                        try StatedSidecar(Data(contentsOf: URL(fileURLWithPath: file)))
                } catch let error as CurationError {
                    Complaints.write("\(file): \(error.detail)")
                    faultCount += 1
                }
            }
        }
        let edit =
            options.dryRun
            ? nil : try options.curation().restore(sidecars, by: options.author)
        let factCount = sidecars.values.reduce(0) { $0 + $1.facts.count }
        if options.json {
            var text = JSONText()
            text.object { text in
                text.member("sidecars", sidecars.count)
                text.member("facts", factCount)
                text.member("faults", faultCount)
                if let edit { text.member("edit", edit) }
            }
            print(String(decoding: text.bytes, as: UTF8.self))
        } else {
            print("\(sidecars.count) sidecars with \(factCount) facts")
            print(edit.map { "edit \($0)" } ?? "nothing changed")
        }
        if faultCount > 0 { throw ExitCode(2) }
        if sidecars.isEmpty { throw ExitCode(1) }
    }

    /// The paths of the sidecars below a folder, as the index spells them.
    private static func sidecars(below folder: String) throws -> [String] {
        let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath()
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: root.path, isDirectory: &isFolder),
            isFolder.boolValue, let walk = FileManager.default.enumerator(atPath: root.path)
        else { throw CommandError("\(folder): expected a folder") }
        return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(StatedSidecar.suffix) }
            .map { root.path + "/" + $0 }
    }
}

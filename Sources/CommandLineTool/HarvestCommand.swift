internal import ArgumentParser
internal import ExtractionWorker
internal import Harvesting
internal import MetadataModel
internal import MetadataStore
internal import WireFormat

/// `reticle harvest`: brings the index up to date with folders of files.
struct HarvestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "harvest",
        abstract: "Read the files below folders into the index.",
        discussion: """
            Only files that are new or changed are read. A file that cannot be read is an asset \
            with an issue. An interrupted harvest keeps what it has read and goes on next time.

            A file that was renamed or moved keeps its id, tags and curated facts; one that is gone \
            leaves a tombstone with its facts (`reticle find has:file.deleted`) and takes it up \
            again when it comes back. A folder that is empty or not there any more, although files \
            of it are known, may not be mounted: its files are kept unless --gone is given.

            reticle harvest /data/2026
            reticle harvest /mnt/old --gone
            """)

    @Argument(help: ArgumentHelp("Folders.", valueName: "folder"))
    var folders: [String]

    @OptionGroup var location: IndexLocation
    @OptionGroup var workers: WorkerOptions

    @Flag(help: "Folders that are empty or not there are so on purpose: their files are gone.")
    var gone = false

    @Flag(help: "Print the summary as JSON.")
    var json = false

    @Flag(help: "Show no progress.")
    var quiet = false

    func run() throws {
        Interruption.watch()
        let beginning = ContinuousClock.now
        let store = try MetadataStore(path: try location.pathForWriting(), access: .writing)
        let extractors = try InstalledExtractors.all(descriptionsIn: workers.extractorsFolder)
        let configuration = try WorkerCommand.configuration(for: workers)
        var total = HarvestSummary()
        for folder in folders where !total.wasInterrupted {
            let bar = ProgressBar(unit: "files", isQuiet: quiet)
            defer { bar.end() }
            let harvest = Harvest(
                into: store, extractors: extractors, workers: configuration,
                isInterrupted: { Interruption.isWanted },
                report: { bar.show($0.doneCount, of: $0.totalCount) })
            total.add(try harvest.run(folder, takesMissingForGone: gone))
        }
        let seconds = (ContinuousClock.now - beginning) / .seconds(1)
        print(json ? jsonSummary(total, seconds: seconds) : summary(total, seconds: seconds))
        for root in total.missingRoots {
            Complaints.write(
                "\(root.path): nothing is there, but \(root.fileCount) files below it are known and "
                    + "kept: is it mounted? --gone says that they are really gone")
        }
        if !total.missingRoots.isEmpty { throw ExitCode(2) }
    }

    private func summary(_ summary: HarvestSummary, seconds: Double) -> String {
        var parts = ["\(summary.newCount) new"]
        for (count, word) in [
            (summary.changedCount, "changed"), (summary.movedCount, "moved"),
            (summary.returnedCount, "back again"), (summary.describedCount, "described anew"),
            (summary.removedCount, "removed"),
        ] where count > 0 {
            parts.append("\(count) \(word)")
        }
        parts.append("\(summary.unchangedCount) unchanged")
        let rate = Int(Double(summary.readCount) / max(seconds, 0.001))
        let time = "\((seconds * 100).rounded() / 100) s"
        var text = parts.joined(separator: ", ") + " in \(time)"
        if summary.readCount > 0 { text += ", \(rate) files/s" }
        let issues = Issue.Kind.allCases.compactMap { kind in
            summary.issueCounts[kind].map { "\($0) \(kind.rawValue)" }
        }
        if !issues.isEmpty { text += "\nissues: " + issues.joined(separator: ", ") }
        if summary.wasInterrupted { text += "\ninterrupted: the next harvest goes on" }
        return text
    }

    private func jsonSummary(_ summary: HarvestSummary, seconds: Double) -> String {
        var text = JSONText()
        text.object { text in
            text.member("new", summary.newCount)
            text.member("changed", summary.changedCount)
            text.member("moved", summary.movedCount)
            text.member("returned", summary.returnedCount)
            text.member("described", summary.describedCount)
            text.member("removed", summary.removedCount)
            text.member("unchanged", summary.unchangedCount)
            text.object("issues") { text in
                for kind in Issue.Kind.allCases {
                    if let count = summary.issueCounts[kind] { text.member(kind.rawValue, count) }
                }
            }
            text.array("missing") { text in
                for root in summary.missingRoots {
                    text.object { text in
                        text.member("path", root.path)
                        text.member("files", root.fileCount)
                    }
                }
            }
            text.member("interrupted", summary.wasInterrupted)
            text.member("seconds", seconds)
        }
        return String(decoding: text.bytes, as: UTF8.self)
    }
}

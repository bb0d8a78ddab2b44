internal import ArgumentParser
internal import ExtractionWorker
internal import Foundation
internal import Harvesting
internal import Hooks
internal import MetadataModel
internal import MetadataStore
internal import WireFormat

/// `reticle watch`: keeps the index up to date while files come and go.
struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Harvest folders and keep the index up to date until interrupted.",
        discussion: """
            New, changed, moved and deleted files are in the index within seconds; a file is read \\
            once it has been written out. Of network shares, and beyond the system's limit of \\
            watches, folders are looked at again and again (--rescan).

            reticle watch /data/microscope /data/notes
            reticle watch /mnt/share --rescan 300 --json
            """)

    @Argument(help: ArgumentHelp("Folders.", valueName: "folder"))
    var folders: [String]

    @Option(
        help: ArgumentHelp(
            "Read a file when nothing has happened to it for so long.", valueName: "seconds"))
    var settle = 1.0

    @Option(
        help: ArgumentHelp(
            "How often folders are looked at that cannot be watched.", valueName: "seconds"))
    var rescan = 60.0

    @OptionGroup var location: IndexLocation
    @OptionGroup var workers: WorkerOptions

    @Flag(help: "One JSON object an event and line.")
    var json = false

    func validate() throws {
        guard settle >= 0, settle <= 3600 else {
            throw ValidationError("--settle: expected 0 to 3600 seconds, found \(settle)")
        }
        guard rescan > 0, rescan <= 604_800 else {
            throw ValidationError("--rescan: expected seconds above 0, found \(rescan)")
        }
    }

    func run() throws {
        Interruption.watch()
        var settings = WatchSettings(roots: folders)
        settings.settlingTime = .seconds(settle)
        settings.rescanInterval = .seconds(rescan)
        let isJSON = json
        let store = try MetadataStore(
            path: try location.pathForWriting(), access: .writing, patience: .seconds(60))
        let assignment = ProjectAssignment(extractorsFolder: workers.extractors)
        let hooks = try ArrivalHooks(extractorsFolder: workers.extractors).thread(
            looksUnasked: false
        ) { store }
        defer { hooks.stop() }
        let watch = Watch(
            settings,
            extractors: try InstalledExtractors.all(descriptionsIn: workers.extractorsFolder),
            workers: try WorkerCommand.configuration(for: workers),
            into: store, isInstrument: try EngineOptions.instrumentTest(workers.extractors),
            isInterrupted: { Interruption.isWanted },
            report: { report in
                if case .harvested(let summary, _) = report, summary.hasChanges {
                    Self.follow(assignment, store)
                    hooks.wake()
                }
                let line = isJSON ? WatchLines.json(of: report) : WatchLines.text(of: report)
                if let line { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
            })
        try watch.run()
    }

    /// Puts what came into its projects; what fails now is done after the next change.
    private static func follow(_ assignment: ProjectAssignment, _ store: MetadataStore) {
        do {
            try assignment.run(store)
        } catch {
            Complaints.write("projects: \(error)")
        }
    }
}

/// What happens while folders are watched, in a line each.
enum WatchLines {
    /// For people; `nil` where nothing changed.
    static func text(of report: WatchReport) -> String? {
        switch report {
        case .watching(let root, let count): "watching \(printed(root)), \(count) folders in all"
        case .unwatched(let reason): reason
        case .scheduled(let root, let interval, let reason):
            "\(printed(root)) is looked at every \(seconds(interval)) s: \(reason)"
        case .catchingUp(let root, let reason): "catching up with \(printed(root)): \(reason)"
        case .harvested(let summary, let seconds):
            summary.hasChanges ? HarvestLines.text(of: summary, seconds: seconds) : nil
        case .failed(let detail): "trying again: \(FactTable.printable(detail))"
        case .stopped: "stopped"
        }
    }

    /// For programs: `{"event":"harvested","time":…,…}`.
    static func json(of report: WatchReport) -> String? {
        var text = JSONText()
        text.object { text in
            text.member("event", name(of: report))
            let now = Int64(Date().timeIntervalSince1970 * 1e6)
            text.member("time", TimeSpan.timestamp(ofMicroseconds: now))
            switch report {
            case .watching(let root, let count):
                text.member("root", root)
                text.member("folders", count)
            case .unwatched(let reason): text.member("reason", reason)
            case .scheduled(let root, let interval, let reason):
                text.member("root", root)
                text.member("seconds", interval / .seconds(1))
                text.member("reason", reason)
            case .catchingUp(let root, let reason):
                text.member("root", root)
                text.member("reason", reason)
            case .harvested(let summary, let seconds):
                text.harvestMembers(summary)
                text.member("seconds", seconds)
            case .failed(let detail): text.member("reason", detail)
            case .stopped: break
            }
        }
        return String(decoding: text.bytes, as: UTF8.self)
    }

    private static func name(of report: WatchReport) -> String {
        switch report {
        case .watching: "watching"
        case .unwatched: "unwatched"
        case .scheduled: "scheduled"
        case .catchingUp: "catching-up"
        case .harvested: "harvested"
        case .failed: "failed"
        case .stopped: "stopped"
        }
    }

    private static func printed(_ root: String) -> String {
        root.isEmpty ? "/" : FactTable.printable(root)
    }

    private static func seconds(_ interval: Duration) -> String {
        let seconds = interval / .seconds(1)
        return seconds.rounded() == seconds ? String(Int(seconds)) : String(seconds)
    }
}

internal import ArgumentParser
internal import ExtractionWorker
internal import Harvesting
internal import MetadataModel
internal import MetadataStore

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

            --from reads a list of files instead, as other tools write it, and brings the index up to \
            date with these alone, whether they came, changed or went: names divided by line feeds \
            or NUL bytes, the file list of mmapplypolicy, the records of lfs changelog, whose names \
            `lfs fid2path` completes below the one folder given.

            find /data -newer stamp -print0 | reticle harvest --from -
            lfs changelog lustre-MDT0000 | reticle harvest --from - /mnt/lustre
            """)

    @Argument(help: ArgumentHelp("Folders.", valueName: "folder"))
    var folders: [String] = []

    @Option(help: ArgumentHelp("A list of files; - is standard input.", valueName: "list"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            "The list's format: names, policy or changelog. Recognised if left out.",
            valueName: "format"))
    var format: FileListFormat?

    @OptionGroup var location: IndexLocation
    @OptionGroup var workers: WorkerOptions

    @Flag(help: "Folders that are empty or not there are so on purpose: their files are gone.")
    var gone = false

    @Flag(help: "Print the summary as JSON.")
    var json = false

    @Flag(help: "Show no progress.")
    var quiet = false

    func validate() throws {
        guard from != nil || !folders.isEmpty else {
            throw ValidationError("expected folders, or a list with --from")
        }
        guard from == nil || folders.count <= 1 else {
            throw ValidationError("--from: expected at most one folder, that of a changelog")
        }
    }

    func run() throws {
        Interruption.watch()
        let beginning = ContinuousClock.now
        let store = try MetadataStore(path: try location.pathForWriting(), access: .writing)
        let extractors = try InstalledExtractors.all(descriptionsIn: workers.extractorsFolder)
        let configuration = try WorkerCommand.configuration(for: workers)
        var total = HarvestSummary()
        let bar = ProgressBar(unit: "files", isQuiet: quiet)
        let harvest = Harvest(
            into: store, extractors: extractors, workers: configuration,
            isInstrument: try EngineOptions.instrumentTest(workers.extractors),
            isInterrupted: { Interruption.isWanted },
            report: { bar.show($0.doneCount, of: $0.totalCount) })
        if let from {
            var list = try ListedFiles(path: from, format: format, mountPoint: folders.first)
            while !total.wasInterrupted, let paths = try list.next(atMost: 10_000) {
                total.add(try harvest.run(files: paths))
            }
            list.complain()
        } else {
            for folder in folders where !total.wasInterrupted {
                total.add(try harvest.run(folder, takesMissingForGone: gone))
            }
        }
        bar.end()
        try ProjectAssignment(extractorsFolder: workers.extractors).run(store)
        try ArrivalHooks(extractorsFolder: workers.extractors).run(store)
        let seconds = (ContinuousClock.now - beginning) / .seconds(1)
        print(
            json
                ? HarvestLines.json(of: total, seconds: seconds)
                : HarvestLines.text(of: total, seconds: seconds))
        for root in total.missingRoots {
            Complaints.write(
                "\(root.path): nothing is there, but \(root.fileCount) files below it are known and "
                    + "kept: is it mounted? --gone says that they are really gone")
        }
        if !total.missingRoots.isEmpty { throw ExitCode(2) }
    }
}

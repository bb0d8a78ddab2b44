internal import ArgumentParser
internal import Curation
internal import DeclarativeExtractors
internal import ExtractionWorker
internal import Foundation
internal import Harvesting
internal import MetadataStore

/// `reticle deposit`: gives files into Reticle's keeping.
struct DepositCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deposit",
        abstract: "Copies files into a project, checks every byte, and harvests them.",
        discussion: """
            reticle deposit figure-3.tif notes.pdf --project bone-fatigue

            Equal bytes are kept once. A deposit that was cut off goes on when it is made again. \
            Files that shall stay where they are come to a project by `reticle project add`.
            """)

    @Argument(help: ArgumentHelp("Files.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("The project; it must exist.", valueName: "name"))
    var project: String

    @OptionGroup var options: CurationOptions

    func run() throws {
        let curation = try options.curation()
        guard try curation.hasProject(project) else {
            throw CommandError(
                "there is no project \(project); `reticle project create \(project)` makes it")
        }
        let deposits = DepositStore(besideIndex: options.engine.index.path)
        for file in files {
            let name = URL(fileURLWithPath: file).lastPathComponent
            let (path, hash) = try deposits.take(file: file, as: name, project: project)
            _ = try curation.noteDeposit(path, project: project, by: options.author)
            print("\(hash)  \(FactTable.printable(path))")
        }
        let store = try MetadataStore(path: options.engine.index.path, access: .writing)
        try DepositHarvest(extractorsFolder: options.engine.extractors).run(
            deposits.folder(ofProject: project), into: store)
        try ArrivalHooks(extractorsFolder: options.engine.extractors).run(store)
    }
}

/// Harvests what was deposited.
struct DepositHarvest: Sendable {
    let extractorsFolder: String?

    func run(_ folder: String, into store: MetadataStore) throws {
        let options = try WorkerOptions.parse(
            extractorsFolder.map { ["--extractors", $0] } ?? [])
        let harvest = Harvest(
            into: store,
            extractors: try InstalledExtractors.all(descriptionsIn: options.extractorsFolder),
            workers: try WorkerCommand.configuration(for: options),
            isInstrument: try EngineOptions.instrumentTest(extractorsFolder))
        _ = try harvest.run(folder)
    }
}

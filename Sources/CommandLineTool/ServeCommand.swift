internal import ArgumentParser
internal import ExtractionWorker
internal import Foundation
internal import HTTPInterface
internal import Harvesting
internal import Hooks
internal import MetadataStore
internal import Search

/// `reticle serve`: the API for programs and the pages for people.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves the index over HTTP until it is interrupted.",
        discussion: """
            reticle serve
            reticle serve --config /etc/reticle/reticle.yaml
            curl 'http://127.0.0.1:8750/v1/search?q=voltage:5kV..20kV'
            """)

    @OptionGroup var engine: EngineOptions

    @Option(
        help: ArgumentHelp(
            "Settings as YAML; options of the command win.",
            discussion: "Every setting stands, with its meaning, in packaging/reticle.yaml.",
            valueName: "path"))
    var config: String?

    @Option(
        help: ArgumentHelp(
            "Port to listen on, 8750 by default; 0 takes a free one.", valueName: "n"))
    var port: Int?

    @Option(help: ArgumentHelp("Address to listen on, 127.0.0.1 by default.", valueName: "address"))
    var host: String?

    @Flag(help: "Listen on an address that other machines reach; every request then needs a token.")
    var expose = false

    @Option(
        help: ArgumentHelp("Give up a search after so long, 10 by default.", valueName: "seconds"))
    var timeLimit: Double?

    @Flag(help: "Log every request on standard error.")
    var verbose = false

    @OptionGroup var saved: SavedQueryLocation

    func validate() throws {
        if let port, !(0...65535).contains(port) {
            throw ValidationError("--port: expected 0 to 65535, found \(port)")
        }
        if let timeLimit, !(timeLimit > 0 && timeLimit < 86_400) {
            throw ValidationError("--time-limit: expected seconds above 0, found \(timeLimit)")
        }
    }

    func run() async throws {
        var settings = try settings()
        guard expose || settings.isLoopback else {
            throw CommandError(
                "host \(settings.host) can be reached from other machines, which needs --expose")
        }
        let deposit = DepositHarvest(extractorsFolder: engine.extractors)
        settings.harvestFolder = { try deposit.run($0, into: $1) }
        let server = try ReticleServer(
            engine: engine.engine(readerCount: settings.streamLimit + 8),
            indexPath: engine.index.path, settings: settings, harvest: harvestRun())
        let hooks = try hooks()
        defer { hooks?.stop() }
        do {
            try await server.run { address in
                FileHandle.standardOutput.write(Data("Reticle serves \(address)\n".utf8))
            }
        } catch let error as ListeningError {
            throw CommandError("\(settings.host):\(settings.port): \(error.detail)")
        }
    }

    /// What the file states, under what the options state.
    /// Tells hooks of what arrives; `nil` where the server may not write to the index.
    private func hooks() throws -> HookThread? {
        let path = engine.index.path
        guard FileManager.default.isWritableFile(atPath: path) else { return nil }
        return try ArrivalHooks(engine, saved).thread(looksUnasked: true) {
            try MetadataStore(path: path, access: .writing)
        }
    }

    private func settings() throws -> ServerSettings {
        var settings = ServerSettings()
        settings.savedQueries = SavedQueryFolder.first(
            of: ShareFolder.candidates(saved.queries, variable: "RETICLE_QUERIES", name: "queries"))
        settings.thumbnails = ThumbnailProgram.maker
        if let config {
            do {
                try settings.read(String(contentsOfFile: config, encoding: .utf8))
            } catch let error as SettingsError {
                throw CommandError(error.faults.map { "\(config): \($0)" }.joined(separator: "\n"))
            }
        }
        if let host { settings.host = host }
        if let port { settings.port = port }
        if let timeLimit { settings.timeLimit = .seconds(timeLimit) }
        if verbose { settings.logLevel = "info" }
        return settings
    }

    /// A harvest with the workers that the command would have.
    private func harvestRun() throws -> HarvestRun {
        let options = try WorkerOptions.parse(
            engine.extractors.map { ["--extractors", $0] } ?? [])
        let configuration = try WorkerCommand.configuration(for: options)
        let path = engine.index.path
        let isInstrument = try EngineOptions.instrumentTest(engine.extractors)
        return { folder, isInterrupted, report in
            try Harvest(
                into: MetadataStore(path: path, access: .writing, patience: .seconds(60)),
                extractors: InstalledExtractors.all(descriptionsIn: options.extractorsFolder),
                workers: configuration, isInstrument: isInstrument,
                isInterrupted: isInterrupted, report: report
            ).run(folder)
        }
    }
}

internal import ArgumentParser
internal import Foundation
internal import HTTPInterface
internal import Search

/// `reticle serve`: the API for programs and the pages for people.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves the index over HTTP until it is interrupted.",
        discussion: """
            reticle serve
            curl 'http://127.0.0.1:8750/v1/search?q=voltage:5kV..20kV'
            """)

    @OptionGroup var engine: EngineOptions

    @Option(help: ArgumentHelp("Port to listen on; 0 takes a free one.", valueName: "n"))
    var port = ServerSettings().port

    @Option(help: ArgumentHelp("Address to listen on.", valueName: "address"))
    var host = ServerSettings().host

    @Flag(help: "Listen on an address that other machines reach; every request then needs a token.")
    var expose = false

    @Option(help: ArgumentHelp("Give up a search after so long.", valueName: "seconds"))
    var timeLimit = 10.0

    @Option(
        help: ArgumentHelp(
            "Folder of saved queries.",
            discussion: """
                Else $RETICLE_QUERIES, else share/reticle/queries beside the program's own folder, \
                else ./queries.
                """,
            valueName: "dir"))
    var queries: String?

    func validate() throws {
        guard (0...65535).contains(port) else {
            throw ValidationError("--port: expected 0 to 65535, found \(port)")
        }
        guard timeLimit > 0, timeLimit < 86_400 else {
            throw ValidationError("--time-limit: expected seconds above 0, found \(timeLimit)")
        }
        guard expose || settings.isLoopback else {
            throw ValidationError(
                "--host: \(host) can be reached from other machines, which needs --expose")
        }
    }

    func run() async throws {
        var settings = settings
        settings.savedQueries = SavedQueryFolder.first(
            of: ShareFolder.candidates(queries, variable: "RETICLE_QUERIES", name: "queries"))
        let server = try ReticleServer(
            engine: engine.engine(readerCount: 48), indexPath: engine.index.path, settings: settings
        )
        do {
            try await server.run { address in
                FileHandle.standardOutput.write(Data("Reticle serves \(address)\n".utf8))
            }
        } catch let error as ListeningError {
            throw CommandError("\(host):\(port): \(error.detail)")
        }
    }

    private var settings: ServerSettings {
        var settings = ServerSettings()
        settings.host = host
        settings.port = port
        settings.timeLimit = .seconds(timeLimit)
        return settings
    }
}

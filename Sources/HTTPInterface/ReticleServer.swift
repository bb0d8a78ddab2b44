internal import Access
internal import Foundation
internal import Hummingbird
internal import Logging
internal import MetadataStore
internal import NIOCore
public import Search

/// Where and how the server listens.
public struct ServerSettings: Sendable {
    public var host = "127.0.0.1"
    /// 0 takes any free port.
    public var port = 8750
    /// How long one search may take.
    public var timeLimit = Duration.seconds(10)

    /// Where the saved queries are; none are served without it.
    public var savedQueries: SavedQueryFolder?

    /// How long a request waits for another writer of the index.
    public var writingPatience = Duration.seconds(2)
    /// Whether anybody may read without a token; by default where only this machine can connect.
    public var opensReading: Bool?
    /// Requests a second of one caller, and at one time; unlimited where absent. By default
    /// unlimited where only this machine can connect.
    public var callerLimits: (perSecond: Int, atOnce: Int)?

    public init() {}

    /// Whether only programs of this machine can connect.
    public var isLoopback: Bool { Self.isLoopback(host) }

    /// Whether a name or address always means the machine itself.
    static func isLoopback(_ host: String) -> Bool {
        ["localhost", "::1", "[::1]"].contains(host)
            || host.hasPrefix("127.") && host.utf8.allSatisfy { $0 == 0x2E || 0x30...0x39 ~= $0 }
    }
}

/// The operating system refused to let the server listen.
public struct ListeningError: Error, Sendable {
    /// One clause for a person: `Address already in use`.
    public var detail: String
}

/// Serves an index over HTTP: an API for programs under `/v1`, pages for people everywhere else.
///
/// Searches block, so they run on threads of their own; a search too many is refused with 503.
public struct ReticleServer: Sendable {
    /// Long answers that are sent at the same time.
    static let streamLimit = 32

    /// The engine for callers who may see everything; routes ask ``engine(for:)``.
    let wholeEngine: SearchEngine
    let settings: ServerSettings
    let pages: Pages
    let searches: WorkQueue
    let streams: WorkQueue
    let writing: WritingSeam
    private let doors: Doors

    /// - Parameters:
    ///   - engine: Asks the index that lies at `indexPath`.
    public init(
        engine: SearchEngine, indexPath: String, settings: ServerSettings = ServerSettings()
    ) throws {
        wholeEngine = engine
        self.settings = settings
        writing = WritingSeam(indexPath: indexPath, patience: settings.writingPatience)
        doors = Doors(
            tokens: TokenBook(
                store: try MetadataStore(path: indexPath, access: .reading, readerCount: 1),
                local: try LocalToken.token(indexPath: indexPath)),
            audit: try AuditLog(indexPath: indexPath),
            lookups: WorkQueue(width: 1, depth: 256),
            opensReading: settings.opensReading ?? settings.isLoopback)
        pages = try Pages()
        searches = WorkQueue(width: ProcessInfo.processInfo.activeProcessorCount, depth: 128)
        streams = WorkQueue(width: Self.streamLimit, depth: 0)
    }

    /// Listens until the process is interrupted or terminated, then lets open requests end.
    ///
    /// - Parameter listening: Is called with the server's address once it listens.
    /// - Throws: ``ListeningError`` where the address is taken or is none of this machine.
    public func run(listening: @escaping @Sendable (String) -> Void) async throws {
        do {
            try await application(listening: listening).runService()
        } catch let error as IOError {
            throw ListeningError(detail: String(cString: strerror(error.errnoCode)))
        }
    }

    func application(
        listening: @escaping @Sendable (String) -> Void = { _ in }
    ) -> Application<RouterResponder<CallContext>> {
        let host = settings.host
        var logger = Logger(label: "reticle")
        logger.logLevel = .warning
        return Application(
            router: router,
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: settings.port), serverName: nil),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? 0
                listening("http://\(host.contains(":") ? "[\(host)]" : host):\(port)/")
            },
            logger: logger)
    }

    /// Every route that there is.
    var router: Router<CallContext> {
        let router = Router(context: CallContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SecurityHeaders())
        router.add(middleware: Refusals(pages: pages))
        if settings.isLoopback { router.add(middleware: LoopbackHosts()) }
        router.add(middleware: doors)
        if let limits = settings.callerLimits {
            router.add(
                middleware: CallerLimits(perSecond: limits.perSecond, atOnce: limits.atOnce))
        }
        addSearchRoutes(to: router)
        addIndexRoutes(to: router)
        addCurationRoutes(to: router)
        addSelectionRoutes(to: router)
        addPageRoutes(to: router)
        addIdentifierRoutes(to: router)
        return router
    }

    /// The engine as far as the caller of a request may see.
    func engine(for context: CallContext) -> SearchEngine {
        wholeEngine.within(context.caller.scope)
    }
}

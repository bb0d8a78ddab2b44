internal import Access
internal import Curation
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import HummingbirdTLS
internal import Logging
internal import MetadataStore
internal import NIOCore
internal import NIOSSL
public import Search

/// The operating system refused to let the server listen.
public struct ListeningError: Error, Sendable {
    /// One clause for a person: `Address already in use`.
    public var detail: String
}

/// Serves an index over HTTP: an API for programs under `/v1`, pages for people everywhere else.
///
/// Searches block, so they run on threads of their own; a search too many is refused with 503.
public struct ReticleServer: Sendable {
    /// How long a connection may be silent while a request is awaited or read.
    private static let idleTime = TimeAmount.seconds(60)

    /// The engine for callers who may see everything; routes ask ``engine(for:)``.
    let wholeEngine: SearchEngine
    let settings: ServerSettings
    let pages: Pages
    let overviews = OverviewCache()
    let searches: WorkQueue
    let pictures = PictureShelf()
    /// Pictures that are made at the same time, and that wait to be.
    let painters: WorkQueue
    let streams: WorkQueue
    let writing: WritingSeam
    let doors: Doors
    let harvests: HarvestJobs
    let events = EventSource()
    let measures = Measures()

    /// - Parameters:
    ///   - engine: Asks the index that lies at `indexPath`.
    ///   - harvest: Brings a folder's files into that index.
    public init(
        engine: SearchEngine, indexPath: String, settings: ServerSettings = ServerSettings(),
        harvest: @escaping HarvestRun
    ) throws {
        wholeEngine = engine.rememberingEdits()
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
        painters = WorkQueue(width: 2, depth: 256)
        searches = WorkQueue(width: ProcessInfo.processInfo.activeProcessorCount, depth: 128)
        streams = WorkQueue(width: settings.streamLimit, depth: 0)
        harvests = HarvestJobs(harvest)
        harvests.onChange { [events] job in events.note(job) }
    }

    /// Listens until the process is interrupted or terminated, then lets open requests end.
    ///
    /// - Parameter listening: Is called with the server's address once it listens.
    /// - Throws: ``ListeningError`` where the address is taken or is none of this machine.
    public func run(listening: @escaping @Sendable (String) -> Void) async throws {
        do {
            try await application(server: httpServer(), listening: listening).runService()
            await harvests.stop()
        } catch let error as IOError {
            throw ListeningError(detail: String(cString: strerror(error.errnoCode)))
        }
    }

    /// HTTP/1.1, encrypted where a certificate is configured.
    private func httpServer() throws -> HTTPServerBuilder {
        let plain = HTTPServerBuilder.http1(configuration: .init(idleTimeout: Self.idleTime))
        guard let encryption = settings.encryption else { return plain }
        let chain = try NIOSSLCertificate.fromPEMFile(encryption.certificate)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: encryption.key, format: .pem)))
        configuration.minimumTLSVersion = .tlsv12
        return try .tls(plain, tlsConfiguration: configuration)
    }

    func application(
        server: HTTPServerBuilder = .http1(),
        listening: @escaping @Sendable (String) -> Void = { _ in }
    ) -> Application<RouterResponder<CallContext>> {
        let host = settings.host
        let scheme = settings.encryption == nil ? "http" : "https"
        var logger = Logger(
            label: "reticle", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = Logger.Level(rawValue: settings.logLevel) ?? .warning
        return Application(
            router: router,
            server: server,
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: settings.port), serverName: nil),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? 0
                listening("\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)/")
            },
            logger: logger)
    }

    /// Every route that there is, and for every address a refusal of the methods that it has not.
    var router: Router<CallContext> {
        let router = declaredRouter
        let addresses = Dictionary(grouping: router.routes) { $0.path.description }
        for routes in addresses.values {
            var allowed = Set(routes.map(\.method))
            // The router answers HEAD where there is a GET.
            if allowed.contains(.get) { allowed.insert(.head) }
            let names = allowed.map(\.rawValue).sorted().joined(separator: ", ")
            for method in Self.methods where !allowed.contains(method) {
                router.on(routes[0].path, method: method) { _, _ -> Response in
                    throw Refusal.method(method, allowed: names)
                }
            }
        }
        return router
    }

    private static let methods: [HTTPRequest.Method] = [
        .get, .head, .post, .put, .patch, .delete, .options, .trace,
    ]

    /// Every route that there is.
    var declaredRouter: Router<CallContext> {
        let router = Router(context: CallContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: measures)
        router.add(middleware: SecurityHeaders())
        router.add(middleware: Refusals(pages: pages))
        if settings.isLoopback { router.add(middleware: LoopbackHosts()) }
        router.add(middleware: doors)
        if let limit = settings.callerLimitInForce {
            router.add(middleware: CallerLimits(limit))
        }
        addSearchRoutes(to: router)
        addIndexRoutes(to: router)
        addFactRoutes(to: router)
        addAskingRoutes(to: router)
        addStoredQueryRoutes(to: router)
        addCurationRoutes(to: router)
        addProjectRoutes(to: router)
        addSelectionRoutes(to: router)
        addImportRoutes(to: router)
        addHarvestRoutes(to: router)
        addTokenRoutes(to: router)
        addEventRoutes(to: router)
        addPageRoutes(to: router)
        addIdentifierRoutes(to: router)
        return router
    }

    /// The engine as far as the caller of a request may see.
    func engine(for context: CallContext) -> SearchEngine {
        wholeEngine.within(context.caller.scope)
    }
}

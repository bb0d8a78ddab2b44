internal import ArgumentParser
internal import Foundation
internal import Hooks
internal import MetadataStore
internal import Search
internal import WireFormat

/// `reticle hook`: what is told of assets that arrive and match a query.
struct HookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hook",
        abstract: "Runs a command, or calls a webhook, for arriving assets that match a query.",
        discussion: """
            A hook is told once of each revision of an asset that a harvest, a watch, an import or \
            the server brings in, when it matches for the first time; also across restarts. A \
            command gets the message on standard input and $RETICLE_PATH, $RETICLE_ID, $RETICLE_HOOK \
            and $RETICLE_DELIVERY; a webhook gets it as a POST with Reticle-Signature: \
            t=SECONDS,v1=HMAC-SHA-256 of "SECONDS." and the body. Who may write to the index may add \
            hooks: they run as whoever harvests.

            reticle hook add new-sem --query 'voltage:5kV..20kV' --command './segment "$RETICLE_PATH"'
            reticle hook add lims --saved fine-pixels --url https://lims.example.org/reticle
            reticle hook test new-sem /data/B17.tif
            reticle hook run
            """,
        subcommands: [Add.self, List.self, Remove.self, Run.self, Test.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a hook, or replace the one of its name.")

        @Argument(help: "The hook's name.")
        var name: String

        @Option(help: "The query that an asset must match.")
        var query: String?

        @Option(help: ArgumentHelp("A saved query in its place, as it is then.", valueName: "name"))
        var saved: String?

        @Option(help: "A command of the shell.")
        var command: String?

        @Option(help: "The address of a webhook.")
        var url: String?

        @Option(help: "The secret that signs messages; made and printed once if left out.")
        var secret: String?

        @Option(
            help: ArgumentHelp("How long a command or receiver may take.", valueName: "seconds"))
        var timeout = 600

        @OptionGroup var queries: SavedQueryLocation
        @OptionGroup var engine: EngineOptions

        func validate() throws {
            guard (query == nil) != (saved == nil) else {
                throw ValidationError("expected either --query or --saved")
            }
            guard (command == nil) != (url == nil) else {
                throw ValidationError("expected either --command or --url")
            }
            if let url, !["http", "https"].contains(URL(string: url)?.scheme ?? "") {
                throw ValidationError("--url: expected an http or https address, found \(url)")
            }
            guard (1...86_400).contains(timeout) else {
                throw ValidationError("--timeout: expected 1 to 86400 seconds, found \(timeout)")
            }
        }

        func run() throws {
            let store = try HookCommand.store(engine.index)
            let text = try saved.map(queries.text(ofQuery:)) ?? query ?? ""
            do {
                _ = try engine.engine(over: store).identities(matching: text, among: [])
            } catch let errors as SearchErrors {
                Complaints.write(errors)
                throw ExitCode(2)
            }
            let hook = StoredHook(
                name: name, query: saved ?? text, isSaved: saved != nil, action: action(),
                seconds: timeout, made: Int64(Date().timeIntervalSince1970 * 1e6))
            try store.write { try $0.put(hook) }
            if secret == nil, case .webhook(_, let secret) = hook.action {
                Complaints.write("the secret of \(name), shown this once:")
                print(secret)
            }
        }

        private func action() -> StoredHook.Action {
            if let command { return .command(command) }
            let digits = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
                .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            return .webhook(address: url ?? "", secret: secret ?? digits)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the hooks and what became of their deliveries.")

        @Flag(help: "As JSON, without secrets.")
        var json = false

        @OptionGroup var location: IndexLocation

        func run() throws {
            let store = try MetadataStore(path: location.path, access: .reading)
            let hooks = try store.read { reader in
                try reader.hooks().map { ($0, try reader.deliveryCounts(of: $0.name)) }
            }
            print(json ? HookLines.json(of: hooks) : HookLines.text(of: hooks))
            if hooks.isEmpty { throw ExitCode(1) }
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove a hook and what is known of its deliveries.")

        @Argument(help: "The hook's name.")
        var name: String

        @OptionGroup var location: IndexLocation

        func run() throws {
            let isThere = try HookCommand.store(location).write { try $0.removeHook(name) }
            guard isThere else {
                Complaints.write("there is no hook `\(name)`")
                throw ExitCode(1)
            }
        }
    }

    struct Run: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell hooks what is waiting: what a killed harvest left, what is tried again."
        )

        @OptionGroup var queries: SavedQueryLocation
        @OptionGroup var engine: EngineOptions

        func run() throws {
            Interruption.watch()
            try ArrivalHooks(engine, queries).run(HookCommand.store(engine.index))
        }
    }

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell a hook of an asset now, whether it matches or not.")

        @Argument(help: "The hook's name.")
        var name: String

        @Argument(help: "An id, the beginning of one, or a path.")
        var asset: String

        @OptionGroup var engine: EngineOptions

        func run() throws {
            guard let asset = try engine.engine().asset(asset) else {
                throw CommandError("no asset, or more than one, is named `\(asset)`")
            }
            let store = try MetadataStore(path: engine.index.path, access: .reading)
            guard let hook = try store.read({ try $0.hooks().first { $0.name == name } }) else {
                throw CommandError("there is no hook `\(name)`")
            }
            let arrival = Arrival(identity: asset.identity, revision: "test")
            let message = try HookMessage(hook: hook, arrival: arrival, path: asset.path)
            if let failure = message.send() { throw CommandError("\(name): \(failure)") }
        }
    }

    private static func store(_ location: IndexLocation) throws -> MetadataStore {
        try MetadataStore(path: try location.pathForWriting(), access: .writing)
    }
}

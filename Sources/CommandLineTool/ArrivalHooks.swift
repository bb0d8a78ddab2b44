internal import ArgumentParser
internal import Foundation
internal import Hooks
internal import MetadataStore
internal import Search

/// Tells hooks of what a command brought into the index.
struct ArrivalHooks {
    private let engine: EngineOptions
    private let queries: SavedQueryLocation

    init(_ engine: EngineOptions, _ queries: SavedQueryLocation) {
        self.engine = engine
        self.queries = queries
    }

    /// For commands that have options of workers, and the usual folder of saved queries.
    init(extractorsFolder: String?) throws {
        engine = try EngineOptions.parse(extractorsFolder.map { ["--extractors", $0] } ?? [])
        queries = try SavedQueryLocation.parse([])
    }

    /// Makes the deliveries that are due, and says on standard error what went wrong.
    func run(_ store: MetadataStore) throws {
        guard try Self.areNeeded(store) else { return }
        try Self.hookRun(store, engine.vocabulary(), queries.queries).run { Interruption.isWanted }
    }

    /// Makes them beside a watch or a server, also those of hooks that are added meanwhile.
    ///
    /// - Parameter looksUnasked: Whether arrivals are looked for now and then, too.
    func thread(
        looksUnasked: Bool, _ store: @escaping @Sendable () throws -> MetadataStore
    ) throws -> HookThread {
        let vocabulary = try engine.vocabulary()
        let queries = queries.queries
        return HookThread(
            { Self.hookRun(try store(), vocabulary, queries) }, looksUnasked: looksUnasked,
            report: Self.write)
    }

    private static func areNeeded(_ store: MetadataStore) throws -> Bool {
        try store.read { try !$0.hooks().isEmpty }
    }

    private static func hookRun(
        _ store: MetadataStore, _ vocabulary: Vocabulary, _ queries: String?
    ) -> HookRun {
        HookRun(
            store, engine: SearchEngine(store: store, vocabulary: vocabulary),
            savedQuery: { name in
                var location = try SavedQueryLocation.parse([])
                location.queries = queries
                return try location.folder().query(name).text(with: [:])
            },
            report: write)
    }

    @Sendable private static func write(_ report: HookReport) {
        switch report {
        case .delivered: break
        case .failed(let hook, let path, let detail, let isLast):
            Complaints.write(
                "hook \(hook), \(path): \(detail)" + (isLast ? "" : "; it is tried again"))
        case .faultyQuery(let hook, let detail): Complaints.write("hook \(hook): \(detail)")
        case .trouble(let detail): Complaints.write("hooks: \(detail)")
        }
    }
}

internal import MetadataStore
internal import Search
internal import Synchronization

/// The overviews of the index's latest revision, made once a revision for each part of the index
/// that callers may see.
final class OverviewCache: Sendable {
    /// Parts of the index that are remembered.
    private static let capacity = 64

    private let latest = Mutex<[ReadingScope?: Overview]>([:])

    func overview(
        _ engine: SearchEngine, _ scope: ReadingScope?, timeLimit: Swift.Duration
    ) throws -> Overview {
        let revision = try engine.revision()
        if let known = latest.withLock({ $0[scope] }), known.revision == revision { return known }
        let overview = try Overview(engine, timeLimit: timeLimit)
        latest.withLock { overviews in
            if overviews.count >= Self.capacity { overviews.removeAll() }
            overviews[scope] = overview
        }
        return overview
    }
}

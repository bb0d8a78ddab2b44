internal import Search
internal import Synchronization

/// The overview of the index's latest revision, made once a revision.
final class OverviewCache: Sendable {
    private let latest = Mutex<Overview?>(nil)

    /// - Complexity: One count where the revision is known.
    func overview(_ engine: SearchEngine, timeLimit: Swift.Duration) throws -> Overview {
        let options = SearchOptions(limit: 0, timeLimit: timeLimit, countsClauses: false)
        let revision = try engine.answer("| count", options: options).revision
        if let known = latest.withLock({ $0 }), known.revision == revision { return known }
        let overview = try Overview(engine, timeLimit: timeLimit)
        latest.withLock { $0 = overview }
        return overview
    }
}

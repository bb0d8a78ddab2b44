public import MetadataStore
internal import Synchronization

/// Knows callers by the tokens they show, and forgets revoked ones within a second.
public final class TokenBook: Sendable {
    private static let lifetime = Duration.seconds(1)

    private let store: MetadataStore
    private let local: AccessToken?
    private let known = Mutex<(read: ContinuousClock.Instant, tokens: [[UInt8]: StoredToken])?>(nil)

    /// - Parameters:
    ///   - store: The index whose tokens count.
    ///   - local: The token of the index's owner.
    public init(store: MetadataStore, local: AccessToken?) {
        self.store = store
        self.local = local
    }

    /// Who shows a token; `nil` where nobody has it, it was revoked, or its time is over.
    ///
    /// - Parameter now: Microseconds since 1970.
    public func caller(showing token: AccessToken, now: Int64) throws -> Caller? {
        if let local, local.isSame(as: token) { return .localAdministrator }
        guard let stored = try tokens()[token.digest], stored.revoked == nil,
            stored.expires.map({ $0 > now }) ?? true, let role = Role(rawValue: stored.role)
        else { return nil }
        return Caller(
            name: "\(stored.name) (\(stored.id))", permissions: role.permissions,
            projects: stored.projects.map(Set.init))
    }

    private func tokens() throws -> [[UInt8]: StoredToken] {
        let now = ContinuousClock.now
        if let known = known.withLock({ $0 }), now - known.read < Self.lifetime {
            return known.tokens
        }
        let stored = try store.read { try $0.tokens() }
        let tokens = Dictionary(stored.map { ($0.digest, $0) }) { _, last in last }
        known.withLock { $0 = (now, tokens) }
        return tokens
    }
}

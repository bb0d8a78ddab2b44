internal import GRDB
internal import Glibc
internal import MetadataModel

/// Makes identities, and knows how far the order of ordinals is that of identities.
///
/// New assets have ever greater identities, so that a page of an answer is mostly the first
/// ordinals of its set. An asset that is written again keeps its identity under a greater
/// ordinal: the order ends before the first such.
struct IdentityOrder {
    /// The assets of lesser ordinals stand in the order of their identities.
    private(set) var end: UInt32
    /// The identity of the last of these.
    private var latest: AssetIdentity?
    /// Whether these are all there are.
    private var isWhole: Bool
    private var random = SystemRandomNumberGenerator()

    init(_ database: Database, end: UInt32) throws {
        self.end = end
        let last = try Command(
            database,
            "SELECT identity FROM assets WHERE ordinal < ? ORDER BY ordinal DESC LIMIT 1")
        last.bind(1, Int64(end))
        if try last.step() { latest = AssetIdentity(bytes: last.bytes(0)) }
        last.reset()
        let others = try Command(database, "SELECT 1 FROM assets WHERE ordinal >= ? LIMIT 1")
        others.bind(1, Int64(end))
        isWhole = try !others.step()
        others.reset()
    }

    mutating func newIdentity() -> AssetIdentity {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let nanoseconds = UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
        return AssetIdentity(nanoseconds: nanoseconds, after: latest, using: &random)
    }

    /// Notes that the asset of the greatest ordinal so far has an identity.
    mutating func add(_ identity: AssetIdentity, _ ordinal: UInt32) {
        guard isWhole else { return }
        guard latest.map({ $0 < identity }) ?? true else {
            isWhole = false
            return
        }
        latest = identity
        end = ordinal + 1
    }
}

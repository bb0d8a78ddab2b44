public import MetadataModel

/// The assets that fulfil a predicate, as of the reader's state of the index.
public final class StoreAnswer {
    /// An order of assets. What does not tell two assets apart is settled by identity.
    public enum Order: Hashable, Sendable {
        case identity(descending: Bool)
        /// By the least value under the keys, or by the greatest where descending; assets without
        /// a value come last.
        case key([KeyID], by: SortSlot, descending: Bool)
        /// By how well the words fit, the best first; see ``RankedWord``. What follows decides
        /// nothing.
        case relevance([RankedWord])
    }

    public let count: Int
    let snapshot: Snapshot
    let set: AssetSet
    let budget: Budget

    init(_ snapshot: Snapshot, _ set: AssetSet, _ budget: Budget) {
        self.snapshot = snapshot
        self.set = set
        self.budget = budget
        count = set.count
    }

    /// False where a deadline cut something short, in this answer or in what was asked of it.
    public var isComplete: Bool { !budget.isSpent }

    /// The assets that another answer of the same reader has too; incomplete where either is.
    public func intersection(_ other: StoreAnswer) -> StoreAnswer {
        if !other.isComplete { budget.spend() }
        return StoreAnswer(snapshot, set.intersection(other.set), budget)
    }

    /// The next assets in an order.
    ///
    /// - Parameter cursor: Where the previous page ended, from its `next`.
    /// - Returns: At most `limit` identities, and the cursor of the next page if there is one.
    public func page(
        order: [Order], after cursor: String?, limit: Int
    ) throws -> (identities: [AssetIdentity], next: String?) {
        let start = try cursor.map { try PageCursor($0, order) }
        var identities: [AssetIdentity] = []
        var latest: PageCursor?
        var hasMore = false
        try AssetOrdering(snapshot, budget).walk(set, order, after: start) { identity, place in
            guard identities.count < limit else {
                hasMore = true
                return false
            }
            identities.append(identity)
            latest = place
            return true
        }
        return (identities, hasMore ? latest?.text : nil)
    }

    /// Calls `body` with every asset in an order until it returns false.
    public func forEach(
        order: [Order] = [], _ body: (AssetIdentity) throws -> Bool
    ) throws {
        try AssetOrdering(snapshot, budget).walk(set, order, after: nil) { identity, _ in
            try body(identity)
        }
    }

    /// `count` assets by chance, the same ones for the same seed and revision.
    public func sample(_ count: Int, seed: UInt64) throws -> [AssetIdentity] {
        let total = set.count
        let wanted = min(max(0, count), total)
        var random = SeededGenerator(seed: seed)
        // Floyd's choice of distinct ranks, in as many steps as there are wanted.
        var ranks: Set<Int> = []
        for bound in (total - wanted)..<total {
            let rank = Int.random(in: 0...bound, using: &random)
            ranks.insert(ranks.contains(rank) ? bound : rank)
        }
        return try ranks.sorted().compactMap { rank in
            try set.ordinal(atRank: rank).map { try snapshot.assets.identity($0) }
        }
    }
}

/// A sequence of numbers that a seed decides (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

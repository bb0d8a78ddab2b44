public import MetadataModel

/// The assets that fulfil a predicate, as of the reader's state of the index.
public final class StoreAnswer {
    /// An order of assets. What does not tell two assets apart is settled by identity.
    public enum Order: Hashable, Sendable {
        case identity(descending: Bool)
        /// By the least value under the keys, or by the greatest where descending; assets without
        /// a value come last.
        case key([KeyID], by: SortSlot, descending: Bool)
    }

    public let count: Int
    /// False where a deadline cut something short.
    public private(set) var isComplete = true

    init(count: Int) { self.count = count }

    /// The next assets in an order.
    ///
    /// - Parameter cursor: Where the previous page ended, from its `next`.
    /// - Returns: At most `limit` identities, and the cursor of the next page if there is one.
    public func page(
        order: [Order], after cursor: String?, limit: Int
    ) throws -> (identities: [AssetIdentity], next: String?) { ([], nil) }

    /// Calls `body` with every asset in an order until it returns false.
    public func forEach(
        order: [Order] = [], _ body: (AssetIdentity) throws -> Bool
    ) throws {}

    /// Counts assets by distinct value under the keys.
    public func facet(_ keys: [KeyID], top: Int) throws -> Facet {
        Facet(values: [], distinctCount: 0, missing: 0)
    }

    /// Counts assets by number, in bins of a width that begin at its multiples; only bins with
    /// assets, in order. With a dimension, SI values are counted.
    public func histogram(
        _ keys: [KeyID], width: Double, inSI dimension: Dimension?
    ) throws -> [(lower: Double, count: Int)] { [] }

    /// Counts assets by the beginning of their dates; only bins with assets, in order.
    public func histogram(
        _ keys: [KeyID], calendar: CalendarBin
    ) throws -> [(start: Int64, count: Int)] { [] }

    /// What the numbers are like; SI values with a dimension, else numbers as written.
    public func statistics(_ keys: [KeyID], dimension: Dimension?) throws -> Statistics {
        Statistics(count: 0, assetCount: 0, missing: 0)
    }

    /// The distinct values under the keys, in the order of their text.
    public func distinctValues(
        _ keys: [KeyID], limit: Int
    ) throws -> [(value: String, count: Int)] { [] }

    /// `count` assets by chance, the same ones for the same seed and revision.
    public func sample(_ count: Int, seed: UInt64) throws -> [AssetIdentity] { [] }
}

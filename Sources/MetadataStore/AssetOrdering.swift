internal import MetadataModel

/// Walks over a set of assets in an order.
///
/// The entries of a key are sorted, so assets are met in the order of their values: each value
/// makes a group, which the rest of the order divides further, down to identities. An asset
/// belongs to the first group it is met in, and leaves the set with it.
struct AssetOrdering {
    /// A page: a walk over all identities ends early where it has met so many of the set.
    private static let usualCount = 50
    private static let identityBatchCount = 512
    /// A set with less than this part of all assets is fetched one by one.
    private static let sparseShare = 8

    private let snapshot: Snapshot
    private let budget: Budget

    init(_ snapshot: Snapshot, _ budget: Budget) {
        self.snapshot = snapshot
        self.budget = budget
    }

    /// Calls `body` with each asset after a place, and with its own place, until it returns false.
    func walk(
        _ set: AssetSet, _ order: [StoreAnswer.Order], after start: PageCursor?,
        _ body: (AssetIdentity, PageCursor) throws -> Bool
    ) throws {
        if case .relevance(let words)? = order.first {
            return try RelevanceOrdering(snapshot, budget, words).walk(set, after: start, body)
        }
        _ = try walk(set, order.keys, order.isIdentityDescending, start, values: [], body)
    }

    /// - Parameter values: The sort values that all assets of the set share so far.
    private func walk(
        _ set: AssetSet, _ order: ArraySlice<StoreAnswer.Order>, _ isIdentityDescending: Bool,
        _ start: PageCursor?, values: [[UInt8]?],
        _ body: (AssetIdentity, PageCursor) throws -> Bool
    ) throws -> Bool {
        guard case .key(let keys, let slot, let isDescending)? = order.first else {
            return try walkIdentities(set, start?.identity, isIdentityDescending) { identity in
                try body(identity, PageCursor(values: values, identity: identity))
            }
        }
        let rest = order.dropFirst()
        if slot != .text {
            return try walkColumn(set, keys, slot, isDescending, start, values) {
                try walk($0, rest, isIdentityDescending, $2, values: values + [$1], body)
            }
        }
        let remaining = set.copy()
        let texts = try TextOrder(snapshot, budget, keys, isDescending: isDescending)
        let startValue = start?.values[values.count]
        let startsInMissing = start != nil && startValue == nil
        if let startValue {
            remaining.subtract(try texts.assets(before: startValue))
        } else if startsInMissing {
            remaining.subtract(try texts.allAssets())
        }
        if !startsInMissing {
            let goesOn = try texts.forEachGroup(of: remaining, from: startValue) { value, group in
                try walk(
                    group, rest, isIdentityDescending, value == startValue ? start : nil,
                    values: values + [value], body)
            }
            guard goesOn else { return false }
        }
        return try walk(
            remaining, rest, isIdentityDescending, startsInMissing ? start : nil,
            values: values + [nil], body)
    }

    /// Walks over the groups of equal numbers or dates, then over what has none.
    private func walkColumn(
        _ set: AssetSet, _ keys: [KeyID], _ slot: SortSlot, _ isDescending: Bool,
        _ start: PageCursor?, _ values: [[UInt8]?],
        _ walkGroup: (AssetSet, [UInt8]?, PageCursor?) throws -> Bool
    ) throws -> Bool {
        let column = try ColumnOrder(
            snapshot, budget, keys, slot, set, isDescending: isDescending)
        let startValue = start?.values[values.count]
        if start == nil || startValue != nil {
            let goesOn = try column.forEachGroup(from: startValue) { value, group in
                try walkGroup(group, value, value == startValue ? start : nil)
            }
            guard goesOn else { return false }
        }
        let missing = set.subtracting(try column.assets())
        return try walkGroup(missing, nil, startValue == nil ? start : nil)
    }

    private func walkIdentities(
        _ set: AssetSet, _ start: AssetIdentity?, _ isDescending: Bool,
        _ body: (AssetIdentity) throws -> Bool
    ) throws -> Bool {
        let early = AssetSet(0..<snapshot.state.orderedEnd)
        early.formIntersection(set)
        let late = set.subtracting(early)
        // Fetching all of a small set costs less than passing over what is not in it.
        let isFew = late.count * late.count <= Self.usualCount * snapshot.state.assetCount
        let isSparse = set.count < snapshot.state.assetCount / Self.sparseShare
        guard isFew, isSparse || early.isEmpty else {
            return try walkAllIdentities(set, start, isDescending, body)
        }
        var others = try snapshot.assets.identities(of: late.ordinals())
        others.sort { isDescending ? $1.identity < $0.identity : $0.identity < $1.identity }
        var walk = OrderedWalk(early, snapshot.assets, isDescending: isDescending)
        if let start {
            others.removeAll { isDescending ? $0.identity >= start : $0.identity <= start }
            try walk.skip(through: start)
        }
        var rest = others[...]
        while budget.allowsMore() {
            let (first, second) = (try walk.next, rest.first)
            let isFirst: Bool
            switch (first, second) {
            case (nil, nil): return true
            case (_?, nil): isFirst = true
            case (nil, _?): isFirst = false
            case (let first?, let second?):
                isFirst = (first.identity < second.identity) != isDescending
            }
            guard let found = isFirst ? first : second else { return true }
            if isFirst { walk.advance() } else { rest.removeFirst() }
            snapshot.note(found.identity, found.ordinal)
            guard try body(found.identity) else { return false }
        }
        return false
    }

    /// Walks over the identities of the whole index, passing over those that are not in the set.
    private func walkAllIdentities(
        _ set: AssetSet, _ start: AssetIdentity?, _ isDescending: Bool,
        _ body: (AssetIdentity) throws -> Bool
    ) throws -> Bool {
        var last = start
        while budget.allowsMore() {
            let batch = try snapshot.assets.identities(
                after: last, descending: isDescending, limit: Self.identityBatchCount)
            for (identity, ordinal) in batch where set.contains(ordinal) {
                snapshot.note(identity, ordinal)
                guard try body(identity) else { return false }
            }
            guard let latest = batch.last?.identity else { return true }
            last = latest
        }
        return false
    }
}

/// Walks over assets whose ordinals stand in the order of their identities.
private struct OrderedWalk {
    private static let batchCount = 64

    private let set: AssetSet
    private let assets: AssetTable
    private let isDescending: Bool
    private let count: Int
    /// How many have been fetched, in the order of the walk.
    private var fetched = 0
    private var batch: ArraySlice<(identity: AssetIdentity, ordinal: UInt32)> = []

    init(_ set: AssetSet, _ assets: AssetTable, isDescending: Bool) {
        self.set = set
        self.assets = assets
        self.isDescending = isDescending
        count = set.count
    }

    var next: (identity: AssetIdentity, ordinal: UInt32)? {
        mutating get throws {
            if batch.isEmpty, fetched < count { try fetch() }
            return batch.first
        }
    }

    mutating func advance() {
        batch.removeFirst()
    }

    private mutating func fetch() throws {
        let length = min(Self.batchCount, count - fetched)
        let rank = isDescending ? count - fetched - length : fetched
        var found = try assets.identities(of: set.ordinals(fromRank: rank, count: length))
        if isDescending { found.reverse() }
        batch = found[...]
        fetched += length
    }

    /// Goes on behind an identity, by halving what is in question.
    mutating func skip(through start: AssetIdentity) throws {
        var lower = 0
        var upper = count
        while lower < upper {
            let middle = (lower + upper) / 2
            let rank = isDescending ? count - 1 - middle : middle
            guard let ordinal = set.ordinal(atRank: rank) else { return }
            let identity = try assets.identity(ordinal)
            let isBehind = isDescending ? identity < start : identity > start
            if isBehind { upper = middle } else { lower = middle + 1 }
        }
        fetched = lower
    }
}

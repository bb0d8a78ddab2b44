internal import MetadataModel

/// The entries under some keys, in all segments, merged into one sorted sequence of values.
struct SortedRuns {
    /// Entries with one prefix, after which their value stands.
    private struct Run {
        var prefix: [UInt8]
        /// Assets that take their value from another run.
        var excluded: AssetSet?
    }

    private let snapshot: Snapshot
    private let budget: Budget
    private let slot: SortSlot
    private let isDescending: Bool
    private var runs: [Run] = []

    init(
        _ snapshot: Snapshot, _ budget: Budget, _ keys: [KeyID], _ slot: SortSlot,
        isDescending: Bool
    ) throws {
        self.snapshot = snapshot
        self.budget = budget
        self.slot = slot
        self.isDescending = isDescending
        let ids = keys.map { UInt32(clamping: $0.raw) }
        switch slot {
        case .text: runs = ids.map { Run(prefix: EntryKey.prefix($0, .text)) }
        case .date: runs = ids.map { Run(prefix: EntryKey.prefix($0, .date)) }
        case .number(preferringSI: false):
            runs = ids.map { Run(prefix: EntryKey.prefix($0, .number)) }
        case .number(preferringSI: true):
            let dictionary = try snapshot.keys()
            for key in keys {
                runs += (dictionary.entry(key)?.dimensions ?? []).map {
                    Run(prefix: EntryKey.prefix(UInt32(clamping: key.raw), $0))
                }
            }
            let withSI = try allAssets()
            runs += ids.map { Run(prefix: EntryKey.prefix($0, .number), excluded: withSI) }
        }
    }

    /// The assets with any value.
    func allAssets() throws -> AssetSet {
        try union { prefix in (prefix, EntryKey.end(ofPrefix: prefix)) }
    }

    /// The assets with a value that comes before this one.
    func assets(before value: [UInt8]) throws -> AssetSet {
        try union { prefix in
            isDescending
                ? (end(of: value, prefix) ?? prefix, EntryKey.end(ofPrefix: prefix))
                : (prefix, prefix + value)
        }
    }

    private func union(_ bounds: ([UInt8]) -> ([UInt8], [UInt8]?)) throws -> AssetSet {
        let result = AssetSet()
        for run in runs {
            let (start, end) = bounds(run.prefix)
            let found = try snapshot.entries.union(from: start, to: end, budget)
            if let excluded = run.excluded { found.subtract(excluded) }
            result.formUnion(found)
        }
        return result
    }

    /// The first key after the entries with a value.
    private func end(of value: [UInt8], _ prefix: [UInt8]) -> [UInt8]? {
        EntryKey.end(ofPrefix: prefix + value + (slot == .text ? [0] : []))
    }

    /// The part of an entry's key that sorts: up to the first zero of a text, the start of a date.
    private func value(_ key: UnsafeRawBufferPointer, _ prefix: [UInt8]) -> [UInt8] {
        let value = key[prefix.count...]
        switch slot {
        case .text: return Array(value.prefix { $0 != 0 })
        case .date, .number: return Array(value.prefix(8))
        }
    }

    /// Calls `body` with each value, in order, and those of the assets that have it first, until
    /// it returns false. They leave the set.
    func forEachGroup(
        of remaining: AssetSet, from start: [UInt8]?,
        _ body: ([UInt8], AssetSet) throws -> Bool
    ) throws -> Bool {
        var heads: [Head] = []
        for run in runs {
            let runEnd = EntryKey.end(ofPrefix: run.prefix)
            let from = isDescending ? run.prefix : run.prefix + (start ?? [])
            let to = isDescending ? start.flatMap { end(of: $0, run.prefix) } ?? runEnd : runEnd
            for segment in snapshot.entries.segments {
                let cursor = try snapshot.entries.cursor(
                    over: segment, from: from, to: to, descending: isDescending)
                guard !cursor.isAtEnd else { continue }
                heads.append(Head(cursor: cursor, run: run, value: value(of: cursor, run)))
            }
        }
        while !heads.isEmpty, !remaining.isEmpty {
            guard budget.allowsMore() else { return false }
            let next = heads.map(\.value).reduce(heads[0].value) { isBefore($1, $0) ? $1 : $0 }
            let group = AssetSet()
            for place in heads.indices where heads[place].value == next {
                try take(next, from: &heads[place], remaining, into: group)
            }
            heads.removeAll { $0.cursor.isAtEnd }
            guard !group.isEmpty else { continue }
            remaining.subtract(group)
            guard try body(next, group) else { return false }
        }
        return true
    }

    /// Where a run stands in one segment.
    private struct Head {
        let cursor: EntryCursor
        let run: Run
        var value: [UInt8]
    }

    private func isBefore(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        isDescending
            ? right.lexicographicallyPrecedes(left) : left.lexicographicallyPrecedes(right)
    }

    private func value(of cursor: EntryCursor, _ run: Run) -> [UInt8] {
        cursor.withKey { value($0, run.prefix) }
    }

    /// Moves the assets of all entries with a value into a group.
    private func take(
        _ value: [UInt8], from head: inout Head, _ remaining: AssetSet, into group: AssetSet
    ) throws {
        while !head.cursor.isAtEnd {
            head.value = self.value(of: head.cursor, head.run)
            guard head.value == value else { return }
            let found = try head.cursor.withPosting { try $0.ordinals(in: remaining) }
            group.insert(
                contentsOf: head.run.excluded.map { excluded in
                    found.filter { !excluded.contains($0) }
                } ?? found)
            try head.cursor.advance()
        }
    }
}

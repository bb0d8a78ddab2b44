internal import MetadataModel

/// Finds assets by scanning columns: numbers, quantities, dates, and texts that are plain numbers.
struct NumberEvaluator {
    private let snapshot: Snapshot
    private let entries: SegmentReader
    private let budget: Budget

    init(_ evaluator: Evaluator) {
        snapshot = evaluator.snapshot
        entries = snapshot.entries
        budget = evaluator.budget
    }

    /// The assets with a number within bounds in one of some columns.
    func assets(_ names: [[UInt8]], _ bounds: Bounds) throws -> AssetSet {
        guard bounds.lower <= bounds.upper else { return AssetSet() }
        return try gather(names) { $0.insert(bounds, into: $1) }
    }

    /// The assets with a number under a key, as written, within bounds.
    func assets(_ key: UInt32, written bounds: Bounds) throws -> AssetSet {
        try assets([EntryKey.prefix(key, .plain), EntryKey.prefix(key, .number)], bounds)
    }

    func assets(_ key: UInt32, _ bounds: TimeBounds) throws -> AssetSet {
        guard bounds.start < bounds.end else { return AssetSet() }
        return try gather([EntryKey.prefix(key, .date)]) { $0.insert(bounds, into: $1) }
    }

    // MARK: Several ranges as one

    /// The assets that lie in all ranges of a key, by one look at each value; `nil` where an asset
    /// may have a value for each range.
    func assets(_ range: CommonRange) throws -> AssetSet? {
        guard try hasOneFactAnAsset(range.key) else { return nil }
        var isSingle = true
        func gather(_ insert: (ColumnChunk, OrdinalBits) -> Void) throws -> AssetSet {
            var latest: UInt32?
            return try self.gather(range.columns) { chunk, bits in
                guard isSingle, let last = chunk.lastOfSingle(after: latest) else {
                    isSingle = false
                    return
                }
                latest = last
                insert(chunk, bits)
            }
        }
        let found =
            switch range.bounds {
            case .numbers(let bounds): try gather { $0.insert(bounds, into: $1) }
            case .times(let bounds): try gather { $0.insert(bounds, into: $1) }
            }
        return isSingle ? found : nil
    }

    private func hasOneFactAnAsset(_ key: UInt32) throws -> Bool {
        let keys = try snapshot.state.keys(snapshot.database)
        guard let entry = keys.entry(KeyID(raw: Int64(key))), entry.factCount == entry.assetCount
        else { return false }
        // What people state comes beside what the file does.
        var isCurated = false
        let start = EntryKey.prefix(key, .facts)
        for segment in entries.segments where segment.isCurated {
            try entries.scan(segment, from: start, to: EntryKey.end(ofPrefix: start), budget) {
                _, _ in
                isCurated = true
                return false
            }
        }
        return !isCurated
    }

    // MARK: Texts that are plain numbers

    /// The assets with a plain number under a key whose text is one word: this one.
    func assets(_ key: UInt32, word: String) throws -> AssetSet {
        guard let number = PlainNumber.number(word), number >= 0 else { return AssetSet() }
        let name = [EntryKey.prefix(key, .plain)]
        let result = try assets(name, Bounds(lower: number, upper: number))
        if number > 0 {
            result.formUnion(try assets(name, Bounds(lower: -number, upper: -number)))
        }
        return result
    }

    /// The assets with a plain number under a key whose text passes.
    func assets(_ key: UInt32, passing passes: (String) -> Bool) throws -> AssetSet {
        var known: [UInt64: Bool] = [:]
        return try gather([EntryKey.prefix(key, .plain)]) { chunk, bits in
            chunk.forEachNumber { ordinal, number in
                if let passed = known[number.bitPattern] {
                    if passed { bits.insert(ordinal) }
                    return
                }
                let passed = passes(PlainNumber.text(of: number))
                known[number.bitPattern] = passed
                if passed { bits.insert(ordinal) }
            }
        }
    }

    private func gather(
        _ names: [[UInt8]], _ body: (ColumnChunk, OrdinalBits) throws -> Void
    ) throws -> AssetSet {
        let result = AssetSet()
        for segment in entries.segments {
            var union = PostingUnion(first: segment.first, last: segment.last)
            for name in names {
                try entries.forEachChunk(of: name, in: segment, budget) { chunk in
                    try body(chunk, union.bits())
                }
            }
            union.add(to: result)
        }
        return result
    }
}

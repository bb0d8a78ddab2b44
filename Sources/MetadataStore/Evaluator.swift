internal import MetadataModel

/// Finds the assets that fulfil a predicate, by algebra on the sets that the index holds.
///
/// Where the index knows candidates only, as for two words of one value or facts of one element,
/// their records decide.
struct Evaluator {
    let snapshot: Snapshot
    let budget: Budget
    private var live: AssetSet { snapshot.live }

    init(_ snapshot: Snapshot, _ budget: Budget) {
        self.snapshot = snapshot
        self.budget = budget
    }

    func assets(_ predicate: Predicate) throws -> AssetSet {
        switch predicate {
        case .everything: live
        case .nothing: AssetSet()
        case .and(let parts): try assets(all: parts)
        case .or(let parts):
            try parts.reduce(AssetSet()) { union, part in
                union.formUnion(try assets(part))
                return union
            }
        case .not(let part): live.subtracting(try assets(part))
        case .facts(let test): try assets(test).intersection(live)
        case .anywhere(let test):
            try TextEvaluator(self).assets(withWords: WordPattern(test)).intersection(live)
        case .identities(let identities): try assets(identities)
        case .selection(let number):
            try snapshot.assets.ordinals(ofSelection: number).intersection(live)
        case .element(let test): try ElementEvaluator(self).assets(test)
        }
    }

    private func assets(all parts: [Predicate]) throws -> AssetSet {
        let result = live.copy()
        let (ranges, others) = CommonRange.all(in: parts)
        for range in ranges {
            if let found = try NumberEvaluator(self).assets(range) {
                result.formIntersection(found)
            } else {
                for test in range.tests { result.formIntersection(try assets(test)) }
            }
        }
        for part in others {
            if case .not(let excluded) = part {
                result.subtract(try assets(excluded))
            } else {
                result.formIntersection(try assets(part))
            }
            if result.isEmpty { break }
        }
        return result
    }

    private func assets(_ identities: [AssetIdentity]) throws -> AssetSet {
        let result = AssetSet()
        for identity in identities {
            if let ordinal = try snapshot.ordinal(of: identity) { result.insert(ordinal) }
        }
        return result
    }

    // MARK: Facts

    private func assets(_ test: FactTest) throws -> AssetSet {
        let keys = test.keys.map { UInt32(clamping: $0.raw) }
        guard test.element.isEmpty else {
            let matcher = FactTestMatcher(test)
            return try verified(candidates(test), keys: Set(keys)) { matcher.holds($0) }
        }
        switch test.quantifier {
        case .any: return try assets(keys, test.value)
        case .none:
            return try present(keys).subtracting(try assets(keys, test.value))
        case .all:
            let candidates = try assets(keys, test.value).intersection(live)
            // An asset with a single fact needs no second look.
            let single = try keys.count == 1 ? assets(keys, factCount: 1...1) : AssetSet()
            single.formIntersection(candidates)
            candidates.subtract(single)
            let matcher = FactTestMatcher(test)
            single.formUnion(try verified(candidates, keys: Set(keys)) { matcher.holds($0) })
            return single
        case .count(let range):
            return try assets(keys, factCount: range)
        }
    }

    /// A set that holds all assets that may fulfil a test, whatever their elements.
    func candidates(_ test: FactTest) throws -> AssetSet {
        let keys = test.keys.map { UInt32(clamping: $0.raw) }
        switch test.quantifier {
        case .any, .all: return try assets(keys, test.value).intersection(live)
        case .none, .count: return try present(keys).intersection(live)
        }
    }

    /// The assets with facts under some keys.
    func present(_ keys: [UInt32]) throws -> AssetSet {
        try assets(keys, .present)
    }

    /// The assets with a fact under some keys that passes.
    private func assets(_ keys: [UInt32], _ value: ValueTest) throws -> AssetSet {
        let result = AssetSet()
        for key in keys { result.formUnion(try assets(key, value)) }
        return result
    }

    private func assets(_ key: UInt32, _ value: ValueTest) throws -> AssetSet {
        let entries = snapshot.entries
        switch value {
        case .present:
            return try entries.union(ofPrefix: EntryKey.prefix(key, .facts), budget)
        case .text, .words, .glob, .similar:
            return try TextEvaluator(self).assets(key, value)
        case .number(let bounds):
            return try NumberEvaluator(self).assets(key, written: bounds)
        case .quantity(let bounds, let dimension):
            return try NumberEvaluator(self).assets([EntryKey.prefix(key, dimension)], bounds)
        case .date(let bounds): return try NumberEvaluator(self).assets(key, bounds)
        case .truth(let truth):
            return try entries.union(of: EntryKey.prefix(key, .truth) + [truth ? 1 : 0], budget)
        case .anyOf(let tests):
            return try tests.reduce(AssetSet()) { union, test in
                union.formUnion(try assets(key, test))
                return union
            }
        }
    }

    // MARK: Numbers of facts

    private func assets(_ keys: [UInt32], factCount range: ClosedRange<Int>) throws -> AssetSet {
        guard keys.count == 1, let key = keys.first else {
            return try counted(keys, range, among: live)
        }
        let result = try assets(key, factCount: range)
        // What people state has counts of its own, to be added to those of the file.
        guard let segment = snapshot.entries.segments.first(where: \.isCurated) else {
            return result
        }
        let curated = AssetSet()
        try forEachFactCount(key, in: segment) { _, posting in
            curated.insert(contentsOf: try posting.ordinals())
        }
        guard !curated.isEmpty else { return result }
        result.subtract(curated)
        result.formUnion(try counted(keys, range, among: curated))
        return result
    }

    /// Those of some assets whose numbers of facts under some keys sum up to a range.
    private func counted(
        _ keys: [UInt32], _ range: ClosedRange<Int>, among assets: AssetSet
    ) throws -> AssetSet {
        var counts: [UInt32: Int] = [:]
        for key in keys {
            for segment in snapshot.entries.segments {
                try forEachFactCount(key, in: segment) { count, posting in
                    for ordinal in try posting.ordinals(in: assets) {
                        counts[ordinal, default: 0] += count
                    }
                }
            }
        }
        let result = AssetSet()
        result.insert(contentsOf: counts.filter { range.contains($0.value) }.keys.sorted())
        return result
    }

    private func forEachFactCount(
        _ key: UInt32, in segment: Segment, _ body: (Int, Posting) throws -> Void
    ) throws {
        let prefix = EntryKey.prefix(key, .facts)
        let end = EntryKey.end(ofPrefix: prefix)
        try snapshot.entries.scan(segment, from: prefix, to: end, budget) { key, posting in
            try body(key[prefix.count...].reduce(0) { $0 << 8 | Int($1) }, posting)
            return true
        }
    }

    private func assets(_ key: UInt32, factCount range: ClosedRange<Int>) throws -> AssetSet {
        guard range.upperBound >= 1 else { return AssetSet() }
        let prefix = EntryKey.prefix(key, .facts)
        var from = prefix
        from.append(bigEndian: UInt32(clamping: max(1, range.lowerBound)))
        var to: [UInt8]? = prefix
        if let end = UInt32(exactly: range.upperBound), end < .max {
            to?.append(bigEndian: end + 1)
        } else {
            to = EntryKey.end(ofPrefix: prefix)
        }
        return try snapshot.entries.union(from: from, to: to, budget)
    }

    // MARK: Records

    /// Those of the candidates whose facts under some keys, all for `nil`, fulfil a condition.
    func verified(
        _ candidates: AssetSet, keys: Set<UInt32>?, _ condition: ([StoredFact]) -> Bool
    ) throws -> AssetSet {
        let result = AssetSet()
        try candidates.forEachChunk(of: 64) { chunk in
            guard budget.allowsMore() else { return false }
            for ordinal in chunk {
                var facts: [StoredFact] = []
                try snapshot.records.forEachFact(of: ordinal, keys: keys) { key, fact, source in
                    facts.append(StoredFact(key: key, fact: fact, source: source))
                    return true
                }
                if condition(facts) { result.insert(ordinal) }
            }
            return true
        }
        return result
    }
}

/// A fact with the id of its key.
struct StoredFact {
    var key: UInt32
    var fact: Fact
    var source: FactSource
}

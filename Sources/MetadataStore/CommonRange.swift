internal import MetadataModel

/// Several ranges of one key, all of which an asset must have a value in.
///
/// Where each asset has one value, that is one range. `bytes>=10 bytes<20` is asked more often than
/// `bytes:10..20`, and need not cost twice as much.
struct CommonRange {
    enum Bounded {
        case numbers(Bounds)
        case times(TimeBounds)
    }

    let key: UInt32
    /// The columns in which the values stand.
    let columns: [[UInt8]]
    private(set) var bounds: Bounded
    /// The ranges one by one.
    private(set) var tests: [FactTest]

    private init?(_ predicate: Predicate) {
        guard case .facts(let test) = predicate, test.quantifier == .any, test.element.isEmpty,
            test.keys.count == 1, let key = test.keys.first.map({ UInt32(clamping: $0.raw) })
        else { return nil }
        switch test.value {
        case .number(let numbers):
            columns = [EntryKey.prefix(key, .plain), EntryKey.prefix(key, .number)]
            bounds = .numbers(numbers)
        case .quantity(let numbers, let dimension):
            columns = [EntryKey.prefix(key, dimension)]
            bounds = .numbers(numbers)
        case .date(let times):
            columns = [EntryKey.prefix(key, .date)]
            bounds = .times(times)
        case .present, .text, .words, .glob, .similar, .truth, .anyOf: return nil
        }
        self.key = key
        tests = [test]
    }

    /// Takes another range in, where the two have something in common.
    private mutating func take(_ other: CommonRange) -> Bool {
        guard columns == other.columns else { return false }
        switch (bounds, other.bounds) {
        case (.numbers(let own), .numbers(let others)):
            let both = own.intersection(others)
            guard both.lower < both.upper else { return false }
            bounds = .numbers(both)
        case (.times(let own), .times(let others)):
            let both = TimeBounds(
                start: max(own.start, others.start), end: min(own.end, others.end),
                relation: own.relation)
            guard own.relation == others.relation, both.start < both.end else { return false }
            bounds = .times(both)
        case (.numbers, .times), (.times, .numbers): return false
        }
        tests += other.tests
        return true
    }

    /// The ranges that several conditions are about, and all other conditions.
    static func all(in parts: [Predicate]) -> (ranges: [CommonRange], others: [Predicate]) {
        var ranges: [(range: CommonRange, first: Predicate)] = []
        var others: [Predicate] = []
        for part in parts {
            guard let range = CommonRange(part) else {
                others.append(part)
                continue
            }
            if !ranges.indices.contains(where: { ranges[$0].range.take(range) }) {
                ranges.append((range, part))
            }
        }
        let single = ranges.filter { $0.range.tests.count == 1 }.map(\.first)
        return (ranges.map(\.range).filter { $0.tests.count > 1 }, others + single)
    }
}

extension Bounds {
    fileprivate func intersection(_ other: Bounds) -> Bounds {
        var both = self
        if other.lower > lower || other.lower == lower && !other.includesLower {
            (both.lower, both.includesLower) = (other.lower, other.includesLower)
        }
        if other.upper < upper || other.upper == upper && !other.includesUpper {
            (both.upper, both.includesUpper) = (other.upper, other.includesUpper)
        }
        return both
    }
}

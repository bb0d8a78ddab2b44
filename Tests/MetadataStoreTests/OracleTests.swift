import class Foundation.ProcessInfo
import MetadataModel
import MetadataStore
import Testing

@Suite struct OracleTests {
    /// `RETICLE_ORACLE_QUERIES=7000 swift test --filter OracleTests` asks 21,000.
    private static let queryCount =
        ProcessInfo.processInfo.environment["RETICLE_ORACLE_QUERIES"].flatMap(Int.init) ?? 500

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `random predicates find what a look at every fact finds`(seed: UInt64) throws {
        let fixture = try OracleFixture(seed: seed)
        var predicates = RandomPredicates(
            random: Sequence64(seed &* 77), ids: fixture.ids,
            identities: Array(fixture.oracle.assets.keys).sorted())
        try fixture.store.read { reader throws in
            #expect(try reader.assetCount == fixture.oracle.assets.count)
            for _ in 0..<Self.queryCount {
                let predicate = predicates.predicate()
                let answer = try reader.answer(predicate, deadline: nil)
                var found: Set<AssetIdentity> = []
                try answer.forEach { found.insert($0).inserted }
                let expected = fixture.expected(predicate)
                #expect(found == expected, "\(predicate)")
                #expect(answer.count == expected.count)
                #expect(answer.isComplete)
            }
        }
    }

    @Test func `facets and distinct values count assets as a look at every fact does`() throws {
        let fixture = try OracleFixture(seed: 11)
        try fixture.store.read { reader throws in
            let answer = try reader.answer(.everything, deadline: nil)
            for names in [["t.Stain"], ["t.Stain", "u.Stain"], ["t.Count"], ["t.Mixed"]] {
                var counts: [String: Int] = [:]
                var missing = 0
                for facts in fixture.oracle.assets.values {
                    let own = facts.filter { names.contains($0.key.description) }
                    if own.isEmpty { missing += 1 }
                    // Long texts, and those with a NUL, are told apart by a hash: no label is kept.
                    let short = own.filter {
                        $0.value.utf8.count < 100 && !$0.value.utf8.contains(0)
                    }
                    for value in Set(short.map { [$0.value, $0.label] }) {
                        counts[value[1] ?? value[0] ?? "", default: 0] += 1
                    }
                }
                let facet = try answer.facet(names.compactMap { fixture.ids[$0] }, top: .max)
                var found: [String: Int] = [:]
                for (text, count) in facet.values where !text.hasSuffix("…") {
                    found[text, default: 0] += count
                }
                #expect(found == counts)
                #expect(facet.missing == missing)
                #expect(facet.values.map(\.count) == facet.values.map(\.count).sorted(by: >))
            }
        }
    }

    @Test func `statistics and bins agree with a look at every fact`() throws {
        let fixture = try OracleFixture(seed: 12)
        let keys = ["t.Size", "t.Mixed"]
        let ids = keys.compactMap { fixture.ids[$0] }
        var numbers: [Double] = []
        var bins: [Double: Int] = [:]
        var months: [Int64: Int] = [:]
        var missing = 0
        for facts in fixture.oracle.assets.values {
            var own: Set<[String]> = []
            var values: [Double] = []
            for fact in facts where keys.contains(fact.key.description) {
                guard fact.dimension == RandomAssets.length, let si = fact.numbers.first?.si,
                    own.insert([fact.key.description, "\(si)"]).inserted
                else { continue }
                values.append(si == 0 ? 0 : si)
            }
            values = values.filter { abs($0) < 1e9 }
            numbers += values
            if values.isEmpty { missing += 1 }
            for bin in Set(values.map { ($0 / 1e-6).rounded(.down) }) { bins[bin, default: 0] += 1 }
            let days = Set(
                facts.filter { $0.key == "t.Mixed" }.compactMap(\.date)
                    .map { Int64((Double($0.start) / 86_400e6).rounded(.down)) * 86_400_000_000 })
            for day in days { months[day, default: 0] += 1 }
        }
        let small = FactTest(
            keys: ids, .quantity(Bounds(lower: 1e9), RandomAssets.length))
        try fixture.store.read { reader throws in
            let excluded = Set(try reader.paths(.facts(small)))
            let found = try reader.answer(.everything, deadline: nil)
                .histogram(ids, width: 1e-6, inSI: RandomAssets.length)
                .filter { $0.lower < 1e9 }
            #expect(
                Dictionary(
                    uniqueKeysWithValues: found.map { (($0.lower / 1e-6).rounded(), $0.count) })
                    == bins)
            let days = try reader.answer(.everything, deadline: nil)
                .histogram([fixture.ids["t.Mixed"]].compactMap { $0 }, calendar: .day)
            #expect(Dictionary(uniqueKeysWithValues: days.map { ($0.start, $0.count) }) == months)
            guard excluded.isEmpty else { return }
            let statistics = try reader.answer(.everything, deadline: nil)
                .statistics(ids, dimension: RandomAssets.length)
            #expect(statistics.count == numbers.count)
            #expect(statistics.missing == missing)
            #expect(statistics.minimum == numbers.min())
        }
    }

    @Test(arguments: [true, false], [1, 7, 1000])
    func `pages follow the order and join without gaps`(isDescending: Bool, limit: Int) throws {
        let fixture = try OracleFixture(seed: 13)
        let ids = fixture.ids
        let orders: [[StoreAnswer.Order]] = [
            [.identity(descending: isDescending)],
            [
                .key(
                    [ids["t.Stain"], ids["u.Stain"]].compactMap { $0 }, by: .text,
                    descending: isDescending)
            ],
            [
                .key(
                    [ids["t.Count"]].compactMap { $0 }, by: .number(preferringSI: false),
                    descending: isDescending),
                .key([ids["t.Acquired"]].compactMap { $0 }, by: .date, descending: false),
                .identity(descending: isDescending),
            ],
            [
                .key(
                    [ids["t.Mixed"]].compactMap { $0 }, by: .number(preferringSI: true),
                    descending: isDescending)
            ],
        ]
        let predicate = Predicate.not(.anywhere(.word("dapi")))
        let all = fixture.expected(predicate)
        try fixture.store.read { reader throws in
            for order in orders {
                let answer = try reader.answer(predicate, deadline: nil)
                var paged: [AssetIdentity] = []
                var cursor: String?
                repeat {
                    let page = try answer.page(order: order, after: cursor, limit: limit)
                    #expect(page.identities.count <= limit)
                    paged += page.identities
                    cursor = page.next
                } while cursor != nil
                let expected = all.sorted { sorts($0, before: $1, order, fixture.oracle) }
                #expect(paged == expected, "\(order)")
            }
        }
    }

    /// Whether one asset stands before another, from their facts.
    private func sorts(
        _ left: AssetIdentity, before right: AssetIdentity, _ order: [StoreAnswer.Order],
        _ oracle: Oracle
    ) -> Bool {
        for step in order {
            switch step {
            case .identity(let isDescending): return isDescending ? right < left : left < right
            case .relevance: continue
            case .key(let keys, let slot, let isDescending):
                let names = keys.compactMap { oracle.names[$0] }
                let one = value(oracle.assets[left] ?? [], names, slot, isDescending)
                let other = value(oracle.assets[right] ?? [], names, slot, isDescending)
                switch (one, other) {
                case (nil, nil): continue
                case (nil, _): return false
                case (_, nil): return true
                case (let one?, let other?):
                    if one == other { continue }
                    return isDescending ? other < one : one < other
                }
            }
        }
        return left < right
    }

    private enum SortValue: Comparable {
        case number(Double)
        case text([UInt8])

        static func < (left: SortValue, right: SortValue) -> Bool {
            switch (left, right) {
            case (.number(let left), .number(let right)): left < right
            case (.text(let left), .text(let right)): left.lexicographicallyPrecedes(right)
            case (.number, .text): true
            case (.text, .number): false
            }
        }
    }

    private func value(
        _ facts: [Fact], _ names: [String], _ slot: SortSlot, _ isDescending: Bool
    ) -> SortValue? {
        let own = facts.filter { names.contains($0.key.description) }
        let values: [SortValue]
        switch slot {
        case .text:
            // Texts are ordered by their first 160 bytes.
            values = own.map { fact in
                .text(Array(fact.value.lowercased().utf8.prefix(160).prefix { $0 >= 2 }))
            }
        case .date: values = own.compactMap { $0.date.map { .number(Double($0.start)) } }
        case .number(let preferringSI):
            let si = own.flatMap { fact in
                fact.dimension == nil ? [] : fact.numbers.compactMap(\.si)
            }
            values =
                (preferringSI && !si.isEmpty ? si : own.flatMap { $0.numbers.map(\.number.double) })
                .map { .number($0) }
        }
        return isDescending ? values.max() : values.min()
    }
}

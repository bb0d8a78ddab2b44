import MetadataModel
import MetadataStore
import Testing

/// Columns of a form that chance does not make.
@Suite struct ColumnTests {
    /// What each asset states, by its number.
    @Test(
        arguments: [
            { _ in 16 }, { Int64($0) }, { Int64($0 % 3) * 70_000 }, { $0 == 7 ? .max : -1 },
        ] as [@Sendable (Int) -> Int64])
    func `a column holds what was written`(number: @Sendable (Int) -> Int64) throws {
        let index = try TemporaryIndex()
        let store = try index.store()
        // Several segments, most of which are merged.
        let count = 450
        for part in 0..<9 {
            try store.write { writer throws in
                for place in part * count / 9..<(part + 1) * count / 9 {
                    let value = number(place)
                    try writer.put(
                        "/\(place)",
                        [
                            Fact(
                                key: "bits", value: "\(value)",
                                numbers: [NumberSlot(.integer(value))])
                        ])
                }
            }
        }
        let values = (0..<count).map { Double(number($0)) }
        try store.read { reader throws in
            let keys = try reader.ids("bits")
            for bound in Set(values.prefix(20) + values.suffix(3)) {
                let test = FactTest(keys: keys, .number(Bounds(lower: bound)))
                #expect(try reader.count(.facts(test)) == values.count { $0 >= bound })
            }
            let found = try reader.answer(.everything).statistics(keys, dimension: nil)
            #expect(found.count == count)
            #expect(found.minimum == values.min())
            #expect(found.maximum == values.max())
        }
        #expect(try store.faults() == [])
    }

    /// Where each asset has one value, two ranges of a key are asked as one.
    @Test(arguments: [nil, ["90 7"], ["90", "7"]] as [[String]?])
    func `two ranges of a key need not hold for the same value`(values: [String]?) throws {
        let index = try TemporaryIndex()
        let store = try index.store()
        var assets = (0..<300).map { $0 == 150 ? [] : ["\($0 % 100)"] }
        assets[150] = values ?? []
        try store.write { writer throws in
            for (place, values) in assets.enumerated() {
                let facts = values.map { value in
                    let numbers = value.split(separator: " ").compactMap { Int64($0) }
                    return Fact(
                        key: "n", value: value, numbers: numbers.map { NumberSlot(.integer($0)) })
                }
                try writer.put("/\(place)", facts)
            }
        }
        try store.read { reader throws in
            let keys = try reader.ids("n")
            func count(_ first: Bounds, _ second: Bounds) throws -> Int {
                try reader.count(
                    .and([first, second].map { .facts(FactTest(keys: keys, .number($0))) }))
            }
            let both = values == nil ? 0 : 1
            #expect(try count(Bounds(lower: 80), Bounds(upper: 20)) == both)
            #expect(try count(Bounds(lower: 5), Bounds(upper: 9)) == 15 + both)
            let open = Bounds(upper: 9, includesUpper: false)
            #expect(try count(Bounds(lower: 5, includesLower: false), open) == 9 + both)
        }
    }

    /// More values than one pass keeps, up to three an asset, some equal, some missing.
    @Test(arguments: [true, false])
    func `many values have their order, their middle and their bins`(isDescending: Bool) throws {
        let index = try TemporaryIndex()
        let store = try index.store()
        var random = Sequence64(7)
        let values: [[Int64]] = (0..<6000).map { _ in
            (0..<Int.random(in: 0...3, using: &random)).map { _ in
                Int64.random(in: -9000...9000, using: &random)
            }
        }
        for part in 0..<6 {
            try store.write { writer throws in
                for (place, values) in values.enumerated() where place % 6 == part {
                    try writer.put(
                        "/\(place)",
                        values.map {
                            Fact(key: "n", value: "\($0)", numbers: [NumberSlot(.integer($0))])
                        })
                }
            }
        }
        let least = values.map { isDescending ? $0.max().map { -$0 } : $0.min() }
        let ordered = least.compactMap { $0 }.sorted()
        try store.read { reader throws in
            let keys = try reader.ids("n")
            let answer = try reader.answer(.everything)
            let order = StoreAnswer.Order.key(
                keys, by: .number(preferringSI: false), descending: isDescending)
            for limit in [700, 6001] {
                var paged: [Int64?] = []
                var cursor: String?
                repeat {
                    let page = try answer.page(order: [order], after: cursor, limit: limit)
                    for identity in page.identities {
                        let path = try #require(try reader.asset(identity)).path
                        paged.append(least[try #require(Int(path.dropFirst()))])
                    }
                    cursor = page.next
                } while cursor != nil
                #expect(paged.count == values.count)
                #expect(paged.prefix(ordered.count).compactMap { $0 } == ordered)
                #expect(paged.dropFirst(ordered.count).allSatisfy { $0 == nil })
            }
            let all = values.flatMap { Set($0) }.map(Double.init).sorted()
            let found = try answer.statistics(keys, dimension: nil)
            #expect(found.median == (all[(all.count - 1) / 2] + all[all.count / 2]) / 2)
            #expect(found.missing == values.count - ordered.count)
            #expect(abs((found.mean ?? 0) - all.reduce(0, +) / Double(all.count)) < 1e-6)
            for width in [0.5, 700] {
                let bins = try answer.histogram(keys, width: width, inSI: nil)
                var expected: [Double: Int] = [:]
                for values in values {
                    for bin in Set(values.map { (Double($0) / width).rounded(.down) }) {
                        expected[bin * width, default: 0] += 1
                    }
                }
                #expect(bins.map(\.lower) == expected.keys.sorted())
                #expect(bins.allSatisfy { expected[$0.lower] == $0.count })
            }
        }
        #expect(try store.faults() == [])
    }
}

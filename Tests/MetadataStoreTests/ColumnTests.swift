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
}

@testable import QueryLanguage

/// Queries by chance, the same ones for the same seed: every construct of the grammar, nested.
struct RandomQueries {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    // MARK: Chance

    mutating func number(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((word ^ (word >> 31)) % UInt64(max(1, bound)))
    }

    mutating func one<Choice>(of choices: [Choice]) -> Choice {
        choices[number(below: choices.count)]
    }

    private mutating func happens(in hundred: Int) -> Bool { number(below: 100) < hundred }

    private mutating func some<Part>(
        _ range: ClosedRange<Int>, _ part: (inout RandomQueries) -> Part
    ) -> [Part] {
        let count = range.lowerBound + number(below: range.count)
        return (0..<count).map { _ in part(&self) }
    }

    // MARK: Queries

    mutating func query() -> Query {
        Query(
            filter: happens(in: 95) ? filter(depth: 3) : nil,
            stages: some(0...3) { $0.stage() })
    }

    mutating func filter(depth: Int) -> Filter {
        guard depth > 0 else { return leaf() }
        switch number(below: 12) {
        case 0, 1: return .and(some(2...4) { $0.filter(depth: depth - 1) })
        case 2: return .or(some(2...3) { $0.filter(depth: depth - 1) })
        case 3: return .not(filter(depth: depth - 1))
        case 4: return .element(key(), filter(depth: depth - 1))
        case 5: return .relation(relation(depth: depth))
        default: return leaf()
        }
    }

    private mutating func leaf() -> Filter {
        switch number(below: 10) {
        case 0: return .text(.word(one(of: Self.words)))
        case 1: return .text(.phrase(one(of: Self.strings)))
        case 2: return .text(.prefix(one(of: Self.words)))
        case 3: return .has(key())
        case 4: return .missing(key())
        case 5:
            return .quantified(
                one(of: Quantifier.allCases), key(), one(of: [.less, .greaterOrEqual, .equals]),
                .quantity(quantity()))
        default: return .clause(clause())
        }
    }

    private mutating func clause() -> Clause {
        let comparison = one(of: Comparison.allCases)
        let value: Value
        switch number(below: 8) {
        case 0: value = .range(.quantity(quantity()), .quantity(quantity()))
        case 1: value = happens(in: 50) ? .range(nil, date()) : .range(date(), nil)
        case 2: value = .tolerance(.quantity(quantity()), .quantity(quantity()))
        case 3: value = .anyOf(some(1...3) { $0.scalar() })
        case 4: value = .anything
        default: value = .scalar(scalar())
        }
        return Clause(key: key(), comparison: comparison, value: value)
    }

    private mutating func scalar() -> Scalar {
        switch number(below: 6) {
        case 0: return .quantity(quantity())
        case 1: return date()
        case 2: return .string(one(of: Self.strings))
        case 3: return .glob(one(of: ["/data/2026/**", "img_*", "*.t?f", "a/b"]))
        case 4: return .truth(happens(in: 50))
        default: return .word(one(of: Self.words))
        }
    }

    private mutating func date() -> Scalar {
        let units = ["s", "min", "h", "d", "w", "mo", "y"]
        switch number(below: 4) {
        case 0: return .date(one(of: [.today, .yesterday, .now]))
        case 1: return .date(.ago(Duration(count: number(below: 400), unit: one(of: units))))
        case 2:
            let count = (number(below: 50) + 1) * (happens(in: 50) ? 1 : -1)
            return .date(.nowOffset(Duration(count: count, unit: one(of: units))))
        default:
            return .date(
                .absolute(
                    one(of: [
                        "2026-03", "2026-03-01", "2026-03-01T12", "2026-03-01T12:30Z",
                        "1999-12-31T23:59:60.25+01:00",
                    ])))
        }
    }

    private mutating func quantity() -> Quantity {
        let number = one(of: ["0", "5", "-60", "0.5", "1e6", "6.02e+23", "12.5", ".5"])
        let units = ["nm", "kV", "°C", "%", "e-/Å^2", "µm", "deg", "nm/px", "m·s⁻¹"]
        return Quantity(number: number, unit: happens(in: 60) ? one(of: units) : nil)
    }

    mutating func key() -> KeyPattern {
        KeyPattern(
            segments: some(1...3) { random in
                let name: KeyPattern.Segment.Name =
                    switch random.number(below: 10) {
                    case 0: .glob(random.one(of: ["*", "*exp*", "Na?e"]))
                    case 1: .anyDepth
                    default: .plain(random.one(of: Self.names))
                    }
                let index: KeyPattern.Segment.Index? =
                    switch random.number(below: 12) {
                    case 0: .any
                    case 1: .number(random.number(below: 9))
                    default: nil
                    }
                return KeyPattern.Segment(name, index: index)
            })
    }

    private mutating func relation(depth: Int) -> Relation {
        let inner = filter(depth: depth - 1)
        switch number(below: 4) {
        case 0:
            let least = number(below: 3)
            let depths = [
                nil, DepthRange(least: least), DepthRange(least: least, most: least + 2),
            ]
            return .lineage(one(of: Relation.Direction.allCases), depth: one(of: depths), inner)
        case 1: return .same(key(), inner)
        case 2: return .step(one(of: Relation.Maker.allCases), inner)
        default: return .selection(one(of: ["9f2c", "a b", "x\"y"]))
        }
    }

    private mutating func stage() -> Stage {
        switch number(below: 12) {
        case 0: return .sort(some(1...2) { SortKey($0.key(), isDescending: $0.happens(in: 50)) })
        case 1:
            let bins: [Bin?] = [
                nil, .calendar("month"), .width(Quantity(number: "10", unit: "nm")),
            ]
            return .facet(
                some(1...2) {
                    FacetKey($0.key(), bin: $0.one(of: bins), top: $0.one(of: [nil, 20]))
                })
        case 2: return .stats(key())
        case 3: return .count(by: happens(in: 50) ? key() : nil)
        case 4:
            return .select(some(1...3) { Column($0.key(), unit: $0.one(of: [nil, "nm", "1/nm"])) })
        case 5: return .distinct(key())
        case 6: return .limit(number(below: 500))
        case 7: return .after(one(of: ["eyJ9", "a b"]))
        case 8: return .sample(number(below: 99), seed: one(of: [nil, 7]))
        case 9: return .group(key())
        case 10: return .asOf(.absolute("2026-03-01"))
        default: return .explain
        }
    }

    private static let words = [
        "osteo", "骨", "img_0042.tif", "C++", "ptc2", "SEM-2", "B17", "Or", "été", "🔬", "count",
        "sort", "x.y", "4C1a",
    ]
    static let strings = [
        "", "osmium tetroxide", "OR", "a \"b\" \\ c", "{[(|,)]}", "5kV", "-x", " ", "ä\tö", "*",
        "true", "a`b",
    ]
    private static let names = [
        "voltage", "pixel", "Gene Symbol", "a`b", "x.y", "has", "and", "-x", "", "ImageWidth",
        "Characteristics [Organism]", "ä-ö_ü", "count", "5", "a:b", "same", "a*b", "!x",
    ]
}

import MetadataModel
import MetadataStore

/// Makes predicates over the facts of ``RandomAssets``.
struct RandomPredicates {
    var random: Sequence64
    let ids: [String: KeyID]
    let identities: [AssetIdentity]

    mutating func predicate(depth: Int = 2) -> Predicate {
        let isLeaf = depth == 0 || random.chance(45)
        switch Int.random(in: isLeaf ? 3..<12 : 0..<3, using: &random) {
        case 0:
            return random.chance(30)
                ? ranges() : .and((0..<2).map { _ in predicate(depth: depth - 1) })
        case 1: return .or((0..<2).map { _ in predicate(depth: depth - 1) })
        case 2: return .not(predicate(depth: depth - 1))
        case 3: return .anywhere(text())
        case 4: return .identities((0..<3).map { _ in random.pick(identities) })
        case 5, 6: return .element(ElementTest(condition(depth: 2)))
        case 7: return random.pick([.everything, .nothing])
        default: return .facts(factTest())
        }
    }

    /// Several ranges of one key.
    private mutating func ranges() -> Predicate {
        let keys = [random.pick(["t.Count", "t.Size", "t.Mixed"])].compactMap { ids[$0] }
        return .and(
            (0..<3).map { _ in
                .facts(
                    FactTest(
                        keys: keys,
                        random.chance(60)
                            ? .number(bounds()) : .quantity(bounds(), RandomAssets.length)))
            })
    }

    private mutating func keys() -> [KeyID] {
        let names =
            random.chance(70)
            ? [random.pick(RandomAssets.keys)]
            : [random.pick(RandomAssets.keys), random.pick(RandomAssets.keys)]
        return Array(Set(names.compactMap { ids[$0] })).sorted()
    }

    mutating func factTest() -> FactTest {
        var element: [ElementStep] = []
        if random.chance(20) {
            element = [ElementStep(segment: 2, index: Int.random(in: 0..<3, using: &random))]
        }
        return FactTest(keys: keys(), value(), quantifier: quantifier(), element: element)
    }

    private mutating func quantifier() -> FactTest.Quantifier {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return .all
        case 1: return .none
        case 2:
            let least = Int.random(in: 0..<4, using: &random)
            return .count(least...random.pick([least, least + 1, .max]))
        default: return .any
        }
    }

    mutating func value(depth: Int = 1) -> ValueTest {
        switch Int.random(in: 0..<(depth == 0 ? 9 : 10), using: &random) {
        case 0: return .present
        case 1:
            return .text(
                random.pick(RandomAssets.texts + ["lzw", "NONE", "5"]),
                isCaseSensitive: random.chance(50))
        case 2: return .words(text())
        case 3:
            return .glob(
                random.pick(["*", "osm*", "*TETRO*", "?api", "m?ller", "very*end", "", "*2"]))
        case 4:
            return .similar(
                random.pick(["dappi", "muler", "osmium tetroxde", "lzv", "0042"]),
                maximumEdits: random.pick([0, 1, 2]))
        case 5: return .number(bounds())
        case 6:
            var bounds = self.bounds()
            bounds.lower *= 1e-9
            bounds.upper *= 1e-9
            return .quantity(
                bounds, random.pick([RandomAssets.length, RandomAssets.duration]))
        case 7:
            let start = Int64.random(in: -20...20, using: &random) * 43_200_000_000
            return .date(
                TimeBounds(
                    start: random.chance(20) ? .min : start,
                    end: random.chance(20)
                        ? .max : start + random.pick([0, 43_200_000_000, 864_000_000_000]),
                    relation: random.pick([.beginsWithin, .overlaps])))
        case 8: return .truth(random.chance(50))
        default: return .anyOf([value(depth: 0), value(depth: 0)])
        }
    }

    private mutating func text() -> TextTest {
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
            return .word(
                random.pick([
                    "dapi", "Tetroxide OSMIUM", "muller", "0042", "img", "2", "03", "", "語",
                ]))
        case 1: return .prefix(random.pick(["os", "IM", "m", "0", "very long t", "zz", "1"]))
        default:
            return .phrase(
                random.pick([
                    "osmium tetroxide", "sem 2", "long text end", "grunewald jurgen", "x y",
                ]),
                lastIsPrefix: random.chance(50))
        }
    }

    private mutating func bounds() -> Bounds {
        let values = [-.infinity, -3, -2.5, 0, 0.125, 1, 2, 5, 100, 1e300, .infinity]
        return Bounds(
            lower: random.pick(values), upper: random.pick(values),
            includesLower: random.chance(50), includesUpper: random.chance(50))
    }

    private mutating func condition(depth: Int) -> ElementTest.Condition {
        switch Int.random(in: depth == 0 ? 3..<4 : 0..<4, using: &random) {
        case 0: return .and([condition(depth: depth - 1), condition(depth: depth - 1)])
        case 1: return .or([condition(depth: depth - 1), condition(depth: depth - 1)])
        case 2: return .not(condition(depth: depth - 1))
        default:
            let names = ["ome.Image.Channel.Name", "ome.Image.Channel.Exposure"]
            let keys = [random.pick(names)].compactMap { ids[$0] }
            let test = FactTest(keys: keys, value(), quantifier: quantifier())
            return .member(
                ElementTest.Member(test: test, segments: keys.map { _ in 2 }))
        }
    }
}

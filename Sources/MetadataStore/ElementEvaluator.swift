internal import MetadataModel

/// Finds assets one of whose elements fulfils a condition as a whole.
struct ElementEvaluator {
    /// One of several: what the key's segments up to the repeated one say, and their indices.
    private struct Element: Hashable {
        var segments: [String]
        var indices: [UInt32]
    }

    /// A member with its tests made ready, and where in each key the repeated segment stands.
    private indirect enum Condition {
        case member(FactTestMatcher, [UInt32: Int])
        case and([Condition])
        case or([Condition])
        case not(Condition)
    }

    private let evaluator: Evaluator

    init(_ evaluator: Evaluator) {
        self.evaluator = evaluator
    }

    func assets(_ test: ElementTest) throws -> AssetSet {
        let condition = compiled(test.condition)
        var places: [UInt32: Set<Int>] = [:]
        collect(condition, into: &places)
        let names = try segments(Array(places.keys))
        let candidates = try candidates(test.condition) ?? evaluator.present(Array(places.keys))
        candidates.formIntersection(evaluator.snapshot.live)
        return try evaluator.verified(candidates, keys: Set(places.keys)) { facts in
            elements(of: facts, places, names).contains { element in
                holds(condition, facts, element, names)
            }
        }
    }

    // MARK: Making ready

    private func compiled(_ condition: ElementTest.Condition) -> Condition {
        switch condition {
        case .member(let member):
            let keys = member.test.keys.map { UInt32(clamping: $0.raw) }
            return .member(
                FactTestMatcher(member.test),
                Dictionary(zip(keys, member.segments)) { first, _ in first })
        case .and(let parts): return .and(parts.map(compiled))
        case .or(let parts): return .or(parts.map(compiled))
        case .not(let part): return .not(compiled(part))
        }
    }

    private func collect(_ condition: Condition, into places: inout [UInt32: Set<Int>]) {
        switch condition {
        case .member(_, let own):
            for (key, place) in own { places[key, default: []].insert(place) }
        case .and(let parts), .or(let parts):
            for part in parts { collect(part, into: &places) }
        case .not(let part): collect(part, into: &places)
        }
    }

    private func segments(_ keys: [UInt32]) throws -> [UInt32: [String]] {
        let dictionary = try evaluator.snapshot.keys()
        var names: [UInt32: [String]] = [:]
        for key in keys {
            names[key] = dictionary.entry(KeyID(raw: Int64(key)))?.key.segments
        }
        return names
    }

    /// A set that holds all assets that may fulfil a condition; `nil` where that may be any.
    private func candidates(_ condition: ElementTest.Condition) throws -> AssetSet? {
        switch condition {
        case .member(let member): return try evaluator.candidates(member.test)
        case .and(let parts):
            return try parts.compactMap(candidates).reduce(nil) { common, set in
                common.map { $0.intersection(set) } ?? set
            }
        case .or(let parts):
            let union = AssetSet()
            for part in parts {
                guard let set = try candidates(part) else { return nil }
                union.formUnion(set)
            }
            return union
        case .not: return nil
        }
    }

    // MARK: Deciding

    private func elements(
        of facts: [StoredFact], _ places: [UInt32: Set<Int>], _ names: [UInt32: [String]]
    ) -> Set<Element> {
        var elements: Set<Element> = []
        for fact in facts {
            for place in places[fact.key] ?? [] {
                if let element = element(of: fact, at: place, names) { elements.insert(element) }
            }
        }
        return elements
    }

    private func element(
        of fact: StoredFact, at place: Int, _ names: [UInt32: [String]]
    ) -> Element? {
        guard let segments = names[fact.key], place >= 0, place < segments.count else { return nil }
        return Element(
            segments: Array(segments[...place]),
            indices: (0...place).map { fact.fact.element.index(ofSegment: UInt16(clamping: $0)) })
    }

    private func holds(
        _ condition: Condition, _ facts: [StoredFact], _ wanted: Element,
        _ names: [UInt32: [String]]
    ) -> Bool {
        switch condition {
        case .member(let matcher, let places):
            matcher.holds(
                facts.filter { fact in
                    places[fact.key].map { element(of: fact, at: $0, names) == wanted } ?? false
                })
        case .and(let parts): parts.allSatisfy { holds($0, facts, wanted, names) }
        case .or(let parts): parts.contains { holds($0, facts, wanted, names) }
        case .not(let part): !holds(part, facts, wanted, names)
        }
    }
}

internal import MetadataModel

/// Finds assets one of whose elements fulfils a condition as a whole.
struct ElementEvaluator {
    /// One of several: a structure, and the indices of the segments down to the repeated one.
    private struct Element: Hashable {
        /// The part whose structure it is; empty for the asset's main file and for statements of
        /// others, which are about the same structure.
        var part: String
        /// The number of the structure: of what the key says up to the repeated segment.
        var structure: Int
        var indices: [UInt32]
    }

    /// The numbers of structures, by key and the repeated segment's place in it.
    private typealias Structures = [UInt32: [Int: Int]]

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
        let structures = try structures(places)
        let candidates = try candidates(test.condition) ?? evaluator.present(Array(places.keys))
        candidates.formIntersection(evaluator.snapshot.live)
        return try evaluator.verified(candidates, keys: Set(places.keys)) { facts in
            elements(of: facts, places, structures).contains { element in
                holds(condition, facts, element, structures)
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

    private func structures(_ places: [UInt32: Set<Int>]) throws -> Structures {
        let dictionary = try evaluator.snapshot.keys()
        var numbers: [[String]: Int] = [:]
        var structures: Structures = [:]
        for (key, places) in places {
            let segments = dictionary.entry(KeyID(raw: Int64(key)))?.key.segments ?? []
            for place in places where segments.indices.contains(place) {
                let number = numbers[Array(segments[...place]), default: numbers.count]
                numbers[Array(segments[...place])] = number
                structures[key, default: [:]][place] = number
            }
        }
        return structures
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
        of facts: [StoredFact], _ places: [UInt32: Set<Int>], _ structures: Structures
    ) -> Set<Element> {
        var elements: Set<Element> = []
        for fact in facts {
            for place in places[fact.key] ?? [] {
                if let element = element(of: fact, at: place, structures) {
                    elements.insert(element)
                }
            }
        }
        return elements
    }

    private func element(
        of fact: StoredFact, at place: Int, _ structures: Structures
    ) -> Element? {
        guard let structure = structures[fact.key]?[place] else { return nil }
        return Element(
            part: fact.source.kind == .own ? fact.source.path : "",
            structure: structure,
            indices: (0...place).map { fact.fact.element.index(ofSegment: UInt16(clamping: $0)) })
    }

    private func holds(
        _ condition: Condition, _ facts: [StoredFact], _ wanted: Element,
        _ structures: Structures
    ) -> Bool {
        switch condition {
        case .member(let matcher, let places):
            matcher.holds(
                facts.filter { fact in
                    places[fact.key].map { element(of: fact, at: $0, structures) == wanted }
                        ?? false
                })
        case .and(let parts): parts.allSatisfy { holds($0, facts, wanted, structures) }
        case .or(let parts): parts.contains { holds($0, facts, wanted, structures) }
        case .not(let part): !holds(part, facts, wanted, structures)
        }
    }
}

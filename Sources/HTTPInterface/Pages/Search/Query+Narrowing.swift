internal import QueryLanguage

extension Query {
    /// The same query for those of its assets for which another condition holds as well.
    func narrowed(to condition: Filter) -> Query {
        let own = conditions
        let added = if case .and(let all) = condition { all } else { [condition] }
        let all = own + added.filter { !own.contains($0) }
        var narrowed = self
        narrowed.filter = all.count > 1 ? .and(all) : all.first
        return narrowed
    }

    /// The conditions that all have to hold.
    var conditions: [Filter] {
        switch filter {
        case nil: []
        case .and(let all)?: all
        case let other?: [other]
        }
    }

    /// The same query without one of its ``conditions``.
    func without(_ place: Int) -> Query {
        var wider = self
        var left = conditions
        left.remove(at: place)
        wider.filter = left.count > 1 ? .and(left) : left.first
        return wider
    }

    /// Whether it asks for assets: not for counts, statistics or values in their place.
    var asksForAssets: Bool {
        stages.allSatisfy { stage in
            switch stage {
            case .stats, .count, .distinct, .group: false
            case .sort, .facet, .select, .limit, .after, .sample, .asOf, .explain: true
            }
        }
    }

    var hasColumns: Bool {
        stages.contains { if case .select = $0 { true } else { false } }
    }
}

extension Filter {
    /// The condition that a key has exactly this value.
    static func value(_ value: String, of key: KeyPattern) -> Filter {
        .clause(Clause(key: key, comparison: .equals, value: .scalar(.string(value))))
    }

    /// The keys whose values an asset has that the filter finds, in the order of the text.
    var keys: [KeyPattern] {
        switch self {
        case .and(let operands), .or(let operands): operands.flatMap(\.keys)
        case .clause(let clause): [clause.key]
        case .has(let key): [key]
        case .element(let key, let filter):
            filter.keys.map { KeyPattern(segments: key.segments + $0.segments) }
        case .not, .text, .missing, .quantified, .relation: []
        }
    }
}

extension KeyPattern {
    /// A key of plain names: `instrument.model`.
    init(names: String) {
        self.init(segments: names.split(separator: ".").map { Segment(.plain(String($0))) })
    }
}

internal import MetadataModel
internal import MetadataStore
internal import QueryLanguage

extension QueryResolution {
    /// The predicate of a filter. Its clauses are noted as ``leaves`` in the order of the text.
    mutating func predicate(of filter: Filter) throws -> Predicate {
        places.enter(filter)
        switch filter {
        case .and(let parts): return .and(try parts.map { try predicate(of: $0) })
        case .or(let parts): return .or(try parts.map { try predicate(of: $0) })
        case .not(let part):
            let first = leaves.count
            let predicate = try predicate(of: part)
            for place in first..<leaves.count { leaves[place].words = nil }
            return .not(predicate)
        case .text(let term):
            let test = anywhere(term)
            let predicate = leaf(filter, .anywhere(test))
            leaves[leaves.count - 1].words = test
            return predicate
        case .clause(let clause):
            let resolution = resolution(of: clause.key)
            if resolution.field == .id { return try identityPredicate(clause, filter) }
            return leaf(filter, condition(clause, resolution), resolution)
        case .has(let key):
            let resolution = resolution(of: key)
            return leaf(filter, presence(resolution), nil, names: resolution)
        case .missing(let key):
            let resolution = resolution(of: key)
            return leaf(filter, .not(presence(resolution)), nil, names: resolution)
        case .quantified(let quantifier, let key, let comparison, let value):
            return quantified(filter, quantifier, key, comparison, value)
        case .element(let key, let inner):
            return leaf(filter, element(key, inner))
        case .relation(.selection(let id)): return leaf(filter, try selected(id))
        case .relation(let relation):
            notYetAvailable(relation)
            return .nothing
        }
    }

    /// The assets that state one of the keys.
    func presence(_ resolution: Resolution) -> Predicate {
        if resolution.field == .id { return .everything }
        return Self.union(
            Self.groups(resolution).map {
                .facts(FactTest(keys: $0.keys, .present, element: $0.steps))
            })
    }

    static func union(_ parts: [Predicate]) -> Predicate {
        switch parts.count {
        case 0: .nothing
        case 1: parts[0]
        default: .or(parts)
        }
    }

    static func intersection(_ parts: [Predicate]) -> Predicate {
        switch parts.count {
        case 0: .everything
        case 1: parts[0]
        default: .and(parts)
        }
    }

    private mutating func leaf(
        _ filter: Filter, _ predicate: Predicate, _ resolution: Resolution? = nil,
        names: Resolution? = nil
    ) -> Predicate {
        leaves.append(
            Leaf(
                text: filter.description, predicate: predicate,
                presence: resolution.map { presence($0) }, resolution: resolution ?? names))
        return predicate
    }

    // MARK: Text

    private func anywhere(_ term: TextTerm) -> TextTest {
        switch term {
        case .word(let word):
            // `unet-v3` is two words to the index; they belong together.
            let isOneWord = word.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType == .decimal
            }
            return isOneWord ? .word(word) : .phrase(word, lastIsPrefix: false)
        case .prefix(let prefix): return .phrase(prefix, lastIsPrefix: true)
        case .phrase(let phrase): return .phrase(phrase, lastIsPrefix: false)
        }
    }

    // MARK: Identity

    private mutating func identityPredicate(_ clause: Clause, _ filter: Filter) throws -> Predicate
    {
        var found: [AssetIdentity] = []
        for scalar in clause.value.scalars {
            let text = scalar.plainText
            if let identity = AssetIdentity(text.lowercased()) {
                found.append(identity)
            } else {
                found += try identities(text)
            }
        }
        let range = places.place(of: clause.value.description)
        switch clause.comparison {
        case .matches, .equals: break
        case .differs: return leaf(filter, .not(.identities(found)))
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .similar, .near:
            fault(
                .wrongLiteral, "an id is equal or not, found `\(clause.comparison.rawValue)`",
                at: range)
        }
        if case .anything = clause.value { return leaf(filter, .everything) }
        return leaf(filter, .identities(found))
    }

    // MARK: Quantifiers

    private mutating func quantified(
        _ filter: Filter, _ quantifier: Quantifier, _ key: KeyPattern, _ comparison: Comparison,
        _ value: Scalar
    ) -> Predicate {
        guard quantifier == .count else {
            let resolution = resolution(of: key)
            let clause = Clause(key: key, comparison: comparison, value: .scalar(value))
            return leaf(filter, condition(clause, resolution, quantifier: quantifier), resolution)
        }
        let range = places.place(of: value.description)
        guard let counts = countRange(comparison, value) else {
            fault(
                .wrongLiteral,
                "count() is compared with a whole number, found `\(value.description)`",
                at: range)
            return .nothing
        }
        return leaf(filter, counted(key, counts))
    }

    /// The assets with so many facts under a key, or with so many elements of a structure.
    ///
    /// The elements of a structure are counted by the one of its keys that most assets state.
    private mutating func counted(_ key: KeyPattern, _ counts: Counts) -> Predicate {
        var sets: [[KeyID]] = []
        if !keys.resolution(of: key).sources.isEmpty {
            sets = [resolution(of: key).keys]
        } else {
            var best: [String: KeyEntry] = [:]
            for (named, segment) in keys.structure(key) {
                let entry = named.entry
                let name = named.segments.prefix(segment + 1).joined(separator: "\u{0}")
                let isBetter =
                    best[name].map {
                        (entry.assetCount, entry.factCount) > ($0.assetCount, $0.factCount)
                    }
                if isBetter ?? true { best[name] = entry }
            }
            let entries = best.values.sorted { $0.key < $1.key }
            noteStructure(key.description, entries.map { Resolution.Source(entry: $0) })
            sets = entries.map { [$0.id] }
        }
        let anyNumber = Self.intersection(
            sets.map { keys in
                .not(.facts(FactTest(keys: keys, .present)))
            })
        switch counts {
        case .nowhere: return .nothing
        case .within(let range) where range.lowerBound == 0:
            let more = sets.map { keys in
                Predicate.facts(FactTest(keys: keys, .present, quantifier: .count(range)))
            }
            return Self.union(more + [anyNumber])
        case .within(let range):
            return Self.union(
                sets.map { .facts(FactTest(keys: $0, .present, quantifier: .count(range))) })
        case .except(let number):
            return .not(
                Self.union(
                    sets.map {
                        .facts(FactTest(keys: $0, .present, quantifier: .count(number...number)))
                    } + (number == 0 ? [anyNumber] : [])))
        }
    }

    private enum Counts {
        case within(ClosedRange<Int>)
        case except(Int)
        case nowhere
    }

    private func countRange(_ comparison: Comparison, _ value: Scalar) -> Counts? {
        guard case .quantity(let quantity) = value, quantity.unit == nil,
            let number = Int(exactly: quantity.value)
        else { return nil }
        let most = Int(Int32.max)
        let range: ClosedRange<Int>
        switch comparison {
        case .matches, .equals: range = number...max(number, number)
        case .less:
            guard number > 0 else { return .nowhere }
            range = 0...(number - 1)
        case .lessOrEqual:
            guard number >= 0 else { return .nowhere }
            range = 0...number
        case .greater: range = max(0, number + 1)...max(most, number + 1)
        case .greaterOrEqual: range = max(0, number)...max(most, number)
        case .differs: return .except(number)
        case .similar, .near: return nil
        }
        return range.lowerBound < 0 ? .nowhere : .within(range)
    }

    // MARK: Selections

    private mutating func selected(_ id: String) throws -> Predicate {
        guard let number = try selection(id.lowercased()) else {
            fault(
                .unknownSelection, "there is no selection whose id begins with `\(id)` alone",
                at: places.place(of: id))
            return .nothing
        }
        return .selection(number)
    }

    // MARK: Relations

    private mutating func notYetAvailable(_ relation: Relation) {
        let name =
            switch relation {
            case .lineage(let direction, _, _): direction.rawValue
            case .same: "same"
            case .step(let maker, _): maker.rawValue
            case .selection: "sel"
            }
        fault(.notYetAvailable, "`\(name)` is not yet available", at: places.place(of: name))
    }
}

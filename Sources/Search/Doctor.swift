internal import MetadataModel
internal import MetadataStore
internal import QueryLanguage

/// Finds out why a query finds nothing.
///
/// Its filter is a conjunction of clauses. Looked at first are those that find nothing by
/// themselves, then the others; the first that can be mended so that all together find something
/// is to blame, or else the one without which the fewest assets are found.
struct Doctor {
    /// What could be wrong with a clause, and what could stand in its place.
    struct Finding {
        var reason: String
        var nearest: [String] = []
        /// The nearest first.
        var remedies: [Filter] = []
    }

    /// Each clause is looked at beside all others; a longer query was written by a program.
    private static let maximumClauseCount = 40

    let answers: FilterAnswers

    /// - Parameter text: The query as typed.
    /// - Returns: `nil` where the query has no filter, or there is nothing to be found at all.
    func diagnosis(of query: Query, typed text: String) throws -> Diagnosis? {
        try rephrased(query, text) ?? diagnosis(of: query)
    }

    /// What a query finds that is worded as in another language, or why that finds nothing either.
    private func rephrased(_ query: Query, _ text: String) throws -> Diagnosis? {
        var others: [Query] = []
        for reading in Rephrasing.readings(of: text) {
            let parsed = QueryParser.parse(SearchErrors.parsing(reading) ?? reading)
            guard parsed.errors.isEmpty, parsed.query != query else { continue }
            let count = try parsed.query.filter.map { try answers.count(all: [$0]) } ?? 0
            guard count == 0 else {
                return Diagnosis(
                    clause: text, reason: "no asset has all of these words as they stand",
                    nearest: [], query: parsed.query.description, total: count)
            }
            others.append(parsed.query)
        }
        for other in others {
            if let diagnosis = try diagnosis(of: other), diagnosis.query != nil {
                return diagnosis
            }
        }
        return nil
    }

    private func diagnosis(of query: Query) throws -> Diagnosis? {
        guard let filter = query.filter, try answers.reader.assetCount > 0 else { return nil }
        var clauses = [filter]
        if case .and(let parts) = filter {
            var known: Set<Filter> = []
            clauses = parts.filter { known.insert($0).inserted }
        }
        guard clauses.count <= Self.maximumClauseCount else { return nil }
        let alone = try clauses.map { try answers.count(all: [$0]) }
        let order =
            clauses.indices.filter { alone[$0] == 0 }
            + clauses.indices.filter { alone[$0] > 0 }
        var omissions: [(place: Int, finding: Finding, count: Int)] = []
        var first: (place: Int, finding: Finding)?
        for place in order {
            var others = clauses
            others.remove(at: place)
            guard let rest = try answers.answer(all: others) else { continue }
            let isAlone = alone[place] == 0
            var finding = try finding(clauses[place], within: rest, isAlone: isAlone)
            if isAlone, !others.isEmpty {
                let within = finding.remedies
                finding = try self.finding(
                    clauses[place], within: answers.reader.answer(.everything), isAlone: true)
                finding.remedies += within
            }
            if first == nil { first = (place, finding) }
            guard rest.count > 0 else { continue }
            for remedy in finding.remedies {
                let count = try answers.count(all: others + [remedy])
                guard count > 0 else { continue }
                var mended = clauses
                mended[place] = remedy
                return diagnosis(query, clauses[place], finding, mended, count)
            }
            if !others.isEmpty { omissions.append((place, finding, rest.count)) }
        }
        let zeros = omissions.filter { alone[$0.place] == 0 }
        if let omission = (zeros.isEmpty ? omissions : zeros).min(by: { $0.count < $1.count }) {
            var left = clauses
            left.remove(at: omission.place)
            return diagnosis(
                query, clauses[omission.place], omission.finding, left, omission.count)
        }
        return try severalAtOnce(query, clauses, alone, first)
    }

    /// Two or more clauses find nothing: all of them are mended or left out.
    private func severalAtOnce(
        _ query: Query, _ clauses: [Filter], _ alone: [Int],
        _ first: (place: Int, finding: Finding)?
    ) throws -> Diagnosis? {
        guard let first else { return nil }
        var left: [Filter] = []
        for (place, clause) in clauses.enumerated() {
            if alone[place] > 0 {
                left.append(clause)
                continue
            }
            let everything = try answers.reader.answer(.everything)
            let finding = try finding(clause, within: everything, isAlone: true)
            if let remedy = try finding.remedies.first(where: { try answers.count(all: [$0]) > 0 })
            {
                left.append(remedy)
            }
        }
        let count = left.isEmpty ? 0 : try answers.count(all: left)
        guard count > 0 else {
            let clause = clauses[first.place].description
            return Diagnosis(
                clause: clause, reason: first.finding.reason, nearest: first.finding.nearest)
        }
        return diagnosis(query, clauses[first.place], first.finding, left, count)
    }

    private func diagnosis(
        _ query: Query, _ clause: Filter, _ finding: Finding, _ left: [Filter], _ count: Int
    ) -> Diagnosis {
        var mended = query
        mended.filter = left.count > 1 ? .and(left) : left.first
        return Diagnosis(
            clause: clause.description, reason: finding.reason, nearest: finding.nearest,
            query: mended.description, total: count)
    }

    // MARK: Clauses

    /// - Parameters:
    ///   - rest: What the other clauses find.
    ///   - isAlone: Whether the clause finds nothing by itself.
    private func finding(
        _ clause: Filter, within rest: StoreAnswer, isAlone: Bool
    ) throws -> Finding {
        switch clause {
        case .clause(let clause): return try comparison(clause, rest, isAlone)
        case .has(let key):
            return name(key) { .has($0) } ?? excluded("has:\(key)", isAlone)
        case .missing(let key):
            return Finding(reason: "everything else that is asked for states `\(key)`")
        case .text(let term): return try text(term, rest, isAlone)
        case .element(let key, let inner):
            let members = answers.keys.structure(key)
            guard members.isEmpty else {
                return excluded(
                    "one element of `\(key)` that fulfils all of `\(inner)`", isAlone)
            }
            return structure(key, inner)
        case .quantified(let quantifier, let key, let comparison, let value):
            return name(key) { .quantified(quantifier, $0, comparison, value) }
                ?? excluded(clause.description, isAlone)
        case .or(let parts):
            let findings = try parts.map { try finding($0, within: rest, isAlone: isAlone) }
            return Finding(
                reason: findings.map(\.reason).joined(separator: "; "),
                nearest: findings.flatMap(\.nearest), remedies: findings.flatMap(\.remedies))
        case .not, .and, .relation: return excluded(clause.description, isAlone)
        }
    }

    /// What is said of a clause that is no mistake in itself.
    func excluded(_ clause: String, _ isAlone: Bool) -> Finding {
        Finding(
            reason: isAlone
                ? "no asset has `\(clause)`"
                : "what the other clauses find never has `\(clause)`")
    }

    /// What is wrong with a key that stands for nothing; `nil` where it does.
    func name(_ key: KeyPattern, _ clause: (KeyPattern) -> Filter) -> Finding? {
        let resolution = answers.keys.resolution(of: key)
        guard resolution.sources.isEmpty, resolution.field != .id else { return nil }
        let nearest = Suggestions(answers.keys.catalogue.dictionary, answers.keys.vocabulary)
            .nearest(to: key.folded)
            .filter { $0 != resolution.written }
        let isKnown =
            answers.keys.vocabulary.concept(key.folded) != nil || resolution.field != nil
        return Finding(
            reason: isKnown
                ? "no asset states `\(key)`" : "no key or concept is named `\(key)`",
            nearest: nearest,
            remedies: nearest.compactMap(KeyPattern.init(text:)).map(clause))
    }

    /// What is wrong with a name before braces that no structure has.
    private func structure(_ key: KeyPattern, _ inner: Filter) -> Finding {
        var names: [String] = []
        for named in answers.keys.catalogue.all {
            for segment in named.entry.key.segments.dropLast() where !names.contains(segment) {
                names.append(segment)
            }
        }
        let nearest = Suggestions(among: names).nearest(to: key.folded)
        return Finding(
            reason: "nothing in the index is named `\(key)`", nearest: nearest,
            remedies: nearest.map {
                .element(KeyPattern(segments: [.init(.plain($0))]), inner)
            })
    }

    private func text(
        _ term: TextTerm, _ rest: StoreAnswer, _ isAlone: Bool
    ) throws -> Finding {
        switch term {
        case .prefix: return excluded(term.description, isAlone)
        case .phrase(let phrase):
            let words = phrase.split(separator: " ").map { Filter.text(.word(String($0))) }
            return Finding(
                reason: "no text has these words one after the other: `\(phrase)`",
                remedies: words.count > 1 ? [.and(words)] : [])
        case .word(let word):
            let beginning = String(word.prefix(2))
            let words = try rest.words(
                beginningWith: beginning, most: 2000, lookingAt: 20_000
            ).map(\.text)
            let nearest = Suggestions(among: words).nearest(to: word).filter { $0 != word }
            let inNames = Filter.clause(
                Clause(
                    key: KeyPattern(segments: [.init(.plain(BuiltinField.name.rawValue))]),
                    comparison: .matches, value: .scalar(.glob("*" + word + "*"))))
            let remedies =
                [Filter.text(.prefix(word))] + nearest.map { .text(.word($0)) } + [inNames]
            return Finding(
                reason: isAlone
                    ? "no text has the word `\(word)`"
                    : "what the other clauses find never has the word `\(word)`",
                nearest: nearest, remedies: remedies)
        }
    }
}

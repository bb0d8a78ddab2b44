internal import MetadataModel
internal import MetadataStore
internal import QueryLanguage

/// One query on its way through one state of the index.
struct SearchRun {
    /// What finding out why nothing was found may take where no limit is set.
    private static let diagnosisTimeLimit = Swift.Duration.seconds(5)

    private let reader: StoreReader
    private let options: SearchOptions
    private let plan: StagePlan
    private let projection: Projection
    private let found: StoreAnswer
    private let began: ContinuousClock.Instant
    private var answer: SearchAnswer
    /// The clauses of the query, in canonical spelling.
    let clauseTexts: [String]

    /// Parses and resolves the query, counts its clauses and answers its stages.
    ///
    /// - Parameter isPast: Whether the reader reads what the stage `as_of` asks for.
    /// - Throws: ``SearchErrors`` with all faults of the query.
    init(
        _ text: String, options: SearchOptions, reader: StoreReader, keys: KeyResolver, now: Int64,
        isPast: Bool = false
    ) throws {
        let clock = ContinuousClock()
        let began = clock.now
        let parsed = QueryParser.parse(text)
        let query = parsed.query
        let parsedAt = clock.now
        var resolution = QueryResolution(
            text, parsed.parts, keys: keys, dates: DateReading(now: now),
            identities: { try reader.identities(withPrefix: $0) },
            selection: { try reader.selection($0)?.number })
        let predicate = try query.filter.map { try resolution.predicate(of: $0) } ?? .everything
        var plan = resolution.plan(of: query.stages, isPast: isPast)
        // What could be understood is looked at too, so that all faults are told at once.
        var faults = parsed.errors.map(SearchFault.init) + resolution.faults
        if Rephrasing.hadQuotes(text) {
            let message = "a text is quoted with `\"` alone, found other quotes"
            faults.append(
                SearchFault(
                    .syntax, message, at: SourceRange(0, text.utf8.count),
                    suggestions: Rephrasing.readings(of: text)))
        }
        guard faults.isEmpty else { throw SearchErrors(text: text, faults: faults) }
        var reader = reader
        reader.findsDeleted = options.findsDeleted || resolution.asksForDeleted
        let resolvedAt = clock.now
        let deadline = options.timeLimit.map { began + $0 }
        var answer = SearchAnswer(text: text, query: query)
        answer.resolved = resolution.resolutions.map {
            ResolvedKey(written: $0.written, origin: $0.origin, keys: $0.sources.map(\.entry.key))
        }
        answer.warnings = resolution.warnings
        answer.columns = plan.columns?.map(\.name) ?? []
        answer.revision = try reader.revision
        projection = Projection(plan, usual: Self.usualColumns(resolution))
        found = try reader.answer(predicate, deadline: deadline)
        answer.total = found.count
        clauseTexts = resolution.leaves.map(\.text)
        var clauseTimes: [Explanation.ClauseTime] = []
        if options.countsClauses {
            (answer.clauses, clauseTimes) = try Self.counts(
                of: resolution.leaves, reader, deadline)
        }
        if options.ranks, plan.order.isEmpty, plan.sample == nil, plan.wantsHits, found.count > 1 {
            let words = try Self.rankedWords(resolution.leaves, answer.clauses, reader, deadline)
            if !words.isEmpty {
                plan.order = [.relevance(words)]
                plan.orderInWords = [
                    "how well the words fit, rare words and whole values first"
                        + (found.count > StoreAnswer.maximumRankedCount
                            ? " (\(StoreAnswer.maximumRankedCount) of \(found.count) looked at)"
                            : ""),
                    "newest first",
                ]
            }
        }
        if found.count == 0, found.isComplete, options.diagnoses {
            let answers = FilterAnswers(
                reader: reader, keys: keys, now: now,
                deadline: deadline ?? clock.now + Self.diagnosisTimeLimit)
            answer.diagnosis = try Doctor(answers: answers).diagnosis(of: query, typed: text)
        }
        if found.count > 0 { answer.warnings += Self.rewordings(of: text, query) }
        let stages = StageRun(reader: reader, answer: found, deadline: deadline)
        answer.stages = try plan.summaries.map { try stages.answer($0) }
        if plan.explains || options.explains {
            answer.explanation = Explanation(
                conversions: resolution.conversions, clauseTimes: clauseTimes,
                order: plan.orderInWords.isEmpty
                    ? "id ascending" : plan.orderInWords.joined(separator: ", then "),
                parsingMicroseconds: Self.microseconds(parsedAt - began),
                resolvingMicroseconds: Self.microseconds(resolvedAt - parsedAt),
                searchingMicroseconds: Self.microseconds(clock.now - resolvedAt))
        }
        self.began = began
        self.reader = reader
        self.options = options
        self.plan = plan
        self.answer = answer
    }

    /// A remark on words that are a condition in another language: `voltage>5 kV` asks for the word
    /// `kV`, too.
    private static func rewordings(of text: String, _ query: Query) -> [SearchWarning] {
        guard let filter = query.filter, filter.hasWords else { return [] }
        let typed = Set(filter.clauses)
        let others = Rephrasing.readings(of: text).compactMap { SearchErrors.parsing($0) }
            .map { QueryParser.parse($0).query }
            .filter { !Set($0.filter?.clauses ?? []).isSubset(of: typed) }
        guard !others.isEmpty else { return [] }
        return [
            SearchWarning(
                "words beside the conditions were looked for as words; a condition has no spaces in "
                    + "its value", suggestions: others.map(\.description))
        ]
    }

    /// Adds the page of hits that the options and stages ask for.
    mutating func addPage() throws {
        guard plan.wantsHits else { return }
        let identities: [AssetIdentity]
        if let sample = plan.sample {
            identities = try found.sample(sample.count, seed: sample.seed)
        } else {
            let limit = plan.limit ?? options.limit ?? SearchOptions.usualLimit
            guard limit > 0 else { return }
            let page = try found.page(
                order: plan.order, after: plan.cursor ?? options.after, limit: limit)
            identities = page.identities
            answer.next = page.next
        }
        answer.hits = try identities.map { try projection.hit($0, reader) }
    }

    /// Whether the stages ask for hits and not for counts alone.
    var wantsHits: Bool { plan.wantsHits }

    /// Calls `body` with every hit, or with as many as are asked for, until it returns false.
    func forEachHit(_ body: (SearchHit) throws -> Bool) throws {
        try forEachIdentity { try body(projection.hit($0, reader)) }
    }

    /// As ``forEachHit(_:)``, without what is to be shown of each.
    func forEachIdentity(_ body: (AssetIdentity) throws -> Bool) throws {
        guard plan.wantsHits else { return }
        if let sample = plan.sample {
            for identity in try found.sample(sample.count, seed: sample.seed) {
                guard try body(identity) else { return }
            }
            return
        }
        let limit = plan.limit ?? options.limit ?? .max
        guard limit > 0 else { return }
        if let cursor = plan.cursor ?? options.after {
            try forEachIdentity(after: cursor, limit: limit, body)
            return
        }
        var count = 0
        try found.forEach(order: plan.order) { identity in
            count += 1
            return try body(identity) && count < limit
        }
    }

    private func forEachIdentity(
        after cursor: String, limit: Int, _ body: (AssetIdentity) throws -> Bool
    ) throws {
        var cursor: String? = cursor
        var left = limit
        while let after = cursor, left > 0 {
            let page = try found.page(order: plan.order, after: after, limit: min(left, 500))
            for identity in page.identities {
                guard try body(identity) else { return }
            }
            left -= page.identities.count
            cursor = page.next
        }
    }

    func finishedAnswer() -> SearchAnswer {
        var answer = answer
        answer.isComplete = found.isComplete
        answer.elapsedMicroseconds = Self.microseconds(ContinuousClock().now - began)
        return answer
    }

    /// The words that the query looks for, with how rare they are.
    private static func rankedWords(
        _ leaves: [QueryResolution.Leaf], _ counts: [ClauseCount], _ reader: StoreReader,
        _ deadline: ContinuousClock.Instant?
    ) throws -> [RankedWord] {
        let total = try reader.assetCount
        var known: Set<TextTest> = []
        return try leaves.enumerated().compactMap { place, leaf in
            guard let words = leaf.words, known.insert(words).inserted else { return nil }
            let count =
                counts.indices.contains(place)
                ? counts[place].matching
                : try reader.answer(leaf.predicate, deadline: deadline).count
            return RankedWord(words, count: count, of: total)
        }
    }

    private static func counts(
        of leaves: [QueryResolution.Leaf], _ reader: StoreReader,
        _ deadline: ContinuousClock.Instant?
    ) throws -> ([ClauseCount], [Explanation.ClauseTime]) {
        let all = try reader.assetCount
        let clock = ContinuousClock()
        var times: [Explanation.ClauseTime] = []
        var known: [String: ClauseCount] = [:]
        let counts = try leaves.map { leaf in
            let began = clock.now
            defer {
                times.append(
                    .init(clause: leaf.text, microseconds: microseconds(clock.now - began)))
            }
            if let count = known[leaf.text] { return count }
            let matching = try reader.answer(leaf.predicate, deadline: deadline).count
            let present = try leaf.presence.map {
                try reader.answer($0, deadline: deadline).count
            }
            let count = ClauseCount(
                text: leaf.text, matching: matching,
                failing: (present ?? all) - matching, unknown: present.map { all - $0 } ?? 0)
            known[leaf.text] = count
            return count
        }
        return (counts, times)
    }

    /// The keys that the clauses name or, where they name none, the usual ones.
    private static func usualColumns(_ resolution: QueryResolution) -> [StagePlan.Column] {
        var columns: [StagePlan.Column] = []
        for leaf in resolution.leaves {
            guard let named = leaf.resolution, !named.sources.isEmpty, named.field != .path,
                !columns.contains(where: { $0.name == named.written })
            else { continue }
            columns.append(.init(name: named.written, resolution: named, unit: nil))
        }
        if !columns.isEmpty { return columns }
        return Projection.usualKeys.compactMap(KeyPattern.init(text:)).map { pattern in
            .init(
                name: pattern.description, resolution: resolution.keys.resolution(of: pattern),
                unit: nil)
        }
    }

    private static func microseconds(_ duration: Swift.Duration) -> Int64 {
        duration.components.seconds * 1_000_000
            + duration.components.attoseconds / 1_000_000_000_000
    }
}

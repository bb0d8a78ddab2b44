internal import MetadataStore
internal import QueryLanguage

/// Finds what may be written at one place of one query, and counts what it would leave.
struct CompletionRun {
    /// A text that may be written, before it is counted.
    struct Candidate {
        var text: String
        var kind: Suggestion.Kind
        var note = ""
        var replaced: SourceRange
        var count: Count

        enum Count {
            case known(Int)
            /// What the query would find with this condition in place of what is typed.
            case finds(Filter)
            /// As many as the query finds without what is typed.
            case all
        }
    }

    /// Distinct values and words that are looked at for one suggestion list.
    static let maximumEntryCount = 2000

    let place: CompletionPlace
    let reader: StoreReader
    let keys: KeyResolver
    let names: CompletionNames
    /// The assets that the rest of the query finds.
    let rest: StoreAnswer
    private let now: Int64
    private let cache: CompletionCache
    private let deadline: ContinuousClock.Instant

    init(
        _ place: CompletionPlace, reader: StoreReader, keys: KeyResolver, now: Int64,
        cache: CompletionCache, timeLimit: Swift.Duration
    ) throws {
        self.place = place
        self.reader = reader
        self.keys = keys
        self.now = now
        self.cache = cache
        names = cache.names(try reader.revision) { CompletionNames(keys) }
        let deadline = ContinuousClock.now + timeLimit
        self.deadline = deadline
        let filter = place.frame.isConjunction ? place.frame.rest : nil
        let found = try filter.flatMap { filter in
            try Self.answer(filter, reader, keys, now, cache, deadline)
        }
        rest = try found ?? reader.answer(.everything, deadline: deadline)
    }

    func suggestions(limit: Int) throws -> [Suggestion] {
        // Some turn out to leave nothing: a few more are looked at.
        let candidates = try candidates(most: limit + limit / 2)
        var suggestions: [Suggestion] = []
        for candidate in candidates {
            suggestions.append(
                Suggestion(
                    text: candidate.text, kind: candidate.kind, replaced: candidate.replaced,
                    count: try count(candidate.count), note: candidate.note))
        }
        let leaving = suggestions.filter { $0.count != 0 }
        let chosen = leaving + suggestions.filter { $0.count == 0 }
        return Array(chosen.prefix(limit))
    }

    private func candidates(most: Int) throws -> [Candidate] {
        switch place.expected {
        case .condition: try conditions(most: most)
        case .key: keyNames(most: most)
        case .comparison(let key): comparisons(of: key, at: place.replaced)
        case .value(let key, let comparison): try values(of: key, comparison, most: most)
        case .unit(let key): units(of: key)
        case .bin(let key): try bins(of: key)
        case .stage: stages()
        case .word(let words):
            words.filter { $0.hasPrefix(place.typed) }.map {
                Candidate(text: $0, kind: .stage, replaced: place.replaced, count: .all)
            }
        case .nothing: []
        }
    }

    // MARK: Counting

    private func count(_ count: Candidate.Count) throws -> Int? {
        switch count {
        case .known(let count): return count
        case .all: return rest.isComplete ? rest.count : nil
        case .finds(let condition):
            guard ContinuousClock.now < deadline else { return nil }
            if place.frame.isConjunction {
                guard let answer = try answer(condition) else { return 0 }
                return answer.isComplete && rest.isComplete
                    ? answer.count(sharedWith: rest) : nil
            }
            guard let answer = try answer(place.frame.filled(with: condition)) else { return 0 }
            return answer.isComplete ? answer.count : nil
        }
    }

    private func answer(_ filter: Filter) throws -> StoreAnswer? {
        try Self.answer(filter, reader, keys, now, cache, deadline)
    }

    /// The answer to a filter; `nil` where it is at fault, as one of the wrong unit is.
    private static func answer(
        _ filter: Filter, _ reader: StoreReader, _ keys: KeyResolver, _ now: Int64,
        _ cache: CompletionCache, _ deadline: ContinuousClock.Instant
    ) throws -> StoreAnswer? {
        let answers = FilterAnswers(reader: reader, keys: keys, now: now, deadline: deadline)
        guard let predicate = try answers.predicate(of: filter) else { return nil }
        // Dates count from now; a minute's difference is none to a person who types.
        return try cache.answer("\(now / 60_000_000) \(filter)", reader, deadline: deadline) {
            try reader.answer(predicate, deadline: deadline)
        }
    }
}

internal import MetadataStore
internal import QueryLanguage

/// Answers filters that are no query of their own: parts and variants of one that is looked into.
struct FilterAnswers {
    let reader: StoreReader
    let keys: KeyResolver
    let now: Int64
    let deadline: ContinuousClock.Instant?

    /// The predicate of a filter; `nil` where it is at fault, as one of the wrong unit is.
    func predicate(of filter: Filter) throws -> Predicate? {
        var resolution = QueryResolution(
            "", [], keys: keys, dates: DateReading(now: now),
            identities: { try reader.identities(withPrefix: $0) },
            selection: { try reader.selection($0)?.number })
        let predicate = try resolution.predicate(of: filter)
        return resolution.faults.isEmpty ? predicate : nil
    }

    /// The answer to all of some filters; `nil` where one is at fault.
    func answer(all filters: [Filter]) throws -> StoreAnswer? {
        let predicates = try filters.map { try predicate(of: $0) }
        guard !predicates.contains(where: { $0 == nil }) else { return nil }
        return try reader.answer(
            QueryResolution.intersection(predicates.compactMap { $0 }), deadline: deadline)
    }

    func count(all filters: [Filter]) throws -> Int {
        try answer(all: filters)?.count ?? 0
    }
}

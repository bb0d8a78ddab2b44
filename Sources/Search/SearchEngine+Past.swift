internal import MetadataModel
public import MetadataStore
internal import QueryLanguage

/// Reads the index with what people had stated before a moment, in microseconds since 1970; what
/// files say is as it is now.
public typealias PastReading =
    @Sendable (_ moment: Int64, _ body: (StoreReader) throws -> Void) throws -> Void

extension SearchEngine {
    /// The engine that also answers queries with the stage `as_of`, for callers who see all of the
    /// index: which projects an asset was in does not say who may see it now.
    public func remembering(_ past: @escaping PastReading) -> SearchEngine {
        SearchEngine(self, past: past)
    }

    /// Where the index is.
    public var indexPath: String { store.path }

    /// Runs `body` with the state of the index that a query asks for, the present one without the
    /// stage `as_of`.
    func readState<Result>(
        of text: String, _ body: (StoreReader, KeyResolver, _ isPast: Bool) throws -> Result
    ) throws -> Result {
        guard let past, let moment = moment(askedBy: text) else {
            return try store.read { try body($0, keys(of: $0), false) }
        }
        var result: Result?
        try past(moment) { result = try body($0, freshKeys(of: $0), true) }
        guard let result else { throw StoreError(.unusable, "the past was not read") }
        return result
    }

    func asksForPast(_ text: String) -> Bool { past != nil && moment(askedBy: text) != nil }

    /// As ``stream(_:options:begin:hit:)``, but with the hits in memory: writers wait while the past
    /// is read, and must not wait for whoever takes the hits.
    func streamPast(
        _ text: String, options: SearchOptions, begin: (SearchAnswer) throws -> Void,
        hit: (SearchHit) throws -> Bool
    ) throws {
        var hits: [SearchHit] = []
        let answer = try readState(of: text) { reader, keys, isPast in
            let run = try SearchRun(
                text, options: options, reader: reader, keys: keys, now: now(), isPast: isPast)
            try run.forEachHit { found in
                guard hits.count < Self.pastHitLimit else {
                    throw StoreError(
                        .unusable,
                        "a stream as of a date has at most \(Self.pastHitLimit) hits: take pages")
                }
                hits.append(found)
                return true
            }
            return run.finishedAnswer()
        }
        try begin(answer)
        for found in hits where try !hit(found) { return }
    }

    private static let pastHitLimit = 100_000

    private func moment(askedBy text: String) -> Int64? {
        let dates = DateReading(now: now())
        for stage in QueryParser.parse(text).query.stages {
            if case .asOf(let date) = stage { return dates.span(of: date)?.start }
        }
        return nil
    }
}

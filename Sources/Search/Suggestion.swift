internal import MetadataStore
public import QueryLanguage

/// One text that may be written where a query is being typed.
public struct Suggestion: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        case key
        /// An operator, or a word such as `has:` that stands before a key.
        case `operator`
        case value
        case unit
        /// A stage, or a word within one.
        case stage
    }

    public var text: String
    public var kind: Kind
    /// What it stands in for, in UTF-8 bytes of the query's text.
    public var replaced: SourceRange
    /// The assets that the query would find with it; of a key, those that state it. Absent where
    /// there was no time to count.
    public var count: Int?
    /// What it means, in few words.
    public var note: String
}

extension SearchEngine {
    /// Suggestions of a list at most where nobody asks for more or fewer.
    public static let usualSuggestionCount = 12

    /// What may be written at a place of a query that is being typed: keys (concepts before raw
    /// ones), operators, values, units and stages, the likeliest first.
    ///
    /// - Parameters:
    ///   - text: The query so far, which may be unfinished and wrong.
    ///   - position: The cursor, in UTF-8 bytes; the text's end where it is absent.
    ///   - timeLimit: After so long what is not yet counted stays uncounted. The first call after
    ///     a change of the index prepares the names of its keys before that.
    public func suggest(
        _ text: String, at position: Int? = nil, limit: Int = usualSuggestionCount,
        timeLimit: Swift.Duration = .milliseconds(12)
    ) throws -> [Suggestion] {
        let place = CompletionPlace(in: text, at: position ?? text.utf8.count)
        return try store.read { reader in
            let run = try CompletionRun(
                place, reader: reader, keys: keys(of: reader), now: clock(),
                cache: completionCache, timeLimit: timeLimit)
            return try run.suggestions(limit: max(0, limit))
        }
    }
}

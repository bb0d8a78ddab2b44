internal import MetadataStore
internal import QueryLanguage
internal import Synchronization

/// What the completion of one query after the other needs again and again, for one revision.
final class CompletionCache: Sendable {
    /// Answers kept at most; further ones take the place of all.
    private static let maximumAnswerCount = 1024

    private struct Kept {
        var revision: Int64 = -1
        var names: CompletionNames?
        var answers: [String: RetainedAnswer] = [:]
    }

    private let kept = Mutex(Kept())

    func names(_ revision: Int64, _ make: () -> CompletionNames) -> CompletionNames {
        let known = kept.withLock { kept in
            if kept.revision != revision { kept = Kept(revision: revision) }
            return kept.names
        }
        if let known { return known }
        let names = make()
        kept.withLock { if $0.revision == revision { $0.names = names } }
        return names
    }

    /// The answer under a name, found anew where it is not known.
    func answer(
        _ name: String, _ reader: StoreReader, deadline: ContinuousClock.Instant,
        _ find: () throws -> StoreAnswer
    ) throws -> StoreAnswer {
        let revision = try reader.revision
        let known = kept.withLock { $0.revision == revision ? $0.answers[name] : nil }
        if let known, let answer = try reader.answer(retained: known, deadline: deadline) {
            return answer
        }
        let answer = try find()
        guard answer.isComplete else { return answer }
        let retained = answer.retained
        kept.withLock { kept in
            guard kept.revision == revision else { return }
            if kept.answers.count >= Self.maximumAnswerCount { kept.answers = [:] }
            kept.answers[name] = retained
        }
        return answer
    }
}

internal import ArgumentParser
internal import QueryLanguage
internal import Search

/// Completion of a query in a shell, by the engine that serves `reticle suggest`.
enum QueryCompletion {
    private static let limit = 40

    /// The whole words that a word of a command line may become.
    ///
    /// - Parameters:
    ///   - arguments: The command line.
    ///   - place: Which of its words is completed.
    ///   - word: What of the word stands before the cursor, as typed.
    static func words(_ arguments: [String], _ place: Int, _ word: String) -> [String] {
        var options: [String] = []
        for (place, argument) in arguments.enumerated() {
            guard ["--index", "--extractors"].contains(argument),
                place + 1 < arguments.count
            else { continue }
            options += [argument, arguments[place + 1]]
        }
        let shell = CompletionShell.requesting
        let typed = ShellWord(word, arguments[..<max(0, min(place, arguments.count))], in: shell)
        do {
            let engine = try EngineOptions.parse(options).engine()
            let found = try engine.suggest(
                typed.text, limit: limit, timeLimit: .milliseconds(300))
            return found.compactMap { suggestion in
                let kept = typed.text.utf8.prefix(suggestion.replaced.start)
                return typed.replacement(String(decoding: kept, as: UTF8.self) + suggestion.text)
            }
        } catch {
            // A shell has no place for a message: without an index there is nothing to complete.
            return []
        }
    }
}

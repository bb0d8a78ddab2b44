internal import ArgumentParser
internal import QueryLanguage
internal import Search
internal import WireFormat

/// `reticle suggest`: what may be written at a place of a query.
struct SuggestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Suggests how a query may go on, with what each would leave.",
        discussion: """
            reticle suggest 'voltage>5'
            reticle suggest 'instrument.m pixel.size<50nm' --at 12
            """)

    @Argument(help: "The query so far.")
    var query: String = ""

    @Option(help: ArgumentHelp("The cursor, in bytes; the query's end by default.", valueName: "n"))
    var at: Int?

    @Option(help: ArgumentHelp("Suggestions at most.", valueName: "n"))
    var limit = SearchEngine.usualSuggestionCount

    @Flag(help: "As GET /v1/suggest gives it.")
    var json = false

    @OptionGroup var engine: EngineOptions

    mutating func run() throws {
        // A person waits longer for a command than for a letter to appear.
        let found = try engine.engine().suggest(query, at: at, limit: limit, timeLimit: .seconds(5))
        var output = StandardOutput()
        if json {
            var text = JSONText()
            text.suggestions(found)
            text.endLine()
            try output.write(text.bytes)
        } else {
            var table = TextTable(headings: [], wholeColumns: [0])
            for suggestion in found {
                table.add([
                    suggestion.text, suggestion.kind.rawValue,
                    suggestion.count.map(String.init) ?? "", suggestion.note,
                ])
            }
            try output.write(table.text)
        }
        try output.flush()
        if found.isEmpty { throw ExitCode(1) }
    }
}

/// Completion of a query in a shell, by the engine that serves `reticle suggest`.
enum QueryCompletion {
    private static let limit = 40

    /// The whole words that a word of a command line may become.
    ///
    /// - Parameters:
    ///   - arguments: The command line.
    ///   - word: What of the word stands before the cursor, without the quote it may begin with.
    static func words(_ arguments: [String], _ place: Int, _ word: String) -> [String] {
        var options: [String] = []
        for (place, argument) in arguments.enumerated() {
            guard ["--index", "--extractors"].contains(argument),
                place + 1 < arguments.count
            else { continue }
            options += [argument, arguments[place + 1]]
        }
        let isQuoted = word.hasPrefix("'")
        let text = isQuoted ? String(word.dropFirst()) : word
        do {
            let engine = try EngineOptions.parse(options).engine()
            return try engine.suggest(text, limit: limit, timeLimit: .milliseconds(300)).map {
                let kept = String(decoding: text.utf8.prefix($0.replaced.start), as: UTF8.self)
                return (isQuoted ? "'" : "") + kept + $0.text
            }
        } catch {
            // A shell has no place for a message: without an index there is nothing to complete.
            return []
        }
    }
}

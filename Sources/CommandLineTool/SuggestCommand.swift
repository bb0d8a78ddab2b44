internal import ArgumentParser
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

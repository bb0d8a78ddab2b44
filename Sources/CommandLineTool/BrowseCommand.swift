internal import ArgumentParser
internal import QueryLanguage
internal import Search
internal import WireFormat

/// `reticle browse`: what a query finds, as folders that any keys make.
struct BrowseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "browse",
        abstract: "Walks through what a query finds as through folders, one level a key.",
        discussion: """
            reticle browse instrument.model,project
            reticle browse instrument.model,project SEM-2
            reticle browse format,tag tiff reviewed --where 'acquired:2026'

            Without values, or with fewer values than keys, the next level's folders are listed; \
            with all of them, the files.
            """)

    @Argument(help: ArgumentHelp("Keys, divided by commas.", valueName: "keys"))
    var keys: String

    @Argument(help: ArgumentHelp("The folder to open, level by level.", valueName: "value"))
    var values: [String] = []

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp("Only what this query finds.", valueName: "query"))
    var filter: String?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var engine: EngineOptions

    func run() throws {
        let levels = keys.split(separator: ",").map(String.init)
        guard !levels.isEmpty, values.count <= levels.count else {
            throw CommandError("expected at most a value for each of \(levels.count) keys")
        }
        let clauses = zip(levels, values).map { key, value in
            "\(key)=\"\(value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
        }
        let query = ([filter.map { "(\($0))" }].compactMap { $0 } + clauses).joined(separator: " ")
        let engine = try engine.engine()
        do {
            let total = try list(query, levels, engine)
            if total == 0 { throw ExitCode(1) }
        } catch let errors as SearchErrors {
            Complaints.write(errors)
            throw ExitCode(2)
        }
    }

    private func list(_ query: String, _ levels: [String], _ engine: SearchEngine) throws -> Int {
        let isLeaf = values.count == levels.count
        let stage = isLeaf ? "" : " | facet \(levels[values.count]) top 10000"
        let answer = try engine.answer(
            query + stage, options: SearchOptions(limit: isLeaf ? 1000 : 0))
        var output = StandardOutput()
        if json {
            var text = JSONText()
            text.searchAnswer(answer)
            text.endLine()
            try output.write(text.bytes)
        } else if isLeaf {
            for hit in answer.hits { try output.write(FactTable.printable(hit.path) + "\n") }
            if answer.next != nil { try output.write("… of \(answer.total)\n") }
        } else {
            var table = TextTable(headings: [], wholeColumns: [0])
            for case .facet(let facet) in answer.stages {
                for value in facet.values { table.add([value.text + "/", String(value.count)]) }
                if facet.missing > 0 { table.add(["(without)", String(facet.missing)]) }
            }
            try output.write(table.text)
        }
        try output.flush()
        return answer.total
    }
}

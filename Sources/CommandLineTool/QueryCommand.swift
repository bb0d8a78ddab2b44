internal import ArgumentParser
internal import Curation
internal import Search
internal import WireFormat

/// `reticle query`: runs a saved query, keeps queries, lists them.
struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Runs a saved query; keeps, lists and removes them.",
        discussion: """
            reticle query fine-pixels size=20nm
            reticle query save my-sem 'instrument.model:SEM-2 acquired>=$since' \\
                --param 'since date = 2026-01-01 -- the first day' --title 'What the SEM made'
            reticle query my-sem since=2026-03

            A query is a file NAME.rql of the folder of saved queries, or is kept in the index by \
            `save`, where it survives every harvest; the latter wins where both have a name.


            """ + LanguageGuide.text,
        subcommands: [
            QueryRun.self, QueryList.self, QuerySave.self, QueryShow.self, QueryRemove.self,
        ],
        defaultSubcommand: QueryRun.self)
}

/// Where the queries of commands come from.
struct QuerySource: ParsableArguments {
    @OptionGroup var location: SavedQueryLocation
    @OptionGroup var engine: EngineOptions

    var folder: SavedQueryFolder? {
        SavedQueryFolder.first(
            of: ShareFolder.candidates(
                location.queries, variable: "RETICLE_QUERIES", name: "queries"))
    }

    /// The query of a name; an index is needed for those that it keeps alone.
    func query(_ name: String) throws -> SavedQuery {
        do {
            if let folder, !engine.index.exists { return try folder.query(name) }
            return try engine.engine().namedQuery(name, in: folder)
        } catch let error as SavedQueryError {
            throw CommandError(error)
        }
    }
}

extension CommandError {
    init(_ error: SavedQueryError) {
        self.init(error.faults.map { "\(error.name): \($0)" }.joined(separator: "\n"))
    }
}

struct QueryRun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Runs a saved query; without a name, lists them.")

    @Argument(help: "The query's name.")
    var name: String?

    @Argument(help: ArgumentHelp("Values of its parameters.", valueName: "parameter=value"))
    var values: [String] = []

    @OptionGroup var source: QuerySource
    @OptionGroup var output: AnswerOutput

    mutating func run() throws {
        guard let name else {
            try QueryList.run(source, json: false)
            return
        }
        let query = try source.query(name)
        let text: String
        do {
            text = try query.text(with: parameters())
        } catch let error as SavedQueryError {
            throw CommandError(error)
        }
        try output.run(text, source.engine.engine())
    }

    private func parameters() throws -> [String: String] {
        var parameters: [String: String] = [:]
        for value in values {
            guard let sign = value.firstIndex(of: "=") else {
                throw CommandError("expected parameter=value, found `\(value)`")
            }
            let name = String(value[..<sign])
            let text = String(value[value.index(after: sign)...])
            guard parameters.updateValue(text, forKey: name) == nil else {
                throw CommandError("`\(name)` is given twice")
            }
        }
        return parameters
    }
}

struct QueryList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the saved queries with their parameters.")

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var source: QuerySource

    func run() throws { try Self.run(source, json: json) }

    static func run(_ source: QuerySource, json: Bool) throws {
        let kept = try source.engine.index.exists ? source.engine.engine().storedQueries() : []
        let keptNames = Set(kept.map(\.query.name))
        let shipped = try source.folder.map { folder in
            try folder.names().filter { !keptNames.contains($0) }.map { try folder.query($0) }
        }
        let queries = (shipped ?? []) + kept.map(\.query)
        var output = StandardOutput()
        if json {
            var text = JSONText()
            text.savedQueries(queries.sorted { $0.name < $1.name })
            try output.write(text.bytes + [0x0A])
        } else {
            var table = TextTable(headings: [], wholeColumns: [1])
            for query in queries.sorted(by: { $0.name < $1.name }) {
                let parameters = query.parameters.map { parameter in
                    parameter.name + (parameter.usual.map { "=" + $0 } ?? "")
                }
                let mark = keptNames.contains(query.name) ? "*" : ""
                table.add([
                    query.name + mark, query.title, parameters.joined(separator: " "),
                ])
            }
            try output.write(table.text)
        }
        try output.flush()
    }
}

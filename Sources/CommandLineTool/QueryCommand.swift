internal import ArgumentParser
internal import Search

/// `reticle query`: runs a saved query, or lists them.
struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Runs a saved query; without a name, lists them.",
        discussion: "reticle query fine-pixels size=20nm\n\n" + LanguageGuide.text)

    @Argument(help: "The query's name.")
    var name: String?

    @Argument(help: ArgumentHelp("Values of its parameters.", valueName: "parameter=value"))
    var values: [String] = []

    @OptionGroup var location: SavedQueryLocation
    @OptionGroup var engine: EngineOptions
    @OptionGroup var output: AnswerOutput

    mutating func run() throws {
        let folder = try location.folder()
        do {
            guard let name else {
                try list(folder)
                return
            }
            let text = try folder.query(name).text(with: parameters())
            try output.run(text, engine.engine())
        } catch let error as SavedQueryError {
            throw CommandError(
                error.faults.map { "\(error.name): \($0)" }.joined(separator: "\n"))
        }
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

    private func list(_ folder: SavedQueryFolder) throws {
        var output = StandardOutput()
        var table = TextTable(headings: [], wholeColumns: [1])
        for name in try folder.names() {
            let query = try folder.query(name)
            let parameters = query.parameters.map { parameter in
                parameter.name + (parameter.usual.map { "=" + $0 } ?? "")
            }
            table.add([name, query.title, parameters.joined(separator: " ")])
        }
        try output.write(table.text)
        try output.flush()
    }
}

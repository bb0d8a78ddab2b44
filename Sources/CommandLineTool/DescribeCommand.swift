internal import ArgumentParser
internal import Search
internal import WireFormat

/// `reticle describe`: what an answer has in common, and where it differs.
struct DescribeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "describe",
        abstract: "Says what the files that a query finds have in common and where they differ.",
        discussion: "reticle describe 'instrument.model:Titan acquired:2026-03'")

    @Argument(
        parsing: .allUnrecognized, help: "The query; several arguments are joined by spaces.",
        completion: .custom(QueryCompletion.words))
    var query: [String] = []

    @Flag(help: "As GET /v1/describe gives it.")
    var json = false

    @OptionGroup var engine: EngineOptions

    mutating func run() throws {
        let description: AnswerDescription
        do {
            description = try engine.engine().describe(query.joined(separator: " "))
        } catch let errors as SearchErrors {
            Complaints.write(errors)
            throw ExitCode(2)
        }
        var output = StandardOutput()
        if json {
            var text = JSONText()
            text.answerDescription(description)
            text.endLine()
            try output.write(text.bytes)
        } else {
            try output.write(Self.text(of: description))
        }
        try output.flush()
        if description.total == 0 { throw ExitCode(1) }
    }

    private static func text(of description: AnswerDescription) -> String {
        var text = "\(description.total) assets\n"
        if !description.common.isEmpty {
            var table = TextTable(headings: [], wholeColumns: [0])
            for trait in description.common { table.add([trait.key, trait.values[0].text]) }
            text += "\nin common\n" + table.text
        }
        if !description.differing.isEmpty {
            var table = TextTable(
                headings: ["values", "without", "key", "most frequent"], wholeColumns: [2])
            for trait in description.differing {
                let values = trait.values.map { "\($0.text) (\($0.count))" }
                table.add([
                    "\(trait.distinctCount)", "\(trait.missing)", trait.key,
                    values.joined(separator: ", "),
                ])
            }
            text += "\ndiffering\n" + table.text
        }
        if !description.unique.isEmpty {
            text += "\nof its own in each: "
            text += FactTable.printable(description.unique.joined(separator: ", ")) + "\n"
        }
        return text
    }
}

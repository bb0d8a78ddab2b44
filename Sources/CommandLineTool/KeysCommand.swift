internal import ArgumentParser
internal import MetadataModel
internal import Search
internal import WireFormat

/// `reticle keys`: which keys the index holds.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Shows which keys exist: how often, with which types, units and values.",
        discussion: "reticle keys '*exposure*'")

    @Argument(help: "A key, a concept, or a pattern over keys; every key without one.")
    var pattern: String?

    @Flag(help: "As GET /v1/keys gives it.")
    var json = false

    @OptionGroup var engine: EngineOptions

    mutating func run() throws {
        let engine = try engine.engine()
        let keys = try engine.keys(matching: pattern)
        var output = StandardOutput()
        if json {
            var text = JSONText()
            text.keys(keys)
            text.endLine()
            try output.write(text.bytes)
        } else if !keys.isEmpty {
            try output.write(Self.table(keys))
        } else if let pattern {
            let suggestions = try engine.suggestions(for: pattern)
            Complaints.write([SearchWarning("no key fits `\(pattern)`", suggestions: suggestions)])
        }
        try output.flush()
        if keys.isEmpty { throw ExitCode(1) }
    }

    private static func table(_ keys: [KeyDescription]) -> String {
        var table = TextTable(
            headings: ["assets", "facts", "key", "types", "units", "concept", "iri", "examples"],
            wholeColumns: [2])
        for key in keys {
            let types = [
                ("text", key.textCount), ("number", key.numberCount), ("date", key.dateCount),
            ]
            table.add([
                "\(key.assetCount)", "\(key.factCount)", key.key.description,
                types.filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", "),
                key.units.map { "\($0.unit) \($0.count)" }.joined(separator: ", "),
                key.concepts.joined(separator: ", "), key.iris.joined(separator: " "),
                key.examples.joined(separator: " | "),
            ])
        }
        return table.text
    }
}

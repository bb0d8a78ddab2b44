internal import ArgumentParser
internal import MetadataModel
internal import Search
internal import WireFormat

/// `reticle keys`: which keys the index holds.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Shows which keys exist: how often, with which types, units and values.",
        discussion: """
            reticle keys                  every key of the index
            reticle keys '*exposure*'     those that fit a pattern
            reticle keys voltage          all about one concept or key
            reticle keys exposure time    concepts and keys that have to do with these words
            """)

    @Argument(
        help: "A key, a concept, a pattern over keys, or words; every key without one.",
        completion: .custom(QueryCompletion.words))
    var names: [String] = []

    @Flag(help: "As GET /v1/keys gives it.")
    var json = false

    @OptionGroup var engine: EngineOptions

    mutating func run() throws {
        let engine = try engine.engine()
        var output = StandardOutput()
        let isFound: Bool
        if let name = names.first, names.count == 1 {
            isFound = try write(name, engine, &output)
        } else if names.isEmpty {
            let keys = try engine.keys()
            try write(keys, &output)
            isFound = !keys.isEmpty
        } else {
            isFound = try writeFindings(names, engine, &output)
        }
        try output.flush()
        if !isFound { throw ExitCode(1) }
    }

    /// What there is under one name: of a concept or of one key all about it, of several a table,
    /// and else what has to do with the name as a word.
    private func write(
        _ name: String, _ engine: SearchEngine, _ output: inout StandardOutput
    ) throws -> Bool {
        let keys = try engine.keys(matching: name)
        let isPattern = name.utf8.contains { "*?".utf8.contains($0) }
        if !isPattern, let profile = try engine.profile(of: name),
            keys.count == 1 || profile.origin == .concept || profile.origin == .field
        {
            if json {
                var text = JSONText()
                text.keyProfile(profile)
                text.endLine()
                try output.write(text.bytes)
            } else {
                try output.write(KeyProfileText.text(of: profile))
            }
            return true
        }
        if !keys.isEmpty {
            try write(keys, &output)
            return true
        }
        if try writeFindings([name], engine, &output) { return true }
        let suggestions = try engine.suggestions(for: name)
        Complaints.write([SearchWarning("no key fits `\(name)`", suggestions: suggestions)])
        return false
    }

    private func write(_ keys: [KeyDescription], _ output: inout StandardOutput) throws {
        guard json else {
            if !keys.isEmpty { try output.write(Self.table(keys)) }
            return
        }
        var text = JSONText()
        text.keys(keys)
        text.endLine()
        try output.write(text.bytes)
    }

    private func writeFindings(
        _ words: [String], _ engine: SearchEngine, _ output: inout StandardOutput
    ) throws -> Bool {
        let findings = try engine.keys(withWords: words)
        guard !findings.concepts.isEmpty || !findings.keys.isEmpty else { return false }
        guard !json else {
            var text = JSONText()
            text.keyFindings(findings)
            text.endLine()
            try output.write(text.bytes)
            return true
        }
        if !findings.concepts.isEmpty {
            var table = TextTable(
                headings: ["concept", "unit", "keys", "meaning"], wholeColumns: [3])
            for concept in findings.concepts {
                table.add([
                    concept.name, concept.unit ?? "", "\(concept.keys.count)", concept.definition,
                ])
            }
            try output.write(table.text + (findings.keys.isEmpty ? "" : "\n"))
        }
        if !findings.keys.isEmpty { try output.write(Self.table(findings.keys)) }
        return true
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

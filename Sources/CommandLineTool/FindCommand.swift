internal import ArgumentParser
internal import Curation
internal import MetadataModel
internal import MetadataStore
internal import Search
internal import WireFormat

/// `reticle find`: the answer to a query.
struct FindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Finds files by what they say about themselves.",
        discussion: """
            reticle find 'voltage:5kV..20kV pixel.size<50nm'
            reticle find 'stain:DAPI | facet instrument.model' --json

            Ends with 0 where something was found, with 1 where nothing was, with 2 on an error.
            """)

    @Argument(
        parsing: .allUnrecognized,
        help: "The query; several arguments are joined by spaces.",
        completion: .custom(QueryCompletion.words))
    var query: [String] = []

    @Option(
        help: ArgumentHelp(
            "As people had tagged and stated before this date; what files say is as it is now.",
            valueName: "date"))
    var asOf: String?

    @OptionGroup var engine: EngineOptions
    @OptionGroup var output: AnswerOutput

    mutating func run() throws {
        let text = query.joined(separator: " ")
        guard let asOf else { return try output.run(text, engine.engine()) }
        guard let date = TimeSpan(written: asOf) else {
            throw CommandError("--as-of: expected a date such as 2026-03-01, found \(asOf)")
        }
        let store = try MetadataStore(path: engine.index.path, access: .writing)
        let engine = try engine.engine(over: store)
        let curation = try Curation(store: store, engine: engine)
        try output.run(text, engine) { text, options in
            try curation.asOf(date.start) { try engine.answer(text, options: options, in: $0) }
        }
    }
}

/// In which form an answer is written, and how much of it.
struct AnswerOutput: ParsableArguments {
    enum Form: String, EnumerableFlag {
        case table, json, ndjson, csv, paths, count

        static func help(for form: Form) -> ArgumentHelp? {
            switch form {
            case .table: "An aligned table with the first hits (default)."
            case .json: "The answer with one page of hits, as GET /v1/search gives it."
            case .ndjson: "Every hit, one JSON object a line."
            case .csv: "Every hit as comma-separated values."
            case .paths: "The path of every hit, one a line."
            case .count: "The number of hits alone."
            }
        }
    }

    @Flag(exclusivity: .exclusive)
    var form: Form = .table

    @Flag(help: "Say how keys, units and dates were understood, and what each clause finds.")
    var explain = false

    @Flag(help: "With --csv: guard cells that a spreadsheet would take for a formula.")
    var guardFormulas = false

    @Flag(help: "Find files that are gone, too; `has:file.deleted` finds them alone.")
    var deleted = false

    @Option(help: ArgumentHelp("Hits at most.", valueName: "n"))
    var limit: Int?

    @Option(help: ArgumentHelp("Begin after the page that ended so.", valueName: "cursor"))
    var after: String?

    @Option(
        name: [.long, .customLong("timeout")],
        help: ArgumentHelp("Give what was found after so long.", valueName: "seconds"))
    var timeLimit: Double?

    func validate() throws {
        if let limit, limit < 0 {
            throw ValidationError("--limit: expected 0 or more, found \(limit)")
        }
        if let timeLimit, !(timeLimit > 0 && timeLimit < 86_400) {
            throw ValidationError("--time-limit: expected seconds above 0, found \(timeLimit)")
        }
    }

    /// Answers a query on standard output.
    ///
    /// - Throws: `ExitCode(1)` where nothing is found, `ExitCode(2)` where the query is at fault,
    ///   which has been said on standard error by then.
    ///
    /// - Parameter ask: Gives one page in the place of the engine; streams cannot be had so.
    func run(
        _ text: String, _ engine: SearchEngine,
        askedOf ask: ((String, SearchOptions) throws -> SearchAnswer)? = nil
    ) throws {
        let total: Int
        do {
            total = try write(text, engine, ask)
        } catch let errors as SearchErrors {
            Complaints.write(errors)
            throw ExitCode(2)
        }
        if total == 0 { throw ExitCode(1) }
    }

    private func write(
        _ text: String, _ engine: SearchEngine,
        _ ask: ((String, SearchOptions) throws -> SearchAnswer)?
    ) throws -> Int {
        switch form {
        case .table, .json, .count:
            return try writePage(text) { try ask?(text, $0) ?? engine.answer(text, options: $0) }
        case .ndjson, .csv, .paths:
            guard ask == nil else {
                throw CommandError("--as-of: expected --json, --count or the table")
            }
            return try writeStream(text, engine)
        }
    }

    private func options() -> SearchOptions {
        SearchOptions(
            limit: form == .count ? 0 : limit, after: after,
            timeLimit: timeLimit.map { .seconds($0) },
            countsClauses: form == .json || explain, explains: explain,
            findsDeleted: deleted)
    }

    private func writePage(
        _ text: String, _ ask: (SearchOptions) throws -> SearchAnswer
    ) throws -> Int {
        let answer = try ask(options())
        if let diagnosis = answer.diagnosis, form != .json { Complaints.write(diagnosis) }
        var output = StandardOutput()
        if form == .json {
            var json = JSONText()
            json.searchAnswer(answer)
            json.endLine()
            try output.write(json.bytes)
        } else {
            Complaints.write(answer.warnings)
            try output.write(
                form == .count ? "\(answer.total)\n" : AnswerTable.text(of: answer))
        }
        try output.flush()
        return answer.total
    }

    private func writeStream(_ text: String, _ engine: SearchEngine) throws -> Int {
        var output = StandardOutput()
        var json = JSONText()
        var csv: CSVText?
        var total = 0
        var columns: [String] = []
        let form = form
        let mayControl = !StandardOutput.isTerminal
        try engine.stream(text, options: options()) { answer in
            Complaints.write(answer.warnings)
            if let diagnosis = answer.diagnosis { Complaints.write(diagnosis) }
            total = answer.total
            columns = answer.columns
        } hit: { hit in
            switch form {
            case .csv:
                if csv == nil {
                    let names = columns.isEmpty ? hit.facts.map(\.name) : columns
                    csv = CSVText(names: names, guardsFormulas: guardFormulas)
                }
                csv?.hit(hit)
                try output.write(csv?.bytes ?? [])
                csv?.removeAll()
            case .paths:
                try output.write((mayControl ? hit.path : FactTable.printable(hit.path)) + "\n")
            case .ndjson, .table, .json, .count:
                json.searchHit(hit)
                json.endLine()
                try output.write(json.bytes)
                json.removeAll()
            }
            return true
        }
        try output.flush()
        return total
    }
}

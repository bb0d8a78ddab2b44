internal import ArgumentParser
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
            "As the stage `as_of`: what people had stated before the date.",
            valueName: "date"))
    var asOf: String?

    @OptionGroup var engine: EngineOptions
    @OptionGroup var output: AnswerOutput

    mutating func run() throws {
        let text = query.joined(separator: " ")
        try output.run(text + (asOf.map { " | as_of \($0)" } ?? ""), engine.engine())
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
    func run(_ text: String, _ engine: SearchEngine) throws {
        let total: Int
        do {
            total = try write(text, engine)
        } catch let errors as SearchErrors {
            Complaints.write(errors)
            throw ExitCode(2)
        }
        if total == 0 { throw ExitCode(1) }
    }

    private func write(_ text: String, _ engine: SearchEngine) throws -> Int {
        switch form {
        case .table, .json, .count: try writePage(text, engine)
        case .ndjson, .csv, .paths: try writeStream(text, engine)
        }
    }

    private func options() -> SearchOptions {
        SearchOptions(
            limit: form == .count ? 0 : limit, after: after,
            timeLimit: timeLimit.map { .seconds($0) },
            countsClauses: form == .json || explain, explains: explain,
            findsDeleted: deleted)
    }

    private func writePage(_ text: String, _ engine: SearchEngine) throws -> Int {
        let answer = try engine.answer(text, options: options())
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

internal import ArgumentParser
internal import Extraction
internal import ExtractionWorker
internal import Harvesting
internal import MetadataModel
internal import WireFormat

/// `reticle extract`: what files say about themselves, without an index.
struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Print what files say about themselves, without an index.",
        discussion: """
            What the companions of a file say of it, such as the .hdr beside a .mib, is part of what \
            is printed, with the name of the companion. \
            A file that cannot be read is reported with an issue and does not stop the others. \
            The exit code is 2 if a file that was named could not be read, else 0.
            """)

    @Argument(
        help: ArgumentHelp(
            "Files, and folders with all that is below them; - for a list on standard input.",
            valueName: "file"))
    var files: [String] = []

    @Option(
        name: .customLong("files-from"),
        help: ArgumentHelp(
            "A list of names, divided by NUL bytes or, if there are none, by line feeds; - for "
                + "standard input.", valueName: "list"))
    var list: String?

    @Flag(help: "One line of JSON for each file.")
    var ndjson = false

    @Flag(
        help: """
            How many bytes of the files are read, by type, instead of what they say; with --ndjson, \
            by file.
            """)
    var costs = false

    @OptionGroup var workers: WorkerOptions

    func run() throws {
        guard !files.isEmpty || list != nil else {
            throw ValidationError("expected a file, a folder or --files-from")
        }
        var named = NamedFiles(hasCompanions: !costs, try nameSource())
        var output = StandardOutput()
        let pool = WorkerPool(try WorkerCommand.configuration(for: workers))
        if costs {
            var costs = ExtractionCosts()
            var line = JSONText()
            try pool.run(next: { try named.next() }) { event in
                costs.take(event, line: &line)
                if ndjson { try output.write(line.bytes) }
                line.removeAll()
            }
            if !ndjson { try output.write(costs.table) }
        } else if ndjson {
            var lines = FactLines()
            try pool.run(next: { try named.next() }) { event in
                lines.take(event)
                try output.write(lines.text.bytes)
                lines.text.removeAll()
            }
        } else {
            var table = FactTable()
            try pool.run(next: { try named.next() }) { event in
                try output.write(table.text(of: event))
            }
        }
        try output.flush()
        if named.refusedCount > 0 { throw ExitCode(2) }
    }

    /// The names given as arguments, then those of the list.
    private func nameSource() throws -> () throws -> [UInt8]? {
        var lists = [list].compactMap { $0 }
        if files == ["-"] { lists.append("-") }
        var arguments = files == ["-"] ? [][...] : files[...]
        var names: NameList?
        return {
            if let argument = arguments.popFirst() { return Array(argument.utf8) }
            while true {
                if let name = try names?.next() { return name }
                guard let path = lists.popLast() else { return nil }
                names = try NameList(path: path)
            }
        }
    }
}

/// Writes the lines of `--ndjson`: one a named file, what its companions say included.
private struct FactLines {
    var text = JSONText()
    /// The companion that is being read.
    private var source: String?
    private var issues: [Issue] = []
    private var isLast = true

    mutating func take(_ event: ExtractionEvent<NamedFiles.Subject>) {
        switch event {
        case .began(.companion(let isLast), let file, _):
            source = file.path
            self.isLast = isLast
        case .began(.file(let hasCompanions), let file, let outcome):
            source = nil
            isLast = !hasCompanions
            text.beginExtractedFacts(
                path: file.path, type: outcome.type, extractor: outcome.extractor)
        case .began(.missing, _, _): break
        case .facts(let facts):
            facts.withUnsafeBufferPointer { facts in
                for place in facts.indices { text.fact(facts[place], source: source) }
            }
        case .ended(let outcome):
            issues += outcome.issues
            if isLast { end() }
        case .passed(.missing(let path, let issue)):
            let unknown = ExtractionOutcome.unknown
            text.beginExtractedFacts(
                path: path, type: unknown.type, extractor: unknown.extractor)
            text.endExtractedFacts(issues: [issue])
        case .passed(.companion(let isLast)):
            if isLast { end() }
        case .passed(.file): break
        }
    }

    private mutating func end() {
        text.endExtractedFacts(issues: issues)
        issues = []
    }
}

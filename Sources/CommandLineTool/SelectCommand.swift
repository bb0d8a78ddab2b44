internal import ArgumentParser
internal import Foundation
internal import MetadataStore
internal import Search
internal import Selecting
internal import WireFormat

/// `reticle select`: a job's inputs, frozen.
struct SelectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "select",
        abstract: "Freezes the answer to a query, for a job that must get the same files again.",
        discussion: """
            reticle select 'voltage:5kV..20kV' --format snakemake > samples.tsv
            reticle select sel:9f2c --format paths     the same files again
            reticle select sel:9f2c --verify           which of them changed on disk
            reticle select sel:9f2c --diff             what the query finds now and did not then

            The selection's id goes to standard error. Ends with 0 where files were found (or are \
            unchanged), with 1 where none were (or some changed), with 2 on an error.
            """)

    @Argument(
        parsing: .allUnrecognized,
        help: "The query, or `sel:` and the beginning of a selection's id.")
    var query: [String] = []

    @OptionGroup var engine: EngineOptions

    @Option(
        help: ArgumentHelp(
            "json, ndjson, csv, paths, paths0, snakemake, nextflow, cwl or rocrate.",
            valueName: "form"))
    var format = "paths"

    @Flag(help: "Compute the SHA-256 of every file whose digest is not known.")
    var hash = false

    @Flag(help: "Say which files of a selection changed on disk since.")
    var verify = false

    @Flag(help: "Say what the selection's query finds now and did not then, as JSON.")
    var diff = false

    @Flag(help: "List the selections there are.")
    var list = false

    func validate() throws {
        guard form != nil else {
            let forms = SelectionForm.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--format: expected \(forms), found \(format)")
        }
        if (verify || diff) && existing == nil {
            throw ValidationError("--verify and --diff: expected `sel:` and a selection's id")
        }
    }

    func run() throws {
        let engine = try engine.engine()
        if list { return try printList(engine) }
        let selection = if let existing { try known(existing, engine) } else { try frozen(engine) }
        if verify { return try verify(selection, engine) }
        if diff { return try printDifference(selection, engine) }
        Complaints.write("selection \(selection.id): \(selection.count) files")
        try write(selection, engine)
        if selection.count == 0 { throw ExitCode(1) }
    }

    private var form: SelectionForm? { SelectionForm(rawValue: format) }

    /// The id of the selection that the query names and nothing else.
    private var existing: String? {
        guard query.count == 1, query[0].hasPrefix("sel:") else { return nil }
        let id = query[0].dropFirst(4)
        return id.allSatisfy(\.isHexDigit) && !id.isEmpty ? String(id) : nil
    }

    private func known(_ id: String, _ engine: SearchEngine) throws -> StoredSelection {
        guard let selection = try engine.selection(id) else {
            throw CommandError("there is no selection whose id begins with `\(id)` alone")
        }
        return selection
    }

    private func frozen(_ engine: SearchEngine) throws -> StoredSelection {
        let store = try MetadataStore(path: self.engine.index.path, access: .writing)
        let freezing = Freezing(
            engine: engine, maker: NSUserName(),
            digest: hash ? ContentDigest.sha256(ofFileAt:) : nil)
        do {
            return try freezing.selection(of: query.joined(separator: " "), in: store)
        } catch let errors as SearchErrors {
            Complaints.write(errors)
            throw ExitCode(2)
        }
    }

    private func write(_ selection: StoredSelection, _ engine: SearchEngine) throws {
        let file = FileHandle.standardOutput
        var text = SelectionText(
            selection, as: form ?? .paths,
            forEachFile: { try engine.forEachFile(of: selection, $0) },
            send: { bytes in
                try file.write(contentsOf: bytes)
                return true
            })
        try text.write()
    }

    private func verify(_ selection: StoredSelection, _ engine: SearchEngine) throws {
        var output = StandardOutput()
        var faultCount = 0
        try engine.forEachFile(of: selection) { file in
            if let fault = Verification.fault(of: file) {
                faultCount += 1
                try output.write("\(FactTable.printable(file.path)): \(fault)\n")
            }
            return true
        }
        try output.write(
            "\(selection.count - faultCount) of \(selection.count) files are as selected\n")
        try output.flush()
        if faultCount > 0 { throw ExitCode(1) }
    }

    private func printDifference(_ selection: StoredSelection, _ engine: SearchEngine) throws {
        let difference = try SelectionDifference(of: selection, now: engine)
        var json = JSONText()
        json.selectionDifference(difference)
        json.endLine()
        var output = StandardOutput()
        try output.write(json.bytes)
        try output.flush()
        if !difference.isEmpty { throw ExitCode(1) }
    }

    private func printList(_ engine: SearchEngine) throws {
        let selections = try engine.selections()
        var table = TextTable(headings: ["id", "files", "made", "query"], wholeColumns: [3])
        for selection in selections {
            table.add([
                String(selection.id.prefix(12)), "\(selection.count)",
                Date(timeIntervalSince1970: Double(selection.made) / 1e6).ISO8601Format(),
                selection.query,
            ])
        }
        var output = StandardOutput()
        try output.write(table.text)
        try output.flush()
        if selections.isEmpty { throw ExitCode(1) }
    }
}

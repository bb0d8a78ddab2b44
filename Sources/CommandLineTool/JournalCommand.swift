internal import ArgumentParser
internal import Curation
internal import Foundation
internal import MetadataModel
internal import MetadataStore
internal import WireFormat

/// `reticle journal`: everything that people authored, in order.
struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Shows, checks, exports and replays the record of all edits.",
        discussion: """
            reticle journal show
            reticle journal verify
            reticle journal export > journal.ndjson
            reticle journal replay journal.ndjson --index new.sqlite

            The journal stands in the index and, line by line the same, in INDEX.journal.ndjson.
            """,
        subcommands: [
            JournalShow.self, JournalVerify.self, JournalExport.self, JournalReplay.self,
        ])
}

struct JournalShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Lists the edits, the latest first.")

    @Argument(help: "One edit, with all that it changed.")
    var edit: Int64?

    @Option(help: ArgumentHelp("Edits at most.", valueName: "n"))
    var limit = 50

    @Flag(help: "One JSON object a line.")
    var json = false

    @OptionGroup var index: IndexLocation

    func run() throws {
        let store = try MetadataStore(path: index.path, access: .reading)
        var output = StandardOutput()
        if let edit {
            let lines = try store.read { try $0.journalLines(of: edit) }
            guard !lines.isEmpty else { throw CommandError("there is no edit \(edit)") }
            for line in lines { try output.write(line + [UInt8(ascii: "\n")]) }
        } else {
            let edits = try store.read { try $0.edits(limit: max(0, limit)) }
            try output.write(json ? Self.json(edits) : Self.table(edits))
        }
        try output.flush()
    }

    private static func json(_ edits: [Edit]) -> String {
        var text = JSONText()
        for edit in edits {
            text.edit(edit)
            text.endLine()
        }
        return String(decoding: text.bytes, as: UTF8.self)
    }

    private static func table(_ edits: [Edit]) -> String {
        var table = TextTable(headings: ["edit", "when", "who", "what", "why"])
        for edit in edits {
            let undone = edit.undoneBy.map { " (undone by \($0))" } ?? ""
            table.add([
                String(edit.number), TimeSpan.timestamp(ofMicroseconds: edit.moment), edit.who,
                edit.summary + undone, edit.why,
            ])
        }
        return table.text
    }
}

struct JournalVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks that no line was changed, taken out or put in.",
        discussion: "Ends with 2 where one was, and names the line.")

    @OptionGroup var index: IndexLocation

    func run() throws {
        let store = try MetadataStore(path: index.path, access: .reading)
        let extent = try Curation.verify(store)
        print("\(extent.lineCount) lines, \(extent.editCount) edits: the chain holds")
    }
}

struct JournalExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes the journal to standard output, a line each.")

    @OptionGroup var index: IndexLocation

    func run() throws {
        let store = try MetadataStore(path: index.path, access: .reading)
        var lines: [[UInt8]] = []
        try store.read { reader in
            try reader.journalLines { _, line in
                lines.append(line)
                return true
            }
        }
        var output = StandardOutput()
        for line in lines { try output.write(line + [UInt8(ascii: "\n")]) }
        try output.flush()
    }
}

struct JournalReplay: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Makes all edits again, in an index that has none.",
        discussion: """
            reticle journal replay journal.ndjson
            reticle journal replay

            Without a file, the journal beside the index is meant. What is said about a file that is \
            not in the index waits for it to be harvested.
            """)

    @Argument(help: "An exported journal.")
    var file: String?

    @OptionGroup var options: CurationOptions

    func run() throws {
        // What stands in the file beside the index is made again when the index is opened.
        let curation = try options.curation()
        guard let file else {
            let extent = try Curation.verify(
                MetadataStore(path: options.engine.index.path, access: .reading))
            print("\(extent.lineCount) lines, \(extent.editCount) edits")
            return
        }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        let extent = try curation.replay(bytes.split(separator: UInt8(ascii: "\n")).map(Array.init))
        print("\(extent.lineCount) lines, \(extent.editCount) edits")
    }
}

/// `reticle undo`: takes an edit back.
struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Takes an edit back, whatever came after it.",
        discussion: """
            reticle undo 7 --why 'wrong batch'

            This is an edit of its own, which can be undone as well.
            """)

    @Argument(help: "The number of the edit; `reticle journal show` lists them.")
    var edit: Int64

    @OptionGroup var options: CurationOptions

    func run() throws {
        guard let number = try options.curation().undo(edit, by: options.author) else {
            print("edit \(edit) has left nothing to undo")
            return
        }
        print("edit \(number) takes edit \(edit) back")
    }
}

internal import ArgumentParser
internal import Curation
internal import Foundation

/// `reticle curate`: carries out a script of edits.
struct CurateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "curate",
        abstract: "Shows what a script of edits would change, or carries it out.",
        discussion: """
            reticle curate queries/organisms.curate
            reticle curate queries/organisms.curate --apply --why 'names as in the NCBI taxonomy'

              where has:organism
                fix organism
                  mouse -> Mus musculus
                tag unified

            Actions: tag, untag, set KEY = VALUE, unset, comment, rename KEY to KEY, map KEY to
            CONCEPT, merge KEY, KEY into KEY, unit KEY = UNIT, fix KEY with lines of VALUE -> VALUE.
            All of a script is one edit, which `reticle undo` takes back. A line that is wrong is
            named, and nothing is changed.
            """)

    @Argument(help: "The script; - is standard input.")
    var script: String

    @Flag(help: "Carry the script out.")
    var apply = false

    @OptionGroup var options: CurationOptions

    func run() throws {
        let bytes =
            script == "-"
            ? FileHandle.standardInput.readDataToEndOfFile()
            : try Data(contentsOf: URL(fileURLWithPath: script))
        let steps: [CurationStep]
        do {
            steps = try CurationScript(String(decoding: bytes, as: UTF8.self)).steps
        } catch {
            for fault in error.faults {
                Complaints.write("\(script):\(fault.line): \(fault.message)")
            }
            throw ExitCode(2)
        }
        var options = options
        options.dryRun = options.dryRun || !apply
        let title = URL(fileURLWithPath: script).lastPathComponent
        try options.run(steps, options.curation(), title: title)
    }
}

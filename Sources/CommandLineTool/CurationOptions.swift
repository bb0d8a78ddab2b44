internal import ArgumentParser
internal import Curation
internal import Foundation
internal import MetadataStore
internal import Search

/// The options of commands that edit what people state.
struct CurationOptions: ParsableArguments {
    @OptionGroup var engine: EngineOptions

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Who makes the edit; else $RETICLE_USER, else $USER.", valueName: "name")
    )
    var who: String?

    @Option(help: ArgumentHelp("Why the edit is made; it is kept with it.", valueName: "reason"))
    var why: String?

    @Flag(help: "Show what would change, and change nothing.")
    var dryRun = false

    @Flag(help: "Print the outcome as JSON.")
    var json = false

    var author: Author {
        let environment = ProcessInfo.processInfo.environment
        let named = [who, environment["RETICLE_USER"], environment["USER"], environment["LOGNAME"]]
        return Author(
            who: named.compactMap { $0 }.first { !$0.isEmpty } ?? "unknown", why: why ?? "")
    }

    /// Opens the index for edits.
    func curation() throws -> Curation {
        let store = try MetadataStore(path: try engine.index.pathForWriting(), access: .writing)
        return try Curation(store: store, engine: try engine.engine(over: store))
    }

    /// What a command's first argument means: a subject, an asset, all that standard input names,
    /// or the hits of a query.
    func target(_ text: String, _ curation: Curation) throws -> CurationTarget {
        if text == "-" {
            var names: [String] = []
            while let line = readLine() { if !line.isEmpty { names.append(line) } }
            return .assets(names)
        }
        if text.hasPrefix("project/") || text.hasPrefix("selection/") { return .subject(text) }
        return try curation.hasAsset(text) ? .assets([text]) : .query(text)
    }

    /// Carries out steps and prints what they did.
    ///
    /// - Throws: `ExitCode(1)` where nothing is found, `ExitCode(2)` where a query is at fault.
    func run(_ steps: [CurationStep], _ curation: Curation, title: String? = nil) throws {
        do {
            let (number, reports) = try curation.run(
                steps, by: author, isKept: !dryRun, title: title)
            var output = StandardOutput()
            try output.write(
                json
                    ? StepReports.json(reports, edit: number, isTrial: dryRun)
                    : StepReports.text(reports, edit: number, isTrial: dryRun))
            try output.flush()
            if reports.allSatisfy({ $0.matchingCount == 0 }) { throw ExitCode(1) }
        } catch let errors as SearchErrors {
            Complaints.write(errors)
            throw ExitCode(2)
        }
    }
}

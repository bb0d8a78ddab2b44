internal import ArgumentParser
internal import Foundation
internal import Harvesting
internal import MetadataModel
internal import MetadataStore
internal import WireFormat

/// `reticle import`: facts that were made elsewhere.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take in facts made elsewhere: one JSON object a line, one line an asset.",
        discussion: """
            reticle import facts.ndjson
            reticle extract --ndjson data/ | reticle import -

            {"path":"B17.tif","facts":{"Gene Symbol":"ptc2","objective.na":1.4}}

            Values are texts, numbers, truth values, lists or nested objects. The same path (or id) \
            again replaces what was imported for it before. A line that is wrong is named and \
            passed over; the exit code is then 2.
            """)

    @Argument(help: ArgumentHelp("Files; - is standard input.", valueName: "file"))
    var files: [String]

    @OptionGroup var location: IndexLocation

    @Flag(help: "Print the summary as JSON.")
    var json = false

    @Flag(help: "Show no progress.")
    var quiet = false

    func run() throws {
        Interruption.watch()
        let beginning = ContinuousClock.now
        let store = try MetadataStore(path: try location.pathForWriting(), access: .writing)
        var total = ImportSummary()
        for file in files where !total.wasInterrupted {
            total.add(try importFile(file, store, before: total))
        }
        try ArrivalHooks(extractorsFolder: nil).run(store)
        let seconds = (ContinuousClock.now - beginning) / .seconds(1)
        print(json ? jsonSummary(total, seconds: seconds) : summary(total, seconds: seconds))
        if total.refusedCount > 0 { throw ExitCode(2) }
    }

    private func importFile(
        _ file: String, _ store: MetadataStore, before: ImportSummary
    ) throws -> ImportSummary {
        let handle =
            file == "-"
            ? FileHandle.standardInput
            : try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
        let bar = ProgressBar(unit: "assets", isQuiet: quiet)
        defer { bar.end() }
        let byteCount = try byteCount(of: file)
        let source = file == "-" ? "standard input" : file
        return try FactImport(
            into: store, isInterrupted: { Interruption.isWanted },
            report: { summary in
                let done = summary.byteCount
                bar.show(
                    byteCount == nil ? summary.assetCount : Int(clamping: done), of: byteCount,
                    rateCount: summary.assetCount)
            },
            refuse: { refusal in
                bar.end()
                Complaints.write("\(source):\(refusal.line): \(refusal.issue.detail)")
            }
        ).run(descriptor: handle.fileDescriptor, source: source)
    }

    /// `nil` for a pipe, whose end is not known before.
    private func byteCount(of file: String) throws -> Int? {
        guard file != "-" else { return nil }
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        guard attributes[.type] as? FileAttributeType == .typeRegular else { return nil }
        return attributes[.size] as? Int
    }

    private func summary(_ summary: ImportSummary, seconds: Double) -> String {
        let rate = Int(Double(summary.assetCount) / max(seconds, 0.001))
        let time = "\((seconds * 100).rounded() / 100) s"
        var text =
            "\(summary.assetCount) assets, \(summary.factCount) facts in \(time), \(rate) assets/s"
        if summary.refusedCount > 0 { text += "\n\(summary.refusedCount) lines passed over" }
        if summary.wasInterrupted { text += "\ninterrupted: what was read is in the index" }
        return text
    }

    private func jsonSummary(_ summary: ImportSummary, seconds: Double) -> String {
        var text = JSONText()
        text.object { text in
            text.member("assets", summary.assetCount)
            text.member("facts", summary.factCount)
            text.member("refused", summary.refusedCount)
            text.member("interrupted", summary.wasInterrupted)
            text.member("seconds", seconds)
        }
        return String(decoding: text.bytes, as: UTF8.self)
    }
}

extension ImportSummary {
    fileprivate mutating func add(_ other: ImportSummary) {
        lineCount += other.lineCount
        byteCount += other.byteCount
        assetCount += other.assetCount
        factCount += other.factCount
        refusedCount += other.refusedCount
        wasInterrupted = wasInterrupted || other.wasInterrupted
    }
}

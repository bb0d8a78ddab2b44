internal import ArgumentParser
internal import MetadataModel
internal import MetadataStore
internal import Search
internal import WireFormat

/// `reticle drift`: where instruments came to write otherwise than they used to.
struct DriftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drift",
        abstract: "Tells where instruments came to write otherwise than they used to.",
        discussion: """
            reticle drift
            reticle drift --instrument SEM-2 --json
            reticle find has:issue.drift

            At every harvest, what a file states is compared with what its instrument stated before: \
            a new key, one that vanished, another type or unit, a value far from all earlier ones. \
            An instrument is the value of the concept `instrument.model`, and has a history from ten \
            files on.
            """)

    @Option(help: "Only events of this instrument.")
    var instrument: String?

    @Option(help: "Events at most, the latest first.")
    var limit = 50

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var engine: EngineOptions

    func run() throws {
        let reports = try engine.engine().drift(instrument: instrument, limit: max(0, limit))
        var output = StandardOutput()
        if json {
            var text = JSONText()
            text.drift(reports)
            try output.write(text.bytes + [0x0A])
        } else {
            var table = TextTable(headings: ["when", "instrument", "what", "key", "", "file"])
            for report in reports {
                let event = report.event
                let proposal = report.concept.map { "; perhaps `\($0)`" } ?? ""
                table.add([
                    String(TimeSpan.timestamp(ofMicroseconds: event.moment).prefix(16)),
                    event.instrument, event.kind.rawValue, event.key, event.detail + proposal,
                    event.path,
                ])
            }
            try output.write(table.text)
        }
        try output.flush()
        if reports.isEmpty { throw ExitCode(1) }
    }
}

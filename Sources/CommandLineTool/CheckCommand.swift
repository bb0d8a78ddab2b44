internal import ArgumentParser
internal import MetadataStore

/// `reticle check`: whether an index agrees with itself.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Looks whether an index is whole, and says what it costs where it is not.",
        discussion: """
            reticle check
            reticle check --index study.sqlite --rebuild

            SQLite's own check comes first, then our own: sets, columns, records, paths and \
            counters must agree. Every fact is read once: about a minute for a million files. \
            Ends with 0 where all is well, with 1 where something is wrong, with 2 on an error.
            """)

    @OptionGroup var location: IndexLocation

    @Flag(help: "First make anew, from the records, what finds files by their facts.")
    var rebuild = false

    func run() throws {
        if rebuild {
            let store = try MetadataStore(path: location.pathForWriting(), access: .writing)
            try store.write { try $0.rebuildSegments() }
            print("\(location.path): made anew from its records")
        }
        let faults = try MetadataStore(path: location.path, access: .reading).faults()
        for fault in faults {
            print("\(fault.part.rawValue): \(fault.detail)")
        }
        for part in StoreFault.Part.allCases {
            guard let fault = faults.first(where: { $0.part == part }) else { continue }
            print("\(part.rawValue): \(fault.cost); \(fault.remedy)")
        }
        guard faults.isEmpty else { throw ExitCode(1) }
        print("\(location.path): whole; sets, columns, records and counters agree")
    }
}

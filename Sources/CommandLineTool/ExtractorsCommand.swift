internal import ArgumentParser
internal import DeclarativeExtractors
internal import Extraction
internal import ExtractionWorker
internal import Foundation
internal import MetadataModel

/// `reticle extractors`: which formats are read, and the check of a description.
struct ExtractorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extractors",
        abstract: "List the formats that are read, and check descriptions of new ones.",
        discussion: """
            reticle extractors
            reticle extractors check extractors/mrc.yaml --on corpus/mrc/little.mrc
            reticle extractors check extractors/acme --on corpus/acme/scan.acq
            """,
        subcommands: [ExtractorList.self, ExtractorCheck.self],
        defaultSubcommand: ExtractorList.self)
}

/// `reticle extractors list`
struct ExtractorList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the formats that are read, in order of precedence.")

    @OptionGroup var workers: WorkerOptions

    func run() throws {
        for extractor in try InstalledExtractors.all(descriptionsIn: workers.extractorsFolder) {
            print("\(extractor.id)@\(extractor.version)")
        }
    }
}

/// `reticle extractors check`: what is wrong with a description, and what it would read.
struct ExtractorCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Name every fault of a description, and show what it reads in a sample.",
        discussion: """
            reticle extractors check extractors/mrc.yaml --on corpus/mrc/little.mrc

            Ends with 0 where the description is good, with 2 where it has faults or the sample is \
            not of the format.
            """)

    @Argument(
        help: ArgumentHelp(
            "The description: a YAML file, or the folder of a program.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("A file of the format.", valueName: "sample"))
    var on: String?

    func run() throws {
        let extractor: DeclarativeExtractor
        do throws(Faults) {
            extractor = try DeclarativeExtractors.load(path: file)
        } catch {
            for fault in error.all { Complaints.write("\(fault)") }
            throw ExitCode(2)
        }
        print("\(file): \(extractor.id)@\(extractor.version) has no fault")
        if let on { try show(extractor, on: on) }
    }

    private func show(_ extractor: DeclarativeExtractor, on path: String) throws {
        let bytes = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? bytes.close() }
        let count = try bytes.seekToEnd()
        let reader = ByteReader(descriptor: bytes.fileDescriptor, count: count)
        let description = FileDescription(path: path, count: count, modifiedNanoseconds: 0)
        let extraction = FileExtraction(
            detector: FormatDetector(extractors: [extractor]), payloadReaders: [])
        var table = FactTable()
        var text = ""
        let outcome = extraction.run(reader, description) { facts in
            text += table.rows(facts)
        }
        print(text, terminator: "")
        for issue in outcome.issues {
            Complaints.write(
                "\(path): \(issue.kind.rawValue) \(issue.locus.address): \(issue.detail)")
        }
        guard outcome.type == extractor.id else {
            throw CommandError(
                "\(path): not of the format: no signature, suffix or plausible header fits")
        }
    }
}

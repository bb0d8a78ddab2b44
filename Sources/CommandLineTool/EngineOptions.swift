internal import ArgumentParser
internal import Curation
internal import Foundation
internal import Harvesting
internal import MetadataStore
internal import Search

/// The options of commands that ask an index.
struct EngineOptions: ParsableArguments {
    @OptionGroup var index: IndexLocation

    @Option(
        help: ArgumentHelp(
            "Folder that holds vocabulary.yaml, the file of concepts.",
            discussion: """
                Else $RETICLE_EXTRACTORS, else share/reticle/extractors beside the program's own \
                folder, else ./extractors.
                """,
            valueName: "dir"))
    var extractors: String?

    /// The engine over the index, which is opened for reading.
    ///
    /// - Parameter readerCount: How many may ask at once.
    func engine(readerCount: Int = 8) throws -> SearchEngine {
        do {
            return try engine(
                over: MetadataStore(
                    path: index.path, access: .reading, readerCount: readerCount))
        } catch let error as StoreError where error.kind == .notFound {
            throw CommandError(
                "no index at \(index.path); `reticle harvest FOLDER` makes one")
        }
    }

    /// The engine over an index that is open.
    func engine(over store: MetadataStore) throws -> SearchEngine {
        SearchEngine(store: store, vocabulary: try vocabulary()).rememberingEdits()
    }

    /// Tells keys that name an instrument, for a harvest that watches their drift.
    static func instrumentTest(_ extractors: String?) throws -> InstrumentTest {
        try parse(extractors.map { ["--extractors", $0] } ?? []).vocabulary()
            .test(forConcept: "instrument.model")
    }

    /// The concepts.
    func vocabulary() throws -> Vocabulary {
        let folders = ShareFolder.candidates(
            extractors, variable: "RETICLE_EXTRACTORS", name: "extractors")
        do {
            return try Vocabulary.inFirst(of: folders)
        } catch let errors as VocabularyErrors {
            throw CommandError("vocabulary.yaml:\n\(errors)")
        }
    }
}

/// Where folders that come with the program are looked for.
enum ShareFolder {
    /// The folder of an option alone, or else that of the environment, the one beside the
    /// program's own folder, that of the package in whose `.build` the program lies, and the one in
    /// the working folder.
    static func candidates(_ option: String?, variable: String, name: String) -> [String] {
        if let option { return [option] }
        var folders: [String] = []
        if let named = ProcessInfo.processInfo.environment[variable], !named.isEmpty {
            folders.append(named)
        }
        let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let prefix = program.deletingLastPathComponent().deletingLastPathComponent()
        folders.append(prefix.appendingPathComponent("share/reticle/\(name)").path)
        if let build = program.path.range(of: "/.build/", options: .backwards) {
            folders.append(program.path[..<build.lowerBound] + "/" + name)
        }
        return folders + [name]
    }
}

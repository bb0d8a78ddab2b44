import Extraction
import ExtractionWorker
import Foundation
import MetadataModel

/// The sample files of `corpus/`, and what stands beside them.
enum Corpus {
    static let project = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let folder = project.appendingPathComponent("corpus")

    /// Paths of the samples, relative to the folder.
    static let samples: [String] = files(below: folder).filter {
        $0.contains("/") && !$0.hasPrefix("makers/") && !$0.hasSuffix(".facts.json")
    }

    /// Folders of samples.
    static let formats = Set(samples.map { String($0.prefix { $0 != "/" }) })

    static func bytes(of sample: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appendingPathComponent(sample)))
    }

    /// What must be found in a sample; nothing for the files of the study, which are told apart
    /// by ``study``.
    static func goldenFacts(of sample: String) throws -> [GoldenFact] {
        let file = folder.appendingPathComponent(sample + ".facts.json")
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        return try JSONDecoder().decode([GoldenFact].self, from: Data(contentsOf: file))
    }

    /// What must be found in the files of the study, sidecars taken in.
    static func study() throws -> [String: [GoldenFact]] {
        let file = folder.appendingPathComponent("study.facts.json")
        return try JSONDecoder().decode([String: [GoldenFact]].self, from: Data(contentsOf: file))
    }

    /// Paths of the regular files below a folder, relative to it and in order.
    static func files(below folder: URL) -> [String] {
        let folder = folder.resolvingSymlinksInPath()
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap {
            $0 as? String
        }
        return (names ?? []).filter { name in
            let attributes = try? FileManager.default.attributesOfItem(
                atPath: folder.appendingPathComponent(name).path)
            return attributes?[.type] as? FileAttributeType == .typeRegular
        }.sorted()
    }
}

/// Everything that one file says, read within this process.
struct Reading {
    var facts: [Fact]
    var outcome: ExtractionOutcome

    private static let installed = Result {
        try InstalledExtractors.extraction(
            descriptionsIn: Corpus.project.appendingPathComponent("extractors").path)
    }

    /// Reads with every extractor of the project.
    static func extraction() throws -> FileExtraction { try installed.get() }

    init(of bytes: [UInt8], named path: String) throws {
        try self.init(ByteReader(bytes: bytes), named: path)
    }

    init(_ reader: ByteReader, named path: String) throws {
        var collected: [Fact] = []
        outcome = try Self.extraction().run(
            reader, FileDescription(path: path, count: reader.count, modifiedNanoseconds: 0)
        ) { collected += $0 }
        facts = collected
    }
}

import Extraction
import Foundation
import MetadataModel
import Testing

@testable import DeclarativeExtractors

@Suite struct ProgramTests {
    private let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("ProgramTests-" + UUID().uuidString)

    /// Writes a program with its manifest, has it read a file, and removes it.
    private func run(
        _ script: String, manifest more: String = "", on bytes: [UInt8] = Array("SCAN 12".utf8)
    ) throws -> (facts: [Fact], issues: [MetadataModel.Issue]) {
        let extractor = try load(script, manifest: more)
        defer { try? FileManager.default.removeItem(at: folder) }
        var facts: [Fact] = []
        let collector = FactCollector { facts += $0 }
        do throws(ExtractionError) {
            try extractor.extract(from: ByteReader(bytes: bytes), into: collector)
        } catch {
            collector.report(error.issue)
        }
        collector.flush()
        return (facts, collector.issues)
    }

    private func load(_ script: String, manifest more: String) throws -> DeclarativeExtractor {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let manifest = """
            id: probe
            version: 3
            name: A probe
            source: https://example.org
            suffixes: [prb]
            command: [read]
            \(more)
            """
        try Data(manifest.utf8).write(to: folder.appendingPathComponent("manifest.yaml"))
        let program = folder.appendingPathComponent("read")
        try Data(("#!/bin/sh\n" + script).utf8).write(to: program)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: program.path)
        return try DeclarativeExtractors.load(path: folder.path)
    }

    @Test func `a program reads the file from its input and says facts`() throws {
        let read = try run(
            """
            read word number
            echo '{"key":"Word","value":"'$word'","offset":0,"length":4}'
            echo '{"key":"Stage.X","value":'$number',"unit":"mm","element":[1]}'
            echo '{"key":"Angles","value":[1,2.5],"label":"tilt"}'
            echo '{"seen":10,"understood":4}'
            """)
        #expect(read.issues.isEmpty)
        #expect(
            read.facts.map { "\($0.key)=\($0.value)\($0.unit ?? "")" } == [
                "probe.Word=SCAN", "probe.Stage.X=12mm", "probe.Angles=1, 2.5",
            ])
        #expect(read.facts[0].locus == Locus(offset: 0, length: 4))
        #expect(read.facts[1].numbers.first?.si == 0.012)
        #expect(read.facts[1].element == ElementPath(segment: 1, index: 1))
        #expect(read.facts[2].label == "tilt")
    }

    @Test func `descriptor 3 is the file too`() throws {
        let read = try run("read word <&3\necho '{\"key\":\"Line\",\"value\":\"'$word'\"}'\n")
        #expect(read.facts.map(\.value) == ["SCAN 12"])
    }

    @Test(
        arguments: [
            ("kill -9 $$", MetadataModel.Issue.Kind.crashed, "the program was ended by signal 9"),
            ("exit 4", .crashed, "the program ended with status 4"),
            ("echo nonsense", .malformed, "line 2 of the program: "),
            (
                "echo '{\"key\":\"B\"}'", .malformed,
                "line 2 of the program: expected \"key\" and \"value\""
            ),
            ("echo '{\"issue\":\"truncated\",\"detail\":\"no end\"}'", .truncated, "no end"),
        ])
    func `a failure is an issue, and facts before it stay`(
        end: String, kind: MetadataModel.Issue.Kind, detail: String
    ) throws {
        let read = try run("echo '{\"key\":\"A\",\"value\":1}'\n\(end)\n")
        #expect(read.facts.map(\.value) == ["1"])
        #expect(read.issues.map(\.kind) == [kind])
        #expect(read.issues.first?.detail.hasPrefix(detail) == true)
    }

    @Test func `a program that does not end is ended`() throws {
        let read = try run("echo '{\"key\":\"A\",\"value\":1}'\nsleep 60\n", manifest: "seconds: 1")
        #expect(read.facts.count == 1)
        #expect(read.issues.map(\.kind) == [.timedOut])
    }

    @Test func `faults of a manifest are told at once`() throws {
        let faults = #expect(throws: Faults.self) {
            try load("", manifest: "seconds: 0\nheader: {}\n")
        }
        #expect(
            faults?.all.map(\.detail).contains(
                "expected one of \"header\", \"lines\" and \"command\"") == true)
        try? FileManager.default.removeItem(at: folder)
    }
}

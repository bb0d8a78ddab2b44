import Foundation
import Testing

@testable import Curation

/// The scripts of `queries/` on rows such as image studies are annotated with.
@Suite struct WorkedScriptTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("queries")

    private func annotatedLab() throws -> SampleLab {
        let lab = try SampleLab()
        let rows = try String(
            contentsOf: Self.folder.appendingPathComponent("annotations.ndjson"), encoding: .utf8)
        for line in rows.split(separator: "\n") {
            let row = try #require(
                JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let facts = try #require(row["facts"] as? [String: String])
            try lab.write(
                #require(row["path"] as? String),
                facts.sorted { $0.key < $1.key }.map { (FactKeyText.printed($0.key), $0.value) })
        }
        return lab
    }

    /// A script, and what queries find before and after it.
    static let golden: [(script: String, query: String, before: Int, after: Int)] = [
        ("organisms", "Organism=\"Mus musculus\"", 1, 4),
        ("organisms", "Organism=\"Drosophila melanogaster\"", 0, 2),
        ("stains", "Stain=hematoxylin", 1, 2),
        ("stains", "Stain=Hoechst", 1, 2),
        ("doses", "Dose>=0.02g", 0, 4),
        ("genes", "gene.symbol=CDK1", 0, 3),
        ("genes", "has:gene.symbol", 0, 11),
        ("sex", "Sex=male", 2, 5),
        ("cell-lines", "`Cell Line`=\"HeLa\"", 1, 4),
        ("temperatures", "Temperature<300K", 0, 3),
        ("magnification", "objective.magnification>=50", 0, 2),
        ("identifiers", "tag:knockdown `siRNA Identifier`:s101", 0, 1),
        ("identifiers", "tag:knockdown", 0, 6),
        ("rejects", "tag:rejected usable:false", 0, 3),
        ("rejects", "tag:\"test image\"", 0, 0),
    ]

    @Test(arguments: golden)
    func `a script makes a query find what it should`(
        script: String, query: String, before: Int, after: Int
    ) throws {
        let lab = try annotatedLab()
        let text = try String(
            contentsOf: Self.folder.appendingPathComponent(script + ".curate"), encoding: .utf8)
        let steps = try CurationScript(text).steps
        #expect(try lab.count(query) == before)
        let trial = try lab.curation.run(steps, by: lab.author, isKept: false)
        #expect(try lab.count(query) == before)
        let done = try lab.curation.run(steps, by: lab.author)
        #expect(done.reports == trial.reports)
        #expect(try lab.count(query) == after)
        let again = try lab.curation.run(steps, by: lab.author)
        #expect(again.number == nil || script == "rejects")
        try lab.curation.undo(#require(done.number), by: lab.author)
        if again.number == nil { #expect(try lab.count(query) == before) }
    }

    @Test func `every script of the project is tried here`() throws {
        let scripts = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
            .filter { $0.hasSuffix(".curate") }.map { String($0.dropLast(7)) }
        #expect(Set(scripts) == Set(Self.golden.map(\.script)))
        #expect(scripts.count == 10)
    }
}

/// A heading as a key of one segment.
private enum FactKeyText {
    static func printed(_ heading: String) -> String {
        heading.contains { ".[]` ".contains($0) } ? "`\(heading)`" : heading
    }
}

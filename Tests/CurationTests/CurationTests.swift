import Foundation
import MetadataModel
import MetadataStore
import Search
import Testing

@testable import Curation

@Suite struct CurationTests {
    private func lab() throws -> SampleLab {
        let lab = try SampleLab()
        try lab.write("/a/1.tif", [("sample.organism", "mouse"), ("sample.dose", "5")])
        try lab.write("/a/2.tif", [("sample.organism", "Mus musculus"), ("sample.dose", "7 mg")])
        try lab.write("/b/3.tif", [("sample.organism", "human")])
        return lab
    }

    @Test func `tags are found, counted and taken away`() throws {
        let lab = try lab()
        #expect(try lab.run("organism:mouse", .tag(["reviewed", "fig 3"])) == 1)
        #expect(try lab.count("tag:reviewed") == 1)
        #expect(try lab.count("missing:tag") == 2)
        #expect(try lab.count("count(tag)=2") == 1)
        #expect(try lab.count("reviewed") == 1)
        #expect(try lab.run("", .tag(["reviewed"])) == 2)
        #expect(try lab.count("tag:reviewed") == 3)
        #expect(try lab.run("organism:human", .untag(["reviewed"])) == 3)
        #expect(try lab.count("tag:reviewed") == 2)
        #expect(try lab.run("tag:reviewed", .tag(["reviewed"])) == nil)
    }

    @Test func `a value has its unit, is found by the key's name, and replaces the one before`()
        throws
    {
        let lab = try lab()
        #expect(try lab.run("organism:human", .set(key: "dose", value: "6 mg")) == 1)
        #expect(try lab.count("dose>5.5mg dose<6.5mg") == 1)
        #expect(try lab.run("organism:human", .set(key: "dose", value: "9 mg")) == 2)
        #expect(try lab.count("dose:6mg") == 0)
        #expect(try lab.count("dose:9mg") == 1)
        #expect(try lab.run("organism:human", .unset(key: "dose")) == 3)
        #expect(try lab.count("has:user.dose") == 0)
    }

    @Test func `what people state survives a harvest, a removal and a return`() throws {
        let lab = try lab()
        _ = try lab.run("organism:mouse", .tag(["reviewed"]))
        try lab.write("/a/1.tif", [("sample.organism", "rat")])
        #expect(try lab.count("tag:reviewed organism:rat") == 1)
        try lab.store.write { _ = try $0.remove(path: "/a/1.tif") }
        #expect(try lab.count("tag:reviewed") == 0)
        try lab.write("/a/1.tif", [("sample.organism", "rat")])
        #expect(try lab.count("tag:reviewed organism:rat") == 1)
    }

    @Test func `any edit is undone, also that of an undo`() throws {
        let lab = try lab()
        _ = try lab.run("", .tag(["reviewed"]))
        _ = try lab.run("organism:human", .set(key: "dose", value: "6 mg"))
        _ = try lab.run("organism:human", .set(key: "dose", value: "9 mg"))
        #expect(try lab.curation.undo(1, by: lab.author) == 4)
        #expect(try lab.count("tag:reviewed") == 0)
        #expect(try lab.curation.undo(3, by: lab.author) == 5)
        #expect(try lab.count("dose:6mg") == 1)
        #expect(try lab.count("dose:9mg") == 0)
        #expect(try lab.curation.undo(4, by: lab.author) == 6)
        #expect(try lab.count("tag:reviewed") == 3)
        let error = #expect(throws: CurationError.self) {
            try lab.curation.undo(3, by: lab.author)
        }
        #expect(error?.kind == .conflict)
    }

    @Test func `an index built again from files and journal answers as before`() throws {
        let lab = try lab()
        _ = try lab.run("organism:mouse", .tag(["reviewed"]))
        _ = try lab.run("organism:human", .set(key: "dose", value: "6 mg"))
        _ = try lab.run("", .comment("seen"))
        _ = try lab.curation.undo(3, by: lab.author)
        try lab.loseIndex()
        #expect(try lab.count("") == 0)
        try lab.write("/a/1.tif", [("sample.organism", "mouse")])
        try lab.write("/b/3.tif", [("sample.organism", "human")])
        #expect(try lab.count("tag:reviewed organism:mouse") == 1)
        #expect(try lab.count("dose:6mg organism:human") == 1)
        #expect(try lab.count("has:user.comment") == 0)
        #expect(try Curation.verify(lab.store).editCount == 4)
        #expect(try lab.run("", .tag(["again"])) == 5)
        #expect(try Curation.verify(lab.store).editCount == 5)
    }

    @Test func `a changed line of the journal is named`() throws {
        let lab = try lab()
        _ = try lab.run("", .tag(["reviewed"]))
        _ = try lab.run("", .tag(["seen"]))
        let path = lab.curation.journalPath
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacing("\"seen\"", with: "\"soon\"")
            .write(toFile: path, atomically: false, encoding: .utf8)
        let fault = #expect(throws: JournalFault.self) { try Curation.verify(lab.store) }
        #expect(fault?.line == 2)
    }

    @Test func `a trial changes nothing and shows what would change`() throws {
        let lab = try lab()
        let (number, reports) = try lab.curation.run(
            [CurationStep(.query("organism:mouse"), .tag(["reviewed"]))], by: lab.author,
            isKept: false)
        #expect(number == nil)
        #expect(reports[0].changedCount == 1)
        #expect(
            reports[0].samples == [.init(path: "/a/1.tif", changes: ["+ tag: reviewed"])])
        #expect(try lab.count("tag:reviewed") == 0)
        #expect(try lab.run("", .tag(["next"])) == 1)
    }

    @Test func `values are unified beside what files say`() throws {
        let lab = try lab()
        let table: [CurationAction.Replacement] = [.init("mouse", "Mus musculus")]
        _ = try lab.run("", .fix(key: "organism", table))
        #expect(try lab.count("organism=\"Mus musculus\"") == 2)
        #expect(try lab.count("sample.organism:mouse") == 1)
        #expect(try lab.run("", .fix(key: "organism", table)) == nil)
        _ = try lab.run("", .unit(key: "dose", unit: "mg"))
        #expect(try lab.count("dose<=5mg") == 1)
    }

    @Test func `what was stated at an earlier moment can be asked`() throws {
        let lab = try lab()
        _ = try lab.run("", .tag(["early"]))
        lab.now += 3_600_000_000
        _ = try lab.run("organism:mouse", .tag(["late"]))
        _ = try lab.run("", .untag(["early"]))
        let engine = lab.curation.engine
        func count(_ query: String, _ moment: Int64) throws -> Int {
            try lab.curation.asOf(moment) {
                try engine.answer(query, options: .init(), in: $0).total
            }
        }
        #expect(try count("tag:early", lab.now) == 3)
        #expect(try count("tag:late", lab.now) == 0)
        #expect(try count("tag:late", lab.now + 1) == 1)
        #expect(try count("tag:early", 0) == 0)
        #expect(try lab.count("tag:early") == 0)
        #expect(try lab.count("tag:late") == 1)
    }

    @Test func `the stage as_of asks what people had stated before a date`() throws {
        let lab = try lab()
        _ = try lab.run("", .tag(["early"]))
        lab.now += 3_600_000_000
        _ = try lab.run("organism:mouse", .tag(["late"]))
        _ = try lab.run("", .untag(["early"]))
        let engine = lab.curation.engine.rememberingEdits()
        for (query, count) in [
            ("tag:early", 0), ("tag:early | as_of 2026-03-01T09:30Z", 3),
            ("tag:late | as_of 2026-03-01T09:30Z", 0), ("tag:late | as_of 2026-03-02", 1),
            ("tag:early | as_of 2025", 0), ("tag:late", 1),
        ] {
            #expect(try engine.answer(query).total == count, "\(query)")
            var paths: [String] = []
            try engine.stream(query) { hit in
                paths.append(hit.path)
                return true
            }
            #expect(paths.count == count, "\(query)")
        }
        #expect(throws: SearchErrors.self) {
            let scope = ReadingScope(key: "project", values: ["x"])
            return try engine.within(scope).answer("| as_of 2026")
        }
    }

    @Test func `two curators do not overwrite each other unseen`() throws {
        let lab = try lab()
        let step = [CurationStep(.assets(["/a/1.tif"]), .set(key: "dose", value: "6 mg"))]
        _ = try lab.curation.run(step, by: lab.author, expecting: 0)
        let error = #expect(throws: CurationError.self) {
            try lab.curation.run(
                [CurationStep(.assets(["/a/1.tif"]), .set(key: "dose", value: "8 mg"))],
                by: Author(who: "other"), expecting: 0)
        }
        #expect(error?.kind == .conflict)
        #expect(try lab.count("dose:6mg") == 1)
        _ = try lab.curation.run(
            [CurationStep(.assets(["/a/1.tif"]), .tag(["seen"]))], by: Author(who: "other"),
            expecting: 1)
        #expect(try lab.count("dose:6mg tag:seen") == 1)
    }

    @Test func `a crash between index and file is mended at the next edit`() throws {
        let lab = try lab()
        _ = try lab.run("", .tag(["one"]))
        _ = try lab.run("", .tag(["two"]))
        let path = lab.curation.journalPath
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let lines = text.split(separator: "\n")
        try (lines[0] + "\n" + lines[1].prefix(40)).write(
            toFile: path, atomically: false, encoding: .utf8)
        try lab.reopen()
        #expect(try Curation.verify(lab.store).editCount == 2)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }
}

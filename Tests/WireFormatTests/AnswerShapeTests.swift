import Foundation
import MetadataModel
import MetadataStore
import Search
import Testing

@testable import WireFormat

/// The shapes that programs rely on, byte by byte.
@Suite struct AnswerShapeTests {
    private static func withEngine(_ body: (SearchEngine) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("reticle-wire-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try MetadataStore(
            path: folder.appendingPathComponent("index.sqlite").path, access: .writing)
        try store.write { writer in
            let draft = try writer.begin(
                AssetHeader(
                    path: "a.tif",
                    file: FileState(
                        count: 17, modifiedNanoseconds: 1_000_000_000, inode: 1, extractor: "tiff@3"
                    )))
            try draft.add(
                [
                    Fact(
                        key: "beam.HV", value: "5", unit: "kV",
                        numbers: [NumberSlot(.integer(5), si: 5000)],
                        dimension: Dimension([.metre: 2, .kilogram: 1, .second: -3, .ampere: -1]),
                        locus: Locus(offset: 10, length: 2, address: "line 1")),
                    Fact(key: "note", value: "a, \"b\""), Fact(key: "note", value: "=1+1"),
                    Fact(key: "blanked", value: "true", truth: true),
                ], from: .own)
            _ = try draft.finish()
        }
        try body(SearchEngine(store: store, vocabulary: .empty))
    }

    /// The text with the id and the times, which differ from run to run, left out.
    private static func stable(_ text: JSONText) -> String {
        String(decoding: text.bytes, as: UTF8.self)
            .replacing(/[0-9a-f]{8}-[0-9a-f-]{27}/, with: "ID")
            .replacing(/"elapsed_us":\d+/, with: "\"elapsed_us\":0")
            .replacing(/"tree":\{.*\}\},"resolved"/, with: "\"tree\":{}},\"resolved\"")
            .replacing(/"revision":\d+/, with: "\"revision\":0")
    }

    @Test func `an answer with selected columns`() throws {
        try Self.withEngine { engine in
            var text = JSONText()
            text.searchAnswer(
                try engine.answer("beam.HV>1kV | select beam.HV in kV, note, blanked, path"))
            #expect(
                Self.stable(text)
                    == #"{"query":{"text":"beam.HV>1kV | select beam.HV in kV, note, blanked, path","#
                    + #""canonical":"beam.HV>1kV | select beam.HV in kV, note, blanked, path","#
                    + #""tree":{}},"resolved":{"beam.HV":{"by":"key","keys":["beam.HV"]},"#
                    + #""note":{"by":"key","keys":["note"]},"blanked":{"by":"key","keys":["blanked"]},"#
                    + #""path":{"by":"nothing","keys":[]}},"#
                    + #""clauses":[{"text":"beam.HV>1kV","true":1,"false":0,"unknown":0}],"#
                    + #""warnings":[{"message":"no asset of the index states `path`","suggestions":[]}],"#
                    + #""revision":0,"total":1,"complete":true,"elapsed_us":0,"#
                    + #""hits":[{"id":"ID","path":"a.tif","facts":{"beam.HV":[5],"#
                    + #""note":["a, \"b\"","=1+1"],"blanked":[true],"path":["a.tif"]}}]}"#)
        }
    }

    @Test func `what stages add`() throws {
        try Self.withEngine { engine in
            var text = JSONText()
            text.searchAnswer(
                try engine.answer(
                    "| facet note, beam.HV by 2kV, beam.HV | stats beam.HV | count by note | limit 0"
                ))
            let members = Self.stable(text).components(separatedBy: #""hits":[],"#).last
            #expect(
                members
                    == #""facets":{"note":{"values":[{"value":"=1+1","count":1},"#
                    + #"{"value":"a, \"b\"","count":1}],"distinct":2,"missing":0},"#
                    + #""beam.HV":{"width":"2kV","unit":"kV","bins":[{"from":4,"count":1}]},"#
                    + #""beam.HV by value":{"values":[{"value":"5","count":1}],"distinct":1,"missing":0}},"#
                    + #""stats":{"beam.HV":{"unit":"kV","count":1,"assets":1,"missing":0,"min":5,"#
                    + #""max":5,"mean":5,"sum":5,"sd":0,"median":5}},"count":1,"#
                    + #""counts":{"note":{"values":[{"value":"=1+1","count":1},"#
                    + #"{"value":"a, \"b\"","count":1}],"distinct":2,"missing":0}}}"#)
        }
    }

    @Test func `an asset with everything known of it`() throws {
        try Self.withEngine { engine in
            var text = JSONText()
            text.asset(try #require(try engine.asset("a.tif")))
            #expect(
                Self.stable(text)
                    == #"{"id":"ID","path":"a.tif","parts":["a.tif"],"#
                    + #""file":{"bytes":17,"modified":"1970-01-01T00:00:01Z","extractor":"tiff@3"},"#
                    + #""sources":[{"kind":"own","facts":[{"key":"beam.HV","value":"5","number":5,"#
                    + #""unit":"kV","si":5000,"dimension":"0201fdff00000000000000","#
                    + #""locus":{"offset":10,"length":2,"address":"line 1"}},"#
                    + #"{"key":"note","value":"a, \"b\""},{"key":"note","value":"=1+1"},"#
                    + #"{"key":"blanked","value":"true","truth":true}]}]}"#)
        }
    }

    @Test func `keys`() throws {
        try Self.withEngine { engine in
            var text = JSONText()
            text.keys(try engine.keys(matching: "beam.HV"))
            #expect(
                Self.stable(text)
                    == #"{"keys":[{"key":"beam.HV","assets":1,"facts":1,"types":{"number":1},"#
                    + #""units":[{"unit":"kV","count":1}],"min":5,"max":5,"examples":["5"],"#
                    + #""concepts":[]}]}"#)
        }
    }

    @Test func `a wrong query`() throws {
        try Self.withEngine { engine in
            let errors = #expect(throws: SearchErrors.self) { try engine.answer("beam.HV<30nm") }
            var text = JSONText()
            text.problem(Problem(try #require(errors)))
            #expect(
                Self.stable(text)
                    == #"{"type":"about:blank","title":"wrong query","status":400,"#
                    + #""detail":"beam.HV is an electric potential, nm is a length","#
                    + #""mended":"beam.HV<30kV","errors":[{"kind":"wrongDimension","start":8,"end":12,"#
                    + #""message":"beam.HV is an electric potential, nm is a length","#
                    + #""suggestions":["30kV"]}]}"#)
        }
    }

    @Test(arguments: [
        (false, "id,path,note,beam.HV\r\nID,a.tif,\"a, \"\"b\"\"; =1+1\",5000\r\n"),
        (true, "id,path,note,beam.HV\r\nID,a.tif,\"a, \"\"b\"\"; =1+1\",5000\r\n"),
    ])
    func `CSV quotes what it must`(guards: Bool, lines: String) throws {
        try Self.withEngine { engine in
            var csv = CSVText(names: ["note", "beam.HV"], guardsFormulas: guards)
            for hit in try engine.answer("| select note, beam.HV").hits { csv.hit(hit) }
            let text = String(decoding: csv.bytes, as: UTF8.self)
                .replacing(/[0-9a-f]{8}-[0-9a-f-]{27}/, with: "ID")
            #expect(text == lines)
        }
    }
}

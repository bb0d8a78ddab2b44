import MetadataModel
import Testing

@testable import WireFormat

@Suite struct JSONTextTests {
    private func written(_ body: (inout JSONText) -> Void) -> String {
        var text = JSONText()
        body(&text)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    @Test func `commas stand between members and values, and nowhere else`() {
        let text = written { text in
            text.object { text in
                text.member("a", 1)
                text.array("b") { text in
                    text.boolean(true)
                    text.null()
                    text.object { _ in }
                }
                text.member("c", "x")
            }
            text.endLine()
            text.array { _ in }
        }
        #expect(text == "{\"a\":1,\"b\":[true,null,{}],\"c\":\"x\"}\n[]")
    }

    @Test(arguments: [
        ("plain", #""plain""#),
        (#"quote " and \"#, #""quote \" and \\""#),
        ("line\nfeed\ttab\rreturn", #""line\nfeed\ttab\rreturn""#),
        ("\u{0}\u{1B}[31m\u{7F}", #""\u0000\u001b[31m\u007f""#),
        ("\u{9B}31m", #""\u009b31m""#),
        ("µm ü £ 中 😀", #""µm ü £ 中 😀""#),
        ("", #""""#),
    ])
    func `a string is written with its escapes`(value: String, json: String) {
        #expect(written { $0.string(value) } == json)
    }

    @Test(arguments: [
        (0.0, "0"), (-1, "-1"), (1024, "1024"), (6.5e-8, "6.5e-08"), (0.1, "0.1"),
        (1e300, "1e+300"), (.infinity, "null"), (.nan, "null"),
    ])
    func `a number is written so that it reads back the same`(value: Double, json: String) {
        #expect(written { $0.number(value) } == json)
    }

    @Test func `64-bit integers stay exact`() {
        #expect(written { $0.integer(Int64.max) } == "9223372036854775807")
        #expect(written { $0.number(Number.integer(.min)) } == "-9223372036854775808")
    }

    @Test func `the line of a file holds every slot that its facts have`() {
        let text = written { text in
            text.beginExtractedFacts(path: "a\nb.tif", type: "tiff", extractor: "tiff@3")
            text.fact(
                Fact(
                    key: "tiff.Compression", element: ElementPath(index: 2), value: "5",
                    label: "LZW", numbers: [NumberSlot(.integer(5))],
                    locus: Locus(offset: 10, length: 12, address: "IFD 2 tag 259")))
            text.fact(
                Fact(
                    key: "t.When", value: "2026-03",
                    date: TimeSpan(year: 2026, month: 3), isAbridged: true))
            text.fact(
                Fact(
                    key: "t.List", value: "1, 2",
                    numbers: [NumberSlot(.integer(1)), NumberSlot(.real(2.5))]))
            text.endExtractedFacts(issues: [
                Issue(.truncated, "short", at: Locus(offset: 7, address: "byte 7"))
            ])
        }
        #expect(
            text == """
                {"path":"a\\nb.tif","type":"tiff","extractor":"tiff@3","facts":[\
                {"key":"tiff.Compression","element":[2],"value":"5","label":"LZW","number":5,\
                "locus":{"offset":10,"length":12,"address":"IFD 2 tag 259"}},\
                {"key":"t.When","value":"2026-03","date":{"start":"2026-03-01T00:00:00Z",\
                "end":"2026-04-01T00:00:00Z","zone":false},"abridged":true},\
                {"key":"t.List","value":"1, 2","numbers":[1,2.5]}],\
                "issues":[{"kind":"truncated","detail":"short","address":"byte 7","offset":7}]}

                """)
    }
}

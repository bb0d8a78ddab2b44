import Testing

@testable import QueryLanguage

@Suite struct QueryParserTests {
    @Test(arguments: QueryExamples.all)
    func `an example prints as it is written`(text: String) throws {
        let query = try parseQuery(text)
        #expect(query.description == text)
        #expect(try parseQuery(query.description) == query)
    }

    /// Text, its canonical form.
    @Test(arguments: spellings)
    func `prints canonically`(text: String, canonical: String) throws {
        let query = try parseQuery(text)
        #expect(query.description == canonical)
        #expect(try parseQuery(canonical) == query)
    }

    static let spellings: [(String, String)] = [
        ("", ""), ("  ", ""), ("| select path", "| select path"),
        ("a and b", "a b"), ("a AND b or c", "a b OR c"), ("a (b or c)", "a (b OR c)"),
        ("((a))", "a"), ("(a b) c", "(a b) c"), ("not a", "-a"), ("NOT (a or b)", "-(a OR b)"),
        ("--a", "--a"), ("-5", "-5"), ("\"OR\"", "\"OR\""), ("Or", "Or"),
        ("voltage > 5kV", "voltage>5kV"), ("voltage ≥ 5kV", "voltage>=5kV"),
        ("stain: DAPI", "stain:DAPI"), ("stain:", "stain:*"), ("stain: -DAPI", "stain:* -DAPI"),
        ("delay: -5nm", "delay:-5nm"), ("detector:(a, b)", "detector:(a OR b)"),
        ("detector:(a or \"b c\")", "detector:(a OR \"b c\")"),
        ("x:5±0.5", "x:5±0.5"), ("x:5 +- 0.5mm", "x:5±0.5mm"), ("x:..5", "x:..5"),
        ("x:5..", "x:5.."), ("x:-5s..5s", "x:-5s..5s"), ("x:-30d..-7d", "x:-30d..-7d"),
        ("x:\"a\"..\"b\"", "x:\"a\"..\"b\""), ("x:5nm/px..6nm/px", "x:5nm/px..6nm/px"),
        ("acquired:now-2h", "acquired:now-2h"),
        (
            "acquired:2026-03-01T12:30+01:00 today",
            "acquired:2026-03-01T12:30+01:00 today"
        ),
        ("`Gene Symbol`:ptc2", "`Gene Symbol`:ptc2"), ("a.`b.c`[3].d[*]:1", "a.`b.c`[3].d[*]:1"),
        ("`plain`:1", "plain:1"), ("`has`:x", "`has`:x"), ("count:5", "`count`:5"),
        ("**.Name:x", "**.Name:x"), ("Channel {Name:x}", "Channel{ Name:x }"),
        ("ancestors{1..3}(a)", "ancestors{1..3}( a )"), ("parents{2..}(a)", "parents{2..}( a )"),
        ("same(k,a b)", "same( k, a b )"), ("count AND (a OR b)", "count AND (a OR b)"),
        ("any(k)!=\"x\"", "any(k)!=\"x\""), ("path:../raw/*.tif", "path:../raw/*.tif"),
        ("id:018f-9a2b-77", "id:018f-9a2b-77"), ("name:3.tif", "name:3.tif"),
        ("doi:10.1038/nature12345", "doi:10.1038/nature12345"), ("k>5/nm", "k>5/nm"),
        ("url:https://a.b/c?d=1", "url:https://a.b/c?d=1"),
        ("img_0042.tif osteo* 骨 🔬 C++ ptc2", "img_0042.tif osteo* 骨 🔬 C++ ptc2"),
        ("a | sort -b, c asc, d desc", "a | sort b desc, c, d desc"),
        ("a|facet b by month top 5|explain", "a | facet b by month top 5 | explain"),
        ("| count", "| count"),
        (
            "| as_of 2026-03-01 | after eyJ9 | limit 5 | group k",
            "| as_of 2026-03-01 | after eyJ9 | limit 5 | group k"
        ),
        ("\"a \\\"b\\\" \\\\ C:\\data\"", "\"a \\\"b\\\" \\\\ C:\\\\data\""),
        ("a\u{00A0}b\u{3000}c", "a b c"),
    ]

    /// The reading of bare values.
    @Test(arguments: values)
    func `reads a bare value as`(text: String, value: Value) throws {
        let query = try parseQuery("k:\(text)")
        #expect(
            query.filter
                == .clause(
                    Clause(
                        key: KeyPattern(segments: [.init(.plain("k"))]), comparison: .matches,
                        value: value)))
    }

    static let values: [(String, Value)] = [
        ("2px", .scalar(.quantity(Quantity(number: "2", unit: "px")))),
        ("1e6", .scalar(.quantity(Quantity(number: "1e6")))),
        ("60%", .scalar(.quantity(Quantity(number: "60", unit: "%")))),
        ("40e-/Å^2", .scalar(.quantity(Quantity(number: "40", unit: "e-/Å^2")))),
        ("-60deg", .scalar(.quantity(Quantity(number: "-60", unit: "deg")))),
        ("-30d", .scalar(.date(.ago(Duration(count: 30, unit: "d"))))),
        ("now+2h", .scalar(.date(.nowOffset(Duration(count: 2, unit: "h"))))),
        ("2026", .scalar(.quantity(Quantity(number: "2026")))),
        ("2026-03", .scalar(.date(.absolute("2026-03")))),
        ("2026-17", .scalar(.word("2026-17"))),
        ("B17", .scalar(.word("B17"))), ("true", .scalar(.truth(true))),
        ("\"true\"", .scalar(.string("true"))), ("*", .anything),
        ("/data/**", .scalar(.glob("/data/**"))), ("2026/raw", .scalar(.glob("2026/raw"))),
        (
            "20°C..25°C",
            .range(
                .quantity(Quantity(number: "20", unit: "°C")),
                .quantity(Quantity(number: "25", unit: "°C")))
        ),
        (
            "5±1%",
            .tolerance(
                .quantity(Quantity(number: "5")), .quantity(Quantity(number: "1", unit: "%")))
        ),
    ]

    @Test func `parts have their places in the order of the text`() {
        let text = "a -Channel{ Name:x } (b OR voltage > 5kV)"
        let parts = QueryParser.parse(text).parts
        let bytes = Array(text.utf8)
        let texts = parts.map {
            String(decoding: bytes[$0.range.start..<$0.range.end], as: UTF8.self)
        }
        #expect(texts == ["a", "Channel{ Name:x }", "Name:x", "b", "voltage > 5kV"])
    }
}

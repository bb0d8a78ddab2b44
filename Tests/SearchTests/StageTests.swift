import MetadataModel
import Search
import Testing

private let vocabulary = """
    concepts:
      pixel.size:
        definition: Distance of pixels.
        unit: m
        keys: [a.Width, b.Width]
    """

@Suite struct StageTests {
    let index: SmallIndex

    init() throws {
        index = try SmallIndex(
            [
                (
                    "one.a",
                    [
                        .number("a.Width", 65, "nm"), .text("make", "Zeiss"),
                        .text("day", "2026-03-01"),
                        .number("temperature", 20, "°C"),
                    ]
                ),
                (
                    "two.b",
                    [
                        .number("b.Width", 0.2, "µm"), .text("make", "Zeiss"),
                        .text("day", "2026-03-09"),
                        .number("temperature", 295.15, "K"),
                    ]
                ),
                (
                    "three.b",
                    [
                        .number("b.Width", 0.205, "µm"), .text("make", "JEOL"),
                        .text("day", "2026-04"),
                        .text("operator", "=1+1"), .text("operator", "b, \"c\""),
                    ]
                ),
                ("four.txt", [.text("operator", "meier")]),
            ], vocabulary: vocabulary)
    }

    @Test(arguments: [
        ("| sort pixel.size", "one two three four"),
        ("| sort pixel.size desc", "three two one four"),
        ("| sort make, pixel.size desc", "three two one four"),
        ("| sort day", "one two three four"),
        ("| sort day desc | limit 2", "three two"),
        ("has:make | sort path", "one three two"),
        ("| sort temperature desc | limit 1", "two"),
    ])
    func `sorts`(query: String, names: String) throws {
        #expect(try index.names(query) == names)
    }

    @Test func `pages follow each other without gap or overlap`() throws {
        let first = try index.engine.answer("| sort pixel.size | limit 3")
        let next = try #require(first.next)
        let second = try index.engine.answer("| sort pixel.size | limit 3 | after \(next)")
        #expect(first.hits.count == 3)
        #expect(second.hits.map(\.path) == ["four.txt"])
        #expect(second.next == nil)
    }

    @Test func `streams every hit, or as many as are asked for`() throws {
        var paths: [String] = []
        try index.engine.stream("| sort pixel.size") { hit in
            paths.append(hit.path)
            return true
        }
        #expect(paths == ["one.a", "two.b", "three.b", "four.txt"])
        paths = []
        try index.engine.stream("| sort pixel.size | limit 2") { hit in
            paths.append(hit.path)
            return true
        }
        #expect(paths == ["one.a", "two.b"])
    }

    @Test func `selects columns in units`() throws {
        let hits = try index.engine.answer(
            "format:b | sort path | select path, parts, pixel.size in nm, operator, temperature in °C"
        ).hits
        #expect(
            hits.map { hit in hit.facts.map { "\($0.name): \($0.values.map(\.text))" } } == [
                [
                    #"path: ["three.b"]"#, #"parts: ["three.b"]"#, #"pixel.size: ["205 nm"]"#,
                    #"operator: ["=1+1", "b, \"c\""]"#, "temperature: []",
                ],
                [
                    #"path: ["two.b"]"#, #"parts: ["two.b"]"#, #"pixel.size: ["200 nm"]"#,
                    "operator: []", #"temperature: ["22 °C"]"#,
                ],
            ])
    }

    @Test func `without a unit numbers are in SI for programs and as written for people`() throws {
        let fact = try #require(
            try index.engine.answer("format:a | select pixel.size").hits.first?.facts.first)
        #expect(fact.values.map(\.text) == ["65 nm"])
        guard case .number(let number)? = fact.values.first?.value else {
            Issue.record("expected a number")
            return
        }
        #expect(number.double == 6.5e-8)
    }

    @Test func `facets count assets`() throws {
        guard case .facet(let facet)? = try index.engine.answer("| facet make").stages.first else {
            Issue.record("expected a facet")
            return
        }
        #expect(facet.values.map { "\($0.text) \($0.count)" } == ["Zeiss 2", "JEOL 1"])
        #expect(facet.missing == 1)
    }

    @Test(arguments: [
        ("| facet pixel.size by 100nm", ["number(0.0) 1", "number(200.0) 2"]),
        ("| facet day by month", [#"date("2026-03") 2"#, #"date("2026-04") 1"#]),
        (
            "| facet day by week",
            [
                #"date("2026-02-23") 1"#, #"date("2026-03-09") 1"#, #"date("2026-03-30") 1"#,
            ]
        ),
    ])
    func `bins`(query: String, bins: [String]) throws {
        guard case .histogram(let answer)? = try index.engine.answer(query).stages.first else {
            Issue.record("expected a histogram")
            return
        }
        #expect(answer.bins.map { "\($0.start) \($0.count)" } == bins)
    }

    @Test func `statistics are in the unit that most facts have`() throws {
        guard
            case .statistics(let answer)? = try index.engine.answer("| stats pixel.size").stages
                .first
        else {
            Issue.record("expected statistics")
            return
        }
        #expect(answer.unit == "µm")
        #expect(answer.count == 3)
        #expect(answer.missing == 1)
        #expect(answer.least == 0.065)
        #expect(answer.greatest == 0.205)
    }

    @Test func `counts, distinct values and groups answer in place of hits`() throws {
        let counted = try index.engine.answer("has:make | count by make")
        guard case .count(3, by: .some(let facet))? = counted.stages.first else {
            Issue.record("expected a count of 3 by make")
            return
        }
        #expect(facet.values.map(\.text) == ["Zeiss", "JEOL"])
        #expect(counted.hits.isEmpty)
        guard case .distinct(let values)? = try index.engine.answer("| distinct make").stages.first
        else {
            Issue.record("expected distinct values")
            return
        }
        #expect(values.values.map(\.text) == ["JEOL", "Zeiss"])
        guard case .groups(let groups)? = try index.engine.answer("| group make").stages.first
        else {
            Issue.record("expected groups")
            return
        }
        #expect(groups.values.map(\.examples.count) == [2, 1])
    }

    @Test func `a sample is the same for the same seed`() throws {
        let sample = try index.names("| sample 2 seed 7")
        #expect(sample.split(separator: " ").count == 2)
        #expect(try index.names("| sample 2 seed 7") == sample)
    }

    @Test func `an explanation tells conversions and order`() throws {
        let answer = try index.engine.answer("pixel.size<0.1µm | sort day desc | explain")
        let explanation = try #require(answer.explanation)
        #expect(explanation.conversions.map(\.meaning) == ["1e-07 m"])
        #expect(explanation.order == "day by date, descending")
        #expect(answer.resolved.map(\.origin) == [.concept, .key])
    }
}

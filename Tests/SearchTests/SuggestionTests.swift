import MetadataModel
import Search
import Testing

@Suite struct SuggestionTests {
    static let vocabulary = """
        concepts:
          voltage: {definition: Voltage of the beam., unit: V, keys: [fei.Beam.HV, zeiss.EHT]}
          acquired: {definition: When it was taken., keys: [fei.User.Date]}
        """

    static func index() throws -> SmallIndex {
        try SmallIndex(
            [
                (
                    "a.tif",
                    [
                        .number("fei.Beam.HV", 5, "kV"), .text("fei.Stain", "osmium tetroxide"),
                        .text("fei.User.Date", "2026-02-03"),
                        .text(
                            "ome.Channel.Name", "DAPI", element: ElementPath(segment: 1, index: 0)),
                        .number(
                            "ome.Channel.Exposure", 5, "ms",
                            element: ElementPath(segment: 1, index: 0)),
                    ]
                ),
                ("b.tif", [.number("fei.Beam.HV", 20, "kV"), .text("fei.Stain", "uranyl")]),
                ("c.mrc", [.number("zeiss.EHT", 300, "V"), .text("fei.Volume", "7")]),
            ], vocabulary: vocabulary)
    }

    private func suggestions(_ text: String) throws -> [Suggestion] {
        let position = text.utf8.firstIndex(of: UInt8(ascii: "|")).map {
            text.utf8.distance(from: text.utf8.startIndex, to: $0)
        }
        // `¦` marks the stage bar, as `|` marks the cursor.
        let query = String(text.filter { $0 != "|" }.map { $0 == "¦" ? "|" : $0 })
        return try Self.index().engine.suggest(query, at: position, timeLimit: .seconds(60))
    }

    /// The query with the cursor as `|`, the first suggestion, the assets that it leaves.
    @Test(arguments: [
        ("volt|", "voltage", 3), ("osmi|", "osmium", 1), ("voltage|", ":", 3),
        ("voltage>5|", "5kV", 1), ("voltage>5k|", "5kV", 1), ("voltage<20k|", "20kV", 2),
        ("format:tif fei.St|", "fei.Stain", 2), ("fei.Stain:|", "\"osmium tetroxide\"", 1),
        ("fei.Stain:os|", "\"osmium tetroxide\"", 1),
        ("fei.Stain:\"os|", "\"osmium tetroxide\"", 1),
        ("-fei.Stain:os|", "\"osmium tetroxide\"", 2),
        ("format:mrc OR fei.Stain:ur|", "uranyl", 2), ("format:(mrc OR t|", "tif", 2),
        ("has:vol|", "voltage", 3), ("mis|", "missing:", 3), ("Channel{ Na|", "Name", 1),
        ("Channel{ Name:|", "DAPI", 1), ("acquired:2026|", "2026-02", 1),
        ("a| fei.Stain:uranyl", "acquired", 0), ("vol|tage>5kV format:tif", "voltage", 2),
    ])
    func `suggests`(text: String, first: String, count: Int) throws {
        let found = try suggestions(text).first
        #expect(found?.text == first)
        #expect(found?.count == count)
    }

    @Test(arguments: [
        ("¦ so|", "sort"), ("¦ sort vol|", "voltage"), ("¦ sort voltage d|", "desc"),
        ("¦ facet voltage b|", "by"), ("¦ facet acquired by mo|", "month"),
        ("¦ select voltage in k|", "kV"), ("¦ select format, vol|", "voltage"),
        ("voltage>5kV ¦ sta|", "stats"),
    ])
    func `suggests in stages`(text: String, first: String) throws {
        #expect(try suggestions(text).first?.text == first)
    }

    @Test func `what is replaced is the word around the cursor`() throws {
        let engine = try Self.index().engine
        let found = try engine.suggest("ü vol format:tif", at: 5)
        #expect(found.first?.text == "voltage")
        #expect(found.first?.replaced.start == 3)
        #expect(found.first?.replaced.end == 6)
    }

    @Test func `an operator is put behind the key that is there`() throws {
        let found = try Self.index().engine.suggest("voltage")
        #expect(found.first?.kind == .operator)
        #expect(found.first?.replaced.start == 7)
        #expect(found.first?.replaced.end == 7)
    }

    @Test func `a free text and nonsense have no suggestions and no error`() throws {
        for text in ["\"osmium te", "((((", "a | limit ", "`", "x{ y{ z:", "} ) | | sort"] {
            _ = try Self.index().engine.suggest(text)
        }
        #expect(try Self.index().engine.suggest("\"osmium te").isEmpty)
    }
}

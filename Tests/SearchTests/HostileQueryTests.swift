import MetadataStore
import Search
import Testing

/// Queries that nobody would type: deep, long, wild and strange. Each ends with an answer or with
/// reasons, and what is proposed in its place can be made.
@Suite struct HostileQueryTests {
    private static func repeated(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }

    private static func joined(
        _ count: Int, _ separator: String, _ part: (Int) -> String
    ) -> String {
        (0..<count).map(part).joined(separator: separator)
    }

    static let long: [String] = [
        repeated("x ", 900), repeated("x* ", 300), repeated("&& ", 900), repeated("OR ", 400),
        repeated("NOT ", 90) + "a", repeated("a:", 900), repeated("5kV..", 900),
        repeated("select ", 900), repeated("\"", 899), repeated("| ", 300), repeated(",", 900),
        joined(400, " OR ") { "voltage:\($0)kV" }, joined(400, " ") { "voltage>\($0)V" },
        joined(300, " ") { "word\($0)" }, joined(200, " OR ") { "-word\($0)" },
        joined(200, " ") { "key\($0):1" },
        "voltage:(" + joined(600, ",") { "\($0)kV" } + ")",
        "voltage:(" + joined(600, " OR ") { "\($0)kV..\($0 + 1)kV" } + ")",
        "| select " + joined(300, ", ") { "key\($0)" },
        "| facet " + joined(100, ", ") { _ in "voltage" }, "| sort " + repeated("voltage, ", 200),
        repeated("é\u{301}", 2000), "\"" + repeated("ä ", 2000) + "\"", "`" + repeated("a.", 900),
    ]

    static let deep: [String] = [
        repeated("(", 400), repeated("(", 90) + "a" + repeated(")", 90),
        repeated("-(", 400) + "a" + repeated(")", 400),
        repeated("NOT (", 60) + "a" + repeated(")", 60),
        repeated("Channel{ ", 90) + "Name:DAPI" + repeated(" }", 90), repeated("{", 900),
        repeated("}", 900), repeated(")", 900), repeated("parents( ", 90) + "a",
        repeated("(a OR ", 90) + "b" + repeated(")", 90), repeated("a{", 300),
        repeated("count(", 300), "\(repeated("[", 300))\"k\": 1\(repeated("]", 300))",
        repeated(#"{"k":"#, 200) + "1" + repeated("}", 200),
    ]

    static let strange: [String] = [
        "name:" + repeated("*a", 400), "name:" + repeated("?*", 400), "name:" + repeated("**", 300),
        "**:a*b*c*d*e*", "*.*.*.*.*>=1", "has:" + joined(60, ".") { _ in "*" }, "missing:**",
        "voltage:1e308kV", "voltage>-1e-320", "voltage:1..1e300", "voltage:5±1e308",
        "voltage~=5kV±300%", "voltage:9999999999999999999999", "voltage:NaN", "voltage:inf..",
        "voltage:5zz^9", "voltage<1/nm^-9", "acquired:0000-00-00", "acquired:9999-12-31",
        "acquired:-99999999999y", "acquired<now+9999999999999d", "voltage:\u{0}",
        "\u{202E}voltage\u{202C}:5kV", "\u{FEFF}", "a\u{0}b", "fei.Stain~" + repeated("osmium", 50),
        "count(Channel)>=9223372036854775807", "| limit 9223372036854775807",
        "| sample 9223372036854775807 seed -1", "| facet voltage by 1e-300kV top 999999999",
        "| facet acquired by minute | facet voltage by 1e300V", "| select ** | sort **",
        "| distinct ** | group name | stats **", "| count by **", "| as_of 9999-12-31",
        "id:" + repeated("0", 400), "sel:" + repeated("f", 400),
    ]

    private static let index = Result { try SuggestionTests.index() }

    @Test(arguments: long + deep + strange)
    func `a hostile query ends with an answer or with reasons`(query: String) throws {
        let engine = try Self.index.get().engine
        let options = SearchOptions(timeLimit: .seconds(5), explains: true)
        do {
            let answer = try engine.answer(query, options: options)
            #expect(answer.total <= 3)
        } catch let errors as SearchErrors {
            #expect(!errors.faults.isEmpty)
            #expect(errors.mended != query)
        }
        let suggestions = try engine.suggest(query)
        #expect(suggestions.count <= SearchEngine.usualSuggestionCount)
    }

    @Test func `a cursor that is none is refused`() throws {
        let engine = try Self.index.get().engine
        let error = #expect(throws: StoreError.self) { try engine.answer("voltage:* | after zz") }
        #expect(error?.kind == .foreignCursor)
    }
}

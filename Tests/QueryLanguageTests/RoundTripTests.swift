import Foundation
import Testing

@testable import QueryLanguage

/// The law of the language: text, tree, JSON form and URL turn into each other without loss.
@Suite struct RoundTripTests {
    /// `RETICLE_ROUNDS=100000` for the whole measure.
    private static let rounds =
        ProcessInfo.processInfo.environment["RETICLE_ROUNDS"].flatMap(Int.init) ?? 2000

    @Test func `a query by chance survives text, JSON and URL`() throws {
        var random = RandomQueries(seed: 26)
        for _ in 0..<Self.rounds {
            let query = random.query()
            let text = query.description
            let parsed = QueryParser.parse(text)
            try #require(parsed.errors.isEmpty, "\(text): \(parsed.errors)")
            try #require(parsed.query == query, "\(text)")
            try #require(try Query(json: query.json) == query, "\(text)")
            let parameters = QueryParameters(encoded: QueryParameters(query).encoded)
            try #require(try parameters.query() == query, "\(text)")
        }
    }

    @Test func `hostile texts are read to their end, and whatever is read prints and reads again`()
    {
        var random = RandomQueries(seed: 7)
        let pieces = [
            "(", ")", "{", "}", "[", "]", "|", "\"", "`", ",", "..", "±", "+-", "-", "--", "*",
            "**",
            "?", ":", "=", "<", ">=", "~", "~=", "!=", "=<", "OR", "and", "NOT", "has:", "count(",
            "parents{", "1..3}", "same(", "sel:", "sort", "facet a by", "in", "\u{0}", "\u{202E}",
            "é", "骨", "🔬", "1e999", "99999999999999999999", "2026-13-45", "-30d", "a.b.c", "\\",
            "x", " ", "\n", "\u{FEFF}", "%", "5nm", "~~~", "a[", "a[99999999999999999999]",
        ]
        for _ in 0..<Self.rounds * 2 {
            let count = 1 + random.number(below: 40)
            let text = (0..<count).map { _ in
                random.one(of: pieces) + (random.number(below: 3) == 0 ? " " : "")
            }.joined()
            let parsed = QueryParser.parse(text)
            #expect(parsed.errors.count <= QueryParser.maximumErrorCount)
            if parsed.errors.isEmpty {
                #expect(
                    QueryParser.parse(parsed.query.description).query == parsed.query, "\(text)")
            }
            for place in stride(from: 0, through: text.utf8.count, by: 7) {
                _ = CompletionPlace(in: text, at: place)
            }
        }
    }

    @Test(arguments: [
        String(repeating: "(", count: 100_000), String(repeating: "-", count: 100_000),
        String(repeating: "a{", count: 50_000), String(repeating: "a ", count: 50_000),
        String(repeating: "a.", count: 50_000), String(repeating: "| sort a ", count: 10_000),
        "a:" + String(repeating: "*", count: 100_000), String(repeating: "\"", count: 99_999),
        "count(" + String(repeating: "**.", count: 10_000) + "a)>1",
    ])
    func `a text of great depth or length ends`(text: String) {
        let parsed = QueryParser.parse(text)
        #expect(parsed.errors.count <= QueryParser.maximumErrorCount)
    }
}

import MetadataModel
import MetadataStore
import Search
import Testing

@Suite struct RankingTests {
    private static func index() throws -> SmallIndex {
        try SmallIndex([
            (
                "long.tif",
                [
                    .text(
                        "note", "a long remark in which tubulin is named beside many other words"),
                    .text("gene", "act1"),
                ]
            ),
            ("exact.tif", [.text("gene", "tubulin"), .text("note", "plain")]),
            (
                "short.tif", [.text("note", "alpha tubulin"), .text("stain", "GFP")]
            ),
            (
                "apart.tif",
                [.text("note", "tubulin of a cell"), .text("remark", "an alpha channel")]
            ),
            ("BoneFatigue_A12-left.tif", [.text("stain", "osmium")]),
            ("other.tif", [.text("note", "nothing of that kind"), .text("stain", "alpha GFP")]),
        ])
    }

    @Test(arguments: [
        // A value that is the word, then short texts before long ones.
        ("tubulin", "exact short apart long"),
        // All words in one text before words of several texts.
        ("alpha tubulin", "short apart"),
        // Words of several facts, the rare one first.
        ("tubulin OR stain:osmium", "exact short apart long BoneFatigue_A12-left"),
        ("bone", "BoneFatigue_A12-left"), ("fatigue", "BoneFatigue_A12-left"),
        ("left 12", "BoneFatigue_A12-left"), ("a12", "BoneFatigue_A12-left"),
        ("gfp -tubulin", "other"),
    ])
    func `orders hits of words by how well they fit`(query: String, names: String) throws {
        #expect(try Self.index().names(query) == names)
    }

    @Test func `an order that is asked for wins`() throws {
        let index = try Self.index()
        #expect(try index.names("tubulin | sort name") == "apart exact long short")
        #expect(
            try index.engine.answer("tubulin | explain").explanation?.order.contains("words")
                == true)
        #expect(try index.engine.answer("| explain").explanation?.order == "id ascending")
    }

    @Test func `a piece within a name is proposed where no word is found`() throws {
        let answer = try Self.index().engine.answer("atigu")
        #expect(answer.total == 0)
        #expect(answer.diagnosis?.query == "name:*atigu*")
    }

    /// More hits than are looked at: whole values come first all the same, every hit comes once,
    /// and pages of any size follow each other in one order.
    @Test func `pages through more hits than are ranked`() throws {
        let count = StoreAnswer.maximumRankedCount + 150
        let index = try SmallIndex(
            (0..<count).map { number in
                let value = number % 100 == 7 ? "dapi" : "stained with dapi number \(number)"
                return ("f\(number).tif", [.text("stain", value)])
            })
        var names: [String] = []
        var cursor: String?
        repeat {
            let page = try index.engine.answer(
                "dapi", options: SearchOptions(limit: 97, after: cursor))
            names += page.hits.map(\.path)
            cursor = page.next
        } while cursor != nil
        #expect(names.count == count)
        #expect(Set(names).count == count)
        #expect(names.prefix(7).allSatisfy { $0.hasSuffix("07.tif") || $0 == "f7.tif" })
        var streamed: [String] = []
        try index.engine.stream("dapi") {
            streamed.append($0.path)
            return true
        }
        #expect(streamed == names)
    }
}

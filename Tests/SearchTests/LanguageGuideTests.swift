import Search
import Testing

@Suite struct LanguageGuideTests {
    @Test func `the page has examples of every construct`() {
        #expect(LanguageGuide.examples.count > 40)
        #expect(LanguageGuide.examples.contains("voltage:200kV±5%"))
        #expect(LanguageGuide.text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test(arguments: LanguageGuide.examples)
    func `an example of the page is answered`(example: String) throws {
        let engine = try SuggestionTests.index().engine
        // An index without edits was never different.
        let remembering = engine.remembering { _, body in try engine.reading(body) }
        let answer = try remembering.answer(example)
        #expect(answer.total <= 3)
    }
}

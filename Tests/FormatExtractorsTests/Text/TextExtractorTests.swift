import Extraction
import MetadataModel
import Testing

@testable import FormatExtractors

@Suite struct TextExtractorTests {
    @Test func `keeps the text whole and the pairs in it besides`() {
        let text = "Notes of a long day.\nWe saw bubbles in the resin again today.\nDose: 12\n"
        let reading = TextReading(TextExtractor(), text)
        #expect(
            reading.lines == [
                "text.content = \(text)", "text.encoding = UTF-8", "text.lines = 3",
                "text.pair.Dose = 12",
            ])
    }

    @Test(arguments: [
        ("prose of some words\n", "x.txt", true),
        ("prose", "README", true),
        ("a\u{0}b", "x.txt", false),
        ("", "x.txt", false),
    ])
    func `recognizes text`(text: String, name: String, isRecognized: Bool) {
        let bytes = Array(text.utf8)
        let header = FileHeader(bytes: bytes, name: name, count: UInt64(bytes.count))
        #expect((TextExtractor().recognizes(header) != nil) == isRecognized)
    }

    @Test func `a long text keeps its beginning and says so`() {
        var limits = ExtractionLimits()
        limits.maximumTextByteCount = 4
        let reading = TextReading(TextExtractor(), Array("abcé and more".utf8), limits: limits)
        #expect(reading.facts[0].value == "abc")
        #expect(reading.facts[0].isAbridged)
    }
}

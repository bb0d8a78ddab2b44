import Extraction
import MetadataModel
import Testing

@testable import FormatExtractors

@Suite struct JSONExtractorTests {
    @Test(arguments: [
        (#"{"a":{"b c":1,"d.e":"x"}}"#, ["json.a.`b c` = 1", "json.a.`d.e` = x"]),
        (#"{"a":[1,2.50,-3]}"#, ["json.a = 1, 2.50, -3"]),
        (#"{"a":["x","y"]}"#, ["json.a[1:0] = x", "json.a[1:1] = y"]),
        (#"{"a":[{"b":1},{"b":2}]}"#, ["json.a.b[1:0] = 1", "json.a.b[1:1] = 2"]),
        (#"{"a":[[1,2],[3]]}"#, ["json.a[1:0] = 1, 2", "json.a[1:1] = 3"]),
        (
            #"{"a":[1,"x",{"b":true},null]}"#,
            ["json.a[1:0] = 1", "json.a[1:1] = x", "json.a.b[1:2] = true", "json.a[1:3] = null"]
        ),
        (#"{"a":1,"a":2}"#, ["json.a = 1", "json.a = 2"]),
        (#"{"a":{},"b":[]}"#, ["json.a = {}", "json.b = []"]),
        (#"[{"a":1},{"a":2}]"#, ["json.a[0:0] = 1", "json.a[0:1] = 2"]),
        ("{\"a\":1}\n{\"a\":2}", ["json.a = 1", "json.a[0:1] = 2"]),
        ("12345678901234567890", ["json = 12345678901234567890"]),
    ])
    func `values become facts`(document: String, lines: [String]) {
        let reading = TreeReading(document, with: JSONExtractor())
        #expect(reading.lines == lines)
        #expect(reading.issues.isEmpty)
    }

    @Test(arguments: [
        (#"{"s":65,"s_unit":"nm"}"#, ["json.s = 65 nm", "json.s_unit = nm"]),
        (#"{"sUnits":"um","s":[1,2]}"#, ["json.sUnits = um", "json.s = 1, 2 um"]),
        (#"{"s":"6.5","sUnit":"kV"}"#, ["json.s = 6.5 kV", "json.sUnit = kV"]),
        (
            #"{"e":{"value":3,"unit":"ms"}}"#,
            ["json.e.value = 3 ms", "json.e.unit = ms", "json.e = 3 ms"]
        ),
        (
            #"{"a":[{"name":"Dose","value":2.5},{"name":"Dose","value":"x"}]}"#,
            [
                "json.a.name[1:0] = Dose", "json.a.value[1:0] = 2.5", "json.a.Dose = 2.5",
                "json.a.name[1:1] = Dose", "json.a.value[1:1] = x", "json.a.Dose[2:1] = x",
            ]
        ),
    ])
    func `units and values in parts`(document: String, lines: [String]) {
        #expect(TreeReading(document, with: JSONExtractor()).lines == lines)
    }

    @Test func `every locus reads back`() {
        let document = #"{"a": "x", "b/c": [1, 2], "d": [{"e": true}, 7.50]}"#
        let bytes = Array(document.utf8)
        let reading = TreeReading(document, with: JSONExtractor())
        let stored = reading.facts.map { fact in
            let start = Int(fact.locus.offset ?? 0)
            return String(
                decoding: bytes[start..<start + Int(fact.locus.length ?? 0)], as: UTF8.self)
        }
        #expect(stored == ["x", "[1, 2]", "true", "7.50"])
        #expect(reading.facts.map(\.locus.address) == ["/a", "/b~1c", "/d/0/e", "/d/1"])
    }

    @Test func `long lists are abridged and integers exact`() {
        let numbers = (1...1000).map(String.init).joined(separator: ",")
        let reading = TreeReading(
            "{\"a\":[\(numbers)],\"b\":9223372036854775807}", with: JSONExtractor())
        #expect(reading.fact("json.a")?.isAbridged == true)
        #expect(reading.fact("json.a")?.value.hasSuffix("… (1000 values, 1 to 1000)") == true)
        #expect(reading.fact("json.b")?.numbers == [NumberSlot(.integer(.max))])
    }

    @Test func `JSON in a string is opened`() {
        let reading = TreeReading(
            #"{"a":"{\"b\":1}","c":"[Section]"}"#, with: JSONExtractor(),
            payloadReaders: [JSONPayloadReader()])
        #expect(reading.lines == ["json.a.b = 1", "json.a = {\"b\":1}", "json.c = [Section]"])
        #expect(reading.facts.map(\.locus.address) == ["/a: /b", "/a", "/c"])
        #expect(reading.facts[0].locus.offset == nil)
    }

    @Test func `a payload's places are those of the file where its bytes are`() {
        let reading = TreeReading(
            payload: #"{"a": 65}"#, offset: 100, readers: [JSONPayloadReader()])
        #expect(reading.lines.first == "tiff.ImageDescription.a[0:2] = 65")
        #expect(
            reading.facts[0].locus == Locus(offset: 106, length: 2, address: "IFD 2 tag 270: /a"))
    }

    @Test func `ends at any length with the facts so far`() {
        let document = #"{"a":1,"b":["x","y"],"c":{"d":true},"e":[1,2]}"#
        let whole = TreeReading(document, with: JSONExtractor()).lines
        for length in 1..<document.utf8.count {
            let reading = TreeReading(Array(document.utf8.prefix(length)), with: JSONExtractor())
            #expect(whole.starts(with: reading.lines))
            #expect(reading.issues.map(\.kind) == [.truncated])
        }
    }

    @Test(arguments: [
        ("{\"a\": 1}", "notes", Recognition.signature("JSON object")),
        ("[{\"a\"", "x.bin", .signature("JSON array")),
        ("[Section]\na=1", "x.ini", nil),
        ("{550e8400-e29b}", "x", nil),
        ("{bad", "x.geojson", .suffix("geojson")),
        ("12", "x.txt", nil),
    ])
    func `is recognized`(text: String, name: String, expected: Recognition?) {
        let header = FileHeader(
            bytes: Array(text.utf8), name: name, count: UInt64(text.utf8.count))
        #expect(JSONExtractor().recognizes(header) == expected)
    }
}

import Foundation
import Search
import Testing

@Suite struct VocabularyTests {
    @Test func `all faults of a file are told at once, with their lines`() {
        let errors = #expect(throws: VocabularyErrors.self) {
            try Vocabulary(
                yaml: """
                    concepts:
                      voltage:
                        unit: florp
                        keys: [{key: a.b, unit: nounit}]
                        colour: red
                      Voltage:
                        definition: The same again.
                        includes: [nonesuch]
                    """)
        }
        #expect(
            errors?.description == """
                line 2: `voltage` has no definition
                line 3: expected a unit, found `florp`
                line 4: expected a unit, found `nounit`
                line 5: expected one of definition, unit, keys, headings, iri, includes, found `colour`
                line 6: `Voltage` stands on line 2 already
                line 8: `Voltage` includes `nonesuch`, which is no concept
                """)
    }

    @Test func `a concept names the same term of public vocabularies`() throws {
        let vocabulary = try Vocabulary(
            yaml: """
                concepts:
                  voltage:
                    definition: Of the beam.
                    iri: [https://example.org/a#b, http://example.org/c]
                """)
        #expect(
            vocabulary.concept("voltage")?.iris == [
                "https://example.org/a#b", "http://example.org/c",
            ])
        let errors = #expect(throws: VocabularyErrors.self) {
            try Vocabulary(yaml: "concepts:\n  a:\n    definition: b.\n    iri: emg:4\n")
        }
        #expect(errors?.faults.map(\.line) == [4])
        let own = try Vocabulary.inFirst(of: ["\(root)/extractors"])
        #expect(own.concept("voltage")?.iris.first?.hasSuffix("EMG_00000004") == true)
        #expect(own.concepts.count { !$0.iris.isEmpty } >= 40)
    }

    @Test func `a file that is no mapping is a fault`() {
        #expect(throws: VocabularyErrors.self) { try Vocabulary(yaml: "[") }
        #expect(throws: VocabularyErrors.self) { try Vocabulary(yaml: "- a") }
    }

    @Test func `the vocabulary that comes with the program is sound`() throws {
        let vocabulary = try Vocabulary.inFirst(of: ["\(root)/extractors"])
        let names = [
            "voltage", "pixel.size", "magnification", "objective.na", "acquired", "channel.name",
            "stain", "sample.id", "operator",
        ]
        for name in names {
            #expect(vocabulary.concept(name) != nil, "\(name)")
        }
    }

    @Test func `the saved queries that come with the program are sound`() throws {
        let folder = try #require(SavedQueryFolder.first(of: ["\(root)/queries"]))
        let index = try SmallIndex([])
        let names = try folder.names()
        #expect(names.count >= 10)
        for name in names {
            let query = try folder.query(name)
            let needed = query.parameters.filter { $0.usual == nil }.map { ($0.name, "a \"b\"") }
            let text = try query.text(with: Dictionary(uniqueKeysWithValues: needed))
            #expect(throws: Never.self, "\(name)") { try index.engine.answer(text) }
        }
    }

    private var root: String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
    }
}

@Suite struct SavedQueryTests {
    static let source = """
        # title: Small pixels
        # description: As fine as asked for,
        # description: and of one stain.
        # parameter: size quantity = 50nm -- the largest pixel size
        # parameter: stain text -- what was stained with
        # parameter: since date = 2026-01 -- from when on
        # a remark
        pixel.size<=$size stain:$stain
        acquired>=$since
        """

    @Test func `parameters become literals`() throws {
        let query = try SavedQuery(name: "small", source: Self.source)
        #expect(query.description == "As fine as asked for, and of one stain.")
        #expect(query.parameters.map(\.name) == ["size", "stain", "since"])
        #expect(
            try query.text(with: ["stain": "x\" OR has:id", "size": "2Å"])
                == #"pixel.size<=2Å stain:"x\" OR has:id" acquired>=2026-01"#)
    }

    @Test func `values that do not fit are told all at once`() throws {
        let query = try SavedQuery(name: "small", source: Self.source)
        let error = #expect(throws: SavedQueryError.self) {
            try query.text(with: ["size": "50nm has:id", "sinse": "today", "since": "soon"])
        }
        #expect(
            error?.faults == [
                "there is no parameter `sinse`, did you mean `since`?",
                "`size` is a quantity, found `50nm has:id`",
                "`stain` is needed: what was stained with",
                "`since` is a date, found `soon`",
            ])
    }

    @Test func `a file's faults are told all at once`() {
        let error = #expect(throws: SavedQueryError.self) {
            try SavedQuery(
                name: "bad", source: "# parameter: size colour\n# author: me\npixel.size<$size")
        }
        #expect(
            error?.faults == [
                "line 1: expected `name type = default -- meaning`, found `size colour`",
                "line 2: expected title, description or parameter, found `author`",
                "expected a line `# title: …`", "`$size` is no parameter of the header",
            ])
    }
}

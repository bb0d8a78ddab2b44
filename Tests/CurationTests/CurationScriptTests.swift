import Testing

@testable import Curation

@Suite struct CurationScriptTests {
    @Test func `every action is read`() throws {
        let script = try CurationScript(
            """
            # comment
            where organism:mouse
              tag a, "b, c"
              untag d
              set dose = 5 mg
              unset dose
              comment "seen = twice"
              rename `Gene Symbol` to gene.symbol
              merge a, b into c
              map x to voltage
              unit dose = mg
              fix stain
                "H & E" -> H&E
                hoescht -> Hoechst
            everywhere
              tag e
            """)
        let mouse = CurationTarget.query("organism:mouse")
        #expect(
            script.steps == [
                CurationStep(mouse, .tag(["a", "b, c"])),
                CurationStep(mouse, .untag(["d"])),
                CurationStep(mouse, .set(key: "dose", value: "5 mg")),
                CurationStep(mouse, .unset(key: "dose")),
                CurationStep(mouse, .comment("seen = twice")),
                CurationStep(mouse, .rename(key: "`Gene Symbol`", to: "gene.symbol")),
                CurationStep(mouse, .merge(keys: ["a", "b"], into: "c")),
                CurationStep(mouse, .map(key: "x", concept: "voltage")),
                CurationStep(mouse, .unit(key: "dose", unit: "mg")),
                CurationStep(
                    mouse, .fix(key: "stain", [.init("H & E", "H&E"), .init("hoescht", "Hoechst")])),
                CurationStep(.query(""), .tag(["e"])),
            ])
    }

    @Test(arguments: [
        ("tag a", 1), ("everywhere\ntga a", 2), ("everywhere\n\nset dose", 3),
        ("where (a\n  tag b", 1), ("everywhere\nfix stain\ntag a", 2),
        ("everywhere\nrename a b", 2),
        ("everywhere\nunit a = furlongs", 2), ("where a | limit 3\ntag b", 1),
        ("everywhere\nmerge a into b", 2), ("everywhere\ntag", 2),
    ])
    func `a wrong line is named`(text: String, line: Int) {
        let errors = #expect(throws: CurationScriptErrors.self) { try CurationScript(text) }
        #expect(errors?.faults.first?.line == line)
    }

    @Test func `all faults are told at once`() {
        let errors = #expect(throws: CurationScriptErrors.self) {
            try CurationScript("everywhere\n  tga a\n  set b\n")
        }
        #expect(
            errors?.description == """
                line 2: expected where, everywhere, tag, untag, set, unset, comment, rename, map, \
                merge, unit or fix, found `tga a`
                line 3: expected set KEY = VALUE, found `set b`
                """)
    }
}

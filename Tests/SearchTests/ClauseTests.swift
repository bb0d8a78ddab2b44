import MetadataModel
import MetadataStore
import QueryLanguage
import Testing

@testable import Search

/// Four microscopes' files, each with what its format calls things.
private let microscopes: [(path: String, facts: [Fact])] = [
    (
        "/data/2026/sem.tif",
        [
            .number("fei.Beam.HV", 5000, "V"), .number("fei.Scan.PixelWidth", 65, "nm"),
            .text("fei.System.SystemType", "Helios SEM-2"), .text("stain", "osmium tetroxide"),
            .text("exif.DateTimeOriginal", "2026-03-14"), .number("tiff.ImageWidth", 1024),
            .number("stage.tilt", -60, "deg"), .text("coded.Mode", "5"),
        ]
    ),
    (
        "/data/2026/tem.mrc",
        [
            .number("tvips.TemHighTension", 200, "kV"), .number("mrc.PixelSizeX", 2, "Å"),
            .text("mrc.Label", "frozen hydrated"), .number("mrc.NX", 7),
            .text("exif.DateTimeOriginal", "2026-02"), .number("stage.tilt", 45, "deg"),
            Fact(key: "coded.Mode", value: "2", label: "float", numbers: [NumberSlot(.integer(2))]),
        ]
    ),
    (
        "/data/2025/confocal.ome",
        [
            .number("ome.Image.Pixels.PhysicalSizeX", 0.065, "µm"),
            .text("ome.Image.Pixels.Channel.Name", "DAPI", element: .init(segment: 3, index: 0)),
            .number(
                "ome.Image.Pixels.Channel.ExposureTime", 50, "ms",
                element: .init(segment: 3, index: 0)),
            .text("ome.Image.Pixels.Channel.Name", "GFP", element: .init(segment: 3, index: 1)),
            .number(
                "ome.Image.Pixels.Channel.ExposureTime", 200, "ms",
                element: .init(segment: 3, index: 1)),
            .text("exif.DateTimeOriginal", "2025-12-31T23:59:59Z"),
            .text("operator", "mueller"), .number("table.kV", 12),
        ]
    ),
    ("/data/2025/notes 17.txt", [.text("note", "bone, 17 slices"), .number("table.kV", 3)]),
]

private let vocabulary = """
    headings under: [table]
    concepts:
      voltage:
        definition: Accelerating voltage.
        unit: V
        keys: [fei.Beam.HV, tvips.TemHighTension]
        headings: [{key: kv, unit: kV}]
      pixel.size:
        definition: Distance of pixels.
        unit: m
        keys: [fei.Scan.PixelWidth, mrc.PixelSizeX, "ome.**.PhysicalSizeX"]
      acquired:
        definition: When.
        keys: [exif.DateTimeOriginal]
    """

@Suite struct ClauseTests {
    let index: SmallIndex

    init() throws {
        index = try SmallIndex(microscopes, vocabulary: vocabulary)
    }

    @Test(arguments: [
        // Words, prefixes and phrases anywhere.
        ("osmium", "sem"), ("tetroxide osmium", "sem"), ("\"osmium tetroxide\"", "sem"),
        ("\"tetroxide osmium\"", ""), ("osm*", "sem"), ("SEM-2", "sem"),
        ("mueller OR hydrated", "confocal tem"),
        // `:` on text: words, phrases, prefixes, patterns over the whole value.
        ("stain:Osmium", "sem"), ("stain:osm", ""), ("stain:osm*", "sem"),
        ("stain:*tetroxide", "sem"),
        ("stain:\"osmium tetroxide\"", "sem"), ("stain:(gold OR osmium)", "sem"),
        ("instrument:x", ""), ("SystemType:SEM-2", "sem"),
        // `=` is the whole value; quotes keep the case.
        ("stain=osmium", ""), ("stain=\"osmium tetroxide\"", "sem"),
        ("stain=\"Osmium tetroxide\"", ""), ("operator=MUELLER", "confocal"),
        ("operator!=mueller", ""), ("operator!=meier", "confocal"),
        ("-operator=mueller", "notes sem tem"),
        // Typing errors.
        ("operator~mueler", "confocal"), ("operator~smith", ""),
        // Numbers and codes.
        ("tiff.ImageWidth:1024", "sem"), ("tiff.ImageWidth=1025", ""), ("mrc.NX<8", "tem"),
        ("mrc.NX<=7", "tem"), ("mrc.NX<7", ""), ("mrc.NX>7", ""), ("mrc.NX>=7", "tem"),
        ("coded.Mode:float", "tem"), ("coded.Mode:2", "tem"), ("mrc.NX:(6,7)", "tem"),
        ("mrc.NX!=(6,7)", ""), ("mrc.NX:5..8", "tem"), ("mrc.NX:..6", ""), ("mrc.NX:7..", "tem"),
        ("note:17", "notes"), ("name:17", "notes"),
        // Quantities in any unit of the dimension.
        ("pixel.size<50nm", "tem"), ("pixel.size<=65nm", "confocal sem tem"),
        ("pixel.size=65nm", "confocal sem"), ("pixel.size<65nm", "tem"),
        ("pixel.size:0.2nm", "tem"),
        ("voltage:4kV..6kV", "sem"), ("voltage~=199kV", "tem"), ("voltage~=190kV", ""),
        ("voltage:190kV±5%", ""), ("voltage:190kV±6%", "tem"), ("voltage:5±0.1kV", "sem"),
        ("voltage>1MV", ""), ("stage.tilt>=-60deg stage.tilt<=60deg", "sem tem"),
        ("stage.tilt<-1rad", "sem"),
        // A unit that only the vocabulary knows.
        ("voltage<=12kV", "confocal notes sem"), ("voltage:12000V", "confocal"),
        // Dates.
        ("acquired:2026-03", "sem"), ("acquired:2026", "sem tem"), ("acquired>=2026-03", "sem"),
        ("acquired<2026", "confocal"), ("acquired<=2026-02", "confocal tem"),
        ("acquired>2026-02", "sem"), ("acquired:2025-12-31..2026-02", "confocal tem"),
        ("acquired:-7d", "sem"), ("acquired:yesterday", "sem"), ("acquired:today", ""),
        ("acquired>=-2mo", "sem tem"), ("acquired!=2026-03", "confocal tem"),
        // Paths and other patterns.
        ("path:/data/2026/**", "sem tem"), ("path:/data/2026", "sem tem"),
        ("path:2025/*.ome", "confocal"), ("name:*.mrc", "tem"),
        ("extension:(tif OR mrc)", "sem tem"),
        // Presence.
        ("has:operator", "confocal"), ("missing:voltage", ""),
        ("missing:operator has:stain", "sem"),
        ("stain:*", "sem"), ("has:nonesuch", ""), ("missing:nonesuch", "confocal notes sem tem"),
        // Several values.
        ("any(Channel.ExposureTime)>100ms", "confocal"), ("all(Channel.ExposureTime)>100ms", ""),
        ("all(Channel.ExposureTime)>10ms", "confocal"),
        ("none(Channel.ExposureTime)>1s", "confocal"),
        ("count(Channel.Name)=2", "confocal"), ("count(Channel)>=2", "confocal"),
        ("count(Channel)>2", ""), ("count(Channel)<1", "notes sem tem"),
        // One element.
        ("Channel{ Name:DAPI ExposureTime>100ms }", ""),
        ("Channel{ Name:GFP ExposureTime>100ms }", "confocal"),
        ("Channel{ Name:DAPI OR Name:Cy5 }", "confocal"), ("Channel[1].Name:GFP", "confocal"),
        ("Channel[0].Name:GFP", ""),
        // Connectives.
        ("(stain:osmium OR operator:mueller) -has:note", "confocal sem"),
        ("NOT has:voltage", ""), ("", "confocal notes sem tem"),
    ])
    func `a filter finds`(query: String, names: String) throws {
        #expect(try index.found(query) == names)
    }

    @Test func `clauses are counted by themselves, and what they leave open apart`() throws {
        let answer = try index.engine.answer("voltage>=12kV operator:mueller")
        #expect(
            answer.clauses == [
                ClauseCount(text: "voltage>=12kV", matching: 2, failing: 2, unknown: 0),
                ClauseCount(text: "operator:mueller", matching: 1, failing: 0, unknown: 3),
            ])
        #expect(answer.total == 1)
    }

    @Test func `an asset is found by its id and by the beginning of it`() throws {
        let identity = try #require(
            try index.engine.answer("operator:mueller").hits.first?.identity)
        #expect(try index.found("id:\(identity)") == "confocal")
        #expect(try index.found("id:\"\(identity)\"") == "confocal")
        #expect(try index.engine.asset(identity.description)?.path == "/data/2025/confocal.ome")
    }

    @Test(arguments: [
        (
            "stage.tilt<45",
            "the numbers of `stage.tilt` have units and were compared as written: deg (2)",
            ["deg"]
        ),
        ("vltage>5kV", "no key or concept is named `vltage`", ["voltage"]),
        ("tiff.ImageWdth>5", "no key or concept is named `tiff.ImageWdth`", ["tiff.ImageWidth"]),
        (
            "mrc.NX>5nm", "no number of `mrc.NX` has a unit; leave it out to compare as written",
            []
        ),
        (
            "Chanel{ Name:DAPI }", "nothing in the index is named `Chanel`",
            ["ome.Image.Pixels.Channel.ExposureTime", "ome.Image.Pixels.Channel.Name"]
        ),
        ("Channel{ Nam:DAPI }", "no `Nam` stands within `Channel`", ["Name"]),
    ])
    func `an odd clause is answered with a warning`(
        query: String, message: String, suggestions: [String]
    ) throws {
        let warnings = try index.engine.answer(query).warnings
        #expect(
            warnings.contains { $0.message == message && $0.suggestions.starts(with: suggestions) },
            "\(warnings)")
    }

    @Test(arguments: [
        ("voltage<30nm", "8-12 voltage is an electric potential, nm is a length"),
        ("pixel.size<5kV", "11-14 pixel.size is a length, kV is an electric potential"),
        ("voltage>5kW", "8-11 voltage is an electric potential, kW is a power"),
        ("voltage>5kX", "8-11 `kX` is no known unit"),
        ("operator<5 operator<meier", "20-25 `<` compares numbers and dates, found a text"),
        ("operator~5", "9-10 `~` forgives typing errors in text, found a number"),
        ("operator~=meier", "10-15 `~=` compares numbers, found a text"),
        ("acquired:2026-02-30", "9-19 `2026-02-30` is no date of the calendar"),
        ("voltage<1kV..2kV", "0-16 a range follows `:`, `=` or `!=`, found `<`"),
        ("count(Channel)>many", "15-19 count() is compared with a whole number, found `many`"),
        ("parents( stain:osmium )", "0-7 `parents` is not yet available"),
        ("| facet voltage by 3nm", "19-22 voltage is an electric potential, nm is a length"),
        ("| facet id", "8-10 every asset has an id of its own: there is nothing to summarise"),
        (
            "| as_of 2026-01",
            "2-7 `as_of` is not available here: who sees some projects alone, and what is frozen, "
                + "sees the present"
        ),
        ("| as_of 2026-02-30", "2-7 `2026-02-30` is no date of the calendar"),
    ])
    func `a wrong query says what is wrong and where`(query: String, fault: String) throws {
        let errors = #expect(throws: SearchErrors.self) { try index.engine.answer(query) }
        let told = errors?.faults.map { "\($0.range.start)-\($0.range.end) \($0.message)" } ?? []
        #expect(told == [fault])
    }

    @Test func `all faults of a query are told at once`() {
        let errors = #expect(throws: SearchErrors.self) {
            try index.engine.answer("voltage<30nm pixel.size>3kV ancestors( a ) | as_of today")
        }
        #expect(
            errors?.faults.map(\.kind)
                == [.wrongDimension, .wrongDimension, .notYetAvailable, .wrongLiteral])
    }
}

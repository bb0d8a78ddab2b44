import MetadataModel
import Search
import Testing

/// What a query is told that finds nothing.
@Suite struct DoctorTests {
    /// The query, the clause to blame, a query that finds something.
    @Test(arguments: [
        ("vltage>5kV", "vltage>5kV", "voltage>5kV"),
        ("has:vltage", "has:vltage", "has:voltage"),
        ("fei.Stain:osmum", "fei.Stain:osmum", "fei.Stain:osmium"),
        ("fei.Stain=osmium", "fei.Stain=osmium", "fei.Stain:\"osmium\""),
        ("fei.Stain:uranil format:tif", "fei.Stain:uranil", "fei.Stain:uranyl format:tif"),
        ("format:tif voltage>1MV", "voltage>1MV", "format:tif voltage>=0.02MV"),
        ("voltage<100V", "voltage<100V", "voltage<=300V"),
        ("format:mrc voltage:4kV..6kV", "voltage:4kV..6kV", "format:mrc voltage:0.3kV..6kV"),
        ("acquired:2027", "acquired:2027", "acquired:2026-02-03"),
        ("acquired<2020-05", "acquired<2020-05", "acquired<=2026-02-03"),
        ("osmum", "osmum", "osmium"), ("osmi", "osmi", "osmi*"),
        ("format:mrc fei.Stain:uranyl", "format:mrc", "fei.Stain:uranyl"),
        ("Chanel{ Name:DAPI }", "Chanel{ Name:DAPI }", "Channel{ Name:DAPI }"),
        ("vltage>5kV formt:tif", "vltage>5kV", "voltage>5kV format:tif"),
    ])
    func `names the clause and mends it`(query: String, clause: String, mended: String) throws {
        let engine = try SuggestionTests.index().engine
        let answer = try engine.answer(query)
        #expect(answer.total == 0)
        let diagnosis = try #require(answer.diagnosis)
        #expect(diagnosis.clause == clause)
        #expect(diagnosis.query == mended, "\(diagnosis)")
        let total = try engine.answer(try #require(diagnosis.query)).total
        #expect(total > 0)
        #expect(total == diagnosis.total)
    }

    @Test func `says why`() throws {
        let engine = try SuggestionTests.index().engine
        #expect(
            try engine.answer("voltage>1MV").diagnosis?.reason
                == "`voltage` lies between 0.0003 MV and 0.02 MV")
        #expect(
            try engine.answer("vltage>5").diagnosis?.reason == "no key or concept is named `vltage`"
        )
        #expect(try engine.answer("has:voltage").diagnosis == nil)
        #expect(try SmallIndex([]).engine.answer("x:1").diagnosis == nil)
    }

    @Test func `all faults are told at once, and mended together`() throws {
        let errors = #expect(throws: SearchErrors.self) {
            try SuggestionTests.index().engine.answer(
                "voltage=<5kX fei.Stain:osmium | sotr voltage")
        }
        #expect(errors?.faults.count == 3)
        #expect(errors?.faults.map(\.kind) == [.syntax, .unknownUnit, .syntax])
    }

    @Test func `a year is no number that lacks a unit`() throws {
        let index = try SmallIndex(
            [("a.tif", [.text("x.Date", "2026-02-03"), .number("y.Date", 3, "s")])])
        #expect(try index.engine.answer("Date>=2015").warnings.isEmpty)
        #expect(try index.engine.answer("Date>=3").warnings.count == 1)
    }
}

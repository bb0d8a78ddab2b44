import Search
import Testing

/// Typical mistakes, each with what was meant. What the answer proposes first, taken over as it
/// is, is the query that was meant, and finds something.
@Suite struct MistakeTests {
    static let mistakes: [(typed: String, meant: String)] = [
        // Signs of other languages.
        ("voltage=<20kV", "voltage<=20kV"), ("voltage=>5kV", "voltage>=5kV"),
        ("voltage==5kV", "voltage=5kV"), ("voltage<>5kV", "voltage!=5kV"),
        ("voltage:>5kV", "voltage>5kV"), ("voltage:<20kV", "voltage<20kV"),
        ("voltage:>=5kV", "voltage>=5kV"), ("voltage:<=20kV", "voltage<=20kV"),
        ("fei.Stain:=uranyl", "fei.Stain=uranyl"), ("fei.Stain=~uranil", "fei.Stain~uranil"),
        // Misspelt keys and concepts.
        ("vltage>5kV", "voltage>5kV"), ("voltag>5kV", "voltage>5kV"),
        ("volatge>5kV", "voltage>5kV"), ("voltagge>5kV", "voltage>5kV"),
        ("aquired:2026", "acquired:2026"), ("acquird:2026-02", "acquired:2026-02"),
        ("formt:tif", "format:tif"), ("fromat:tif", "format:tif"),
        ("fei.Stian:uranyl", "fei.Stain:uranyl"), ("has:vltage", "has:voltage"),
        ("\"fei.Stain\":uranyl", "fei.Stain:uranyl"), ("has:\"voltage\"", "has:voltage"),
        // Misspelt values and words.
        ("fei.Stain:urnayl", "fei.Stain:uranyl"), ("fei.Stain:osmum", "fei.Stain:osmium"),
        ("fei.Stain=osmium", "fei.Stain:\"osmium\""), ("format:tiff", "format:tif"),
        ("fei.Stain:\"osmium tetroxid\"", "fei.Stain:\"osmium tetroxide\""),
        ("osmum", "osmium"), ("tetroxid", "tetroxid*"),
        // Quotes and brackets.
        ("fei.Stain:\"osmium tetroxide", "fei.Stain:\"osmium tetroxide\""),
        ("\"osmium tetroxide", "\"osmium tetroxide\""), ("(format:tif", "format:tif"),
        ("format:tif)", "format:tif"), ("(format:tif OR format:mrc", "format:tif OR format:mrc"),
        ("Channel{ Name:DAPI", "Channel{ Name:DAPI }"),
        ("format:(tif OR mrc", "format:(tif OR mrc)"),
        // Units and numbers.
        ("voltage<30nm", "voltage<30kV"), ("voltage>5kX", "voltage>5kV"),
        ("voltage>0,5kV", "voltage>0.5kV"), ("voltage<1kV..20kV", "voltage:1kV..20kV"),
        ("voltage:20kV..5kV", "voltage:5kV..20kV"), ("voltage>1MV", "voltage>=0.02MV"),
        ("| facet voltage by 3nm", "| facet voltage by 3kV"),
        ("| select voltage in nm", "| select voltage in kV"),
        // Dates.
        ("acquired:2027", "acquired:2026-02-03"), ("acquired<2020", "acquired<=2026-02-03"),
        ("acquired:2026-02-30", "acquired:2026-02"),
        ("acquired:2026-03..2026-01", "acquired:2026-01..2026-03"),
        // Connectives and commas.
        ("format:tif, voltage>1kV", "format:tif voltage>1kV"), ("format:tif OR", "format:tif"),
        ("AND format:tif", "format:tif"), ("format:tif AND", "format:tif"),
        // Stages.
        ("| sotr voltage", "| sort voltage"), ("| limt 5", "| limit 5"),
        ("| selct path", "| select path"),
        ("| facet acquired by mont", "| facet acquired by month"),
        ("cuont(Channel)>=1", "count(Channel)>=1"), ("count (Channel)>=1", "count(Channel)>=1"),
    ]

    @Test func `of the mistakes nineteen in twenty are mended by the first proposal`() throws {
        let engine = try SuggestionTests.index().engine
        var missed: [String] = []
        for (typed, meant) in Self.mistakes {
            let proposed = try Self.proposal(typed, engine)
            if proposed != meant { missed.append("\(typed): \(proposed ?? "nothing")") }
        }
        #expect(missed.count * 20 <= Self.mistakes.count, "\(missed.joined(separator: "\n"))")
    }

    /// What is proposed first, in canonical spelling; `nil` where that finds nothing either.
    private static func proposal(_ typed: String, _ engine: SearchEngine) throws -> String? {
        do {
            let answer = try engine.answer(typed)
            guard answer.total == 0 else { return answer.query.description }
            return answer.diagnosis?.query
        } catch let errors as SearchErrors {
            guard let mended = errors.mended, mended != typed else { return nil }
            return try proposal(mended, engine)
        }
    }
}

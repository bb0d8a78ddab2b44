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
        // Connectives of other languages.
        ("format:tif && voltage>5kV", "format:tif voltage>5kV"),
        ("fei.Stain:uranyl || format:mrc", "fei.Stain:uranyl OR format:mrc"),
        ("!format:tif", "-format:tif"), ("! format:tif", "-format:tif"),
        ("format:mrc Or fei.Stain:uranyl", "format:mrc OR fei.Stain:uranyl"),
        ("format:mrc or not fei.Stain:uranyl", "format:mrc OR -fei.Stain:uranyl"),
        ("format:tif ; voltage>5kV", "format:tif voltage>5kV"),
        ("+format:tif +voltage>5kV", "format:tif voltage>5kV"),
        ("[format:mrc OR format:tif] voltage>1kV", "(format:mrc OR format:tif) voltage>1kV"),
        // SQL.
        ("where fei.Stain = 'uranyl'", "fei.Stain=\"uranyl\""),
        (
            "select path from files where voltage > 5 kV and fei.Stain like '%ran%'",
            "voltage>5kV fei.Stain:*ran* | select path"
        ),
        ("SELECT * FROM assets WHERE format = 'tif' LIMIT 5", "format=\"tif\" | limit 5"),
        ("select count(*) from assets where format = tif", "format=tif | count"),
        ("format in ('tif', 'mrc')", "format:(\"tif\" OR \"mrc\")"),
        ("format not in (mrc, czi)", "-format:(mrc OR czi)"),
        ("fei.Stain like 'osm%'", "fei.Stain:osm*"), ("fei.Stain:%ranyl", "fei.Stain:*ranyl"),
        ("fei.Stain is not null", "has:fei.Stain"), ("acquired is null", "missing:acquired"),
        ("exists(fei.Stain)", "has:fei.Stain"), ("has voltage", "has:voltage"),
        ("format:tif order by voltage desc", "format:tif | sort voltage desc"),
        // Numbers, units and ranges in words.
        ("voltage>5 kV", "voltage>5kV"), ("voltage >= 5 kV", "voltage>=5kV"),
        ("voltage≥5kV", "voltage>=5kV"), ("voltage ⩾ 5kV", "voltage>=5kV"),
        ("voltage > = 5kV", "voltage>=5kV"), ("voltage>5KV", "voltage>5KV"),
        ("voltage>5,000V", "voltage>5000V"), ("voltage>5.000,5V", "voltage>5000.5V"),
        ("voltage>5'000V", "voltage>5000V"), ("voltage > 5 000 V", "voltage>5000V"),
        ("voltage:0,3kV", "voltage:0.3kV"), ("voltage~5kV", "voltage~=5kV"),
        ("voltage≈5kV", "voltage~=5kV"), ("voltage:\"5 kV\"", "voltage:5kV"),
        ("voltage between 5 and 10 kV", "voltage:5kV..10kV"),
        ("voltage from 1 kV to 10 kV", "voltage:1kV..10kV"),
        ("voltage:5-10kV", "voltage:5kV..10kV"), ("voltage:[5kV TO 10kV]", "voltage:5kV..10kV"),
        ("voltage:5kV...10kV", "voltage:5kV..10kV"), ("voltage:5kV to 10kV", "voltage:5kV..10kV"),
        ("1kV < voltage < 10kV", "voltage>1kV voltage<10kV"), ("10kV<=voltage", "voltage>=10kV"),
        ("voltage at least 10 kV", "voltage>=10kV"), ("voltage is above 10kV", "voltage>10kV"),
        ("voltage greater than 10kV", "voltage>10kV"),
        // Dates of other countries.
        ("acquired:03.02.2026", "acquired:2026-02-03"),
        ("acquired:02/03/2026", "acquired:2026-02-03"),
        ("acquired>=28/01/2026", "acquired>=2026-01-28"),
        ("acquired>=2026/01/28", "acquired>=2026-01-28"),
        ("acquired:2026-2-3", "acquired:2026-02-03"), ("acquired:20260203", "acquired:2026-02-03"),
        ("acquired:\"3 Feb 2026\"", "acquired:2026-02-03"),
        ("acquired:3 Feb 2026", "acquired:2026-02-03"),
        ("acquired:February 2026", "acquired:2026-02"), ("acquired:Feb-2026", "acquired:2026-02"),
        ("acquired after 2026-01-31", "acquired>2026-01-31"),
        ("acquired:last 60 days", "acquired:-60d"), ("acquired>60 days ago", "acquired>-60d"),
        // Quotes and braces.
        ("fei.Stain:“osmium tetroxide”", "fei.Stain:\"osmium tetroxide\""),
        ("fei.Stain:'osmium tetroxide'", "fei.Stain:\"osmium tetroxide\""),
        ("„osmium tetroxide“", "\"osmium tetroxide\""), ("*.tif", "name:*.tif"),
        ("Channel(Name:DAPI)", "Channel{ Name:DAPI }"),
        ("Channel[Name:DAPI]", "Channel{ Name:DAPI }"),
        ("Channel{Name:DAPI, Exposure>1ms}", "Channel{ Name:DAPI Exposure>1ms }"),
        ("fei/Stain:uranyl", "fei.Stain:uranyl"), ("fei:Stain:uranyl", "fei.Stain:uranyl"),
        ("len(Channel)>=1", "count(Channel)>=1"),
        // What was pasted.
        ("{\"format\": \"tif\"}", "format:\"tif\""),
        ("{\"voltage\": {\"$gte\": \"5kV\"}}", "voltage>=5kV"),
        (
            "https://example.org/search?q=format%3Atif&sort=-voltage",
            "format:tif | sort voltage desc"
        ),
        ("reticle find --json 'format:tif voltage>5kV'", "format:tif voltage>5kV"),
        // Stages.
        ("format:tif sort voltage", "format:tif | sort voltage"),
        ("format:tif limit 10", "format:tif | limit 10"),
        ("format:tif | sort by voltage", "format:tif | sort voltage"),
        ("format:tif | sort voltage descending", "format:tif | sort voltage desc"),
        ("format:tif | order by voltage", "format:tif | sort voltage"),
        ("format:tif | top 5", "format:tif | limit 5"), ("| head 5", "| limit 5"),
        ("| limit=5", "| limit 5"), ("| select path voltage", "| select path, voltage"),
        ("| select voltage as kV", "| select voltage in kV"),
        ("| facet by format", "| facet format"), ("| stats(voltage)", "| stats voltage"),
        ("| count format", "| count by format"),
        ("format:tif | voltage>5kV", "format:tif voltage>5kV"),
        ("| limit 5 | format:tif", "format:tif | limit 5"),
        ("format:tif | where voltage>5kV", "format:tif voltage>5kV"),
        ("format:tif | limit 5 sort voltage", "format:tif | limit 5 | sort voltage"),
    ]

    @Test func `of the mistakes nineteen in twenty are mended by the first proposal`() throws {
        #expect(Self.mistakes.count >= 100)
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

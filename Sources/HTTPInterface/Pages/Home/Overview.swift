internal import Foundation
internal import QueryLanguage
internal import Search
internal import Units

/// What an index holds, and queries that find something in it.
struct Overview: Sendable {
    static let facetCount = 10
    static let exampleCount = 7
    static let leastColumnCount = 4

    var revision: Int64
    var total: Int
    var issueCount: Int
    var summaries: [SummaryView]
    var examples: [PageLink]
    /// The columns of a table where nobody chose any: what people ask of images as far as the
    /// index has it, else its most frequent keys.
    var columns: [String]

    init(_ engine: SearchEngine, timeLimit: Swift.Duration) throws {
        let everything = SearchAddress(query: "")
        let options = SearchOptions(limit: 0, timeLimit: timeLimit, countsClauses: false)
        let all = try engine.answer("| count", options: options)
        revision = all.revision
        total = all.total
        issueCount = try engine.answer("has:issue", options: options).total
        summaries = []
        examples = []
        columns = []
        guard total > 0 else { return }
        summaries = try FacetChoice(engine, timeLimit: timeLimit)
            .summaries(of: nil, narrowing: everything)
        examples = try Examples(engine, options).queries()
        columns = try SearchPage.usualColumns.filter { name in
            try engine.answer("has:\(name)", options: options).total > 0
        }
        if columns.count < Self.leastColumnCount {
            columns += try FacetChoice(engine, timeLimit: timeLimit).frequentKeys()
                .prefix(Self.leastColumnCount).map(\.key.description)
        }
    }
}

/// Queries that show what the language can do on what this index holds.
struct Examples {
    /// What an example is about: the query, and what it shows.
    private struct Candidate {
        var query: String
        var meaning: String
    }

    private let engine: SearchEngine
    private let options: SearchOptions

    init(_ engine: SearchEngine, _ options: SearchOptions) {
        self.engine = engine
        self.options = options
    }

    /// Queries that find something, each with what it finds.
    func queries() throws -> [PageLink] {
        var links: [PageLink] = []
        for candidate in try candidates() where links.count < Overview.exampleCount {
            guard let answer = try? engine.answer(candidate.query, options: options),
                answer.total > 0
            else { continue }
            var link = PageLink(
                candidate.query, page: SearchAddress(query: candidate.query).link)
            link.meaning = candidate.meaning
            link.count = answer.total.grouped
            links.append(link)
        }
        return links
    }

    private func candidates() throws -> [Candidate] {
        var candidates: [Candidate] = []
        if let word = try commonWord() {
            candidates.append(Candidate(query: word, meaning: "a word, in any value"))
        }
        if let range = try range(of: "voltage") {
            candidates.append(
                Candidate(query: range, meaning: "a range, whatever unit the files use"))
        }
        if let median = try median(of: "pixel.size") {
            candidates.append(
                Candidate(query: "pixel.size<\(median)", meaning: "finer than half of them"))
        }
        for (key, meaning) in [
            ("instrument.model", "one instrument"), ("stain", "one stain"),
            ("species", "one species"),
        ] {
            if let value = try commonValue(of: key) {
                let clause = Filter.value(value, of: KeyPattern(names: key))
                candidates.append(Candidate(query: clause.description, meaning: meaning))
            }
        }
        candidates.append(
            Candidate(query: "count(Channel)>=2", meaning: "at least two channels"))
        candidates.append(
            Candidate(query: "*exposure*>100ms", meaning: "a pattern over the keys"))
        candidates.append(
            Candidate(query: "has:acquired | sort acquired desc", meaning: "the newest first"))
        for (key, value) in try frequentValues() {
            candidates.append(
                Candidate(
                    query: Filter.value(value, of: key).description,
                    meaning: "a key with its value"))
        }
        candidates.append(
            Candidate(
                query: "has:issue | facet issue.kind",
                meaning: "what could not be read, and why"))
        return candidates
    }

    private func facet(_ key: KeyPattern) throws -> FacetAnswer? {
        let query = Query(stages: [.facet([FacetKey(key, top: 3)])])
        guard
            case .facet(let facet)? = try engine.answer(query.description, options: options)
                .stages.first
        else { return nil }
        return facet
    }

    private func statistics(_ key: String) throws -> StatisticsAnswer? {
        let query = Query(stages: [.stats(KeyPattern(names: key))])
        guard
            case .statistics(let statistics)? = try engine.answer(
                query.description, options: options
            ).stages.first
        else { return nil }
        return statistics
    }

    private func commonValue(of key: String) throws -> String? {
        try facet(KeyPattern(names: key))?.values.first { (2...40).contains($0.text.count) }?.text
    }

    /// A single word that several assets have.
    private func commonWord() throws -> String? {
        for key in ["stain", "species", "detector", "modality", "instrument.vendor", "software"] {
            let words = try commonValue(of: key)?.split(separator: " ") ?? []
            let plain = words.first { word in
                word.count > 3 && word.allSatisfy { $0.isLetter && $0.isASCII }
            }
            if let plain { return plain.lowercased() }
        }
        return nil
    }

    private func range(of key: String) throws -> String? {
        guard let statistics = try statistics(key), let median = statistics.median,
            let least = statistics.least, least < median, let unit = statistics.unit
        else { return nil }
        return "\(key):\(least.spelled)..\(median.spelled)\(unit)"
    }

    private func median(of key: String) throws -> String? {
        guard let statistics = try statistics(key), let median = statistics.median, median > 0,
            let unit = statistics.unit
        else { return nil }
        guard let stated = UnitTable.unit(unit) else { return nil }
        let si = stated.si(median)
        let best = UnitTable.displayUnit(of: stated.dimension, near: si)
        return "\(Self.rounded(best.unit.value(fromSI: si)).spelled)\(best.symbol)"
    }

    /// A number with two significant digits.
    private static func rounded(_ number: Double) -> Double {
        let power = pow(10, floor(log10(abs(number))) - 1)
        return power > 0 ? (number / power).rounded() * power : number
    }

    /// Values of frequent keys of any name, for an index of facts made elsewhere.
    private func frequentValues() throws -> [(key: KeyPattern, value: String)] {
        try FacetChoice(engine, timeLimit: options.timeLimit).frequentKeys().prefix(8).compactMap {
            frequent in
            guard let facet = try facet(frequent.key), let value = facet.values.first,
                facet.distinctCount > 1, value.count > 1, (2...40).contains(value.text.count)
            else { return nil }
            return (frequent.key, value.text)
        }
    }
}

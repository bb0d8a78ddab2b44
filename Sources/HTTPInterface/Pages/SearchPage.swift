internal import QueryLanguage
internal import Search

/// The search box, and the answer where something was asked.
struct SearchPage: PageModel {
    /// What everybody may want to narrow down by; a query that summarises by itself is left alone.
    static let facets = [["format"], ["instrument", "model"], ["stain"], ["operator"]].map { name in
        FacetKey(KeyPattern(segments: name.map { KeyPattern.Segment(.plain($0)) }), top: 8)
    }

    static let examples = [
        PageLink("osmium tetroxide", query: "osmium tetroxide", meaning: "words, anywhere"),
        PageLink(
            "voltage:5kV..20kV", query: "voltage:5kV..20kV",
            meaning: "a range, whatever unit the files use"),
        PageLink(
            "pixel.size<50nm format:tiff", query: "pixel.size<50nm format:tiff",
            meaning: "all of them must hold"),
        PageLink(
            "*.exposure*>100ms", query: "*.exposure*>100ms", meaning: "a pattern over the keys"),
        PageLink(
            "stain:* -stain:DAPI", query: "stain:* -stain:DAPI", meaning: "stained, but not so"),
        PageLink(
            "has:issue | facet issue.kind", query: "has:issue | facet issue.kind",
            meaning: "what could not be read, and why"),
    ]

    /// One fault, with the place in the query that it is about.
    struct FaultBox: Sendable {
        var before: String
        var marked: String
        var after: String
        var message: String
        var suggestions: [PageLink]
        var hasSuggestions: Bool
    }

    let title: String
    let isSearch = true
    var query: String
    var isAsked: Bool
    var examples: [PageLink] = []
    var holdings = ""
    var formats: [PageLink] = []
    var hasFormats = false
    var saved: [PageLink] = []
    var hasSaved = false
    var faults: [FaultBox] = []
    var hasFaults = false
    var answer: AnswerView?

    /// The page before anything was asked.
    ///
    /// - Parameters:
    ///   - holdings: How many assets of each format there are.
    ///   - saved: The saved queries; those that need no value are offered.
    init(holdings: [FormatCount], saved: [SavedQuery]) {
        title = "Reticle"
        query = ""
        isAsked = false
        examples = Self.examples
        let total = holdings.reduce(0) { $0 + $1.count }
        self.holdings =
            total == 0
            ? "The index is empty: run reticle harvest over a folder of images."
            : "\(total.counted("file")) can be asked, by word, by value and by unit."
        formats = holdings.sorted { $0.count > $1.count }.prefix(24).map {
            PageLink($0.type, query: "format=\($0.type)", count: $0.count.grouped)
        }
        hasFormats = !formats.isEmpty
        self.saved = saved.compactMap { query in
            guard let text = try? query.text(with: [:]) else { return nil }
            return PageLink(query.title, query: text, meaning: query.description)
        }
        hasSaved = !self.saved.isEmpty
    }

    /// The page of an answer.
    ///
    /// - Throws: What the engine throws.
    init(_ text: String, asking engine: SearchEngine, _ options: SearchOptions) throws {
        title = "\(text) – Reticle"
        query = text
        isAsked = true
        let answer = try engine.answer(text, options: options)
        var summaries = SummaryView.all(of: answer, narrowing: answer.query)
        if answer.stages.isEmpty, answer.total > 1 {
            let facets = Query(filter: answer.query.filter, stages: [.facet(Self.facets)])
            let narrower = SearchOptions(
                limit: 0, timeLimit: options.timeLimit, countsClauses: false)
            summaries = SummaryView.all(
                of: try engine.answer(facets.description, options: narrower),
                narrowing: answer.query)
        }
        self.answer = AnswerView(answer, summaries: summaries, cursor: options.after)
    }

    /// The page of a query that has no answer.
    init(_ text: String, errors: SearchErrors) {
        title = "\(text) – Reticle"
        query = text
        isAsked = true
        faults = errors.faults.map { FaultBox($0, in: text) }
        hasFaults = true
    }
}

extension SearchPage.FaultBox {
    init(_ fault: SearchFault, in text: String) {
        let bytes = Array(text.utf8)
        let start = min(max(fault.range.start, 0), bytes.count)
        let end = min(max(fault.range.end, start), bytes.count)
        before = String(decoding: bytes[..<start], as: UTF8.self)
        after = String(decoding: bytes[end...], as: UTF8.self)
        // An empty place, such as the end of the text, is shown by a mark of its own.
        marked = start == end ? "␣" : String(decoding: bytes[start..<end], as: UTF8.self)
        message = fault.message
        let (head, tail) = (before, after)
        suggestions = fault.suggestions.prefix(3).map {
            PageLink($0, query: head + $0 + tail)
        }
        for place in suggestions.indices.dropLast() { suggestions[place].comma = true }
        hasSuggestions = !suggestions.isEmpty
    }
}

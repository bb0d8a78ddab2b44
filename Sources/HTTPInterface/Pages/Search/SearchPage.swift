internal import QueryLanguage
internal import Search

/// The answer to a query: the box, what narrows down, and the assets found.
struct SearchPage: PageModel {
    /// Columns beside those that the query names, where the reader chose none.
    static let usualColumns = [
        "format", "acquired", "instrument.model", "voltage", "pixel.size", "stain",
    ]
    static let usualLimit = 50

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
    var box: SearchBox
    var faults: [FaultBox] = []
    var hasFaults = false
    var answer: AnswerView?
    var summaries: [SummaryView] = []
    var hasSummaries = false
    var columns: ColumnChoice?
    var facetForm: HiddenFields?
    var copies: [CopyView] = []
    var relaxations: [PageLink] = []
    var hasRelaxations = false
    var views: [PageLink] = []
    var downloads: [PageLink] = []
    /// The query that can be kept as a selection.
    var freezing: String?

    /// The page of an answer.
    ///
    /// - Parameters:
    ///   - usual: The columns where neither the query nor the reader names any.
    ///   - origin: The address of this server, for those who copy.
    /// - Throws: What the engine throws.
    init(
        _ address: SearchAddress, asking engine: SearchEngine, usual: [String],
        timeLimit: Swift.Duration, origin: String
    ) throws {
        let request = try SearchRequest(address.request, timeLimit: timeLimit)
        let query = try? parseQuery(request.text)
        let areColumnsChosen = query?.hasColumns ?? false
        let asked =
            query.map { $0.asksForAssets && !areColumnsChosen } == true
            ? request.text + Self.stage(usual, for: query) : request.text
        let options = SearchOptions(
            limit: Self.usualLimit, after: address.after, timeLimit: timeLimit)
        let found: SearchAnswer
        do {
            found = try engine.answer(asked, options: options)
        } catch var errors as SearchErrors {
            errors.text = request.text
            throw errors
        }
        title = "\(address.query.isEmpty ? "Everything" : address.query) – Reticle"
        box = SearchBox(address)
        let answer = AnswerView(found, at: address, areColumnsChosen: areColumnsChosen)
        self.answer = answer
        summaries = SummaryView.all(of: found, narrowing: address).map { summary in
            var summary = summary
            if address.values("facet").contains(summary.name) {
                summary.removal =
                    address.setting(
                        "facet", address.values("facet").filter { $0 != summary.name }
                    ).link
            }
            return summary
        }
        if found.total > 1, found.query.asksForAssets {
            let known = Set(summaries.map(\.name))
            summaries += try FacetChoice(engine, timeLimit: timeLimit)
                .summaries(of: found.query.filter, narrowing: address)
                .filter { !known.contains($0.name) }
        }
        hasSummaries = !summaries.isEmpty
        facetForm = HiddenFields(address, without: [])
        if found.query.asksForAssets, found.total > 0 {
            let chosen = address.values("select")
            columns = ColumnChoice(
                chosen.isEmpty ? answer.headings.map(\.text) : chosen, areChosen: areColumnsChosen,
                address)
            views = SearchAddress.View.allCases.map { view in
                var link = PageLink(view.title, page: address.showing(view).link)
                link.isCurrent = view == address.view
                return link
            }
        }
        if found.query.asksForAssets, found.total > 0 { freezing = request.text }
        copies = CopyView.all(request.text, canonical: found.query, address, origin: origin)
        downloads = Representation.allCases.map { form in
            PageLink(
                form.rawValue.uppercased(),
                page: "/v1/search.\(form.rawValue)?\(address.request.encoded)")
        }
        if found.total == 0, found.isComplete, let query = try? parseQuery(address.query) {
            relaxations = try Self.relaxations(of: query, engine, timeLimit, address)
            hasRelaxations = !relaxations.isEmpty
        }
    }

    /// The page of a query that has no answer.
    init(_ address: SearchAddress, errors: SearchErrors) {
        title = "\(address.query) – Reticle"
        box = SearchBox(address)
        let isInBox = errors.faults.allSatisfy { $0.range.end <= address.query.utf8.count }
        let text = isInBox ? address.query : errors.text
        faults = errors.faults.map { FaultBox($0, in: text, address) }
        hasFaults = true
    }

    /// The stage that asks for the usual columns behind those that the query names.
    private static func stage(_ usual: [String], for query: Query?) -> String {
        var names = (query?.filter?.keys ?? []).map(\.description)
        for name in usual where !names.contains(name) { names.append(name) }
        return names.isEmpty ? "" : " | select " + names.joined(separator: ", ")
    }

    /// What is found without one of the conditions, where the query finds nothing.
    private static func relaxations(
        of query: Query, _ engine: SearchEngine, _ timeLimit: Swift.Duration,
        _ address: SearchAddress
    ) throws -> [PageLink] {
        guard (2...8).contains(query.conditions.count) else { return [] }
        let options = SearchOptions(limit: 0, timeLimit: timeLimit, countsClauses: false)
        var found: [(link: PageLink, count: Int)] = []
        for (place, condition) in query.conditions.enumerated() {
            var wider = query.without(place)
            wider.stages = []
            let count = try engine.answer(wider.description, options: options).total
            guard count > 0 else { continue }
            var link = PageLink(
                condition.description, page: address.asking(wider.description).link)
            link.count = count.counted("result")
            found.append((link, count))
        }
        return found.sorted { $0.count > $1.count }.map(\.link)
    }
}

extension SearchPage.FaultBox {
    init(_ fault: SearchFault, in text: String, _ address: SearchAddress) {
        let bytes = Array(text.utf8)
        let start = min(max(fault.range.start, 0), bytes.count)
        let end = min(max(fault.range.end, start), bytes.count)
        before = String(decoding: bytes[..<start], as: UTF8.self)
        after = String(decoding: bytes[end...], as: UTF8.self)
        // An empty place, such as the end of the text, is shown by a mark of its own.
        marked = start == end ? "␣" : String(decoding: bytes[start..<end], as: UTF8.self)
        message = fault.message
        let (head, tail) = (before, after)
        suggestions = fault.suggestions.prefix(3).map { suggestion in
            let isWhole = text == address.query
            let better = head + suggestion + tail
            return PageLink(
                suggestion,
                page: isWhole ? address.asking(better).link : SearchAddress(query: better).link)
        }
        for place in suggestions.indices.dropLast() { suggestions[place].comma = true }
        hasSuggestions = !suggestions.isEmpty
    }
}

internal import MetadataModel
internal import QueryLanguage
internal import Search

/// What could not be read, by kind, format and reader.
struct IssuesPage: PageModel {
    static let detailCount = 5

    struct Kind: Sendable {
        var kind: String
        var meaning: String
        var count: String
        var page: String
        var details: [PageLink]
    }

    let title = "Issues – Reticle"
    let isIssues = true
    var total: PageLink
    var all: String
    var kinds: [Kind] = []
    var hasKinds = false
    var summaries: [SummaryView] = []

    init(_ engine: SearchEngine, timeLimit: Swift.Duration) throws {
        let options = SearchOptions(limit: 0, timeLimit: timeLimit, countsClauses: false)
        let answer = try engine.answer(
            "has:issue | facet issue.kind, format, reticle.extractor top 20", options: options)
        total = PageLink(
            answer.total.counted("asset"), page: SearchAddress(query: "has:issue").link)
        all = try engine.answer("| count", options: options).total.grouped
        guard case .facet(let facet)? = answer.stages.first else { return }
        let detail = KeyPattern(names: "issue.detail")
        kinds = try facet.values.map { value in
            let filter = Filter.value(value.text, of: KeyPattern(names: "issue.kind"))
            let query = Query(
                filter: filter, stages: [.facet([FacetKey(detail, top: Self.detailCount)])])
            let details = try engine.answer(query.description, options: options).stages.first
            var links: [PageLink] = []
            if case .facet(let details)? = details {
                links = details.values.map { value in
                    let both = Query(filter: filter).narrowed(to: .value(value.text, of: detail))
                    var link = PageLink(
                        value.text, page: SearchAddress(query: both.description).link)
                    link.count = value.count.grouped
                    return link
                }
            }
            return Kind(
                kind: value.text, meaning: Issue.Kind(rawValue: value.text)?.meaning ?? "",
                count: value.count.grouped, page: SearchAddress(query: filter.description).link,
                details: links)
        }
        hasKinds = !kinds.isEmpty
        summaries = SummaryView.all(of: answer, narrowing: SearchAddress(query: "has:issue"))
            .filter { $0.name != "issue.kind" }
    }
}

extension Issue.Kind {
    /// The kind in words.
    fileprivate var meaning: String {
        switch self {
        case .unreadable: "the system refused to open or read the file"
        case .malformed: "the bytes contradict the format's specification"
        case .truncated: "the file ends before something that it promises"
        case .unsupported: "the file is valid, but its variant is not read"
        case .limitExceeded: "the file asks for more memory, depth or facts than is allowed"
        case .crashed: "the process that read the file died of it"
        case .timedOut: "the file was not read in time"
        case .conflict: "what was written beside the file says something else"
        }
    }
}

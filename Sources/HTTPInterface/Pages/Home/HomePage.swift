internal import QueryLanguage
internal import Search

/// The page before anything was asked: the box, what is in here, and how to ask for it.
struct HomePage: PageModel {
    static let formatCount = 24

    let title = "Reticle"
    let isSearch = true
    var box: SearchBox
    var holdings: String
    var isEmpty: Bool
    var everything: String
    var examples: [PageLink]
    var hasExamples: Bool
    var summaries: [SummaryView]
    var hasSummaries: Bool
    var saved: [PageLink] = []
    var hasSaved = false
    var issues: PageLink?

    init(_ overview: Overview, saved: [SavedQuery]) {
        let all = SearchAddress(URLParameters([("q", ""), ("view", "table")]))
        box = SearchBox(SearchAddress(query: ""), isFocused: true)
        isEmpty = overview.total == 0
        holdings =
            isEmpty
            ? "The index is empty: run reticle harvest over a folder of images."
            : "\(overview.total.counted("asset")) can be asked, by word, by value and by unit."
        everything = all.link
        examples = overview.examples
        hasExamples = !examples.isEmpty
        summaries = overview.summaries
        hasSummaries = !summaries.isEmpty
        self.saved = saved.map { query in
            PageLink(query.title, page: "/queries/" + URLParameters.encoded(query.name))
        }
        hasSaved = !self.saved.isEmpty
        if overview.issueCount > 0 {
            issues = PageLink(
                "\(overview.issueCount.counted("asset"))", page: "/issues")
        }
    }
}

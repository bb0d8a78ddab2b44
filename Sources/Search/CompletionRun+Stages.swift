internal import QueryLanguage

extension CompletionRun {
    private static let stageMeanings: [(name: String, note: String)] = [
        ("select", "show these keys of every hit"), ("sort", "put in order"),
        ("facet", "count the values of a key"), ("stats", "minimum, mean, median, maximum"),
        ("count", "how many, by the values of a key"), ("distinct", "the values of a key"),
        ("group", "some hits for each value"), ("limit", "hits at most"),
        ("sample", "hits by chance"), ("explain", "say how the answer came about"),
        ("after", "go on behind a page"), ("as_of", "as the index was then"),
    ]

    func stages() -> [Candidate] {
        Self.stageMeanings.filter { $0.name.hasPrefix(place.typed) }.map {
            Candidate(
                text: $0.name, kind: .stage, note: $0.note, replaced: place.replaced, count: .all)
        }
    }
}

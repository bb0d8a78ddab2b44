internal import QueryLanguage

extension Filter {
    /// The comparisons of a filter in the order of the text.
    var clauses: [Clause] {
        switch self {
        case .clause(let clause): [clause]
        case .and(let parts), .or(let parts): parts.flatMap(\.clauses)
        case .not(let part), .element(_, let part): part.clauses
        case .text, .has, .missing, .quantified, .relation: []
        }
    }

    /// Whether it asks for words in any value.
    var hasWords: Bool {
        switch self {
        case .text: true
        case .and(let parts), .or(let parts): parts.contains { $0.hasWords }
        case .not(let part): part.hasWords
        case .clause, .element, .has, .missing, .quantified, .relation: false
        }
    }
}

internal import MetadataModel
internal import QueryLanguage
internal import Search

/// An answer as the search page prints it.
struct AnswerView: Sendable {
    struct Chip: Sendable {
        var text: String
        var link: String
        var count: String?
        var unknown: String?
        /// The page without this condition.
        var removal: String?
    }

    /// What one key of the query stands for.
    struct Meaning: Sendable {
        var written: String
        var origin: String
        var keys: [String]
        var more: String?
    }

    struct Heading: Sendable {
        var text: String
        var link: String
        /// As `aria-sort` says it; absent for a column that nothing is sorted by.
        var order: String?
        var arrow: String
        var isNumber: Bool
    }

    var total: String
    var elapsed: String
    var isPartial: Bool
    var warnings: [Warning]
    var chips: [Chip]
    var hasChips: Bool
    var meanings: [Meaning]
    var hasMeanings: Bool
    var explanation: [String]
    var hasExplanation: Bool
    var headings: [Heading]
    /// Where a click on the first heading leads.
    var nameHeading: Heading
    var hits: [HitView]
    var hasHits: Bool
    var hasPictures: Bool
    var isGrid: Bool
    var first: String?
    var next: String?
    var hasPages: Bool
    /// Whether an asset would be a hit: not where the query asks for counts.
    var isEmpty: Bool

    struct Warning: Sendable {
        var message: String
        var suggestions: [PageLink]
        var hasSuggestions: Bool
    }

    /// - Parameter areColumnsChosen: Whether the reader or the query named the columns.
    init(_ answer: SearchAnswer, at address: SearchAddress, areColumnsChosen: Bool) {
        total = answer.total.counted("result")
        elapsed = "in \(Self.milliseconds(answer.elapsedMicroseconds)) ms"
        isPartial = !answer.isComplete
        warnings = answer.warnings.map { Warning($0, in: answer.text, at: address) }
        chips = Chip.all(of: answer, at: address)
        hasChips = !chips.isEmpty
        let written = Set(answer.query.filter?.keys.map(\.description) ?? [])
        meanings = answer.resolved.filter { written.contains($0.written) && $0.origin != .nothing }
            .map(Meaning.init)
        hasMeanings = !meanings.isEmpty
        explanation = answer.explanation.map(Self.lines) ?? []
        hasExplanation = !explanation.isEmpty
        let columns = AnswerColumns(answer, areChosen: areColumnsChosen)
        hits = answer.hits.map { HitView($0, columns) }
        hasHits = !hits.isEmpty
        isEmpty = hits.isEmpty && answer.query.asksForAssets
        hasPictures = hits.contains(where: \.hasPicture)
        isGrid = address.view == .grid
        headings = columns.shown.map { Heading($0, isNumber: columns.isNumber($0), address) }
        nameHeading = Heading("name", isNumber: false, address)
        first = address.after == nil ? nil : address.after(nil).link
        next = answer.next.map { address.after($0).link }
        hasPages = first != nil || next != nil
    }

    private static func lines(_ explanation: Explanation) -> [String] {
        explanation.conversions.map { "\($0.clause): \($0.meaning)" } + [
            "order: \(explanation.order)",
            "parsed in \(explanation.parsingMicroseconds) µs, resolved in "
                + "\(explanation.resolvingMicroseconds) µs, searched in "
                + "\(explanation.searchingMicroseconds) µs",
        ]
    }

    private static func milliseconds(_ microseconds: Int64) -> String {
        let tenths = (microseconds + 50) / 100
        return tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : "\(tenths / 10)"
    }
}

extension AnswerView.Warning {
    /// - Parameter text: The query, in which a suggestion takes the place of the name.
    init(_ warning: SearchWarning, in text: String, at address: SearchAddress) {
        message = warning.message
        let name = warning.message.split(separator: "`").dropFirst().first.map(String.init) ?? ""
        suggestions = warning.suggestions.prefix(3).map { suggestion in
            let isInQuery = !name.isEmpty && address.query.contains(name)
            let query = address.query.replacing(name, with: suggestion, maxReplacements: 1)
            return PageLink(suggestion, page: isInQuery ? address.asking(query).link : nil)
        }
        for place in suggestions.indices.dropLast() { suggestions[place].comma = true }
        hasSuggestions = !suggestions.isEmpty
    }
}

extension AnswerView.Chip {
    /// Every condition with what it finds alone, and the parts of those that have parts.
    static func all(of answer: SearchAnswer, at address: SearchAddress) -> [Self] {
        guard let query = try? parseQuery(address.query) else { return [] }
        let conditions = query.conditions
        guard answer.clauses.count > 1 || conditions.count > 1 || address.stages.isEmpty == false
        else { return [] }
        var counts = Dictionary(
            answer.clauses.map { ($0.text, $0) }, uniquingKeysWith: { first, _ in first })
        var chips: [Self] = conditions.enumerated().map { place, condition in
            let text = condition.description
            let clause = counts.removeValue(forKey: text)
            return Self(
                text: text, link: address.asking(text).link, count: clause?.matching.grouped,
                unknown: clause.flatMap { $0.unknown == 0 ? nil : $0.unknown.grouped },
                removal: conditions.count > 1
                    ? address.asking(query.without(place).description).link : nil)
        }
        for clause in answer.clauses where counts[clause.text] != nil {
            chips.append(
                Self(
                    text: clause.text, link: address.asking(clause.text).link,
                    count: clause.matching.grouped,
                    unknown: clause.unknown == 0 ? nil : clause.unknown.grouped))
        }
        for name in ["sort", "facet", "stats", "count", "distinct", "group", "sample", "as_of"] {
            let values = address.values(name)
            guard !values.isEmpty else { continue }
            chips.append(
                Self(
                    text: "\(name) \(values.joined(separator: ", "))", link: address.link,
                    removal: address.setting(name, []).link))
        }
        return chips
    }
}

extension AnswerView.Meaning {
    /// Keys that are listed.
    static let keyLimit = 12

    init(_ resolved: ResolvedKey) {
        written = resolved.written
        origin =
            switch resolved.origin {
            case .key: "is a key of the index"
            case .field: "is a field that every file has"
            case .concept: "is a concept that stands for"
            case .ending: "is the end of"
            case .pattern: "is a pattern that fits"
            case .structure: "is a structure of"
            case .nothing: "is unknown"
            }
        keys = resolved.keys.prefix(Self.keyLimit).map(\.description)
        let hidden = resolved.keys.count - Self.keyLimit
        more = hidden > 0 ? "and \(hidden.counted("key")) more" : nil
    }
}

extension AnswerView.Heading {
    init(_ column: String, isNumber: Bool, _ address: SearchAddress) {
        text = column
        self.isNumber = isNumber
        let key = column.split(separator: " in ").first.map(String.init) ?? column
        let current = address.values("sort").first
        let isAscending = current == key || current == "\(key) asc"
        let isDescending = current == "-\(key)" || current == "\(key) desc"
        order = isAscending ? "ascending" : isDescending ? "descending" : nil
        arrow = isAscending ? "▲" : isDescending ? "▼" : ""
        link = address.setting("sort", [isAscending ? "-\(key)" : key]).link
    }
}

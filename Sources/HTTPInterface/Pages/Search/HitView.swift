internal import QueryLanguage
internal import Search

/// The columns of the table of hits.
struct AnswerColumns: Sendable {
    /// Names that the first column shows already.
    private static let shownByName: Set<String> = ["path", "name", "id"]

    /// The names of the columns in their order.
    let shown: [String]
    private let numbers: Set<String>

    /// Columns that the query or the reader chose are all shown; else those that any hit fills.
    init(_ answer: SearchAnswer, areChosen: Bool) {
        var filled: Set<String> = []
        var texts: Set<String> = []
        for hit in answer.hits {
            for fact in hit.facts where !fact.values.isEmpty {
                filled.insert(fact.name)
                let isNumber = fact.values.allSatisfy {
                    if case .number = $0.value { true } else { false }
                }
                if !isNumber || fact.values.count > 1 { texts.insert(fact.name) }
            }
        }
        var names: [String] = []
        for name in answer.columns.isEmpty
            ? answer.hits.flatMap({ $0.facts.map(\.name) }) : answer.columns
        where !names.contains(name) {
            names.append(name)
        }
        shown =
            areChosen
            ? names : names.filter { filled.contains($0) && !Self.shownByName.contains($0) }
        numbers = filled.subtracting(texts)
    }

    func isNumber(_ name: String) -> Bool { numbers.contains(name) }
}

/// One asset found, as a row or a card.
struct HitView: Sendable {
    /// Values of one fact that are shown.
    static let valueLimit = 3
    /// Values that are compared, to show each once.
    static let triedValueCount = 20
    /// Facts on a card.
    static let cardFactLimit = 4

    struct Cell: Sendable {
        var key: String
        var text: String
        /// How many values are not shown.
        var more: String?
        var isNumber: Bool
        /// The values as the files write them, where they are shown shorter.
        var asWritten: String?
    }

    var name: String
    var folder: String
    var link: String
    var picture: String
    var hasPicture: Bool
    var cells: [Cell]
    /// The first cells that say something.
    var cardFacts: [Cell]

    init(_ hit: SearchHit, _ columns: AnswerColumns) {
        let slash = hit.path.lastIndex(of: "/")
        name = slash.map { String(hit.path[hit.path.index(after: $0)...]) } ?? hit.path
        if name.isEmpty { name = hit.path }
        folder = slash.map { String(hit.path[..<$0]) } ?? ""
        link = "/assets/\(hit.identity)"
        picture = Thumbnail.link(of: hit.identity)
        hasPicture = hit.path.hasPrefix("/")
        let facts = Dictionary(
            hit.facts.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        cells = columns.shown.map { Cell($0, facts[$0], isNumber: columns.isNumber($0)) }
        cardFacts = Array(cells.lazy.filter { !$0.text.isEmpty }.prefix(Self.cardFactLimit))
    }
}

extension HitView.Cell {
    /// A value as a table shows it: numbers with five digits, times without their `T`.
    static func readable(_ text: String) -> String {
        let bytes = Array(text.utf8)
        if bytes.count >= 16, bytes[4] == UInt8(ascii: "-"), bytes[10] == UInt8(ascii: "T"),
            bytes[13] == UInt8(ascii: ":")
        {
            return text.prefix(10) + " " + text.dropFirst(11).prefix(5)
        }
        let sides = text.split(separator: " ", maxSplits: 1)
        guard bytes.count > 7, let first = sides.first, first.utf8.count > 6,
            first.contains("."), let number = Double(first), number.isFinite
        else { return text }
        return ([number.brief] + sides.dropFirst().map(String.init)).joined(separator: " ")
    }

    init(_ name: String, _ named: NamedValues?, isNumber: Bool) {
        key = name
        self.isNumber = isNumber
        let limit = HitView.valueLimit
        var distinct: [String] = []
        for value in named?.values ?? [] where !distinct.contains(value.text) {
            distinct.append(value.text)
            if distinct.count > HitView.triedValueCount { break }
        }
        text = distinct.prefix(limit).map(Self.readable).joined(separator: "; ")
        let hidden = distinct.count - limit
        more = hidden > 0 ? "and more" : nil
        let whole = distinct.prefix(limit).joined(separator: "; ")
        asWritten = whole == text ? nil : whole
    }
}

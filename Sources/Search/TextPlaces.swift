internal import QueryLanguage

/// Finds where the parts of a query stand in its text.
struct TextPlaces {
    private let bytes: [UInt8]
    /// In the order of the text, which is that of the tree.
    private let parts: [ParsedQuery.Part]
    private var next = 0
    /// Where what is looked at stands.
    private(set) var current: SourceRange

    init(_ text: String, _ parts: [ParsedQuery.Part]) {
        bytes = Array(text.utf8)
        self.parts = parts
        current = SourceRange(0, bytes.count)
    }

    /// Goes on to a condition; conditions are visited in the order of the text.
    mutating func enter(_ filter: Filter) {
        guard let place = parts[next...].firstIndex(where: { $0.filter == filter }) else { return }
        current = parts[place].range
        next = place + 1
    }

    /// Goes on to the stages.
    mutating func enterStages() {
        let end = parts.lazy.map(\.range.end).max() ?? 0
        current = SourceRange(end, bytes.count)
        next = parts.count
    }

    /// The place of the first of the texts that occurs in what is looked at, or else all of it.
    func place(of texts: String...) -> SourceRange {
        for text in texts {
            let wanted = Array(text.utf8)
            let last = current.end - wanted.count
            guard !wanted.isEmpty, current.start <= last else { continue }
            for start in current.start...last
            where bytes[start..<start + wanted.count].elementsEqual(wanted) {
                return SourceRange(start, start + wanted.count)
            }
        }
        return current
    }
}

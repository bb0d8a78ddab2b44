internal import MetadataModel

/// Decides whether a fact passes a test, from the fact alone.
indirect enum FactMatcher {
    case always
    case text(String, isCaseSensitive: Bool)
    case words(WordPattern)
    case glob(GlobPattern)
    case number(Bounds)
    case quantity(Bounds, Dimension)
    case date(TimeBounds)
    case truth(Bool)
    case anyOf([FactMatcher])

    init(_ test: ValueTest) {
        switch test {
        case .present: self = .always
        case .text(let text, let isCaseSensitive):
            self = .text(
                isCaseSensitive ? text : StoredText.folded(text), isCaseSensitive: isCaseSensitive)
        case .words(let words): self = .words(WordPattern(words))
        case .glob(let pattern): self = .glob(GlobPattern(pattern))
        case .similar(let text, let maximumEdits):
            self = .words(WordPattern(text, maximumEdits: maximumEdits))
        case .number(let bounds): self = .number(bounds)
        case .quantity(let bounds, let dimension): self = .quantity(bounds, dimension)
        case .date(let bounds): self = .date(bounds)
        case .truth(let truth): self = .truth(truth)
        case .anyOf(let tests): self = .anyOf(tests.map(FactMatcher.init))
        }
    }

    func matches(_ fact: Fact) -> Bool {
        switch self {
        case .always: true
        case .text(let text, let isCaseSensitive):
            [fact.value, fact.label].contains { written in
                guard let written else { return false }
                return isCaseSensitive ? written == text : StoredText.folded(written) == text
            }
        case .words(let pattern): pattern.matches(fact)
        case .glob(let pattern):
            pattern.matches(fact.value) || (fact.label.map { pattern.matches($0) } ?? false)
        case .number(let bounds):
            fact.numbers.contains { bounds.contains($0.number.double) }
        case .quantity(let bounds, let dimension):
            fact.dimension == dimension
                && fact.numbers.contains { $0.si.map(bounds.contains) ?? false }
        case .date(let bounds): fact.date.map { bounds.hold($0) } ?? false
        case .truth(let truth): fact.truth == truth
        case .anyOf(let matchers): matchers.contains { $0.matches(fact) }
        }
    }
}

extension TimeBounds {
    func hold(_ span: TimeSpan) -> Bool { hold(from: span.start, to: span.end) }

    func hold(from begin: Int64, to finish: Int64) -> Bool {
        guard start < end, begin < end else { return false }
        return begin >= start || (relation == .overlaps && finish > start)
    }
}

/// Decides whether facts pass a test with its quantifier.
struct FactTestMatcher {
    private let keys: Set<UInt32>
    private let element: [ElementStep]
    private let quantifier: FactTest.Quantifier
    private let matcher: FactMatcher

    init(_ test: FactTest) {
        keys = Set(test.keys.map { UInt32(clamping: $0.raw) })
        element = test.element
        quantifier = test.quantifier
        matcher = FactMatcher(test.value)
    }

    func holds(_ facts: [StoredFact]) -> Bool {
        let own = facts.filter { keys.contains($0.key) && isInElement($0.fact) }
        guard !own.isEmpty else { return false }
        switch quantifier {
        case .any: return own.contains { matcher.matches($0.fact) }
        case .all: return own.allSatisfy { matcher.matches($0.fact) }
        case .none: return !own.contains { matcher.matches($0.fact) }
        case .count(let range): return range.contains(own.count)
        }
    }

    /// A segment without a step is the first of its kind.
    private func isInElement(_ fact: Fact) -> Bool {
        element.allSatisfy { fact.element.index(ofSegment: $0.segment) == $0.index }
    }
}

extension ElementPath {
    /// Which one of what a segment names; 0 where the path has no step for it.
    func index(ofSegment segment: UInt16) -> UInt32 {
        steps.first { $0.segment == segment }?.index ?? 0
    }
}

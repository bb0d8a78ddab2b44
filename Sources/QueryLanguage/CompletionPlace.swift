/// What may be written at a place of a query that is still being typed.
public struct CompletionPlace: Hashable, Sendable {
    public enum Expected: Hashable, Sendable {
        /// A new condition: a key, or a word of text.
        case condition
        /// A key alone, as behind `has:` and `sort`.
        case key
        /// An operator behind a key.
        case comparison(KeyPattern)
        case value(KeyPattern, Comparison)
        /// A unit that numbers of the key can be expressed in.
        case unit(KeyPattern)
        /// The width of a facet's bins.
        case bin(KeyPattern)
        /// The name of a stage.
        case stage
        /// One of a few words, such as `asc`.
        case word([String])
        /// A free text or a number: nothing can be proposed.
        case nothing
    }

    public var expected: Expected
    /// What stands between the beginning of ``replaced`` and the cursor.
    public var typed: String
    /// What a proposal stands in for, in UTF-8 bytes.
    public var replaced: SourceRange
    /// The keys of the braces around the place, outermost first.
    public var structures: [KeyPattern]
    /// The rest of the query, in which one condition stands for what is being typed.
    public var frame: Frame

    /// The filter of a query with a gap where something is being typed.
    public struct Frame: Hashable, Sendable {
        /// The filter without what is typed; `nil` where nothing else stands there.
        public var rest: Filter?
        /// Whether the rest and what goes into the gap need only both be true.
        public var isConjunction: Bool
        fileprivate var whole: Filter?

        /// The filter with a condition in the gap.
        public func filled(with condition: Filter) -> Filter {
            whole?.replacing(Frame.gap, with: condition) ?? condition
        }

        fileprivate static let gapWord = "\u{F8FF}gap\u{F8FF}"
        fileprivate static let gap = Filter.text(.word(gapWord))

        /// - Parameter term: What the gap takes the place of; absent where the cursor stands
        ///   outside of the filter.
        init(_ text: String, gapAt term: SourceRange?) {
            guard let term else {
                rest = QueryParser.parse(text).query.filter
                isConjunction = true
                return
            }
            let bytes = Array(text.utf8)
            let before = String(decoding: bytes[..<term.start], as: UTF8.self)
            let after = String(decoding: bytes[term.end...], as: UTF8.self)
            whole = QueryParser.parse("\(before)\(Frame.gapWord) \(after)").query.filter
            switch whole {
            case Frame.gap: isConjunction = true
            case .and(let parts) where parts.contains(Frame.gap):
                let others = parts.filter { $0 != Frame.gap }
                rest = others.count > 1 ? .and(others) : others.first
                isConjunction = true
            default: isConjunction = false
            }
        }
    }
}

extension Filter {
    fileprivate func replacing(_ gap: Filter, with condition: Filter) -> Filter {
        switch self {
        case gap: condition
        case .and(let parts): .and(parts.map { $0.replacing(gap, with: condition) })
        case .or(let parts): .or(parts.map { $0.replacing(gap, with: condition) })
        case .not(let part): .not(part.replacing(gap, with: condition))
        case .element(let key, let inner): .element(key, inner.replacing(gap, with: condition))
        case .text, .clause, .has, .missing, .quantified, .relation: self
        }
    }
}

extension KeyPattern {
    /// A key as it is typed: `voltage`, `a.*.b`, `` `Gene Symbol` ``; `nil` for any other text.
    public init?(typed text: String) {
        var parser = QueryParser(text)
        guard case .key(let key) = parser.key(), parser.cursor.isAtEnd else { return nil }
        self = key
    }
}

extension Scalar {
    /// A text as the value of a clause: bare where it reads as itself, else in quotes.
    public init(text: String) {
        self = .string(text)
        let parsed = QueryParser.parse("x:" + text)
        guard parsed.errors.isEmpty, parsed.query.stages.isEmpty,
            case .clause(let clause)? = parsed.query.filter,
            case .scalar(let scalar) = clause.value
        else { return }
        switch scalar {
        case .word(text): self = scalar
        case .quantity(let quantity) where quantity.unit == nil && quantity.number == text:
            self = scalar
        case .word, .quantity, .date, .string, .glob, .truth: break
        }
    }
}

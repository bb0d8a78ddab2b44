internal import MetadataModel
internal import QueryLanguage

extension KeyPattern {
    /// The pattern of a printed key in which `*`, `?` and `**` are wild, and `[3]` behind a name
    /// asks for an element; `nil` for an empty text.
    init?(text: String) {
        guard !text.isEmpty else { return nil }
        self.init(
            segments: FactKey(printed: text).segments.map { segment in
                if segment == "**" { return Segment(.anyDepth) }
                let isWild = segment.utf8.contains {
                    $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?")
                }
                let (name, index) = Self.indexed(segment, in: text)
                return Segment(isWild ? .glob(name) : .plain(name), index: index)
            })
    }

    /// A segment's name and its index. A bracket within backticks belongs to the name.
    private static func indexed(
        _ segment: String, in text: String
    ) -> (name: String, index: Segment.Index?) {
        guard segment.hasSuffix("]"), let bracket = segment.lastIndex(of: "["),
            bracket > segment.startIndex, !text.contains("`" + segment + "`"),
            let index = Int(segment[segment.index(after: bracket)...].dropLast()), index >= 0
        else { return (segment, nil) }
        return (String(segment[..<bracket]), .number(index))
    }

    /// Whether a segment is a pattern.
    var isWild: Bool {
        segments.contains { segment in
            if case .plain = segment.name { false } else { true }
        }
    }

    /// The name of a plain segment.
    func plainName(at place: Int) -> String? {
        guard case .plain(let name) = segments[place].name else { return nil }
        return name
    }

    /// The folded spelling without indices, as folded keys are spelled.
    var folded: String {
        segments.map { segment in
            switch segment.name {
            case .plain(let name), .glob(let name): FactKey.folded(name)
            case .anyDepth: "**"
            }
        }.joined(separator: ".")
    }

    /// The steps that the pattern's indices ask for, in a key whose segments fit at `places`.
    func steps(at places: [Int]) -> [ElementStep] {
        zip(segments, places).compactMap { segment, place in
            guard case .number(let index) = segment.index else { return nil }
            return ElementStep(segment: place, index: index)
        }
    }
}

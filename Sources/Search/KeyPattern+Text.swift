internal import MetadataModel
internal import QueryLanguage

extension KeyPattern {
    /// The pattern of a printed key in which `*`, `?` and `**` are wild; `nil` for an empty text.
    init?(text: String) {
        guard !text.isEmpty else { return nil }
        self.init(
            segments: FactKey(printed: text).segments.map { segment in
                if segment == "**" { return Segment(.anyDepth) }
                let isWild = segment.utf8.contains {
                    $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?")
                }
                return Segment(isWild ? .glob(segment) : .plain(segment))
            })
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

internal import MetadataModel

/// What the main file of a data set states.
///
/// A part of the same format keeps only what the main file does not state: of a thousand slices
/// each says a thousand times the same.
struct StatedFacts {
    /// Facts that are remembered; of a file with more, parts keep everything.
    private static let maximumCount = 200_000

    private struct Statement: Hashable {
        var key: FactKey
        var element: ElementPath
        var value: String
        var unit: String?

        init(_ fact: Fact) {
            key = fact.key
            element = fact.element
            value = fact.value
            unit = fact.unit
        }
    }

    private var statements: Set<Statement> = []
    private var isFull = false
    /// The format of the main file.
    private var type: String?

    /// Takes facts of the main file.
    mutating func remember(_ facts: [Fact]) {
        type = type ?? Self.type(of: facts)
        isFull = isFull || statements.count + facts.count > Self.maximumCount
        if isFull {
            statements = []
        } else {
            statements.formUnion(facts.lazy.map(Statement.init))
        }
    }

    /// The facts of a part that are to be kept.
    ///
    /// - Parameter type: The part's format; taken from the facts where it is absent.
    func new(_ facts: [Fact], type: String? = nil) -> [Fact] {
        guard !isFull, let type = type ?? Self.type(of: facts), type == self.type else {
            return facts
        }
        return facts.filter { $0.key.isReserved || !statements.contains(Statement($0)) }
    }

    static func type(of facts: [Fact]) -> String? {
        facts.first { $0.key == "file.type" }?.value
    }
}

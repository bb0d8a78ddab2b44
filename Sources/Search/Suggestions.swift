internal import MetadataModel
internal import MetadataStore

/// Finds the names nearest to one that nobody knows.
struct Suggestions {
    private let names: [(folded: [UInt8], segments: [[UInt8]], name: String)]

    /// - Parameter names: What may be suggested, in the order of preference.
    init(among names: [String]) {
        self.names = names.map { name in
            let folded = FactKey.folded(name)
            return (
                Array(folded.utf8), folded.utf8.split(separator: UInt8(ascii: ".")).map(Array.init),
                name
            )
        }
    }

    /// Concepts, fields and keys of an index.
    init(_ dictionary: KeyDictionary, _ vocabulary: Vocabulary) {
        self.init(
            among: vocabulary.concepts.map(\.name) + BuiltinField.allCases.map(\.rawValue)
                + dictionary.entries.map(\.key.description))
    }

    /// The nearest names, at most `count`: those that hold the text, and those at most a third of
    /// its length of edits away, as a whole or in one segment.
    func nearest(to text: String, count: Int = 3) -> [String] {
        let wanted = Array(FactKey.folded(text).utf8)
        guard !wanted.isEmpty else { return [] }
        let limit = max(1, wanted.count / 3)
        var found: [(distance: Int, name: String)] = []
        for candidate in names {
            var distance = EditDistance.between(wanted, candidate.folded, atMost: limit)
            // The last segment is what people call a key by; another may name a structure.
            for (place, segment) in candidate.segments.reversed().enumerated()
            where candidate.segments.count > 1 {
                let handicap = place == 0 ? 0 : 1
                let least = min(limit, (distance ?? limit + 1) - 1 - handicap)
                if let shorter = EditDistance.between(wanted, segment, atMost: least) {
                    distance = shorter + handicap
                }
            }
            if distance == nil, wanted.count >= 4,
                Glob.matches([0x2A] + wanted + [0x2A], candidate.folded)
            {
                distance = limit
            }
            if let distance { found.append((distance, candidate.name)) }
        }
        return found.sorted { $0.distance < $1.distance }.prefix(count).map(\.name)
    }
}

/// How many bytes must be inserted, left out, changed or swapped with their neighbour.
enum EditDistance {
    /// - Returns: `nil` where more than `limit` edits are needed.
    static func between(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int? {
        guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for column in right.indices {
                let change = last[column] + (left[row] == right[column] ? 0 : 1)
                var least = min(change, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1],
                    left[row - 1] == right[column]
                {
                    least = min(least, beforeLast[column - 1] + 1)
                }
                current.append(least)
            }
            if let least = current.min(), least > limit { return nil }
            beforeLast = last
            last = current
        }
        return last[right.count] <= limit ? last[right.count] : nil
    }
}

/// Words of the language that mean something other than themselves.
enum ReservedWord {
    static let and: Set = ["AND", "and"]
    static let or: Set = ["OR", "or"]
    static let not: Set = ["NOT", "not"]
    static let connectives = and.union(or).union(not)

    /// Words that stand before a `:` and are no keys there.
    enum Prefix: String, CaseIterable {
        case has, missing, sel
    }

    /// Words that begin a function or a relation where a bracket follows.
    static let functions: Set<String> = Set(
        Quantifier.allCases.map(\.rawValue) + Relation.Direction.allCases.map(\.rawValue)
            + Relation.Maker.allCases.map(\.rawValue) + ["same"])

    /// Names that need backticks where they are a whole key.
    static let keys = connectives.union(functions).union(Prefix.allCases.map(\.rawValue))
}

/// Finds what was meant by a misspelt word.
enum Spelling {
    /// The words at most two edits away from a text, or one where it is short; nearest first.
    static func nearest(to text: String, among words: [String]) -> [String] {
        let wanted = Array(text.lowercased().unicodeScalars)
        guard (2...40).contains(wanted.count) else { return [] }
        let most = wanted.count < 4 ? 1 : 2
        return words.compactMap { word -> (distance: Int, word: String)? in
            let distance = distance(wanted, Array(word.unicodeScalars))
            return distance <= most ? (distance, word) : nil
        }
        .sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }
        .map(\.word)
    }

    /// The least number of letters added, dropped, changed or swapped with a neighbour.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let isSame = left[row] == right[column]
                var least = min(
                    last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1],
                    left[row - 1] == right[column]
                {
                    least = min(least, beforeLast[column - 1] + 1)
                }
                current.append(least)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}

internal import QueryLanguage

/// Reads what people type in the manner of other languages, and says it in this one.
///
/// | Typed                                    | Is here                         |
/// |:-----------------------------------------|:--------------------------------|
/// | `a && b \|\| !c`, `a; b`, `+a +b`        | `a b OR -c`, `a b`              |
/// | `select p from t where k = 'v' limit 5`  | `k="v" \| select p \| limit 5`  |
/// | `k like '%v%'`, `k in (a, b)`            | `k:*v*`, `k:(a OR b)`           |
/// | `k is null`, `exists(k)`                 | `missing:k`, `has:k`            |
/// | `k between 5 and 10 kV`, `k:[5 TO 10]`   | `k:5kV..10kV`, `k:5..10`        |
/// | `k at least 5 kV`, `5kV < k < 20kV`      | `k>=5kV`, `k>5kV k<20kV`        |
/// | `k>5 kV`, `k>0,5V`, `k>5,000V`           | `k>5kV`, `k>0.5V`, `k>5000V`    |
/// | `k:28.02.2026`, `k:3 Feb 2026`           | `k:2026-02-28`, `k:2026-02-03`  |
/// | `{"k": {"$gt": 5}}`, `…/search?q=k:v`    | `k>5`, `k:v`                    |
/// | `a sort by k descending`, `a \| top 5`   | `a \| sort k desc`, `a \| limit 5` |
///
/// It goes by the text alone and knows no key: whether what comes of it finds anything is for its
/// caller to see.
struct Rephrasing {
    /// Whether `2/3/2026` is the second of March.
    var hasDayFirst: Bool

    /// The texts that may have been meant, none of which is the one typed; the likeliest first.
    static func readings(of text: String) -> [String] {
        guard text.utf8.count <= maximumLength else { return [] }
        var readings: [String] = []
        for hasDayFirst in [true, false] {
            let reading = Rephrasing(hasDayFirst: hasDayFirst).reading(of: text)
            if let reading, !readings.contains(reading) { readings.append(reading) }
        }
        return readings
    }

    private static let maximumLength = 4096

    /// - Returns: `nil` where nothing is said in another way.
    private func reading(of text: String) -> String? {
        let unwrapped = Self.unwrapped(text)
        var tokens = PhraseReading.tokens(of: unwrapped ?? text)
        let before = tokens
        tokens = Self.withoutJSON(tokens)
        let parts = splitIntoStages(tokens)
        var filter = rewrittenFilter(parts.filter)
        var stages: [[PhraseToken]] = []
        for stage in parts.stages {
            switch rewrittenStage(stage) {
            case .stage(let tokens): stages.append(tokens)
            case .condition(let tokens): filter = Self.joined(filter, rewrittenFilter(tokens))
            }
        }
        let result = stages.reduce(filter) {
            $0 + [PhraseToken(.mark, "|")] + $1
        }
        guard unwrapped != nil || result.spelling != before.spelling || Self.hadQuotes(text)
        else { return nil }
        return result.spelling
    }

    /// Whether a text has quotes that this language does not know.
    static func hadQuotes(_ text: String) -> Bool {
        PhraseReading.tokens(of: text).contains { $0.hasForeignQuotes }
    }

    /// Two filters that both must hold.
    private static func joined(
        _ left: [PhraseToken], _ right: [PhraseToken]
    ) -> [PhraseToken] {
        func bracketed(_ tokens: [PhraseToken]) -> [PhraseToken] {
            guard tokens.contains(where: { $0.isWord("or") }) else { return tokens }
            return [PhraseToken(.mark, "(")] + tokens + [PhraseToken(.mark, ")")]
        }
        return left.isEmpty ? right : bracketed(left) + bracketed(right)
    }

    private func rewrittenFilter(_ tokens: [PhraseToken]) -> [PhraseToken] {
        var tokens = tokens
        let passes: [(ArraySlice<PhraseToken>, PhraseToken?) -> Replacement?] = [
            connective, sign, brackets, presence, list, comparisonInWords, value, number, range,
            turnedComparison,
        ]
        for pass in passes { tokens = Self.replaced(tokens, by: pass) }
        return tokens
    }

    /// Tokens that stand for the first few of some others.
    struct Replacement {
        var taken: Int
        var put: [PhraseToken]

        init(_ taken: Int, _ put: PhraseToken...) {
            self.taken = taken
            self.put = put
        }

        init(_ taken: Int, _ put: [PhraseToken]) {
            self.taken = taken
            self.put = put
        }
    }

    /// - Parameter rule: Is given the tokens from a place on, and the one before.
    private static func replaced(
        _ tokens: [PhraseToken],
        by rule: (ArraySlice<PhraseToken>, PhraseToken?) -> Replacement?
    ) -> [PhraseToken] {
        var result: [PhraseToken] = []
        var place = 0
        while place < tokens.count {
            let rest = tokens[place...]
            if let replacement = rule(rest, result.last) {
                var put = replacement.put
                // White space stays where it stood.
                if !put.isEmpty { put[0].isSpaced = tokens[place].isSpaced }
                result += put
                place += replacement.taken
            } else {
                result.append(tokens[place])
                place += 1
            }
        }
        return result
    }
}

extension ArraySlice<PhraseToken> {
    /// The token so many places on.
    func at(_ ahead: Int) -> PhraseToken? {
        startIndex + ahead < endIndex ? self[startIndex + ahead] : nil
    }
}

extension Rephrasing {
    /// What becomes of what stands behind a `|`.
    enum StageReading {
        case stage([PhraseToken])
        /// It is a condition and belongs to the filter.
        case condition([PhraseToken])
    }

    private static let names: Set = [
        "sort", "facet", "stats", "count", "select", "distinct", "limit", "after", "sample",
        "group", "explain", "as_of",
    ]
    private static let meanings = [
        "order": "sort", "orderby": "sort", "sortby": "sort", "top": "limit", "head": "limit",
        "first": "limit", "take": "limit", "show": "select", "columns": "select",
        "fields": "select", "histogram": "facet", "unique": "distinct", "statistics": "stats",
        "groupby": "group", "random": "sample", "describe": "stats",
    ]

    /// The filter, and what stands behind each `|` or begins with a stage's name as SQL has it.
    func splitIntoStages(
        _ tokens: [PhraseToken]
    ) -> (filter: [PhraseToken], stages: [[PhraseToken]]) {
        var (tokens, stages) = Self.withoutSelect(tokens)
        var parts: [[PhraseToken]] = [[]]
        var depth = 0
        for (place, token) in tokens.enumerated() {
            if token.kind == .mark { depth += "([{".contains(token.text) ? 1 : 0 }
            if token.kind == .mark { depth -= ")]}".contains(token.text) ? 1 : 0 }
            if token.isMark("|") {
                parts.append([])
                continue
            }
            let isInStage = parts.count > 1
            let next = place + 1 < tokens.count ? tokens[place + 1] : nil
            let previous = parts[parts.count - 1].last
            if depth == 0, let previous, previous.kind != .sign, !previous.isMark(","),
                Self.beginsStage(token, next, isInStage: isInStage)
            {
                parts.append([])
            }
            parts[parts.count - 1].append(token)
        }
        tokens = parts[0]
        if tokens.first?.isWord("where", "filter") ?? false, tokens.count > 1,
            tokens[1].kind != .sign
        {
            tokens.removeFirst()
        }
        return (tokens, parts.dropFirst() + stages)
    }

    /// Whether a stage begins with a word that no `|` stands before.
    private static func beginsStage(
        _ token: PhraseToken, _ next: PhraseToken?, isInStage: Bool
    ) -> Bool {
        guard token.kind == .word, let next else { return false }
        let word = token.text.lowercased()
        let isNumber = next.kind == .word && Int(next.text) != nil
        switch word {
        case "order", "sort", "group": return next.isWord("by") || next.beginsWithLetter
        case "limit", "top", "head", "sample":
            return isNumber && !(isInStage && word == "top")
        case "select", "facet", "stats", "distinct", "count":
            return next.beginsWithLetter
        default: return false
        }
    }

    /// `select a, b from t where …` without its frame, and the stages that it asks for.
    private static func withoutSelect(
        _ tokens: [PhraseToken]
    ) -> (tokens: [PhraseToken], stages: [[PhraseToken]]) {
        guard tokens.first?.isWord("select") ?? false else { return (tokens, []) }
        let columnsEnd =
            tokens.firstIndex { $0.isWord("from", "where") || $0.isMark("|") } ?? tokens.count
        let columns = Array(tokens[1..<columnsEnd])
        var rest = tokens[columnsEnd...]
        if rest.first?.isWord("from") ?? false { rest = rest.dropFirst(2) }
        if rest.first?.isWord("where") ?? false { rest = rest.dropFirst() }
        if columns.first?.isWord("*") ?? true { return (Array(rest), []) }
        let isCount =
            columns.count > 3 && columns[0].isWord("count") && columns[1].isMark("(")
        return (
            Array(rest),
            [isCount ? [PhraseToken(.word, "count")] : [PhraseToken(.word, "select")] + columns]
        )
    }

    /// A stage as this language spells it.
    func rewrittenStage(_ tokens: [PhraseToken]) -> StageReading {
        guard let first = tokens.first else { return .stage(tokens) }
        let lowered = first.text.lowercased()
        if first.isWord("where", "filter", "search", "and"), tokens.count > 1 {
            return .condition(Array(tokens.dropFirst()))
        }
        guard first.kind == .word, let name = Self.name(lowered) else {
            let isCondition = tokens.contains { $0.kind == .sign } || first.kind == .mark
            return isCondition ? .condition(tokens) : .stage(tokens)
        }
        if tokens.count > 2, tokens[1].kind == .sign, name != "limit", name != "sort",
            name != "select", name != "facet"
        {
            return .condition(tokens)
        }
        var rest = Array(tokens.dropFirst())
        // `limit=5`, `sort: key`, `stats(key)`
        if rest.first?.kind == .sign { rest.removeFirst() }
        if rest.first?.isMark("(") ?? false, rest.last?.isMark(")") ?? false {
            rest = Array(rest.dropFirst().dropLast())
        }
        let particles: Set = ["by", "of", "on", "over", "for"]
        if let word = rest.first, particles.contains(word.text.lowercased()), rest.count > 1,
            name != "count"
        {
            rest.removeFirst()
        }
        switch name {
        case "sort": rest = rest.compactMap(Self.direction)
        case "select": rest = Self.listed(rest.map(Self.column), keywords: ["in"])
        case "facet": rest = Self.listed(rest, keywords: ["by", "top"])
        case "count":
            if let word = rest.first, word.beginsWithLetter, !word.isWord("by") {
                rest.insert(PhraseToken(.word, "by"), at: 0)
            }
        case "limit" where rest.count > 1 && rest[1].isWord("hits", "results", "rows", "assets"):
            rest.remove(at: 1)
        default: break
        }
        if !rest.isEmpty { rest[0].isSpaced = true }
        return .stage([PhraseToken(.word, name)] + rest)
    }

    private static func name(_ word: String) -> String? {
        names.contains(word) ? word : meanings[word]
    }

    private static func direction(_ token: PhraseToken) -> PhraseToken? {
        if token.isWord("descending", "down", "desc") { return PhraseToken(.word, "desc") }
        if token.isWord("ascending", "up", "asc") { return PhraseToken(.word, "asc") }
        return token
    }

    private static func column(_ token: PhraseToken) -> PhraseToken {
        token.isWord("as", "to") ? PhraseToken(.word, "in") : token
    }

    /// Commas between the keys of a list that has none.
    private static func listed(
        _ tokens: [PhraseToken], keywords: Set<String>
    ) -> [PhraseToken] {
        guard !tokens.contains(where: { $0.isMark(",") || $0.kind == .sign }) else {
            return tokens
        }
        var result: [PhraseToken] = []
        for token in tokens {
            if let last = result.last, !keywords.contains(token.text),
                !keywords.contains(last.text)
            {
                result.append(PhraseToken(.mark, ",", isSpaced: false))
            }
            result.append(token)
        }
        return result
    }
}

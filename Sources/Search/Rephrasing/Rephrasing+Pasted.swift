internal import QueryLanguage

extension Rephrasing {
    /// The query within an address of a page or a command of a shell.
    static func unwrapped(_ text: String) -> String? {
        let trimmed = text.split(separator: " ").joined(separator: " ")
        if !trimmed.contains(" "), let mark = trimmed.firstIndex(of: "?"),
            trimmed.hasPrefix("http") || trimmed.hasPrefix("/") || mark == trimmed.startIndex
        {
            return QueryParameters(encoded: String(trimmed[trimmed.index(after: mark)...])).text
        }
        if trimmed.hasPrefix("q=") { return QueryParameters(encoded: trimmed).text }
        var words = trimmed.split(separator: " ")[...]
        if words.first == "$" { words = words.dropFirst() }
        guard words.first == "reticle", words.count > 2 else { return nil }
        words = words.dropFirst(2).drop { $0.hasPrefix("--") }
        let rest = words.joined(separator: " ")
        guard let quote = rest.first, quote == "'" || quote == "\"",
            let end = rest.dropFirst().lastIndex(of: quote)
        else { return rest }
        return String(rest[rest.index(after: rest.startIndex)..<end])
    }

    private static let operators = [
        "$gt": ">", "$gte": ">=", "$lt": "<", "$lte": "<=", "$eq": "=", "$ne": "!=", "gt": ">",
        "gte": ">=", "lt": "<", "lte": "<=", "$in": ":", "$regex": ":",
    ]

    /// The conditions of a JSON object such as `{"format": "tif", "voltage": {"$gt": "5kV"}}`.
    static func withoutJSON(_ tokens: [PhraseToken]) -> [PhraseToken] {
        let isObject = tokens.first?.isMark("{") ?? false
        guard isObject || isMember(tokens[...]) else { return tokens }
        var result: [PhraseToken] = []
        var key: PhraseToken?
        var place = 0
        while place < tokens.count {
            let token = tokens[place]
            if isMember(tokens[place...]) {
                let isOperator = token.text.hasPrefix("$") || operators[token.text] != nil
                if isOperator, let key, let sign = operators[token.text] {
                    result += [key, PhraseToken(.sign, sign, isSpaced: false)]
                } else {
                    let name = PhraseToken(.word, KeyPattern.Segment.name(token.text))
                    key = name
                    let next = place + 2 < tokens.count ? tokens[place + 2] : nil
                    if !(next?.isMark("{") ?? false) {
                        result += [name, PhraseToken(.sign, ":", isSpaced: false)]
                    }
                }
                place += 2
                continue
            }
            place += 1
            switch token.text {
            case "{" where token.kind == .mark, "}" where token.kind == .mark: break
            case "[" where token.kind == .mark: result.append(PhraseToken(.mark, "("))
            case "]" where token.kind == .mark: result.append(PhraseToken(.mark, ")"))
            case "," where token.kind == .mark && isMember(tokens[place...]): break
            default: result.append(token)
            }
        }
        return result
    }

    /// Whether a JSON object's member begins with the tokens.
    private static func isMember(_ tokens: ArraySlice<PhraseToken>) -> Bool {
        tokens.first?.kind == .quoted && (tokens.at(1)?.isSign(":") ?? false)
    }
}

extension KeyPattern.Segment {
    /// A key with dots as a query spells it.
    fileprivate static func name(_ key: String) -> String {
        KeyPattern(text: key)?.description ?? key
    }
}

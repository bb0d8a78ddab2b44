extension CompletionReader {
    /// Reads the stages, the cursor before the first `|`.
    mutating func stages() -> CompletionPlace {
        while parser.cursor.take("|") {
            parser.cursor.skipSpaces()
            let start = min(parser.cursor.position, target)
            let word = parser.cursor.takeWord()
            if parser.cursor.position >= target {
                return found(.stage, from: start, isInFilter: false)
            }
            if let name = QueryParser.StageName(rawValue: word), let place = arguments(of: name) {
                return place
            }
            while !parser.cursor.isAtEnd, !parser.cursor.isAt("|") { parser.cursor.position += 1 }
            if parser.cursor.position >= target { break }
        }
        return found(.nothing, from: target, isInFilter: false)
    }

    /// What stands behind a stage's name, if the cursor does too.
    private mutating func arguments(of name: QueryParser.StageName) -> CompletionPlace? {
        switch name {
        case .sort: keys(with: ["asc", "desc"])
        case .facet: keys(with: ["by", "top"])
        case .select: keys(with: ["in"])
        case .stats, .distinct, .group: loneKey(isInFilter: false)
        case .count: qualifiers(["by"])
        case .limit, .after, .asOf: qualifiers([])
        case .sample: qualifiers(["seed"])
        case .explain: nil
        }
    }

    /// Keys divided by commas, each with words behind it.
    private mutating func keys(with words: [String]) -> CompletionPlace? {
        repeat {
            parser.cursor.skipSpaces()
            _ = parser.cursor.take("-")
            if let place = loneKey(isInFilter: false) ?? qualifiers(words) { return place }
            parser.cursor.skipSpaces()
        } while parser.cursor.take(",")
        return nil
    }

    /// Words behind a key and what follows them: `by 10nm top 5`.
    private mutating func qualifiers(_ words: [String]) -> CompletionPlace? {
        var words = words
        while true {
            parser.cursor.skipSpaces()
            if parser.cursor.position < target,
                parser.cursor.isAt(",") || parser.cursor.isAt("|") || parser.cursor.isAtEnd
            {
                return nil
            }
            let start = min(parser.cursor.position, target)
            let word = parser.cursor.takeWord()
            if parser.cursor.position >= target {
                return found(
                    words.isEmpty ? .nothing : .word(words), from: start, isInFilter: false)
            }
            if word.isEmpty { return nil }
            words.removeAll { $0 == word }
            switch word {
            case "by" where latestKey == nil: return loneKey(isInFilter: false)
            case "by", "in", "top", "seed":
                if let place = argument(of: word) { return place }
            default: break
            }
        }
    }

    private mutating func argument(of word: String) -> CompletionPlace? {
        parser.cursor.skipSpaces()
        let start = min(parser.cursor.position, target)
        _ = parser.cursor.takeValue()
        guard parser.cursor.position >= target else { return nil }
        let expected: CompletionPlace.Expected? = latestKey.flatMap { key in
            switch word {
            case "by": .bin(key)
            case "in": .unit(key)
            default: nil
            }
        }
        return found(expected ?? .nothing, from: start, isInFilter: false)
    }
}

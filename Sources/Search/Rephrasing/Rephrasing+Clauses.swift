internal import QueryLanguage

extension Rephrasing {
    // MARK: Connectives and signs

    func connective(
        _ rest: ArraySlice<PhraseToken>, _ previous: PhraseToken?
    ) -> Replacement? {
        guard let token = rest.first else { return nil }
        switch (token.kind, token.text) {
        case (.mark, "&&"), (.mark, "&"): return Replacement(1, PhraseToken(.word, "AND"))
        case (.mark, "||"): return Replacement(1, PhraseToken(.word, "OR"))
        case (.mark, ";"): return Replacement(1, [])
        case (.mark, "!"): return Replacement(1, PhraseToken(.word, "-"))
        case (.word, _) where ["And", "Or", "Not"].contains(token.text) && previous?.kind != .sign:
            return Replacement(1, PhraseToken(.word, token.text.uppercased()))
        case (.word, "+"): return Replacement(1, [])
        case (.word, _) where token.text.hasPrefix("+") && previous?.kind != .sign:
            var bare = token
            bare.text.removeFirst()
            return bare.beginsWithLetter ? Replacement(1, bare) : nil
        default: return nil
        }
    }

    private static let signs = [
        "==": "=", "===": "=", ":=": "=", "=:": ":", "=>": ">=", "=<": "<=", "<>": "!=",
        "=!": "!=", "!==": "!=", ":!=": "!=", ":>": ">", ":<": "<", ":>=": ">=", ":<=": "<=",
        "≈": "~=", "≃": "~=", "⩽": "<=", "⩾": ">=", "~~": "~", ":~": "~", "=~": "~",
    ]

    func sign(_ rest: ArraySlice<PhraseToken>, _ previous: PhraseToken?) -> Replacement? {
        if let key = pathKey(rest, previous) { return key }
        guard let token = rest.first, token.kind == .sign else { return nil }
        var text = token.text
        var taken = 1
        // `> =` is one sign.
        while let next = rest.at(taken), next.kind == .sign, text.count < 3 {
            text += next.text
            taken += 1
        }
        let isNumber = rest.at(taken)?.beginsWithDigit ?? false
        if text == "~", isNumber { return Replacement(taken, PhraseToken(.sign, "~=")) }
        let meant = Self.signs[text] ?? text
        return meant == token.text ? nil : Replacement(taken, PhraseToken(.sign, meant))
    }

    /// `fei:Stain:v` and `fei/Stain:v` for `fei.Stain:v`, `$k` and `@k` for `k`.
    private func pathKey(
        _ rest: ArraySlice<PhraseToken>, _ previous: PhraseToken?
    ) -> Replacement? {
        guard var key = rest.first, key.kind == .word, previous?.kind != .sign,
            let sign = rest.at(1), sign.kind == .sign
        else { return nil }
        if let first = key.text.first, "$@#".contains(first), key.text.count > 1 {
            key.text.removeFirst()
            return Replacement(1, key)
        }
        guard key.beginsWithLetter, !key.isWord("has", "missing", "sel") else { return nil }
        if key.text.contains("/"), !key.text.contains("`") {
            key.text = String(key.text.map { $0 == "/" ? "." : $0 })
            return Replacement(1, key)
        }
        guard sign.text == ":", !sign.isSpaced, let name = rest.at(2), name.beginsWithLetter,
            !name.isSpaced, let next = rest.at(3), next.kind == .sign, !next.isSpaced
        else { return nil }
        key.text += "." + name.text
        return Replacement(3, key)
    }

    // MARK: Brackets

    private static let functions = Set(
        Quantifier.allCases.map(\.rawValue) + Relation.Direction.allCases.map(\.rawValue)
            + ["same", "has", "exists", "missing", "in"])

    /// `[a OR b]` for `(a OR b)`, `Channel(Name:DAPI)` for `Channel{ Name:DAPI }`.
    func brackets(_ rest: ArraySlice<PhraseToken>, _ previous: PhraseToken?) -> Replacement? {
        let tokens = Array(rest)
        guard let first = tokens.first else { return nil }
        if first.isMark("["), previous?.kind != .sign, let end = tokens.closing(0),
            first.isSpaced || previous == nil
        {
            return Replacement(
                end + 1,
                [PhraseToken(.mark, "(")] + tokens[1..<end]
                    + [PhraseToken(.mark, ")", isSpaced: false)])
        }
        if first.isWord("len", "length", "size", "number"), tokens.count > 4, tokens[1].isMark("("),
            tokens[3].isMark(")"), tokens[4].kind == .sign
        {
            return Replacement(1, PhraseToken(.word, "count"))
        }
        if Self.functions.contains(first.text), tokens.count > 1, tokens[1].isMark("("),
            tokens[1].isSpaced, previous?.kind != .sign
        {
            return Replacement(2, first, PhraseToken(.mark, "(", isSpaced: false))
        }
        guard first.beginsWithLetter, previous?.kind != .sign,
            !Self.functions.contains(first.text.lowercased()), tokens.count > 1,
            ["(", "[", "{"].contains(where: tokens[1].isMark), !tokens[1].isSpaced,
            let end = tokens.closing(1), tokens[1..<end].contains(where: { $0.kind == .sign })
        else { return nil }
        let isForeign =
            !tokens[1].isMark("{") || tokens[1..<end].contains { $0.isMark(",") }
        guard isForeign else { return nil }
        var inner = rewrittenInside(Array(tokens[2..<end].filter { !$0.isMark(",") }))
        for place in inner.indices.dropFirst()
        where inner[place].beginsWithLetter && inner[place - 1].isValue {
            inner[place].isSpaced = true
        }
        return Replacement(
            end + 1,
            [first, PhraseToken(.mark, "{", isSpaced: false)] + inner + [PhraseToken(.mark, "}")])
    }

    private func rewrittenInside(_ tokens: [PhraseToken]) -> [PhraseToken] {
        var tokens = tokens
        if !tokens.isEmpty { tokens[0].isSpaced = true }
        return tokens
    }

    // MARK: Presence

    /// `has:k` and `missing:k` in words.
    func presence(_ rest: ArraySlice<PhraseToken>, _ previous: PhraseToken?) -> Replacement? {
        guard let first = rest.first, first.kind == .word, previous?.kind != .sign else {
            return nil
        }
        func prefixed(_ word: String, _ key: PhraseToken, _ taken: Int) -> Replacement {
            var key = key
            key.isSpaced = false
            key.kind = .word
            return Replacement(
                taken, PhraseToken(.word, word), PhraseToken(.sign, ":", isSpaced: false), key)
        }
        let isHas = first.isWord("has", "exists", "exist", "with")
        let isMissing = first.isWord("missing", "without", "lacks")
        if isHas || isMissing {
            let word = isHas ? "has" : "missing"
            if let key = rest.at(1), key.beginsWithLetter, !key.isWord("or", "and", "not") {
                return prefixed(word, key, 2)
            }
            if rest.at(1)?.isMark("(") ?? false, rest.at(3)?.isMark(")") ?? false,
                let key = rest.at(2), key.isValue
            {
                return prefixed(word, key, 4)
            }
            if first.text != word, rest.at(1)?.isSign(":") ?? false, let key = rest.at(2),
                key.isValue
            {
                return prefixed(word, key, 3)
            }
        }
        guard first.beginsWithLetter, let verb = rest.at(1) else { return nil }
        let isNothing = { (token: PhraseToken?) in
            token?.isWord("null", "empty", "missing", "none", "unset", "nil", "absent") ?? false
        }
        if verb.isWord("exists", "exist") { return prefixed("has", first, 2) }
        if verb.isWord("is") {
            if rest.at(2)?.isWord("not") ?? false, isNothing(rest.at(3)) {
                return prefixed("has", first, 4)
            }
            if isNothing(rest.at(2)) { return prefixed("missing", first, 3) }
            if rest.at(2)?.isWord("present", "set", "known") ?? false {
                return prefixed("has", first, 3)
            }
        }
        if verb.isSign("!="), isNothing(rest.at(2)) { return prefixed("has", first, 3) }
        if verb.isSign("="), isNothing(rest.at(2)) { return prefixed("missing", first, 3) }
        return nil
    }

    /// `k in (a, b)` and `k like '%v%'`, each also with `not`.
    func list(_ rest: ArraySlice<PhraseToken>, _ previous: PhraseToken?) -> Replacement? {
        guard let key = rest.first, key.beginsWithLetter, previous?.kind != .sign else {
            return nil
        }
        let isNegated = rest.at(1)?.isWord("not") ?? false
        let place = isNegated ? 2 : 1
        let begin =
            [PhraseToken(.word, (isNegated ? "-" : "") + key.text)]
            + [PhraseToken(.sign, ":", isSpaced: false)]
        guard let verb = rest.at(place), let value = rest.at(place + 1) else { return nil }
        if verb.isWord("in"), value.isMark("(") || value.isMark("["),
            let end = Array(rest).closing(place + 1)
        {
            let inner = Array(rest)[(place + 2)..<end]
            return Replacement(
                end + 1,
                begin + [PhraseToken(.mark, "(", isSpaced: false)] + inner
                    + [PhraseToken(.mark, ")", isSpaced: false)])
        }
        if verb.isWord("like", "ilike"), value.isValue {
            return Replacement(place + 2, begin + [Self.pattern(value.text)])
        }
        if verb.kind == .sign, value.isValue, value.text.contains("%"), !value.beginsWithDigit {
            return Replacement(place + 2, begin + [Self.pattern(value.text)])
        }
        return nil
    }

    /// The value for a pattern of SQL, in which `%` stands for any characters.
    private static func pattern(_ text: String) -> PhraseToken {
        let isWhole = text.allSatisfy {
            $0.isLetter || $0.isNumber || "%_-./".contains($0)
        }
        guard text.contains("%"), isWhole else {
            return PhraseToken(
                .quoted, String(text.filter { $0 != "%" }), isSpaced: false)
        }
        return PhraseToken(.word, String(text.map { $0 == "%" ? "*" : $0 }), isSpaced: false)
    }

    // MARK: Comparisons in words

    private static let phrases: [(words: [String], sign: String, wantsNumber: Bool)] = [
        (["greater", "than", "or", "equal", "to"], ">=", true),
        (["less", "than", "or", "equal", "to"], "<=", true),
        (["greater", "than"], ">", true), (["more", "than"], ">", true),
        (["larger", "than"], ">", true), (["higher", "than"], ">", true),
        (["bigger", "than"], ">", true), (["newer", "than"], ">", true),
        (["later", "than"], ">", true), (["less", "than"], "<", true),
        (["smaller", "than"], "<", true), (["lower", "than"], "<", true),
        (["fewer", "than"], "<", true), (["older", "than"], "<", true),
        (["earlier", "than"], "<", true), (["at", "least"], ">=", true),
        (["at", "most"], "<=", true), (["up", "to"], "<=", true),
        (["not", "equal", "to"], "!=", false), (["equal", "to"], ":", false),
        (["above"], ">", true), (["over"], ">", true), (["after"], ">", true),
        (["gt"], ">", true), (["gte"], ">=", true), (["ge"], ">=", true),
        (["since"], ">=", true), (["below"], "<", true), (["under"], "<", true),
        (["before"], "<", true), (["lt"], "<", true), (["lte"], "<=", true),
        (["le"], "<=", true), (["until"], "<=", true), (["around"], "~=", true),
        (["about"], "~=", true), (["approximately"], "~=", true), (["near"], "~=", true),
        (["equals"], ":", false), (["eq"], ":", false), (["ne"], "!=", false),
        (["contains"], ":", false), (["includes"], ":", false), (["matches"], ":", false),
        (["in"], ":", true), (["on"], ":", true), (["not"], "!=", false), ([], ":", false),
    ]

    /// `k is at least 5`, `k between 5 and 10`.
    func comparisonInWords(
        _ rest: ArraySlice<PhraseToken>, _ previous: PhraseToken?
    ) -> Replacement? {
        guard let key = rest.first, key.beginsWithLetter, previous?.kind != .sign,
            !key.isWord("and", "or", "not", "is")
        else { return nil }
        let hasVerb = rest.at(1)?.isWord("is", "was", "are") ?? false
        let tokens = rest.dropFirst(hasVerb ? 2 : 1)
        if let bounds = bounds(tokens) {
            return Replacement(
                (hasVerb ? 2 : 1) + bounds.taken,
                [key, PhraseToken(.sign, ":", isSpaced: false)] + bounds.put)
        }
        for phrase in Self.phrases where hasVerb || !["", "not"].contains(phrase.words.joined()) {
            let count = phrase.words.count
            guard let value = tokens.at(count), value.isValue,
                zip(phrase.words, tokens).allSatisfy({ $1.isWord($0) }),
                !phrase.wantsNumber || value.beginsWithDigit || LooseDate.beginsDate(value)
            else { continue }
            var put = value
            put.isSpaced = false
            return Replacement(
                (hasVerb ? 2 : 1) + count + 1, key,
                PhraseToken(.sign, phrase.sign, isSpaced: false), put)
        }
        return nil
    }

    /// `5kV < k < 20kV`, `5kV < k`
    func turnedComparison(
        _ rest: ArraySlice<PhraseToken>, _ previous: PhraseToken?
    ) -> Replacement? {
        let turned = ["<": ">", "<=": ">=", ">": "<", ">=": "<=", "≤": ">=", "≥": "<="]
        guard let value = rest.first, value.beginsWithDigit, previous?.kind != .sign,
            let sign = rest.at(1), sign.kind == .sign, let other = turned[sign.text],
            let key = rest.at(2), key.beginsWithLetter
        else { return nil }
        var bound = value
        bound.isSpaced = false
        let first = [key, PhraseToken(.sign, other, isSpaced: false), bound]
        guard let next = rest.at(3), next.kind == .sign, turned[next.text] != nil else {
            return Replacement(3, first)
        }
        var again = key
        again.isSpaced = true
        return Replacement(3, first + [again])
    }
}

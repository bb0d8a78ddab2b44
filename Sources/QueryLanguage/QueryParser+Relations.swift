extension QueryParser {
    /// `has:key`, `missing:key`, `sel:id`, the cursor behind the `:`.
    mutating func prefixed(_ prefix: ReservedWord.Prefix) -> Filter? {
        switch prefix {
        case .has, .missing:
            guard let key = requiredKey(after: prefix.rawValue + ":") else {
                skipTerm()
                return nil
            }
            guard isAtTermEnd(after: "the key") else { return nil }
            return prefix == .has ? .has(key) : .missing(key)
        case .sel:
            cursor.skipSpaces()
            guard let id = textOrValue(), !id.isEmpty else {
                report("expected a selection's id after `sel:`, found \(found)")
                return nil
            }
            return isAtTermEnd(after: "the id") ? .relation(.selection(id)) : nil
        }
    }

    /// A quoted text or a bare value.
    mutating func textOrValue() -> String? {
        cursor.isAt("\"") ? quotedText() : cursor.takeValue()
    }

    /// A quantifier or a relation, the cursor at the bracket after its name.
    mutating func function(named name: String?, from start: Int, depth: Int) -> Filter? {
        let nameEnd = cursor.position
        guard let name else {
            return unknownFunction(from: start, suggestions: [])
        }
        if let quantifier = Quantifier(rawValue: name) { return quantified(quantifier) }
        if let direction = Relation.Direction(rawValue: name) {
            return bracketed("(", ")", depth: depth).map {
                .relation(.lineage(direction, depth: nil, $0))
            }
        }
        if name == "same" { return same(depth: depth) }
        if let maker = Relation.Maker(rawValue: name) {
            report(
                "expected `{` after `\(name)`, found `(`", at: SourceRange(nameEnd, nameEnd + 1),
                suggestions: ["{"])
            return bracketed("(", ")", depth: depth).map { .relation(.step(maker, $0)) }
        }
        return unknownFunction(
            from: start,
            suggestions: Spelling.nearest(to: name, among: ReservedWord.functions.sorted()))
    }

    private mutating func unknownFunction(from start: Int, suggestions: [String]) -> Filter? {
        let name = cursor.text(from: start)
        let opening = cursor.position
        report(
            "`\(name)(` is no relation or function; a text with brackets is quoted",
            at: SourceRange(start, opening + 1), suggestions: suggestions.map { $0 + "(" })
        cursor.position += 1
        while !cursor.isAtEnd, !cursor.isAt(")"), !cursor.isAt("|") { cursor.position += 1 }
        _ = cursor.take(")")
        skipTerm()
        return nil
    }

    /// `count(key) >= 3`
    private mutating func quantified(_ quantifier: Quantifier) -> Filter? {
        let opening = cursor.position
        cursor.position += 1
        guard let key = requiredKey(after: quantifier.rawValue + "(") else {
            skipTerm()
            _ = cursor.take(")")
            skipTerm()
            return nil
        }
        close("(", ")", openedAt: opening)
        guard let comparison = comparison() else {
            report(
                "expected a comparison after `\(quantifier.rawValue)(\(key))`, found \(found)",
                suggestions: [">=1"])
            skipTerm()
            return nil
        }
        guard let scalar = requiredScalar(for: comparison) else { return nil }
        return .quantified(quantifier, key, comparison, scalar)
    }

    /// `Channel{ … }`, `made_by{ … }`, the cursor at the brace.
    mutating func element(_ key: KeyPattern, named name: String?, depth: Int) -> Filter? {
        let inner = bracketed("{", "}", depth: depth)
        if let maker = name.flatMap(Relation.Maker.init) {
            return inner.map { .relation(.step(maker, $0)) }
        }
        return inner.map { .element(key, $0) }
    }

    /// `ancestors{1..3}( … )`, the cursor at the brace.
    mutating func lineage(_ direction: Relation.Direction, depth: Int) -> Filter? {
        let opening = cursor.position
        cursor.position += 1
        cursor.skipSpaces()
        let least = Int(cursor.takeDigits())
        cursor.skipSpaces()
        let isRange = cursor.take("..")
        cursor.skipSpaces()
        let most = isRange ? Int(cursor.takeDigits()) : least
        cursor.skipSpaces()
        guard let least, cursor.take("}"), cursor.isAt("(") else {
            skipTerm()
            report(
                "expected a depth such as `{1..3}` and `(` after `\(direction.rawValue)`",
                at: SourceRange(opening, opening + 1), suggestions: ["\(direction.rawValue)("])
            return nil
        }
        if let most, most < least {
            report("expected a depth from less to more, found \(least) to \(most)", from: opening)
        }
        return bracketed("(", ")", depth: depth).map {
            .relation(.lineage(direction, depth: DepthRange(least: least, most: most), $0))
        }
    }

    /// `same( key, … )`, the cursor at the bracket.
    private mutating func same(depth: Int) -> Filter? {
        let opening = cursor.position
        cursor.position += 1
        let key = requiredKey(after: "same(")
        cursor.skipSpaces()
        if key != nil, !cursor.take(",") {
            report("expected `,` after the key of `same(`, found \(found)")
        } else if key == nil {
            skipTerm()
            _ = cursor.take(",")
        }
        let inner = insideBracket("(", ")", openedAt: opening, depth: depth)
        guard let key else { return nil }
        return inner.map { .relation(.same(key, $0)) }
    }
}

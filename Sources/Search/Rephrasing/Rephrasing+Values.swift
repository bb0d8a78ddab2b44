internal import Units

extension Rephrasing {
    // MARK: Dates and quoted values

    /// A date in another order, and a number or date in quotes.
    func value(_ rest: ArraySlice<PhraseToken>, _ previous: PhraseToken?) -> Replacement? {
        guard previous?.kind == .sign, let first = rest.first, first.isValue else { return nil }
        for count in stride(from: min(5, rest.count), through: 1, by: -1) {
            let tokens = Array(rest.prefix(count))
            if tokens.dropFirst().contains(where: { $0.kind == .quoted || $0.isMark("|") }) {
                continue
            }
            var bare = tokens
            if first.kind == .quoted { bare[0].kind = .word }
            let text = bare.spelling
            guard let date = LooseDate.date(text, hasDayFirst: hasDayFirst),
                first.kind == .quoted || date != text
            else { continue }
            return Replacement(count, PhraseToken(.word, date))
        }
        guard first.kind == .quoted, let quantity = LooseQuantity(first.text),
            !(previous?.isSign("=") ?? false) || quantity.unit != nil
        else { return nil }
        return Replacement(1, PhraseToken(.word, quantity.spelling))
    }

    // MARK: Numbers

    /// A number with marks between its thousands or before its decimals, or apart from its unit.
    func number(_ rest: ArraySlice<PhraseToken>, _ previous: PhraseToken?) -> Replacement? {
        guard previous?.kind == .sign, let first = rest.first, first.beginsWithDigit else {
            return nil
        }
        var text = first.text
        var taken = 1
        while let comma = rest.at(taken), comma.isMark(","), !comma.isSpaced,
            let next = rest.at(taken + 1), next.beginsWithDigit, !next.isSpaced
        {
            text += "," + next.text
            taken += 2
        }
        while let next = rest.at(taken), next.beginsWithDigit, next.isSpaced,
            text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == " ") }),
            next.text.prefix(while: \.isNumber).count == 3
        {
            text += " " + next.text
            taken += 1
        }
        if LooseDate.date(text, hasDayFirst: hasDayFirst) != nil { return nil }
        var spelling = LooseQuantity.number(text) ?? text
        if let unit = rest.at(taken), unit.kind == .word, unit.isSpaced,
            LooseQuantity(spelling).map({ $0.unit == nil }) ?? false, Self.isUnit(unit.text)
        {
            spelling += unit.text
            taken += 1
        }
        return spelling == first.text ? nil : Replacement(taken, PhraseToken(.word, spelling))
    }

    /// Whether a word behind a number is its unit. Letters that are words as well need a sign of it.
    private static func isUnit(_ text: String) -> Bool {
        guard !["and", "or", "not", "AND", "OR", "NOT", "in", "to", "is"].contains(text) else {
            return false
        }
        if case .known = UnitTable.lookup(text) { return true }
        return false
    }

    // MARK: Ranges

    /// `5kV to 20kV`, `5-20kV`, `[5 TO 20]`, `5...20` behind a sign.
    func range(_ rest: ArraySlice<PhraseToken>, _ previous: PhraseToken?) -> Replacement? {
        if let sign = rest.first, sign.kind == .sign, [":", "="].contains(sign.text),
            let opening = rest.at(1), opening.isMark("[") || opening.isMark("{"),
            let bounds = bounds(rest.dropFirst(2)),
            let end = rest.at(2 + bounds.taken), end.isMark("]") || end.isMark("}")
        {
            return Replacement(3 + bounds.taken, [PhraseToken(.sign, ":")] + bounds.put)
        }
        guard let previous, previous.isSign(":") || previous.isSign("=") else { return nil }
        if let bounds = bounds(rest) {
            return Replacement(bounds.taken, bounds.put)
        }
        guard let first = rest.first, first.beginsWithDigit,
            LooseDate.date(first.text, hasDayFirst: hasDayFirst) == nil
        else { return nil }
        for separator in ["...", "…", "–", "—", "-"] {
            guard let middle = first.text.dropFirst().firstRange(of: separator),
                separator != "-" || !"eE".contains(first.text[..<middle.lowerBound].last ?? " ")
            else { continue }
            let lower = String(first.text[..<middle.lowerBound])
            let upper = String(first.text[middle.upperBound...])
            guard let left = LooseQuantity(lower), let right = LooseQuantity(upper) else {
                continue
            }
            return Replacement(
                1, PhraseToken(.word, Self.range(left.spelling, right.spelling)))
        }
        return nil
    }

    /// `between A and B`, `from A to B`, `A to B`, `A TO B`, with a unit behind the last.
    func bounds(_ rest: ArraySlice<PhraseToken>) -> Replacement? {
        let isBetween = rest.first?.isWord("between") ?? false
        let isFrom = rest.first?.isWord("from") ?? false
        var place = isBetween || isFrom ? 1 : 0
        func end() -> String? {
            guard let token = rest.at(place), token.isValue || token.isWord("*") else {
                return nil
            }
            for count in [3, 2, 1] {
                let tokens = (0..<count).compactMap { rest.at(place + $0) }
                guard tokens.count == count, tokens.allSatisfy({ $0.kind == .word }) else {
                    continue
                }
                if let date = LooseDate.date(tokens.spelling, hasDayFirst: hasDayFirst) {
                    place += count
                    return date
                }
            }
            place += 1
            if token.text == "*" { return "" }
            guard let quantity = LooseQuantity(LooseQuantity.number(token.text) ?? token.text)
            else { return nil }
            if quantity.unit == nil, let unit = rest.at(place), unit.kind == .word,
                Self.isUnit(unit.text)
            {
                place += 1
                return quantity.spelling + unit.text
            }
            return quantity.spelling
        }
        guard let lower = end(), let middle = rest.at(place) else { return nil }
        let divides =
            isBetween
            ? middle.isWord("and", "to") || middle.isMark(",")
            : middle.isWord("to", "..", "until")
        guard divides else { return nil }
        place += 1
        guard let upper = end(), !lower.isEmpty || !upper.isEmpty else { return nil }
        return Replacement(
            place, PhraseToken(.word, Self.range(lower, upper), isSpaced: false))
    }

    /// Both ends with the unit that one of them states.
    private static func range(_ lower: String, _ upper: String) -> String {
        guard let left = LooseQuantity(lower), left.unit == nil,
            let unit = LooseQuantity(upper)?.unit
        else { return lower + ".." + upper }
        return lower + unit + ".." + upper
    }
}

/// A number and what follows it, if that is a unit or nothing.
struct LooseQuantity {
    var number: String
    var unit: String?

    var spelling: String { number + (unit ?? "") }

    init?(_ text: String) {
        var number = text.prefix { $0.isASCII && ($0.isNumber || "+-.".contains($0)) }
        guard Double(number) != nil else { return nil }
        let power = text.dropFirst(number.count).prefix {
            $0.isASCII && ($0.isNumber || "eE+-".contains($0))
        }
        if Double(number + power) != nil { number = text.prefix(number.count + power.count) }
        self.number = String(number)
        let rest = text.dropFirst(number.count).drop { $0 == " " }
        guard !rest.isEmpty else { return }
        guard UnitTable.unit(String(rest)) != nil else { return nil }
        unit = String(rest)
    }

    /// The number meant by one with marks between its thousands or a comma before its decimals:
    /// `5,000.5`, `5.000,5`, `5'000`, `5_000`, `0,5`, each with or without a unit.
    ///
    /// - Returns: `nil` where it has no such marks.
    static func number(_ text: String) -> String? {
        let digits = text.prefix {
            $0.isASCII && ($0.isNumber || "+-.,'_ ".contains($0)) || $0 == "’"
        }
        let unit = text.dropFirst(digits.count)
        let groups = digits.split(
            omittingEmptySubsequences: false, whereSeparator: { !$0.isNumber && !"+-".contains($0) }
        )
        guard groups.count > 1, groups.allSatisfy({ !$0.isEmpty }) else { return nil }
        let marks = digits.filter { !$0.isNumber && !"+-".contains($0) }
        let areThousands = groups.dropFirst().allSatisfy { $0.count == 3 }
        if Set(marks).count == 1 {
            if marks == "." { return nil }
            if areThousands, groups[0].count <= 3 { return groups.joined() + unit }
            return marks == "," ? groups.joined(separator: ".") + unit : nil
        }
        let whole = groups.dropLast()
        guard Set(marks.dropLast()).count == 1, let last = marks.last, ".,".contains(last),
            whole.dropFirst().allSatisfy({ $0.count == 3 }), let decimals = groups.last
        else { return nil }
        return whole.joined() + "." + decimals + unit
    }
}

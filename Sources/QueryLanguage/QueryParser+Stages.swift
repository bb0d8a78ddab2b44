extension QueryParser {
    /// Names of stages, as a query and a URL spell them.
    enum StageName: String, CaseIterable {
        case sort, facet, stats, count, select, distinct, limit, after, sample, group, explain
        case asOf = "as_of"
    }

    /// { "|" stage }
    mutating func stages() -> [Stage] {
        var stages: [Stage] = []
        while true {
            cursor.skipSpaces()
            guard cursor.take("|") else { return stages }
            let errorCount = errors.count
            let stage = stage()
            if let stage { stages.append(stage) }
            cursor.skipSpaces()
            if !cursor.isAtEnd, !cursor.isAt("|"), errors.count == errorCount {
                report("expected `|` or the end after the stage, found \(found)")
            }
            while !cursor.isAtEnd, !cursor.isAt("|") { cursor.position += 1 }
        }
    }

    private mutating func stage() -> Stage? {
        cursor.skipSpaces()
        let start = cursor.position
        let word = cursor.takeWord()
        guard let name = StageName(rawValue: word) else {
            if word.isEmpty {
                report("expected a stage after `|`, found \(found)")
            } else {
                report(
                    "`\(word)` is no stage", from: start,
                    suggestions: Spelling.nearest(
                        to: word, among: StageName.allCases.map(\.rawValue)))
            }
            return nil
        }
        switch name {
        case .sort: return list { $0.sortKey() }.map(Stage.sort)
        case .facet: return list { $0.facetKey() }.map(Stage.facet)
        case .select: return list { $0.column() }.map(Stage.select)
        case .stats: return requiredKey(after: word).map(Stage.stats)
        case .distinct: return requiredKey(after: word).map(Stage.distinct)
        case .group: return requiredKey(after: word).map(Stage.group)
        case .count: return count()
        case .limit: return integer(after: word).map(Stage.limit)
        case .sample: return sample()
        case .after: return after()
        case .asOf: return asOf()
        case .explain: return .explain
        }
    }

    private mutating func list<Member>(
        _ member: (inout QueryParser) -> Member?
    ) -> [Member]? {
        var members: [Member] = []
        repeat {
            guard let next = member(&self) else { return nil }
            members.append(next)
            cursor.skipSpaces()
        } while cursor.take(",")
        return members
    }

    /// key ["asc" | "desc"], or `-key` as URLs have it.
    private mutating func sortKey() -> SortKey? {
        cursor.skipSpaces()
        let isNegated = cursor.take("-")
        guard let key = requiredKey(after: "sort") else { return nil }
        if takeKeyword(["desc"]) != nil { return SortKey(key, isDescending: true) }
        return SortKey(key, isDescending: takeKeyword(["asc"]) == nil && isNegated)
    }

    /// key ["by" BIN] ["top" INT]
    private mutating func facetKey() -> FacetKey? {
        guard let key = requiredKey(after: "facet") else { return nil }
        var facet = FacetKey(key)
        if takeKeyword(["by"]) != nil {
            guard let bin = bin() else { return nil }
            facet.bin = bin
        }
        if takeKeyword(["top"]) != nil {
            guard let top = integer(after: "top") else { return nil }
            facet.top = top
        }
        return facet
    }

    private mutating func bin() -> Bin? {
        cursor.skipSpaces()
        let start = cursor.position
        let text = cursor.takeValue()
        if Bin.calendarUnits.contains(text) { return .calendar(text) }
        if let width = ScalarReading.quantity(text, expectsNumber: true), width.value > 0 {
            return .width(width)
        }
        report(
            "expected a width such as `10nm` or one of \(Bin.calendarUnits.joined(separator: ", ")) "
                + "after `by`, found \(text.isEmpty ? found : "`\(text)`")",
            from: start,
            suggestions: Spelling.nearest(to: text, among: Bin.calendarUnits))
        return nil
    }

    /// key ["in" unit]
    private mutating func column() -> Column? {
        guard let key = requiredKey(after: "select") else { return nil }
        guard takeKeyword(["in"]) != nil else { return Column(key) }
        cursor.skipSpaces()
        let start = cursor.position
        let unit = cursor.takeValue()
        // `1/nm` and `/nm` are units too.
        let below = unit.hasPrefix("1/") ? 2 : unit.hasPrefix("/") ? 1 : 0
        guard ScalarReading.isUnit(unit.unicodeScalars.dropFirst(below)) else {
            report(
                "expected a unit after `in`, found \(unit.isEmpty ? found : "`\(unit)`")",
                from: start)
            return nil
        }
        return Column(key, unit: unit)
    }

    private mutating func count() -> Stage? {
        guard takeKeyword(["by"]) != nil else { return .count(by: nil) }
        return requiredKey(after: "by").map { .count(by: $0) }
    }

    private mutating func sample() -> Stage? {
        guard let count = integer(after: "sample") else { return nil }
        guard takeKeyword(["seed"]) != nil else { return .sample(count, seed: nil) }
        return integer(after: "seed").map { .sample(count, seed: $0) }
    }

    private mutating func after() -> Stage? {
        cursor.skipSpaces()
        guard let text = textOrValue(), !text.isEmpty else {
            report("expected a cursor after `after`, found \(found)")
            return nil
        }
        return .after(text)
    }

    private mutating func asOf() -> Stage? {
        cursor.skipSpaces()
        let start = cursor.position
        let text = cursor.takeValue()
        if let date = ScalarReading.date(text, allowsYear: true) { return .asOf(date) }
        report(
            "expected a date such as `2026-03-01` after `as_of`, found "
                + (text.isEmpty ? found : "`\(text)`"),
            from: start)
        return nil
    }

    private mutating func integer(after word: String) -> Int? {
        cursor.skipSpaces()
        let start = cursor.position
        let text = cursor.takeValue()
        if text.utf8.allSatisfy(QueryCursor.isDigit), let number = Int(text) { return number }
        report(
            "expected a whole number after `\(word)`, found \(text.isEmpty ? found : "`\(text)`")",
            from: start)
        return nil
    }
}

extension Bin {
    static let calendarUnits = ["year", "month", "week", "day", "hour", "minute"]
}

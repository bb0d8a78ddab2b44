internal import MetadataModel
internal import MetadataStore
internal import QueryLanguage
internal import Units

extension Doctor {
    /// Distinct values that a misspelt one is compared with.
    private static let maximumValueCount = 5000

    /// What is wrong with `key op value`.
    func comparison(
        _ clause: Clause, _ rest: StoreAnswer, _ isAlone: Bool
    ) throws -> Finding {
        let unknown = name(clause.key) { key in
            var mended = clause
            mended.key = key
            return .clause(mended)
        }
        if let unknown { return unknown }
        let resolution = answers.keys.resolution(of: clause.key)
        if resolution.field == .id { return excluded("\(clause)", isAlone) }
        if case .range(let lower?, let upper?) = clause.value {
            var turned = clause
            turned.value = .range(upper, lower)
            if try answers.count(all: [.clause(turned)]) > 0 {
                return Finding(
                    reason: "the range `\(clause.value)` ends before it begins",
                    remedies: [.clause(turned)])
            }
        }
        switch clause.value {
        case .anything: return excluded("\(clause)", isAlone)
        case .scalar(.date), .range(.date, _), .range(_, .date):
            return try dates(clause, resolution, rest, isAlone)
        case .scalar(.word), .scalar(.string), .scalar(.glob):
            return try texts(clause, resolution, rest, isAlone)
        case .scalar(.quantity), .range, .tolerance:
            if isYear(clause.value, resolution) {
                return try dates(clause, resolution, rest, isAlone)
            }
            let hasNumbers = resolution.sources.contains { $0.entry.numberCount > 0 }
            return hasNumbers
                ? try numbers(clause, resolution, rest, isAlone)
                : try texts(clause, resolution, rest, isAlone)
        case .anyOf(let scalars):
            let findings = try scalars.map { scalar in
                try comparison(
                    Clause(key: clause.key, comparison: clause.comparison, value: .scalar(scalar)),
                    rest, isAlone)
            }
            return Finding(
                reason: findings.map(\.reason).joined(separator: "; "),
                nearest: findings.flatMap(\.nearest), remedies: findings.flatMap(\.remedies))
        case .scalar(.truth): return excluded("\(clause)", isAlone)
        }
    }

    /// Whether the numbers of a value are years, and the key has dates.
    private func isYear(_ value: Value, _ resolution: Resolution) -> Bool {
        resolution.sources.contains { $0.entry.dateCount > 0 }
            && value.scalars.allSatisfy { scalar in
                guard case .quantity(let quantity) = scalar, quantity.unit == nil else {
                    return false
                }
                return quantity.number.utf8.count == 4 && Int(quantity.number) != nil
            }
    }

    // MARK: Texts

    private func texts(
        _ clause: Clause, _ resolution: Resolution, _ rest: StoreAnswer, _ isAlone: Bool
    ) throws -> Finding {
        let wanted = clause.value.scalars.map(\.plainText).joined(separator: " ")
        let values = try rest.values(
            of: resolution.keys, beginningWith: "", most: Self.maximumValueCount,
            lookingAt: Self.maximumValueCount
        ).filter { !$0.text.isEmpty }
        var finding = Finding(
            reason: isAlone
                ? "no value of `\(resolution.written)` is `\(wanted)`"
                : "what the other clauses find never has the `\(resolution.written)` `\(wanted)`")
        func add(_ comparison: Comparison, _ scalar: Scalar) {
            finding.remedies.append(
                .clause(Clause(key: clause.key, comparison: comparison, value: .scalar(scalar))))
        }
        // `=` wants all of a value, in the case it is quoted in; `:` is content with words.
        if clause.comparison == .equals { add(.matches, .string(wanted)) }
        let whole = Suggestions(among: values.map(\.text)).nearest(to: wanted)
        var words: [String] = []
        for value in values {
            for word in value.text.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
            where !words.contains(String(word)) {
                words.append(String(word))
            }
            guard words.count < Self.maximumValueCount else { break }
        }
        let single = Suggestions(among: words).nearest(to: wanted)
        for text in whole { add(clause.comparison, Scalar(text: text)) }
        for word in single { add(.matches, Scalar(text: word)) }
        let near = whole + single.filter { !whole.contains($0) }
        finding.nearest = near.isEmpty ? values.prefix(3).map(\.text) : Array(near.prefix(3))
        return finding
    }

    // MARK: Numbers

    private func numbers(
        _ clause: Clause, _ resolution: Resolution, _ rest: StoreAnswer, _ isAlone: Bool
    ) throws -> Finding {
        let quantities = clause.value.scalars.compactMap { scalar -> Quantity? in
            if case .quantity(let quantity) = scalar { quantity } else { nil }
        }
        let symbol = quantities.lazy.compactMap(\.unit).first
        let unit = symbol.flatMap { UnitTable.unit($0) }
        let found = try rest.statistics(resolution.keys, dimension: unit?.dimension)
        guard let minimum = found.minimum, let maximum = found.maximum else {
            var finding = excluded("\(clause)", isAlone)
            if unit != nil {
                finding.reason = "no number of `\(resolution.written)` has a unit"
                finding.remedies = [.clause(clause.withUnit(nil))]
            }
            return finding
        }
        let least = Self.spelling(unit?.value(fromSI: minimum) ?? minimum)
        let greatest = Self.spelling(unit?.value(fromSI: maximum) ?? maximum)
        let shown = [least, greatest].map { $0 + (symbol.map { " " + $0 } ?? "") }
        let extent =
            least == greatest ? "is \(shown[0])" : "lies between \(shown[0]) and \(shown[1])"
        var finding = Finding(
            reason: "`\(resolution.written)` \(extent)"
                + (isAlone ? "" : " in what the other clauses find"),
            nearest: least == greatest
                ? [least + (symbol ?? "")]
                : [least, greatest].map {
                    $0 + (symbol ?? "")
                })
        // Numbers as written were compared where a unit may have been meant.
        if symbol == nil {
            finding.remedies += resolution.statedUnits.prefix(3).map {
                .clause(clause.withUnit($0.unit))
            }
        }
        let ends = [least, greatest].map { Scalar.quantity(Quantity(number: $0, unit: symbol)) }
        finding.remedies += Self.widened(clause, least: ends[0], greatest: ends[1])
        return finding
    }

    /// The clause with its bounds moved as far as to the nearest number that there is.
    private static func widened(
        _ clause: Clause, least: Scalar, greatest: Scalar
    ) -> [Filter] {
        func with(_ comparison: Comparison, _ value: Value) -> Filter {
            .clause(Clause(key: clause.key, comparison: comparison, value: value))
        }
        switch clause.comparison {
        case .less, .lessOrEqual: return [with(.lessOrEqual, .scalar(least))]
        case .greater, .greaterOrEqual: return [with(.greaterOrEqual, .scalar(greatest))]
        case .matches, .equals, .near, .similar, .differs: break
        }
        switch clause.value {
        case .range(let lower, let upper):
            // Which end is in the way is not known: one of these finds something.
            return [
                with(.matches, .range(greatest, upper)), with(.matches, .range(lower, least)),
                with(.matches, .range(least, greatest)),
            ]
        case .tolerance(let value, _), .scalar(let value):
            let widths = ["1", "10", "50"].map { Quantity(number: $0, unit: "%") }
            return widths.map { with(.matches, .tolerance(value, .quantity($0))) }
                + [with(.matches, .range(least, greatest))]
        case .anyOf, .anything: return []
        }
    }

    private static func spelling(_ number: Double) -> String {
        let text = Rounding.value(number).description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    // MARK: Dates

    private func dates(
        _ clause: Clause, _ resolution: Resolution, _ rest: StoreAnswer, _ isAlone: Bool
    ) throws -> Finding {
        let days = try rest.histogram(resolution.keys, calendar: .day)
        guard let first = days.first, let last = days.last else {
            return excluded("\(clause)", isAlone)
        }
        let spellings = [first, last].map {
            String(TimeSpan.timestamp(ofMicroseconds: $0.start).prefix(10))
        }
        func with(_ comparison: Comparison, _ value: Value) -> Filter {
            .clause(Clause(key: clause.key, comparison: comparison, value: value))
        }
        let ends = spellings.map { Scalar.date(.absolute($0)) }
        let remedies: [Filter]
        switch clause.comparison {
        case .less, .lessOrEqual: remedies = [with(.lessOrEqual, .scalar(ends[0]))]
        case .greater, .greaterOrEqual: remedies = [with(.greaterOrEqual, .scalar(ends[1]))]
        case .matches, .equals, .differs, .similar, .near:
            remedies = [
                with(.matches, .scalar(ends[1])), with(.matches, .scalar(ends[0])),
            ]
        }
        return Finding(
            reason: "`\(resolution.written)` lies between \(spellings[0]) and \(spellings[1])"
                + (isAlone ? "" : " in what the other clauses find"),
            nearest: spellings, remedies: remedies)
    }
}

extension Clause {
    /// The clause with another unit at its numbers, or with none.
    fileprivate func withUnit(_ unit: String?) -> Clause {
        func changed(_ scalar: Scalar?) -> Scalar? {
            guard case .quantity(let quantity)? = scalar else { return scalar }
            return .quantity(Quantity(number: quantity.number, unit: unit))
        }
        var clause = self
        switch value {
        case .scalar(let scalar): clause.value = .scalar(changed(scalar) ?? scalar)
        case .range(let lower, let upper): clause.value = .range(changed(lower), changed(upper))
        case .tolerance(let value, let width):
            clause.value = .tolerance(changed(value) ?? value, width)
        case .anyOf(let scalars): clause.value = .anyOf(scalars.map { changed($0) ?? $0 })
        case .anything: break
        }
        return clause
    }
}

internal import MetadataModel
internal import MetadataStore
internal import QueryLanguage
internal import Units

/// Keys of one resolution that are tested alike.
struct KeyGroup {
    var keys: [KeyID]
    var steps: [ElementStep]
    var traits: ValueTraits

    func test(_ value: ValueTest, _ quantifier: FactTest.Quantifier = .any) -> Predicate {
        .facts(FactTest(keys: keys, value, quantifier: quantifier, element: steps))
    }
}

extension QueryResolution {
    /// The keys of a resolution by what their values are like.
    static func groups(_ resolution: Resolution) -> [KeyGroup] {
        var groups: [KeyGroup] = []
        for source in resolution.sources {
            let entry = source.entry
            let traits = ValueTraits(
                // Facts that state a unit themselves are compared by it.
                unit: entry.dimensions.isEmpty ? source.unit : nil,
                isTextual: entry.textCount > entry.numberCount,
                hasDates: entry.dateCount > 0,
                isPath: entry.key == "file.path")
            let place = groups.firstIndex { $0.traits == traits && $0.steps == source.steps }
            if let place {
                groups[place].keys.append(entry.id)
            } else {
                groups.append(KeyGroup(keys: [entry.id], steps: source.steps, traits: traits))
            }
        }
        return groups
    }

    /// The predicate of `key op value`. A fault yields one too, so that the rest is looked at.
    mutating func condition(
        _ clause: Clause, _ resolution: Resolution, quantifier: Quantifier = .any
    ) -> Predicate {
        if clause.value == .anything { return anything(clause, resolution) }
        guard let value = literals(of: clause, resolution) else { return .nothing }
        warnAboutUnits(value, resolution)
        noteConversions(clause, value)
        var tests: [(group: KeyGroup, value: ValueTest)] = []
        for group in Self.groups(resolution) {
            do throws(ValueMismatch) {
                let reading = ValueReading(traits: group.traits)
                tests.append((group, try Self.test(reading, clause.comparison, value)))
            } catch {
                fault(.wrongLiteral, error.message, at: place(of: clause))
                return .nothing
            }
        }
        return combined(tests, clause.comparison == .differs ? .none : quantifier)
    }

    private mutating func anything(_ clause: Clause, _ resolution: Resolution) -> Predicate {
        switch clause.comparison {
        case .matches, .equals: break
        case .differs, .less, .lessOrEqual, .greater, .greaterOrEqual, .similar, .near:
            fault(
                .wrongLiteral,
                "`*` means that there is a value; write `\(clause.key.description):*`",
                at: place(of: clause))
        }
        return presence(resolution)
    }

    /// `any` needs one fact of one group; `all` and `none` need facts, and speak of every group.
    private func combined(
        _ tests: [(group: KeyGroup, value: ValueTest)], _ quantifier: Quantifier
    ) -> Predicate {
        let present = Self.union(tests.map { $0.group.test(.present) })
        switch quantifier {
        case .any, .count: return Self.union(tests.map { $0.group.test($0.value) })
        case .all:
            if tests.count == 1 { return tests[0].group.test(tests[0].value, .all) }
            return Self.intersection(
                [present]
                    + tests.map {
                        .or([$0.group.test($0.value, .all), .not($0.group.test(.present))])
                    })
        case .none:
            if tests.count == 1 { return tests[0].group.test(tests[0].value, .none) }
            return Self.intersection([present] + tests.map { .not($0.group.test($0.value)) })
        }
    }

    // MARK: Literals

    /// A clause's value with its literals read.
    enum ReadValue {
        case anyOf([Literal])
        case range(Literal?, Literal?)
        case tolerance(Literal, Literal)

        var literals: [Literal] {
            switch self {
            case .anyOf(let literals): literals
            case .range(let lower, let upper): [lower, upper].compactMap { $0 }
            case .tolerance(let value, let width): [value, width]
            }
        }
    }

    private static func test(
        _ reading: ValueReading, _ comparison: Comparison, _ value: ReadValue
    ) throws(ValueMismatch) -> ValueTest {
        switch value {
        case .range(let lower, let upper): return try reading.range(lower, upper)
        case .tolerance(let value, let width): return try reading.tolerance(value, width)
        case .anyOf(let literals):
            var tests: [ValueTest] = []
            for literal in literals { tests.append(try reading.test(comparison, literal)) }
            return tests.count == 1 ? tests[0] : .anyOf(tests)
        }
    }

    private mutating func literals(of clause: Clause, _ resolution: Resolution) -> ReadValue? {
        let hasUnits = resolution.dimensions.contains { $0 != .none }
        let takesText =
            switch clause.comparison {
            case .matches, .equals, .differs, .similar: !hasUnits
            case .less, .lessOrEqual, .greater, .greaterOrEqual, .near: false
            }
        let isBound =
            switch clause.comparison {
            case .less, .lessOrEqual, .greater, .greaterOrEqual: true
            case .matches, .equals, .differs, .similar, .near: false
            }
        let reading = LiteralReading(dates: dates, allowsText: takesText, isBound: isBound)
        let failuresBefore = faults.count
        var read: [Literal] = []
        for scalar in clause.value.scalars {
            do throws(LiteralReading.Failure) {
                let literal = try reading.literal(scalar)
                checkDimension(of: literal, scalar, clause, resolution)
                read.append(literal)
            } catch {
                report(error, scalar, clause, resolution)
            }
        }
        guard faults.count == failuresBefore else { return nil }
        return readValue(clause, read)
    }

    private mutating func readValue(_ clause: Clause, _ read: [Literal]) -> ReadValue? {
        switch (clause.value, clause.comparison) {
        case (.range(let lower, let upper), .matches), (.range(let lower, let upper), .equals),
            (.range(let lower, let upper), .differs):
            return .range(lower == nil ? nil : read.first, upper == nil ? nil : read.last)
        case (.tolerance, .matches), (.tolerance, .equals), (.tolerance, .differs):
            return .tolerance(read[0], read[1])
        case (.range, _), (.tolerance, _):
            fault(
                .wrongLiteral,
                "a range follows `:`, `=` or `!=`, found `\(clause.comparison.rawValue)`",
                at: places.current,
                suggestions: [clause.key.description + ":" + clause.value.description])
            return nil
        case (.scalar, _), (.anyOf, _), (.anything, _): return .anyOf(read)
        }
    }

    /// The spelling of a literal's number.
    private func number(of scalar: Scalar) -> String {
        if case .quantity(let quantity) = scalar { quantity.number } else { "" }
    }

    /// The units, those that a key's numbers can be given in first.
    private static func fitting(_ units: [String], _ resolution: Resolution) -> [String] {
        let fit = units.filter {
            UnitTable.unit($0).map { resolution.dimensions.contains($0.dimension) } ?? false
        }
        return fit + units.filter { !fit.contains($0) }
    }

    private mutating func report(
        _ failure: LiteralReading.Failure, _ scalar: Scalar, _ clause: Clause,
        _ resolution: Resolution
    ) {
        let range = places.place(of: scalar.description)
        switch failure {
        case .unknownUnit(let name):
            switch UnitTable.lookup(name) {
            case .ambiguous(let readings):
                fault(
                    .unknownUnit, "`\(name)` means more than one unit", at: range,
                    suggestions: Self.fitting(readings, resolution).map { number(of: scalar) + $0 })
            case .unknown(let nearest):
                let own = Suggestions(
                    among: resolution.statedUnits.map(\.unit)
                        + resolution.dimensions.flatMap(UnitTable.usualUnits).map(\.symbol)
                ).nearest(to: name)
                let units = own + Self.fitting(nearest, resolution).filter { !own.contains($0) }
                fault(
                    .unknownUnit, "`\(name)` is no known unit", at: range,
                    suggestions: units.map { number(of: scalar) + $0 })
            case .known: break
            }
        case .wrongDate(let text):
            fault(
                .wrongLiteral, "`\(text)` is no date of the calendar", at: range,
                suggestions: text.utf8.count >= 10 ? [String(text.prefix(7))] : [])
        }
    }

    // MARK: Units

    private mutating func checkDimension(
        of literal: Literal, _ scalar: Scalar, _ clause: Clause, _ resolution: Resolution
    ) {
        guard case .quantity(_, let unit) = literal, case .quantity(let quantity) = scalar else {
            return
        }
        let dimensions = resolution.dimensions
        guard !dimensions.isEmpty, !dimensions.contains(unit.dimension) else { return }
        // `200kV±5%`: the share of a number has no dimension.
        if case .tolerance = clause.value, unit.dimension == .none { return }
        let own = dimensions.map(Self.measure).sorted().joined(separator: " or ")
        fault(
            .wrongDimension,
            "\(resolution.written) is \(own), \(quantity.unit ?? "") is "
                + Self.measure(unit.dimension),
            at: places.place(of: scalar.description),
            suggestions: resolution.statedUnits.prefix(3).map { quantity.number + $0.unit })
    }

    /// `an electric potential`, `a length`
    static func measure(_ dimension: Dimension) -> String {
        guard let name = UnitTable.name(of: dimension) else { return "a pure number" }
        return ("aeiou".contains(name.prefix(1)) ? "an " : "a ") + name
    }

    private mutating func warnAboutUnits(_ value: ReadValue, _ resolution: Resolution) {
        var hasPlain = false
        var hasUnit = false
        for literal in value.literals {
            switch literal {
            case .number: hasPlain = true
            case .quantity: hasUnit = true
            case .span, .text, .glob, .truth: break
            }
        }
        let units = resolution.statedUnits
        if hasPlain, !hasUnit, !units.isEmpty, !isYear(value, resolution) {
            let list = units.prefix(8).map { "\($0.unit) (\($0.count))" }.joined(separator: ", ")
            warnings.append(
                SearchWarning(
                    "the numbers of `\(resolution.written)` have units and were compared as written: "
                        + list,
                    suggestions: units.prefix(3).map(\.unit)))
        }
        let hasAnyDimension = resolution.sources.contains {
            !$0.entry.dimensions.isEmpty || $0.unit != nil
        }
        if hasUnit, !resolution.sources.isEmpty, !hasAnyDimension {
            warnings.append(
                SearchWarning(
                    "no number of `\(resolution.written)` has a unit; leave it out to compare as written"
                ))
        }
    }

    /// Whether a value is but years, and the key has dates.
    private func isYear(_ value: ReadValue, _ resolution: Resolution) -> Bool {
        resolution.sources.contains { $0.entry.dateCount > 0 }
            && value.literals.allSatisfy { literal in
                if case .number(let number) = literal {
                    number == number.rounded() && (1000...9999).contains(number)
                } else {
                    false
                }
            }
    }

    private mutating func noteConversions(_ clause: Clause, _ value: ReadValue) {
        for literal in value.literals {
            let meaning: String
            switch literal {
            case .quantity(let number, let unit):
                let si = UnitTable.siUnit(of: unit.dimension).symbol
                meaning = "\(Rounding.value(unit.si(number))) \(si)"
            case .span(let span):
                meaning =
                    TimeSpan.timestamp(ofMicroseconds: span.start) + " until "
                    + TimeSpan.timestamp(ofMicroseconds: span.end)
            case .number, .text, .glob, .truth: continue
            }
            conversions.append(.init(clause: clause.description, meaning: meaning))
        }
    }

    private func place(of clause: Clause) -> SourceRange {
        places.place(of: clause.value.description)
    }
}

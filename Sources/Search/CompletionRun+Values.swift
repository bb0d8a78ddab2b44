internal import MetadataModel
internal import MetadataStore
internal import QueryLanguage
internal import Units

extension CompletionRun {
    private static let maximumMonthCount = 6

    /// What may stand behind a key and its operator.
    func values(of key: KeyPattern, _ comparison: Comparison, most: Int) throws -> [Candidate] {
        let resolution = valueResolution(of: key)
        guard !resolution.sources.isEmpty else { return [] }
        var place = place
        var isRange = false
        if let end = Self.upperEnd(of: place.typed) {
            // The upper end of a range is completed by itself.
            place.replaced.start += place.typed.utf8.count - end.utf8.count
            place.typed = end
            isRange = true
        }
        let dates = resolution.sources.reduce(0) { $0 + $1.entry.dateCount }
        let numbers = resolution.sources.reduce(0) { $0 + $1.entry.numberCount }
        let texts = resolution.sources.reduce(0) { $0 + $1.entry.textCount }
        let context = ValueContext(
            key: key, comparison: comparison, typed: place.typed, replaced: place.replaced,
            resolution: resolution, isRange: isRange)
        if dates > 0, dates >= numbers, dates >= texts { return try self.dates(context) }
        let measured = quantities(context)
        if !measured.isEmpty { return Array(measured.prefix(most)) }
        return try stated(context, most: most)
    }

    /// What stands behind the dots of `5kV..2`; `nil` where there are none.
    private static func upperEnd(of typed: String) -> String? {
        let bytes = Array(typed.utf8)
        let dots = bytes.indices.dropLast().first {
            bytes[$0] == UInt8(ascii: ".") && bytes[$0 + 1] == UInt8(ascii: ".")
        }
        return dots.map { String(decoding: bytes[($0 + 2)...], as: UTF8.self) }
    }

    /// What is known of a value that is being typed.
    private struct ValueContext {
        var key: KeyPattern
        var comparison: Comparison
        var typed: String
        var replaced: SourceRange
        var resolution: Resolution
        var isRange: Bool

        func candidate(
            _ text: String, _ kind: Suggestion.Kind = .value, note: String = "",
            _ scalar: Scalar? = nil
        ) -> Candidate {
            let count: Candidate.Count =
                isRange ? .finds(.has(key)) : scalar.map { .finds(condition($0)) } ?? .all
            return Candidate(
                text: text, kind: kind, note: note, replaced: replaced, count: count)
        }

        private func condition(_ scalar: Scalar) -> Filter {
            .clause(Clause(key: key, comparison: comparison, value: .scalar(scalar)))
        }
    }

    /// The keys of a clause, within braces those below what the braces name.
    private func valueResolution(of key: KeyPattern) -> Resolution {
        guard let structure = place.structures.last else { return keys.resolution(of: key) }
        return keys.resolution(of: KeyPattern(segments: structure.segments + key.segments))
    }

    // MARK: Texts and numbers as stated

    private func stated(_ context: ValueContext, most: Int) throws -> [Candidate] {
        let typed = context.typed.hasPrefix("\"") ? context.typed.dropFirst() : context.typed[...]
        let keys = context.resolution.keys
        let values = try rest.values(
            of: keys, beginningWith: String(typed), most: most,
            lookingAt: Self.maximumEntryCount)
        let units = context.resolution.statedUnits
        // A number means one thing only where all have the same unit.
        let unit = units.count == 1 && UnitTable.unit(units[0].unit) != nil ? units[0].unit : ""
        return values.map { value in
            var scalar = Scalar(text: value.text)
            if case .quantity(let quantity) = scalar, !unit.isEmpty {
                scalar = .quantity(Quantity(number: quantity.number, unit: unit))
            }
            return context.candidate(scalar.description, note: "", scalar)
        }
    }

    // MARK: Numbers with units

    /// The number that is typed, with each unit that its letters may become.
    private func quantities(_ context: ValueContext) -> [Candidate] {
        let number = context.typed.prefix { "+-.0123456789eE".contains($0) }
        var spelling = String(number)
        var letters = context.typed.dropFirst(number.count)
        // The `e` of `5eV` belongs to the unit.
        while let last = spelling.last, last == "e" || last == "E" {
            spelling.removeLast()
            letters = context.typed.dropFirst(spelling.count)
        }
        guard Double(spelling) != nil else { return [] }
        return unitNames(of: context.resolution, beginningWith: String(letters)).map { unit in
            context.candidate(
                spelling + unit.text, .unit, note: unit.note,
                .quantity(Quantity(number: spelling, unit: unit.text)))
        }
    }

    /// Units of a key's numbers: those that facts state, then others of the same dimension.
    private func unitNames(
        of resolution: Resolution, beginningWith letters: String
    ) -> [(text: String, note: String)] {
        var found: [(text: String, note: String)] = []
        func add(_ text: String, _ note: String) {
            let fits = letters.isEmpty || text.lowercased().hasPrefix(letters.lowercased())
            if fits, !found.contains(where: { $0.text == text }) { found.append((text, note)) }
        }
        for stated in resolution.statedUnits where UnitTable.unit(stated.unit) != nil {
            add(stated.unit, "stated by \(stated.count) facts")
        }
        let dimensions = resolution.dimensions.subtracting([.none])
        let measures = dimensions.map { ($0, UnitTable.name(of: $0) ?? "") }
        for (dimension, name) in measures.sorted(by: { $0.1 < $1.1 }) {
            for unit in UnitTable.usualUnits(of: dimension) { add(unit.symbol, name) }
        }
        return found
    }

    /// What `select … in` may name.
    func units(of key: KeyPattern) -> [Candidate] {
        unitNames(of: keys.resolution(of: key), beginningWith: place.typed).map { unit in
            Candidate(
                text: unit.text, kind: .unit, note: unit.note, replaced: place.replaced,
                count: .finds(.has(key)))
        }
    }

    // MARK: Dates

    private func dates(_ context: ValueContext) throws -> [Candidate] {
        let relative: [(text: String, date: DateLiteral, note: String)] = [
            ("today", .today, "the day of the clock, UTC"), ("yesterday", .yesterday, ""),
            ("-7d", .ago(Duration(count: 7, unit: "d")), "from seven days ago"),
            ("-30d", .ago(Duration(count: 30, unit: "d")), "from thirty days ago"),
            ("-1y", .ago(Duration(count: 1, unit: "y")), "from a year ago"),
        ]
        var found = relative.filter { $0.text.hasPrefix(context.typed) }.map {
            context.candidate($0.text, note: $0.note, .date($0.date))
        }
        let months = try rest.histogram(context.resolution.keys, calendar: .month).suffix(240)
        let spellings = months.map { month in
            (
                text: String(TimeSpan.timestamp(ofMicroseconds: month.start).prefix(7)),
                count: month.count
            )
        }
        let fitting = spellings.filter { $0.text.hasPrefix(context.typed) }
        found += fitting.suffix(Self.maximumMonthCount).reversed().map { month in
            context.candidate(month.text, note: "a month", .date(.absolute(month.text)))
        }
        return found
    }

    // MARK: Bins

    /// Widths that divide a key's numbers into some twenty bins, and those of the calendar.
    func bins(of key: KeyPattern) throws -> [Candidate] {
        let resolution = keys.resolution(of: key)
        var texts: [String] = []
        if resolution.sources.contains(where: { $0.entry.dateCount > 0 }) {
            texts += ["year", "month", "week", "day", "hour"]
        }
        let stated = resolution.statedUnits.lazy.compactMap { stated in
            UnitTable.unit(stated.unit).map { NamedUnit(symbol: stated.unit, unit: $0) }
        }.first
        if let spread = try spread(of: resolution, in: stated) {
            texts += Self.roundWidths(of: spread).map { $0 + (stated?.symbol ?? "") }
        }
        return texts.filter { $0.hasPrefix(place.typed) }.map {
            Candidate(
                text: $0, kind: .unit, note: "the width of a bin", replaced: place.replaced,
                count: .finds(.has(key)))
        }
    }

    /// From the least to the greatest number: where all have one unit as the index knows it of all
    /// assets, else that of the assets found.
    private func spread(of resolution: Resolution, in stated: NamedUnit?) throws -> Double? {
        let least: Double?
        let greatest: Double?
        var scale = 1.0
        if resolution.statedUnits.count <= 1 {
            least = resolution.sources.compactMap(\.entry.leastNumber).min()
            greatest = resolution.sources.compactMap(\.entry.greatestNumber).max()
        } else {
            let numbers = try rest.statistics(resolution.keys, dimension: stated?.unit.dimension)
            (least, greatest) = (numbers.minimum, numbers.maximum)
            scale = stated.map { $0.unit.denominator / $0.unit.numerator } ?? 1
        }
        guard let least, let greatest, greatest > least else { return nil }
        return (greatest - least) * scale
    }

    private static func roundWidths(of spread: Double) -> [String] {
        var power = 1.0
        while power * 100 < spread, power < 1e30 { power *= 10 }
        while power * 10 > spread, power > 1e-30 { power /= 10 }
        return [0.5, 1, 2].map { width in
            let text = Rounding.value(width * power).description
            return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        }
    }
}

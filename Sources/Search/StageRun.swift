internal import MetadataModel
internal import MetadataStore
internal import Units

/// Asks the store what the stages want to know of an answer.
struct StageRun {
    /// Distinct values that are listed at most.
    static let maximumValueCount = 10_000
    /// First assets of each group.
    static let exampleCount = 3

    let reader: StoreReader
    let answer: StoreAnswer
    let deadline: ContinuousClock.Instant?

    func answer(_ summary: StagePlan.Summary) throws -> StageAnswer {
        switch summary {
        case .facet(let name, let resolution, let top):
            return .facet(try facet(name, resolution, top: top))
        case .histogram(let name, let resolution, let width, let typed, let unit):
            return .histogram(try histogram(name, resolution, width, typed, unit))
        case .calendar(let name, let resolution, let bin):
            let bins = try answer.histogram(resolution.keys, calendar: bin).map { found in
                HistogramAnswer.Bin(
                    start: .date(Self.date(found.start, bin)), count: found.count)
            }
            return .histogram(
                HistogramAnswer(name: name, width: bin.rawValue, unit: nil, bins: bins))
        case .statistics(let name, let resolution):
            return .statistics(try statistics(name, resolution))
        case .count(by: nil): return .count(answer.count, by: nil)
        case .count(by: .some(let by)):
            return .count(
                answer.count, by: try facet(by.name, by.resolution, top: Self.maximumValueCount))
        case .distinct(let name, let resolution):
            let values = try answer.distinctValues(
                resolution.keys, limit: Self.maximumValueCount)
            let facet = try answer.facet(resolution.keys, top: 0)
            return .distinct(
                FacetAnswer(
                    name: name, values: values.map { .init(text: $0.value, count: $0.count) },
                    distinctCount: facet.distinctCount, missing: facet.missing))
        case .groups(let name, let resolution):
            var groups = try facet(name, resolution, top: QueryResolution.usualFacetCount)
            for place in groups.values.indices {
                groups.values[place].examples = try examples(
                    groups.values[place].text, resolution)
            }
            return .groups(groups)
        }
    }

    func facet(_ name: String, _ resolution: Resolution, top: Int) throws -> FacetAnswer {
        let stated = resolution.sources.filter(\.isStated).map(\.entry.id)
        guard !stated.isEmpty, stated.count < resolution.sources.count else {
            let facet = try answer.facet(resolution.keys, top: top)
            return FacetAnswer(
                name: name, values: facet.values.map { .init(text: $0.text, count: $0.count) },
                distinctCount: facet.distinctCount, missing: facet.missing)
        }
        return try facet(name, resolution, stated: stated, top: top)
    }

    /// Counts what people state and, for assets about which they state nothing, what files say.
    private func facet(
        _ name: String, _ resolution: Resolution, stated: [KeyID], top: Int
    ) throws -> FacetAnswer {
        let limit = Self.maximumValueCount
        let others = resolution.keys.filter { !stated.contains($0) }
        let unstated = Predicate.not(.facts(FactTest(keys: stated, .present)))
        let rest = try answers(with: unstated).facet(others, top: limit)
        var counts: [String: Int] = [:]
        for value in try answer.facet(stated, top: limit).values + rest.values {
            counts[value.text, default: 0] += value.count
        }
        let values = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        return FacetAnswer(
            name: name, values: values.prefix(top).map { .init(text: $0.key, count: $0.value) },
            distinctCount: values.count, missing: rest.missing)
    }

    private func examples(_ value: String, _ resolution: Resolution) throws -> [String] {
        let test = FactTest(keys: resolution.keys, .text(value, isCaseSensitive: true))
        return try answers(with: .facts(test))
            .page(order: [], after: nil, limit: Self.exampleCount).identities.map(\.description)
    }

    /// The assets of the answer that fulfil a predicate as well.
    private func answers(with predicate: Predicate) throws -> StoreAnswer {
        try answer.intersection(reader.answer(predicate, deadline: deadline))
    }

    private func histogram(
        _ name: String, _ resolution: Resolution, _ width: Double, _ typed: String,
        _ unit: NamedUnit?
    ) throws -> HistogramAnswer {
        // Numbers without a unit that a concept knows stay as written; so must the width then.
        let own = Self.commonUnit(of: resolution)
        let scale = unit.map { $0.unit.numerator / $0.unit.denominator } ?? 1
        let bins: [HistogramAnswer.Bin]
        if let unit, let own {
            let ownScale = own.unit.numerator / own.unit.denominator
            bins = try answer.histogram(
                resolution.keys, width: width * scale / ownScale, inSI: nil
            ).map { found in
                .init(
                    start: .number(
                        Rounding.value(unit.unit.value(fromSI: own.unit.si(found.lower)))),
                    count: found.count)
            }
        } else {
            bins = try answer.histogram(
                resolution.keys, width: width * scale, inSI: unit?.unit.dimension
            ).map { found in
                let lower = unit?.unit.value(fromSI: found.lower) ?? found.lower
                return .init(start: .number(Rounding.value(lower)), count: found.count)
            }
        }
        return HistogramAnswer(name: name, width: typed, unit: unit?.symbol, bins: bins)
    }

    /// The unit that most facts of a key state, of those that are known.
    func statedUnit(of resolution: Resolution) -> NamedUnit? {
        resolution.statedUnits.lazy.compactMap { stated in
            UnitTable.unit(stated.unit).map { NamedUnit(symbol: stated.unit, unit: $0) }
        }.first
    }

    func statistics(_ name: String, _ resolution: Resolution) throws -> StatisticsAnswer {
        let stated = statedUnit(of: resolution)
        let found = try answer.statistics(resolution.keys, dimension: stated?.unit.dimension)
        func shown(_ value: Double?) -> Double? {
            guard let value else { return nil }
            return Rounding.value(stated?.unit.value(fromSI: value) ?? value)
        }
        let mean = shown(found.mean)
        let scale = stated.map { $0.unit.denominator / $0.unit.numerator } ?? 1
        return StatisticsAnswer(
            name: name, unit: (stated ?? Self.commonUnit(of: resolution))?.symbol,
            count: found.count, assets: found.assetCount, missing: found.missing,
            least: shown(found.minimum), greatest: shown(found.maximum), mean: mean,
            // In a unit with a zero point of its own, a sum is that of the numbers in this unit.
            sum: mean.map { Rounding.value($0 * Double(found.count)) },
            standardDeviation: found.standardDeviation.map { Rounding.value($0 * scale) },
            median: shown(found.median))
    }

    /// The unit that a concept knows for all of its keys, where no fact states one.
    static func commonUnit(of resolution: Resolution) -> NamedUnit? {
        let units = Set(resolution.sources.map { $0.entry.dimensions.isEmpty ? $0.unit : nil })
        return units.count == 1 ? units.first ?? nil : nil
    }

    private static func date(_ start: Int64, _ bin: CalendarBin) -> String {
        let text = TimeSpan.timestamp(ofMicroseconds: start)
        return switch bin {
        case .year: String(text.prefix(4))
        case .month: String(text.prefix(7))
        case .week, .day: String(text.prefix(10))
        case .hour: String(text.prefix(13))
        case .minute: String(text.prefix(16))
        }
    }
}

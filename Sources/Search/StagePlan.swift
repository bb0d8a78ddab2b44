internal import MetadataModel
internal import MetadataStore
internal import QueryLanguage
internal import Units

/// What the stages of a query ask for, with their keys and units resolved.
struct StagePlan {
    /// A column of `select`, or a key that hits show without it.
    struct Column {
        var name: String
        var resolution: Resolution
        var unit: NamedUnit?
    }

    /// A question to the whole answer.
    enum Summary {
        case facet(name: String, Resolution, top: Int)
        case histogram(name: String, Resolution, width: Double, typed: String, NamedUnit?)
        case calendar(name: String, Resolution, CalendarBin)
        case statistics(name: String, Resolution)
        case count(by: (name: String, resolution: Resolution)?)
        case distinct(name: String, Resolution)
        case groups(name: String, Resolution)
    }

    var order: [StoreAnswer.Order] = []
    var orderInWords: [String] = []
    var limit: Int?
    var cursor: String?
    var sample: (count: Int, seed: UInt64)?
    /// Absent without a `select` stage.
    var columns: [Column]?
    var summaries: [Summary] = []
    var explains = false

    /// `count`, `stats`, `distinct` and `group` answer in place of the hits, facets beside them.
    var wantsHits: Bool {
        columns != nil || sample != nil
            || summaries.allSatisfy { summary in
                switch summary {
                case .facet, .histogram, .calendar: true
                case .statistics, .count, .distinct, .groups: false
                }
            }
    }
}

extension QueryResolution {
    /// Values of a facet that are listed where `top` says nothing.
    static let usualFacetCount = 25

    /// The plan of the stages; of stages that may stand once, the last one counts.
    ///
    /// - Parameter isPast: Whether the stage `as_of` has been seen to.
    mutating func plan(of stages: [Stage], isPast: Bool) -> StagePlan {
        places.enterStages()
        var plan = StagePlan()
        for stage in stages {
            switch stage {
            case .sort(let keys): sort(keys, &plan)
            case .facet(let keys): for key in keys { facet(key, &plan) }
            case .stats(let key):
                if let resolution = summarized(key) {
                    plan.summaries.append(.statistics(name: key.description, resolution))
                }
            case .count(by: nil): plan.summaries.append(.count(by: nil))
            case .count(by: .some(let key)):
                if let resolution = summarized(key) {
                    plan.summaries.append(.count(by: (key.description, resolution)))
                }
            case .select(let columns): plan.columns = columns.compactMap { self.column($0) }
            case .distinct(let key):
                if let resolution = summarized(key) {
                    plan.summaries.append(.distinct(name: key.description, resolution))
                }
            case .limit(let count): plan.limit = max(0, count)
            case .after(let cursor): plan.cursor = cursor
            case .sample(let count, let seed):
                plan.sample = (max(0, count), UInt64(bitPattern: Int64(seed ?? 0)))
            case .group(let key):
                if let resolution = summarized(key) {
                    plan.summaries.append(.groups(name: key.description, resolution))
                }
            case .asOf(let date):
                guard dates.span(of: date) != nil else {
                    fault(
                        .wrongLiteral, "`\(date)` is no date of the calendar",
                        at: places.place(of: "as_of"))
                    continue
                }
                guard !isPast else { continue }
                fault(
                    .wrongLiteral,
                    "`as_of` is not available here: who sees some projects alone, and what is "
                        + "frozen, sees the present",
                    at: places.place(of: "as_of"))
            case .explain: plan.explains = true
            }
        }
        return plan
    }

    private mutating func sort(_ keys: [SortKey], _ plan: inout StagePlan) {
        plan.order = []
        plan.orderInWords = []
        for sortKey in keys {
            let resolution = resolution(of: sortKey.key)
            let direction = sortKey.isDescending ? "descending" : "ascending"
            if resolution.field == .id {
                plan.order.append(.identity(descending: sortKey.isDescending))
                plan.orderInWords.append("id \(direction)")
                continue
            }
            let slot = Self.sortSlot(of: resolution)
            plan.order.append(
                .key(resolution.keys, by: slot, descending: sortKey.isDescending))
            plan.orderInWords.append(
                "\(resolution.written) by \(Self.name(of: slot)), \(direction)")
        }
    }

    /// The slot that most facts under the keys have.
    static func sortSlot(of resolution: Resolution) -> SortSlot {
        let numbers = resolution.sources.reduce(0) { $0 + $1.entry.numberCount }
        let dates = resolution.sources.reduce(0) { $0 + $1.entry.dateCount }
        let texts = resolution.sources.reduce(0) { $0 + $1.entry.textCount }
        if dates > 0, dates >= numbers, dates >= texts { return .date }
        return numbers > 0 && numbers >= texts ? .number(preferringSI: true) : .text
    }

    private static func name(of slot: SortSlot) -> String {
        switch slot {
        case .number: "number"
        case .date: "date"
        case .text: "text"
        }
    }

    private mutating func facet(_ facet: FacetKey, _ plan: inout StagePlan) {
        guard let resolution = summarized(facet.key) else { return }
        let name = facet.key.description
        switch facet.bin {
        case nil:
            plan.summaries.append(
                .facet(name: name, resolution, top: facet.top ?? Self.usualFacetCount))
        case .calendar(let word):
            guard let bin = CalendarBin(rawValue: word) else {
                let bins = CalendarBin.allCases.map(\.rawValue)
                fault(
                    .wrongLiteral, "`\(word)` is no bin of the calendar",
                    at: places.place(of: word),
                    suggestions: bins)
                return
            }
            plan.summaries.append(.calendar(name: name, resolution, bin))
        case .width(let width):
            histogram(name, resolution, width, &plan)
        }
    }

    private mutating func histogram(
        _ name: String, _ resolution: Resolution, _ width: Quantity, _ plan: inout StagePlan
    ) {
        let typed = Scalar.quantity(width).description
        guard width.value > 0, width.value.isFinite else {
            fault(
                .wrongLiteral, "a bin is wider than 0, found `\(typed)`",
                at: places.place(of: typed))
            return
        }
        var unit: NamedUnit?
        if let symbol = width.unit {
            guard
                let found = self.unit(
                    symbol, of: width.number, for: resolution, at: places.place(of: typed))
            else {
                return
            }
            unit = found
        }
        plan.summaries.append(
            .histogram(name: name, resolution, width: width.value, typed: typed, unit))
    }

    private mutating func column(_ column: Column) -> StagePlan.Column? {
        let resolution = resolution(of: column.key)
        let name = column.key.description
        guard let symbol = column.unit else {
            return .init(name: name, resolution: resolution, unit: nil)
        }
        return unit(symbol, for: resolution, at: places.place(of: symbol)).map {
            .init(name: name, resolution: resolution, unit: $0)
        }
    }

    /// The unit of a name, if it can express the numbers of a key.
    ///
    /// - Parameter number: What stands before the unit; suggestions have it too.
    private mutating func unit(
        _ symbol: String, of number: String = "", for resolution: Resolution, at range: SourceRange
    ) -> NamedUnit? {
        switch UnitTable.lookup(symbol) {
        case .known(let unit):
            let dimensions = resolution.dimensions
            guard dimensions.isEmpty || dimensions.contains(unit.dimension) else {
                let own = dimensions.map(Self.measure).sorted().joined(separator: " or ")
                fault(
                    .wrongDimension,
                    "\(resolution.written) is \(own), \(symbol) is \(Self.measure(unit.dimension))",
                    at: range,
                    suggestions: resolution.statedUnits.prefix(3).map { number + $0.unit })
                return nil
            }
            return NamedUnit(symbol: symbol, unit: unit)
        case .ambiguous(let readings):
            fault(
                .unknownUnit, "`\(symbol)` means more than one unit", at: range,
                suggestions: readings.map { number + $0 })
        case .unknown(let nearest):
            fault(
                .unknownUnit, "`\(symbol)` is no known unit", at: range,
                suggestions: nearest.map { number + $0 })
        }
        return nil
    }

    /// The resolution of a key that is summarised over many assets: any but the id.
    private mutating func summarized(_ key: KeyPattern) -> Resolution? {
        let resolution = resolution(of: key)
        if resolution.field == .id {
            fault(
                .wrongLiteral, "every asset has an id of its own: there is nothing to summarise",
                at: places.place(of: key.description))
            return nil
        }
        return resolution
    }
}

internal import MetadataModel
internal import MetadataStore
internal import QueryLanguage
internal import Units

/// Turns the facts of an asset into what a hit shows.
struct Projection {
    /// Values of a key that a hit shows where no `select` asks for all.
    static let usualValueCount = 8
    /// What a hit shows where the query names no key.
    static let usualKeys = ["format", "acquired", "instrument.model", "voltage", "pixel.size"]

    private let columns: [StagePlan.Column]
    private let keys: Set<KeyID>
    /// Whether the query asks for exactly these columns.
    private let isSelection: Bool

    /// - Parameter usual: What to show where there is no `select` stage.
    init(_ plan: StagePlan, usual: [StagePlan.Column]) {
        columns = plan.columns ?? usual
        isSelection = plan.columns != nil
        keys = Set(columns.flatMap(\.resolution.keys))
    }

    func hit(_ identity: AssetIdentity, _ reader: StoreReader) throws -> SearchHit {
        let path = try reader.path(of: identity) ?? ""
        var facts: [KeyID: [Fact]] = [:]
        if !keys.isEmpty {
            for (key, fact) in try reader.facts(of: identity, keys: keys) {
                facts[key, default: []].append(fact)
            }
        }
        var named: [NamedValues] = []
        for column in columns {
            let values = try values(of: column, identity, path, facts, reader)
            if isSelection || !values.isEmpty {
                named.append(NamedValues(name: column.name, values: values))
            }
        }
        return SearchHit(identity: identity, path: path, facts: named)
    }

    /// All values of one key are kept, in their order; of the further keys of a concept those that
    /// say something new.
    private func values(
        of column: StagePlan.Column, _ identity: AssetIdentity, _ path: String,
        _ facts: [KeyID: [Fact]], _ reader: StoreReader
    ) throws -> [FactView] {
        switch column.resolution.field {
        case .id: return [FactView(text: identity.description)]
        case .path: return [FactView(text: path)]
        case .parts: return try reader.parts(of: identity).map { FactView(text: $0) }
        case .name, .extension, .format, .bytes, .modified, .deleted, .kind, .owner, .sha256,
            .coverage,
            .issue, .tag, nil:
            break
        }
        var values: [FactView] = []
        var seen: Set<FactView.Value> = []
        for source in column.resolution.sources {
            let views = (facts[source.entry.id] ?? []).filter { source.isAsked(for: $0) }
                .flatMap { FactView.views(of: $0, ownUnit: source.unit, in: column.unit) }
            let new = views.filter { !seen.contains($0.value) }
            values += new
            seen.formUnion(new.map(\.value))
        }
        guard !isSelection else { return values }
        var distinct: [FactView] = []
        for value in values where !distinct.contains(where: { $0.value == value.value }) {
            guard distinct.count < Self.usualValueCount else { break }
            distinct.append(value)
        }
        return distinct
    }
}

extension Resolution.Source {
    /// Whether a fact belongs to the elements that the query's indices ask for.
    fileprivate func isAsked(for fact: Fact) -> Bool {
        steps.allSatisfy { wanted in
            let index = fact.element.steps.first { $0.segment == wanted.segment }?.index ?? 0
            return index == wanted.index
        }
    }
}

extension FactView {
    init(text: String) {
        self.init(value: .text(text), text: text)
    }

    /// The values of one fact: several for a list of numbers.
    ///
    /// - Parameters:
    ///   - ownUnit: The unit of numbers that state none.
    ///   - wanted: The unit to express numbers in; what cannot be expressed in it is left out.
    static func views(of fact: Fact, ownUnit: NamedUnit?, in wanted: NamedUnit?) -> [FactView] {
        if let wanted {
            return fact.numbers.compactMap { view(of: $0, fact, ownUnit, in: wanted) }
        }
        if let date = fact.date { return [FactView(text: date.shortForm)] }
        // A label tells what a code means; of a quantity it is only another name.
        if let label = fact.label, fact.dimension == nil { return [FactView(text: label)] }
        if let truth = fact.truth { return [FactView(value: .truth(truth), text: fact.value)] }
        guard !fact.numbers.isEmpty, !fact.isAbridged else { return [FactView(text: fact.value)] }
        return fact.numbers.map { view(of: $0, fact, ownUnit) }
    }

    private static func view(
        of slot: NumberSlot, _ fact: Fact, _ ownUnit: NamedUnit?
    ) -> FactView {
        let unit = fact.unit ?? ownUnit?.symbol
        let text = fact.numbers.count == 1 && fact.unit != nil ? fact.value : slot.number.spelling
        // `5 kV` states its unit already.
        let shown = unit.map { text.hasSuffix($0) ? text : "\(text) \($0)" } ?? text
        let si = slot.si ?? (fact.unit == nil ? ownUnit?.unit.si(slot.number.double) : nil)
        return FactView(value: .number(si.map { .real($0) } ?? slot.number), text: shown)
    }

    private static func view(
        of slot: NumberSlot, _ fact: Fact, _ ownUnit: NamedUnit?, in wanted: NamedUnit
    ) -> FactView? {
        let stated = fact.unit == nil ? ownUnit?.unit : fact.unit.flatMap { UnitTable.unit($0) }
        guard let stated, stated.dimension == wanted.unit.dimension else { return nil }
        let number: Number =
            stated == wanted.unit
            ? slot.number
            : .real(Rounding.value(wanted.unit.value(fromSI: stated.si(slot.number.double))))
        return FactView(value: .number(number), text: "\(number.spelling) \(wanted.symbol)")
    }
}

extension Number {
    /// The number as text, without a trailing `.0`.
    fileprivate var spelling: String {
        switch self {
        case .integer(let value): return String(value)
        case .real(let value):
            let text = value.description
            return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        }
    }
}

extension TimeSpan {
    /// ISO 8601 to the precision that the span has; without `Z` where no zone was stated.
    var shortForm: String {
        let text = TimeSpan.timestamp(ofMicroseconds: start)
        let day: Int64 = 86_400_000_000
        switch end - start {
        case (365 * day)...: return String(text.prefix(4))
        case (28 * day)...: return String(text.prefix(7))
        case day...: return String(text.prefix(10))
        default: return hasZone ? text : String(text.dropLast())
        }
    }
}

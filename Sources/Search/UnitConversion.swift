internal import MetadataModel
internal import QueryLanguage
internal import Units

/// A number with a unit, and what it is in others.
public struct UnitConversion: Sendable {
    public struct Quantity: Sendable, Hashable {
        public var number: Double
        /// As written; empty for a pure number.
        public var unit: String
    }

    public var given: Quantity
    /// In the SI unit of its dimension.
    public var si: Quantity
    /// What it measures, in words; `nil` for a pure number.
    public var dimension: String?
    /// In the unit asked for or else in the usual units of the dimension, to fifteen digits.
    public var converted: [Quantity]

    /// Converts a quantity as a query writes it: `5kV`, `-60 deg`; a unit alone is one of it.
    ///
    /// - Parameter wanted: The unit to convert to.
    /// - Throws: ``UnitMisreading`` where a unit is not understood or measures something else.
    public init(_ text: String, to wanted: String? = nil) throws(UnitMisreading) {
        let written = text.filter { $0 != " " }
        var number = 1.0
        var name = text
        if case .clause(let clause)? = QueryParser.parse("x:" + written).query.filter,
            case .scalar(.quantity(let quantity)) = clause.value
        {
            number = quantity.value
            name = quantity.unit ?? ""
        }
        let unit = name.isEmpty ? Unit(dimension: .none) : try Self.unit(name)
        given = Quantity(number: number, unit: name)
        let value = unit.si(number)
        let base = UnitTable.siUnit(of: unit.dimension)
        si = Quantity(number: Rounding.value(value), unit: base.symbol)
        dimension = UnitTable.name(of: unit.dimension)
        if let wanted {
            let target = try Self.unit(wanted)
            guard target.dimension == unit.dimension else {
                throw UnitMisreading(
                    "`\(written)` is \(Self.meaning(unit)), `\(wanted)` is \(Self.meaning(target))")
            }
            converted = [
                Quantity(number: Rounding.value(target.value(fromSI: value)), unit: wanted)
            ]
        } else {
            converted = UnitTable.usualUnits(of: unit.dimension).map {
                Quantity(number: Rounding.value($0.unit.value(fromSI: value)), unit: $0.symbol)
            }
        }
    }

    private static func unit(_ name: String) throws(UnitMisreading) -> Unit {
        switch UnitTable.lookup(name) {
        case .known(let unit): return unit
        case .ambiguous(let readings):
            throw UnitMisreading("`\(name)` may mean several units", suggestions: readings)
        case .unknown(let nearest):
            throw UnitMisreading("no unit is written `\(name)`", suggestions: nearest)
        }
    }

    private static func meaning(_ unit: Unit) -> String {
        UnitTable.name(of: unit.dimension) ?? "a pure number"
    }
}

/// Why a text is no quantity, or none that can be converted.
public struct UnitMisreading: Error, Sendable, Hashable {
    public var message: String
    /// Units that may have been meant.
    public var suggestions: [String]

    init(_ message: String, suggestions: [String] = []) {
        self.message = message
        self.suggestions = suggestions
    }
}

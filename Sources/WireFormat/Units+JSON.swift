internal import MetadataModel
public import Search
internal import Units

extension JSONText {
    /// The body of `reticle units QUANTITY --json`.
    ///
    /// ```
    /// {"number":5,"unit":"kV","dimension":"electric potential","si":{"number":5000,"unit":"V"},
    ///  "converted":[{"number":5000,"unit":"V"},…]}
    /// ```
    /// `dimension` is left out for a pure number.
    public mutating func unitConversion(_ conversion: UnitConversion) {
        object { text in
            text.quantity(conversion.given)
            if let dimension = conversion.dimension { text.member("dimension", dimension) }
            text.object("si") { $0.quantity(conversion.si) }
            text.array("converted") { text in
                for quantity in conversion.converted {
                    text.object { $0.quantity(quantity) }
                }
            }
        }
    }

    private mutating func quantity(_ quantity: UnitConversion.Quantity) {
        member("number", quantity.number)
        member("unit", quantity.unit)
    }

    /// The body of `reticle units --json`.
    ///
    /// ```
    /// {"units":[{"unit":"nm","dimension":"length","facts":812,"keys":[{"key":…,"facts":…},…]},
    ///  {"unit":"AU","readings":["Airy unit",…],"facts":…,"keys":…},…]}
    /// ```
    /// A unit with `readings` may mean any of these, one with `nearest` is written like none.
    public mutating func units(_ usages: [UnitUsage]) {
        object { text in
            text.array("units") { text in
                for usage in usages { text.object { $0.unit(usage) } }
            }
        }
    }

    private mutating func unit(_ usage: UnitUsage) {
        member("unit", usage.unit)
        switch usage.meaning {
        case .known(let unit):
            if let name = UnitTable.name(of: unit.dimension) { member("dimension", name) }
        case .ambiguous(let readings): strings("readings", readings)
        case .unknown(let nearest): strings("nearest", nearest)
        }
        member("facts", usage.factCount)
        array("keys") { text in
            for (key, count) in usage.keys {
                text.object { text in
                    text.member("key", key.description)
                    text.member("facts", count)
                }
            }
        }
    }
}

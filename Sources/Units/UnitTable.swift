/// Knows units by their written names.
///
/// Understood are symbols with prefixes (`nm`, `µm`, `um`), names in either number and any case
/// (`Nanometers`), and products, quotients and powers of them (`e-/Å^2`, `A/cm2`, `m s⁻¹`,
/// `counts per second`). The case of a symbol counts; a symbol in the wrong case is understood
/// where only one unit can be meant: `KV` is kV, `MA` is nothing.
public enum UnitTable {
    /// The unit of a name as files and people write it; `nil` where the name is unknown or
    /// means more than one thing.
    public static func unit(_ name: String) -> Unit? {
        if let unit = common[name] { return unit }
        guard case .known(let measure) = UnitReader.read(name) else { return nil }
        return measure.unit
    }

    /// What a name means, with what could be meant instead where that is not one unit.
    public static func lookup(_ name: String) -> UnitLookup {
        switch UnitReader.read(name) {
        case .known(let measure): .known(measure.unit)
        case .ambiguous(let readings): .ambiguous(readings: readings)
        case .unknown: .unknown(nearest: UnitIndex.shared.nearest(to: name))
        }
    }

    /// The spellings that most facts have, so that they cost one look into a dictionary.
    private static let common: [String: Unit] = {
        let spellings = [
            "m", "mm", "µm", "μm", "um", "nm", "pm", "Å", "micron", "inch", "s", "ms", "µs", "us",
            "ns", "min", "h", "sec", "V", "kV", "mV", "A", "mA", "µA", "nA", "pA", "Hz", "kHz",
            "MHz", "Pa", "mbar", "Torr", "T", "eV", "keV", "J", "W", "mW", "N", "nN", "K", "°C",
            "C", "deg", "°", "rad", "mrad", "%", "px", "pixel", "pixels", "B", "bytes", "kB", "MB",
            "GB", "counts", "mol", "mM", "e-/Å^2", "1/nm", "nm/px", "micrometer", "micrometre",
            "nanometer", "seconds", "rpm",
        ]
        var units: [String: Unit] = [:]
        for spelling in spellings {
            if case .known(let measure) = UnitReader.read(spelling) {
                units[spelling] = measure.unit
            }
        }
        return units
    }()
}

/// What a written unit means.
public enum UnitLookup: Hashable, Sendable {
    case known(Unit)
    /// Several units could be meant; these, as they would be written without doubt.
    case ambiguous(readings: [String])
    /// No unit is written so; these are, and look alike.
    case unknown(nearest: [String])
}

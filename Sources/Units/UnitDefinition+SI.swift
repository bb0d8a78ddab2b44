internal import MetadataModel

extension UnitDefinition {
    /// The units of the SI and those that the SI brochure accepts beside them, with the units of
    /// storage, pixels and counts.
    ///
    /// Decisions where spellings compete:
    /// - `C` alone is the degree Celsius, as instruments write it; `C` with a prefix is the
    ///   coulomb, and within a product it is ambiguous.
    /// - `M` is mol/L, with the prefixes of laboratories only: `nM` is a concentration.
    /// - A kilobyte has 1000 bytes, a kibibyte 1024.
    /// - `e` within a quotient is an electron, a count: `e/Å²`, not a charge.
    ///
    /// Source: <https://www.bipm.org/en/publications/si-brochure>
    static let si: [UnitDefinition] = [
        UnitDefinition("m", names: ["metre", "meter"], of: .length, prefixes: .all),
        UnitDefinition(
            "g", names: ["gram", "gramme"], of: .mass, Factor(exponent: -3), prefixes: .all),
        UnitDefinition("s", names: ["second"], of: .time, prefixes: .all),
        UnitDefinition("A", names: ["ampere", "amp", "ampère"], of: .current, prefixes: .all),
        UnitDefinition("K", names: ["kelvin"], of: .temperature, prefixes: .all),
        UnitDefinition(
            "°K", "degK", names: ["deg k", "degree kelvin", "degrees kelvin"], of: .temperature),
        UnitDefinition("mol", names: ["mole"], of: .amount, prefixes: .all),
        UnitDefinition("cd", names: ["candela"], of: .luminousIntensity, prefixes: .all),

        UnitDefinition("Hz", names: ["hertz"], of: .frequency, prefixes: .all),
        UnitDefinition("N", names: ["newton"], of: .force, prefixes: .all),
        UnitDefinition("Pa", names: ["pascal"], of: .pressure, prefixes: .all),
        UnitDefinition("J", names: ["joule"], of: .energy, prefixes: .all),
        UnitDefinition("W", names: ["watt"], of: .power, prefixes: .all),
        UnitDefinition("V", names: ["volt"], of: .potential, prefixes: .all),
        UnitDefinition("C", names: ["coulomb"], of: .charge, prefixes: .all),
        UnitDefinition("F", names: ["farad"], of: .capacitance, prefixes: .all),
        UnitDefinition("Ω", "Ohm", "ohm", names: ["ohm"], of: .resistance, prefixes: .all),
        UnitDefinition("S", names: ["siemens"], of: .conductance, prefixes: .all),
        UnitDefinition("Wb", names: ["weber"], of: .magneticFlux, prefixes: .all),
        UnitDefinition("T", names: ["tesla"], of: .magneticFluxDensity, prefixes: .all),
        UnitDefinition("H", names: ["henry", "henries"], of: .inductance, prefixes: .all),
        UnitDefinition("lm", names: ["lumen"], of: .luminousFlux, prefixes: .all),
        UnitDefinition("lx", names: ["lux"], of: .illuminance, prefixes: .all),
        UnitDefinition("Bq", names: ["becquerel"], of: .frequency, prefixes: .all),
        UnitDefinition("Gy", names: ["gray"], of: .absorbedDose, prefixes: .all),
        UnitDefinition("Sv", names: ["sievert"], of: .absorbedDose, prefixes: .all),
        UnitDefinition("kat", names: ["katal"], of: .catalyticActivity, prefixes: .all),
        UnitDefinition(
            "°C", "degC", "℃", "ºC",
            names: [
                "celsius", "deg c", "deg. c", "degree celsius", "degrees celsius", "degrees c",
            ],
            of: .temperature, offset: 273.15),

        UnitDefinition(
            "min", names: ["minute", "min"], of: .time, Factor(60)),
        UnitDefinition("h", "hr", names: ["hour", "hr"], of: .time, Factor(3600)),
        UnitDefinition("d", names: ["day"], of: .time, Factor(86400)),
        UnitDefinition("sec", names: ["sec"], of: .time, prefixes: .laboratory),
        UnitDefinition(
            "L", "l", names: ["litre", "liter"], of: .volume, Factor(exponent: -3), prefixes: .small
        ),
        UnitDefinition(
            "eV", names: ["electronvolt", "electron volt"], of: .energy,
            Factor(1_602_176_634, exponent: -28), prefixes: .all),
        UnitDefinition(
            "Da", "amu", names: ["dalton"], of: .mass, Factor(166_053_906_660, exponent: -38),
            prefixes: .all),
        UnitDefinition("tonne", names: ["tonne"], of: .mass, Factor(1000)),
        UnitDefinition(
            "M", names: ["molar"], of: .concentration, Factor(1000), prefixes: .laboratory),
        UnitDefinition(
            "Np", names: ["neper"], of: .none),
        // A level is a logarithm; as a number it is counted in nepers, so that levels compare
        // with levels.
        UnitDefinition(
            "dB", names: ["decibel"], of: .none, Factor(2.302585092994046, over: 20)),

        UnitDefinition("rad", names: ["radian"], of: .angle, prefixes: .all),
        UnitDefinition("sr", names: ["steradian"], of: .solidAngle, prefixes: .all),
        UnitDefinition(
            "deg", "°", "º", names: ["degree", "deg"], of: .angle, Factor(.pi, over: 180)),
        UnitDefinition(
            "arcmin", "′", names: ["arcminute", "minute of arc", "minutes of arc"], of: .angle,
            Factor(.pi, over: 10_800)),
        UnitDefinition(
            "arcsec", names: ["arcsecond", "second of arc", "seconds of arc"], of: .angle,
            Factor(.pi, over: 648_000), prefixes: .laboratory),

        UnitDefinition(
            "B", "Byte", "Bytes", "byte", "bytes", names: ["byte"], of: .storage, prefixes: .bytes),
        UnitDefinition("bit", names: ["bit"], of: .storage, Factor(over: 8), prefixes: .bytes),
        UnitDefinition("bps", of: .dataRate, Factor(over: 8), prefixes: .bytes),
        UnitDefinition("px", "pix", names: ["pixel", "px", "pix"], of: .pixels, prefixes: .all),
        UnitDefinition("voxel", "vx", names: ["voxel"], of: .pixels),
        UnitDefinition(
            "counts", "ct", "cts", names: ["count", "ct"], of: .counts),
        UnitDefinition("cps", of: .countRate, prefixes: .all),
        UnitDefinition("ADU", "DN", names: ["adu"], of: .counts),
        UnitDefinition("e-", "e⁻", "e−", names: ["electron"], of: .counts),
        UnitDefinition("photons", "ph", names: ["photon"], of: .counts),
        UnitDefinition("frames", names: ["frame"], of: .counts),
    ]
}

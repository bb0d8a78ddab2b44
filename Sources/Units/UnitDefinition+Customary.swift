internal import MetadataModel

extension UnitDefinition {
    /// Units beside the SI that instruments, laboratories and OME-XML files write.
    ///
    /// A turn is a cycle where it is counted per time: `rpm` is a frequency, not an angle per time.
    /// A month and a year are the means of the Gregorian calendar.
    ///
    /// Sources: NIST Special Publication 811, appendix B
    /// <https://www.nist.gov/pml/special-publication-811>, and the units of the OME schema
    /// <https://www.openmicroscopy.org/Schemas/Documentation/Generated/OME-2016-06/ome_xsd.html>
    static let customary: [UnitDefinition] = [
        UnitDefinition(
            "Å", "Ang", names: ["angstrom", "ångström", "ångstrom", "angström"], of: .length,
            Factor(exponent: -10)),
        UnitDefinition("µ", "μ", names: ["micron"], of: .length, Factor(exponent: -6)),
        UnitDefinition("in", names: ["inch", "inches"], of: .length, Factor(254, exponent: -4)),
        UnitDefinition("ft", names: ["foot", "feet"], of: .length, Factor(3048, exponent: -4)),
        UnitDefinition("yd", names: ["yard"], of: .length, Factor(9144, exponent: -4)),
        UnitDefinition("mi", names: ["mile"], of: .length, Factor(1_609_344, exponent: -3)),
        UnitDefinition("thou", "mil", names: ["thou"], of: .length, Factor(254, exponent: -7)),
        UnitDefinition("li", of: .length, Factor(254, over: 12, exponent: -4)),
        UnitDefinition("pt", of: .length, Factor(254, over: 72, exponent: -4)),
        UnitDefinition(
            "ua", names: ["astronomical unit"], of: .length, Factor(149_597_870_700)),
        UnitDefinition(
            "ly", names: ["light year", "lightyear"], of: .length, Factor(9_460_730_472_580_800)),
        UnitDefinition("pc", names: ["parsec"], of: .length, Factor(30_856_775_814_913_672)),
        UnitDefinition("cc", of: .volume, Factor(exponent: -6)),
        UnitDefinition("dpi", "ppi", of: .resolution, Factor(over: 254, exponent: 4)),

        UnitDefinition("wk", names: ["week"], of: .time, Factor(604_800)),
        UnitDefinition("mo", names: ["month"], of: .time, Factor(2_629_746)),
        UnitDefinition("yr", "y", names: ["year", "yr"], of: .time, Factor(31_556_952)),
        UnitDefinition("rpm", "RPM", "r/min", "rev/min", of: .frequency, Factor(over: 60)),
        UnitDefinition("rps", of: .frequency),
        UnitDefinition("fps", of: .frequency),

        UnitDefinition("lb", names: ["pound"], of: .mass, Factor(45_359_237, exponent: -8)),
        UnitDefinition(
            "oz", names: ["ounce"], of: .mass, Factor(45_359_237, over: 16, exponent: -8)),
        UnitDefinition("mcg", of: .mass, Factor(exponent: -9)),

        UnitDefinition(
            "°F", "degF", "℉", "ºF",
            names: ["fahrenheit", "deg f", "degree fahrenheit", "degrees fahrenheit", "degrees f"],
            of: .temperature, Factor(5, over: 9), offset: 459.67 * 5 / 9),
        UnitDefinition("°R", "degR", names: ["rankine"], of: .temperature, Factor(5, over: 9)),

        UnitDefinition("bar", names: ["bar"], of: .pressure, Factor(exponent: 5), prefixes: .all),
        UnitDefinition(
            "Torr", "torr", names: ["torr"], of: .pressure, Factor(101_325, over: 760),
            prefixes: .all),
        UnitDefinition(
            "mmHg", names: ["mm hg"], of: .pressure, Factor(133_322_387_415, exponent: -9)),
        UnitDefinition("atm", names: ["atmosphere"], of: .pressure, Factor(101_325)),
        UnitDefinition(
            "psi", of: .pressure, Factor(44_482_216_152_605, over: 64_516, exponent: -5)),

        UnitDefinition(
            "G", "Gs", names: ["gauss"], of: .magneticFluxDensity, Factor(exponent: -4),
            prefixes: .all),
        UnitDefinition(
            "Oe", names: ["oersted"], of: .magneticFieldStrength, Factor(1000, over: 4 * .pi),
            prefixes: .all),
        UnitDefinition("dyn", names: ["dyne"], of: .force, Factor(exponent: -5)),
        UnitDefinition("kgf", of: .force, Factor(980_665, exponent: -5)),
        UnitDefinition("erg", names: ["erg"], of: .energy, Factor(exponent: -7)),
        UnitDefinition(
            "cal", names: ["calorie"], of: .energy, Factor(4184, exponent: -3), prefixes: .all),
        UnitDefinition("Wh", of: .energy, Factor(3600), prefixes: .all),
        UnitDefinition("Ah", of: .charge, Factor(3600), prefixes: .all),
        UnitDefinition(
            "P", names: ["poise"], of: .viscosity, Factor(exponent: -1), prefixes: .small),
        UnitDefinition(
            "Ci", names: ["curie"], of: .frequency, Factor(37, exponent: 9), prefixes: .all),
        UnitDefinition(
            "rcf", "×g", "xg", "x g", "× g", of: .acceleration, Factor(980_665, exponent: -5)),

        UnitDefinition("gon", names: ["gon"], of: .angle, Factor(.pi, over: 200)),
        UnitDefinition("rev", names: ["revolution", "turn"], of: .angle, Factor(2 * .pi)),

        UnitDefinition(
            "%", "%RH", "% RH", "wt%", "wt.%", "at%", "at.%", "vol%", "mol%", "wt %", "wt. %",
            "at %", "at. %", "vol %", "mol %", "% v/v", "% w/w", "%(v/v)", "% (v/v)", "% (w/w)",
            names: ["percent", "per cent", "pct", "weight %", "atomic %"], of: .none,
            Factor(exponent: -2)),
        UnitDefinition("‰", names: ["permille", "per mille"], of: .none, Factor(exponent: -3)),
        UnitDefinition("ppm", of: .none, Factor(exponent: -6)),
        UnitDefinition("ppb", of: .none, Factor(exponent: -9)),
        UnitDefinition("x", "X", "×", of: .none),
    ]

    /// Symbols that mean another unit where they stand alone, without prefix or product.
    static let alone = ["C": "°C"]

    /// Spellings that mean several things in the files of microscopes, whatever a table says.
    static let ambiguous: [String: [String]] = [
        "NA": ["numerical aperture", "nA"],
        "AU": ["astronomical unit", "Airy unit", "arbitrary unit"],
        "au": ["astronomical unit", "atomic unit", "arbitrary unit"],
        "u": ["Da", "µm"],
        "b": ["bit", "B"],
        "Kb": ["kbit", "kB"],
        "Mb": ["Mbit", "MB"],
        "Gb": ["Gbit", "GB"],
        "Tb": ["Tbit", "TB"],
        "'": ["arcmin", "ft"],
        "\"": ["arcsec", "in"],
        "″": ["arcsec", "in"],
        "ppt": ["parts per thousand", "parts per trillion"],
    ]
}

internal import MetadataModel

/// A row of the unit table: the spellings of a unit, what it measures and how large it is.
struct UnitDefinition {
    /// Spellings whose case matters; the first is the one shown to people.
    var symbols: [String]
    /// Names in lower case, compared without case; each is also known with an `s` at its end.
    var names: [String]
    var prefixes: PrefixPolicy
    var dimension: Dimension
    var factor: Factor
    var offset: Double

    init(
        _ symbols: String..., names: [String] = [], of dimension: Dimension,
        _ factor: Factor = Factor(), offset: Double = 0, prefixes: PrefixPolicy = .none
    ) {
        self.symbols = symbols
        self.names = names
        self.prefixes = prefixes
        self.dimension = dimension
        self.factor = factor
        self.offset = offset
    }
}

/// A size relative to the SI unit, `numerator ÷ denominator × 10^exponent`.
///
/// The power of ten is kept as an integer, so that prefixes and powers multiply without rounding.
struct Factor: Hashable {
    var numerator = 1.0
    var denominator = 1.0
    var exponent = 0

    init(_ numerator: Double = 1, over denominator: Double = 1, exponent: Int = 0) {
        self.numerator = numerator
        self.denominator = denominator
        self.exponent = exponent
    }

    mutating func multiply(by other: Factor, power: Int) {
        for _ in 0..<power.magnitude {
            numerator *= power > 0 ? other.numerator : other.denominator
            denominator *= power > 0 ? other.denominator : other.numerator
        }
        exponent += other.exponent * power
    }

    func unit(_ dimension: Dimension, offset: Double) -> Unit {
        Unit(
            dimension: dimension,
            numerator: numerator * Self.powerOfTen(exponent),
            denominator: denominator * Self.powerOfTen(-exponent),
            offset: offset)
    }

    /// Ten to a power above zero, exact up to 10²² as doubles are; 1 for powers below.
    private static func powerOfTen(_ exponent: Int) -> Double {
        var rest = max(0, exponent)
        var power = 1.0
        while rest > 0 {
            let step = min(rest, powersOfTen.count - 1)
            power *= powersOfTen[step]
            rest -= step
        }
        return power
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30,
    ]
}

/// Which prefixes a unit takes.
enum PrefixPolicy {
    case none
    case all
    /// Prefixes below one: decilitre, millilitre.
    case small
    /// `m µ n p f`: those that laboratories use with units of one letter's risk, such as `mM`.
    case laboratory
    /// Those of bytes: `k` (also `K`), `M` and up, and the binary `Ki`, `Mi` and up.
    case bytes

    func allows(_ prefix: UnitPrefix) -> Bool {
        switch self {
        case .none: false
        case .all: !prefix.isForBytesOnly
        case .small: prefix.factor.exponent < 0
        case .laboratory: (-15 ... -3).contains(prefix.factor.exponent)
        case .bytes: prefix.isForBytesOnly || prefix.factor.exponent >= 3
        }
    }
}

/// A prefix of a unit's symbol and of its name.
struct UnitPrefix {
    var symbols: [String]
    var name: String
    var factor: Factor
    var isForBytesOnly = false

    /// True for the prefixes that people use daily; others are not guessed from a wrong case.
    var isUsual: Bool { isForBytesOnly || (-15...12).contains(factor.exponent) }

    /// The prefixes of the SI and of IEC 80000-13.
    static let all: [UnitPrefix] =
        [
            decimal(["da"], "deca", 1), decimal(["h"], "hecto", 2), decimal(["k"], "kilo", 3),
            decimal(["M"], "mega", 6), decimal(["G"], "giga", 9), decimal(["T"], "tera", 12),
            decimal(["P"], "peta", 15), decimal(["E"], "exa", 18), decimal(["Z"], "zetta", 21),
            decimal(["Y"], "yotta", 24), decimal(["R"], "ronna", 27), decimal(["Q"], "quetta", 30),
            decimal(["d"], "deci", -1), decimal(["c"], "centi", -2), decimal(["m"], "milli", -3),
            decimal(["µ", "μ", "u"], "micro", -6), decimal(["n"], "nano", -9),
            decimal(["p"], "pico", -12), decimal(["f"], "femto", -15), decimal(["a"], "atto", -18),
            decimal(["z"], "zepto", -21), decimal(["y"], "yocto", -24),
            decimal(["r"], "ronto", -27), decimal(["q"], "quecto", -30),
            UnitPrefix(symbols: ["K"], name: "kilo", factor: Factor(1000), isForBytesOnly: true),
        ]
        + zip(
            ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"], ["kibi", "mebi", "gibi", "tebi", "pebi", "exbi"]
        )
        .enumerated().map { place, spelling in
            UnitPrefix(
                symbols: [spelling.0], name: spelling.1,
                factor: Factor(Double(1 << (10 * (place + 1)))), isForBytesOnly: true)
        }

    private static func decimal(_ symbols: [String], _ name: String, _ exponent: Int) -> UnitPrefix
    {
        UnitPrefix(symbols: symbols, name: name, factor: Factor(exponent: exponent))
    }
}

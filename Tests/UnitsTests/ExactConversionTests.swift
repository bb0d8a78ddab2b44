import MetadataModel
import Testing
import Units

/// Compares conversions with exact rational arithmetic.
///
/// A unit here is `value × numerator ÷ denominator × 10^exponent + offset`, in whole numbers taken
/// from the definitions and not from the table of the program.
@Suite struct ExactConversionTests {
    struct ExactUnit {
        var name: String
        var numerator: Int64 = 1
        var denominator: Int64 = 1
        var exponent = 0
        /// In hundredths of the SI unit.
        var offset: Int64 = 0

        init(
            _ name: String, _ numerator: Int64 = 1, _ denominator: Int64 = 1, e exponent: Int = 0,
            offset: Int64 = 0
        ) {
            self.name = name
            self.numerator = numerator
            self.denominator = denominator
            self.exponent = exponent
            self.offset = offset
        }
    }

    /// Units that can be converted into each other, by line.
    static let families: [[ExactUnit]] = [
        [
            .init("m"), .init("mm", e: -3), .init("µm", e: -6), .init("nm", e: -9),
            .init("pm", e: -12), .init("Å", e: -10), .init("km", e: 3), .init("inch", 254, e: -4),
            .init("ft", 3048, e: -4),
        ],
        [
            .init("s"), .init("ms", e: -3), .init("ns", e: -9), .init("min", 60),
            .init("h", 3600), .init("week", 604_800),
        ],
        [.init("V"), .init("kV", e: 3), .init("mV", e: -3), .init("MV", e: 6)],
        [.init("A"), .init("pA", e: -12), .init("nA", e: -9), .init("mA", e: -3)],
        [
            .init("J"), .init("eV", 1_602_176_634, e: -28), .init("keV", 1_602_176_634, e: -25),
            .init("meV", 1_602_176_634, e: -31), .init("kJ", e: 3), .init("erg", e: -7),
        ],
        [
            .init("Pa"), .init("mbar", e: 2), .init("bar", e: 5), .init("hPa", e: 2),
            .init("atm", 101_325), .init("Torr", 101_325, 760), .init("kPa", e: 3),
        ],
        [.init("Hz"), .init("kHz", e: 3), .init("MHz", e: 6), .init("rpm", 1, 60)],
        [.init("kg"), .init("g", e: -3), .init("mg", e: -6), .init("lb", 45_359_237, e: -8)],
        [
            .init("K"), .init("°C", offset: 27315), .init("mK", e: -3),
            .init("°F", 5, 9, offset: 25537),
        ],
        [.init("deg"), .init("arcmin", 1, 60), .init("arcsec", 1, 3600)],
        [.init("rad"), .init("mrad", e: -3), .init("µrad", e: -6)],
        [.init("1/m"), .init("1/nm", e: 9), .init("1/µm", e: 6), .init("1/Å", e: 10)],
        [.init("m²"), .init("nm^2", e: -18), .init("cm2", e: -4), .init("µm²", e: -12)],
        [.init("m³"), .init("L", e: -3), .init("mL", e: -6), .init("nm^3", e: -27)],
        [.init("A/m^2"), .init("A/cm^2", e: 4), .init("pA/nm^2", e: 6)],
        [.init("mol/m^3"), .init("mM", e: 0), .init("µM", e: -3), .init("mol/L", e: 3)],
        [
            .init("m/s"), .init("mm/s", e: -3), .init("km/h", 1000, 3600),
            .init("µm/min", 1, 60, e: -6),
        ],
        [.init("%"), .init("‰", e: -1), .init("ppm", e: -4)],
        [.init("T"), .init("mT", e: -3), .init("gauss", e: -4)],
        [.init("dB")],
    ]

    /// A sequence of numbers that a seed decides.
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64 = 20_261_124

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var word = state
            word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
            return word ^ (word >> 31)
        }
    }

    /// `(a × 10^e × n/d + offset/100)`, converted into another unit, by whole numbers as far as
    /// they reach; `nil` where they do not.
    private static func exact(
        _ mantissa: Int64, _ power: Int, _ from: ExactUnit, _ to: ExactUnit
    ) -> Double? {
        // Fahrenheit's offset, 459.67 × 5/9, is not a whole number of hundredths: 255.372222…
        func offset(_ unit: ExactUnit) -> (Int128, Int128) {
            unit.name == "°F" ? (Int128(45967 * 5), 900) : (Int128(unit.offset), 100)
        }
        if from.offset == 0, to.offset == 0 {
            let above = Int128(mantissa) * Int128(from.numerator) * Int128(to.denominator)
            let below = Int128(from.denominator) * Int128(to.numerator)
            return scaled(above, below, power + from.exponent - to.exponent)
        }
        // Temperatures: all powers of ten are between -6 and 3, so that whole numbers reach.
        func power10(_ count: Int) -> Int128 {
            (0..<count).reduce(Int128(1)) { part, _ in part * 10 }
        }
        let fromPower = power + from.exponent
        var above = Int128(mantissa) * Int128(from.numerator)
        var below = Int128(from.denominator)
        if fromPower >= 0 { above *= power10(fromPower) } else { below *= power10(-fromPower) }
        let (fromAbove, fromBelow) = offset(from)
        above = above * fromBelow + fromAbove * below
        below *= fromBelow
        let (toAbove, toBelow) = offset(to)
        above = above * toBelow - toAbove * below
        below *= toBelow
        return scaled(
            above * Int128(to.denominator), below * Int128(to.numerator), -to.exponent)
    }

    private static func scaled(_ above: Int128, _ below: Int128, _ power: Int) -> Double? {
        let quotient = Double(above) / Double(below)
        return Double("1e\(power)").map { power < 0 ? quotient / (1 / $0) : quotient * $0 }
    }

    @Test func `a hundred thousand conversions are what exact arithmetic says`() throws {
        var random = Seeded()
        var units: [String: Unit] = [:]
        for unit in Self.families.joined() {
            let known: Unit = try #require(UnitTable.unit(unit.name), "\(unit.name)")
            units[unit.name] = known
        }
        var worst = 0.0
        for _ in 0..<100_000 {
            guard let family = Self.families.randomElement(using: &random),
                let from = family.randomElement(using: &random),
                let to = family.randomElement(using: &random), let stored = units[from.name],
                let asked = units[to.name]
            else { continue }
            let mantissa = Int64.random(in: -999_999...999_999, using: &random)
            let power = Int.random(in: -3...3, using: &random)
            let value = try #require(Double("\(mantissa)e\(power)"))
            let expected = try #require(Self.exact(mantissa, power, from, to))
            let found = asked.value(fromSI: stored.si(value))
            // What a zero point of its own takes away is lost to any floating point number.
            let scale = max(
                abs(expected),
                from.offset != 0 || to.offset != 0
                    ? 600 * asked.denominator / asked.numerator : 0)
            let error = abs(found - expected) / max(scale, .leastNormalMagnitude)
            worst = max(worst, error)
            if error > 2e-15 {
                Issue.record("\(value) \(from.name) is \(expected) \(to.name), found \(found)")
                return
            }
        }
        #expect(worst < 2e-15)
    }

    /// Degrees are a share of π, decibels of an amplitude; both are irrational in SI.
    @Test func `angles and levels are what their definitions say`() throws {
        let degree = try #require(UnitTable.unit("°"))
        #expect(abs(degree.si(180) - .pi) < 1e-15)
        #expect(abs(try #require(UnitTable.unit("arcsec")).si(648_000) - .pi) < 1e-14)
        // A turn each minute: a frequency.
        #expect(try #require(UnitTable.unit("rpm")).si(6000) == 100)
        #expect(UnitTable.unit("rpm")?.dimension == UnitTable.unit("Hz")?.dimension)
        // 20 dB are a factor of ten: ln 10 nepers.
        #expect(abs(try #require(UnitTable.unit("dB")).si(20) - 2.302585092994046) < 1e-15)
        #expect(try #require(UnitTable.unit("°F")).si(32) == 273.15)
        #expect(abs(try #require(UnitTable.unit("°F")).si(-40) - 233.15) < 1e-12)
    }
}

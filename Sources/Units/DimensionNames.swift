public import MetadataModel

/// A unit with the spelling that people read.
public struct NamedUnit: Hashable, Sendable {
    public var symbol: String
    public var unit: Unit

    public init(symbol: String, unit: Unit) {
        self.symbol = symbol
        self.unit = unit
    }
}

extension UnitTable {
    /// What a dimension measures, in words: `electric potential`, `length per pixel`; `nil` for
    /// the dimension of a pure number.
    public static func name(of dimension: Dimension) -> String? {
        guard dimension != .none else { return nil }
        if let name = names[dimension] { return name }
        func product(_ sign: Int) -> String {
            Dimension.Base.allCases.filter { dimension[$0] * sign > 0 }.map { base in
                let power = dimension[base].magnitude
                return baseNames[base.rawValue].name + (power == 1 ? "" : superscript(Int(power)))
            }.joined(separator: " × ")
        }
        let above = product(1)
        let below = product(-1)
        if below.isEmpty { return above }
        return (above.isEmpty ? "number" : above) + " per " + below
    }

    /// The SI unit of a dimension: `V`, `m/px`, `kg·m⁻¹`; empty for a pure number.
    public static func siUnit(of dimension: Dimension) -> NamedUnit {
        let symbol =
            symbols[dimension]
            ?? Dimension.Base.allCases.filter { dimension[$0] != 0 }.map { base in
                let power = dimension[base]
                return baseNames[base.rawValue].symbol + (power == 1 ? "" : superscript(power))
            }.joined(separator: "·")
        return NamedUnit(symbol: symbol, unit: Unit(dimension: dimension))
    }

    /// The unit in which an SI value of a dimension is easiest to read, at best 1 or more and
    /// below 1000: `nm` for 6.5e-8 of a length.
    public static func displayUnit(of dimension: Dimension, near si: Double) -> NamedUnit {
        guard si != 0 else { return siUnit(of: dimension) }
        let ladder = displayLadders[dimension] ?? []
        let fitting = ladder.last { abs(si) >= $0.unit.si(1) * 0.999_999 }
        return fitting ?? ladder.first ?? siUnit(of: dimension)
    }

    /// The units that numbers of a dimension are usually given in, small to large.
    public static func usualUnits(of dimension: Dimension) -> [NamedUnit] {
        if let ladder = displayLadders[dimension] { return ladder }
        return dimension == .none ? [] : [siUnit(of: dimension)]
    }

    private static let names: [Dimension: String] = [
        .length: "length", .area: "area", .volume: "volume", .mass: "mass", .time: "time",
        .current: "electric current", .temperature: "temperature", .amount: "amount of substance",
        .luminousIntensity: "luminous intensity", .luminousFlux: "luminous flux",
        .illuminance: "illuminance", .angle: "angle", .solidAngle: "solid angle",
        .storage: "data size", .dataRate: "data rate", .pixels: "pixels",
        .resolution: "resolution (pixels per length)", .counts: "count", .countRate: "count rate",
        .frequency: "frequency", .acceleration: "acceleration", .force: "force",
        .pressure: "pressure", .viscosity: "viscosity", .energy: "energy", .power: "power",
        .charge: "electric charge", .potential: "electric potential",
        .resistance: "electric resistance", .conductance: "electric conductance",
        .capacitance: "capacitance", .inductance: "inductance", .magneticFlux: "magnetic flux",
        .magneticFluxDensity: "magnetic flux density",
        .magneticFieldStrength: "magnetic field strength", .absorbedDose: "absorbed dose",
        .concentration: "concentration", .catalyticActivity: "catalytic activity",
        Dimension(m: 1, s: -1): "velocity", Dimension(m: 1, px: -1): "length per pixel",
        Dimension(m: -2, counts: 1): "dose (counts per area)",
        Dimension(m: -1): "inverse length", Dimension(s: -1, rad: 1): "angular velocity",
        Dimension(kg: 1, s: -2): "stiffness (force per length)",
        Dimension(m: 1, kg: 1, s: -3, A: -1): "electric field strength",
        Dimension(m: -2, A: 1): "current density",
    ]

    private static let symbols: [Dimension: String] = [
        .area: "m²", .volume: "m³", .frequency: "Hz", .force: "N", .pressure: "Pa", .energy: "J",
        .power: "W", .charge: "C", .potential: "V", .resistance: "Ω", .conductance: "S",
        .capacitance: "F", .inductance: "H", .magneticFlux: "Wb", .magneticFluxDensity: "T",
        .magneticFieldStrength: "A/m", .absorbedDose: "Gy", .viscosity: "Pa·s", .dataRate: "B/s",
        .concentration: "mol/m³", .countRate: "counts/s", .acceleration: "m/s²",
        .resolution: "px/m", Dimension(m: 1, s: -1): "m/s", Dimension(m: 1, px: -1): "m/px",
        Dimension(m: -2, counts: 1): "counts/m²", Dimension(m: -1): "1/m",
        Dimension(kg: 1, s: -2): "N/m", Dimension(m: 1, kg: 1, s: -3, A: -1): "V/m",
        Dimension(m: -2, A: 1): "A/m²",
    ]

    /// For each dimension the units to choose from, small to large.
    private static let displayLadders: [Dimension: [NamedUnit]] = {
        let ladders = [
            ["pm", "nm", "µm", "mm", "m", "km"], ["µg", "mg", "g", "kg"],
            ["ns", "µs", "ms", "s", "min", "h", "d"], ["pA", "nA", "µA", "mA", "A"],
            ["µV", "mV", "V", "kV", "MV"], ["Hz", "kHz", "MHz", "GHz"],
            ["B", "kB", "MB", "GB", "TB"],
            ["µPa", "mPa", "Pa", "kPa", "MPa"], ["pN", "nN", "µN", "mN", "N"],
            ["µW", "mW", "W", "kW"], ["nM", "µM", "mM", "M"], ["µT", "mT", "T"], ["°C"],
            ["µrad", "mrad", "deg"], ["nm/px", "µm/px", "mm/px"], ["µL", "mL", "L"],
            ["e-/Å²"], ["px", "Mpx"],
        ]
        var byDimension: [Dimension: [NamedUnit]] = [:]
        for ladder in ladders {
            let units = ladder.compactMap { symbol in
                unit(symbol).map { NamedUnit(symbol: symbol, unit: $0) }
            }
            if let dimension = units.first?.unit.dimension { byDimension[dimension] = units }
        }
        return byDimension
    }()

    /// Name and symbol of each base unit, in the order of ``Dimension/Base``.
    private static let baseNames: [(name: String, symbol: String)] = [
        ("length", "m"), ("mass", "kg"), ("time", "s"), ("current", "A"), ("temperature", "K"),
        ("amount", "mol"), ("luminous intensity", "cd"), ("angle", "rad"), ("byte", "B"),
        ("pixel", "px"), ("count", "counts"),
    ]

    private static func superscript(_ power: Int) -> String {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        return (power < 0 ? "⁻" : "")
            + String(String(power.magnitude).compactMap(\.wholeNumberValue).map { digits[$0] })
    }
}

internal import MetadataModel

extension Dimension {
    init(
        m: Int = 0, kg: Int = 0, s: Int = 0, A: Int = 0, K: Int = 0, mol: Int = 0, cd: Int = 0,
        rad: Int = 0, B: Int = 0, px: Int = 0, counts: Int = 0
    ) {
        self.init([
            .metre: m, .kilogram: kg, .second: s, .ampere: A, .kelvin: K, .mole: mol,
            .candela: cd, .radian: rad, .byte: B, .pixel: px, .count: counts,
        ])
    }

    static let length = Dimension(m: 1)
    static let area = Dimension(m: 2)
    static let volume = Dimension(m: 3)
    static let mass = Dimension(kg: 1)
    static let time = Dimension(s: 1)
    static let current = Dimension(A: 1)
    static let temperature = Dimension(K: 1)
    static let amount = Dimension(mol: 1)
    static let luminousIntensity = Dimension(cd: 1)
    static let luminousFlux = Dimension(cd: 1, rad: 2)
    static let illuminance = Dimension(m: -2, cd: 1, rad: 2)
    static let angle = Dimension(rad: 1)
    static let solidAngle = Dimension(rad: 2)
    static let storage = Dimension(B: 1)
    static let dataRate = Dimension(s: -1, B: 1)
    static let pixels = Dimension(px: 1)
    static let resolution = Dimension(m: -1, px: 1)
    static let counts = Dimension(counts: 1)
    static let countRate = Dimension(s: -1, counts: 1)
    static let frequency = Dimension(s: -1)
    static let acceleration = Dimension(m: 1, s: -2)
    static let force = Dimension(m: 1, kg: 1, s: -2)
    static let pressure = Dimension(m: -1, kg: 1, s: -2)
    static let viscosity = Dimension(m: -1, kg: 1, s: -1)
    static let energy = Dimension(m: 2, kg: 1, s: -2)
    static let power = Dimension(m: 2, kg: 1, s: -3)
    static let charge = Dimension(s: 1, A: 1)
    static let potential = Dimension(m: 2, kg: 1, s: -3, A: -1)
    static let resistance = Dimension(m: 2, kg: 1, s: -3, A: -2)
    static let conductance = Dimension(m: -2, kg: -1, s: 3, A: 2)
    static let capacitance = Dimension(m: -2, kg: -1, s: 4, A: 2)
    static let inductance = Dimension(m: 2, kg: 1, s: -2, A: -2)
    static let magneticFlux = Dimension(m: 2, kg: 1, s: -2, A: -1)
    static let magneticFluxDensity = Dimension(kg: 1, s: -2, A: -1)
    static let magneticFieldStrength = Dimension(m: -1, A: 1)
    static let absorbedDose = Dimension(m: 2, s: -2)
    static let concentration = Dimension(m: -3, mol: 1)
    static let catalyticActivity = Dimension(s: -1, mol: 1)

    /// The product with a power of another dimension; `nil` where an exponent leaves its range.
    func multiplied(by other: Dimension, power: Int) -> Dimension? {
        var product = self
        for base in Base.allCases where other[base] != 0 {
            let exponent = self[base] + other[base] * power
            guard (-127...127).contains(exponent) else { return nil }
            product[base] = exponent
        }
        return product
    }
}

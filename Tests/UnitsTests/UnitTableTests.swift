import MetadataModel
import Testing

@testable import Units

@Suite struct UnitTableTests {
    @Test(arguments: quantities)
    func `has the SI value`(number: Double, name: String, si: Double, symbol: String) throws {
        let unit = try #require(UnitTable.unit(name), "\(name)")
        #expect(abs(unit.si(number) - si) <= si.ulp, "\(number) \(name)")
        #expect(UnitTable.siUnit(of: unit.dimension).symbol == symbol, "\(name)")
    }

    @Test func `decimal factors are exact`() {
        #expect(UnitTable.unit("nm")?.si(65) == 6.5e-8)
        #expect(UnitTable.unit("kV")?.si(20) == 20_000)
        #expect(UnitTable.unit("kV")?.value(fromSI: 20_000) == 20)
        #expect(UnitTable.unit("e-/Å^2")?.si(40) == 4e21)
        #expect(UnitTable.unit("inch")?.si(1) == 0.0254)
    }

    @Test func `a temperature keeps its offset alone, not within a quotient`() throws {
        let fahrenheit = try #require(UnitTable.unit("°F"))
        #expect(abs(fahrenheit.si(77) - 298.15) < 1e-9)
        #expect(abs(fahrenheit.value(fromSI: 298.15) - 77) < 1e-9)
        #expect(UnitTable.unit("°C/min")?.si(60) == 1)
    }

    @Test(
        arguments: [
            ("mev", ["meV", "MeV"]), ("pa", ["Pa", "pA"]),
            ("NA", ["numerical aperture", "nA"]), ("u", ["Da", "µm"]), ("Mb", ["Mbit", "MB"]),
            ("C/min", ["°C", "coulomb"]), ("W/m K", ["W/(m·K)", "W·K/m"]),
            ("MBar", ["mbar", "Mbar"]),
            ("J/kg K", ["J/(kg·K)", "J·K/kg"]),
        ] as [(String, [String])])
    func `several readings are ambiguous`(name: String, readings: [String]) {
        #expect(UnitTable.unit(name) == nil)
        guard case .ambiguous(let found) = UnitTable.lookup(name) else {
            Issue.record("\(name): \(UnitTable.lookup(name))")
            return
        }
        #expect(Set(found) == Set(readings), "\(name)")
    }

    @Test(
        arguments: [
            ("nanometr", ["nanometer", "nanometre"]), ("sconds", ["second"]),
            ("reference frame", []),
            ("mice", []), ("k", []), ("v", []), ("", []), ("-03-01", []), ("m^", []), ("m^^2", []),
            ("x1", []), ("X2", []), ("×2", []), ("CT1", []), ("pf4", []), ("x W", []), ("% L", []),
            ("nm/", []), ("(nm", []), ("nm)", []), ("m²²", []), ("direct", []), ("m^12", []),
        ] as [(String, [String])])
    func `unknown names say what is near`(name: String, nearest: [String]) {
        #expect(UnitTable.unit(name) == nil, "\(name)")
        guard case .unknown(let found) = UnitTable.lookup(name) else {
            Issue.record("\(name): \(UnitTable.lookup(name))")
            return
        }
        for wanted in nearest { #expect(found.contains(wanted), "\(name): \(found)") }
    }

    @Test(arguments: [
        ("nm", "length"), ("kV", "electric potential"), ("ms", "time"),
        ("nm/px", "length per pixel"),
        ("rpm", "frequency"), ("deg", "angle"), ("GB", "data size"),
        ("W/(m K)", "length × mass per time³ × temperature"),
    ])
    func `dimensions have names`(unit: String, name: String) throws {
        let unit = try #require(UnitTable.unit(unit))
        #expect(UnitTable.name(of: unit.dimension) == name)
        #expect(UnitTable.name(of: .none) == nil)
    }

    @Test(arguments: [
        ("m", 6.5e-8, "nm"), ("V", 20_000, "kV"), ("s", 0.1, "ms"), ("m", 1e-9, "nm"),
        ("B", 2.5e9, "GB"), ("m", 0, "m"), ("%", 0.5, ""), ("K", 298.15, "°C"),
    ])
    func `values are shown in a handy unit`(unit: String, si: Double, shown: String) throws {
        let unit = try #require(UnitTable.unit(unit))
        #expect(UnitTable.displayUnit(of: unit.dimension, near: si).symbol == shown)
    }

    @Test func `every spelling of the table is read as its own unit`() {
        for definition in UnitDefinition.si + UnitDefinition.customary {
            for spelling in definition.symbols + definition.names {
                guard UnitDefinition.alone[spelling] == nil else { continue }
                #expect(UnitTable.unit(spelling) == Measure(definition).unit, "\(spelling)")
            }
        }
    }

    @Test func `no spelling of a prefix and a symbol has two meanings`() {
        var meanings: [String: Unit] = [:]
        for definition in UnitDefinition.si + UnitDefinition.customary {
            for prefix in UnitPrefix.all where definition.prefixes.allows(prefix) {
                for symbol in prefix.symbols.flatMap({ p in definition.symbols.map { p + $0 } }) {
                    let unit = Measure(definition, prefix: prefix).unit
                    if let other = meanings[symbol], other != unit {
                        Issue.record("\(symbol) has two meanings")
                    }
                    meanings[symbol] = unit
                }
            }
        }
    }

    @Test func `long and deep names end quickly`() {
        #expect(UnitTable.unit(String(repeating: "(", count: 60)) == nil)
        #expect(UnitTable.unit(String(repeating: "m/", count: 31)) == nil)
        #expect(UnitTable.unit(String(repeating: "m", count: 100_000)) == nil)
    }

    /// Number, unit as written, the exact SI value, the SI unit.
    static let quantities: [(Double, String, Double, String)] = [
        (65, "nm", 6.5e-8, "m"), (20, "kV", 20_000, "V"), (1.4, "Å", 1.4e-10, "m"),
        (0.5, "µm", 5e-7, "m"), (0.5, "μm", 5e-7, "m"), (0.5, "um", 5e-7, "m"),
        (3, "micron", 3e-6, "m"), (3, "Microns", 3e-6, "m"), (2, "inch", 0.0508, "m"),
        (7, "Nanometer", 7e-9, "m"), (7, "nanometres", 7e-9, "m"), (7, "angstroms", 7e-10, "m"),
        (12, "pt", 0.0042333333333333333, "m"), (1, "Ym", 1e24, "m"), (1, "qm", 1e-30, "m"),
        (100, "ms", 0.1, "s"), (100, "msec", 0.1, "s"), (100, "MSEC", 0.1, "s"),
        (2, "min", 120, "s"), (2, "hr", 7200, "s"), (2, "h", 7200, "s"), (1, "d", 86400, "s"),
        (90, "seconds", 90, "s"), (5, "Min", 300, "s"),
        (25, "°C", 298.15, "K"), (25, "degC", 298.15, "K"), (25, "C", 298.15, "K"),
        (25, "Celsius", 298.15, "K"), (25, "degrees C", 298.15, "K"), (77, "K", 77, "K"),
        (10, "mK", 0.01, "K"), (5, "µC", 5e-6, "C"),
        (180, "deg", 3.141592653589793, "rad"), (180, "°", 3.141592653589793, "rad"),
        (5, "mrad", 0.005, "rad"),
        (180, "degrees", 3.141592653589793, "rad"), (60, "arcmin", 0.017453292519943295, "rad"),
        (20, "KV", 20_000, "V"), (20, "Kv", 20_000, "V"), (20, "kv", 20_000, "V"),
        (3, "mV", 0.003, "V"), (3, "MV", 3e6, "V"), (3, "kilovolts", 3000, "V"),
        (250, "pA", 2.5e-10, "A"), (50, "nA", 5e-8, "A"), (4, "S", 4, "S"),
        (600, "rpm", 10, "Hz"), (600, "RPM", 10, "Hz"), (80, "MHz", 8e7, "Hz"),
        (40, "kHZ", 40_000, "Hz"), (1, "mbar", 100, "Pa"), (760, "Torr", 101_325, "Pa"),
        (1, "atm", 101_325, "Pa"),
        (1, "psi", 6894.757293168361, "Pa"),
        (1, "mm Hg", 133.322387415, "Pa"), (1, "hPa", 100, "Pa"),
        (5, "G", 5e-4, "T"), (5, "Gs", 5e-4, "T"), (5, "gauss", 5e-4, "T"), (5, "mT", 0.005, "T"),
        (1, "eV", 1.602176634e-19, "J"), (1, "kJ", 1000, "J"), (2, "Gy", 2, "Gy"),
        (2, "GB", 2e9, "B"), (2, "KB", 2000, "B"), (2, "KiB", 2048, "B"), (2, "gb", 2e9, "B"),
        (1, "MiB", 1_048_576, "B"), (3, "bytes", 3, "B"), (16, "bit", 2, "B"),
        (1, "MB/s", 1e6, "B/s"), (8, "Mbps", 1e6, "B/s"),
        (60, "%", 0.6, ""), (60, "wt%", 0.6, ""), (60, "at.%", 0.6, ""), (60, "percent", 0.6, ""),
        (5, "ppm", 5e-6, ""), (40, "x", 40, ""), (20, "dB", 2.302585092994046, ""),
        (5, "µAh", 0.018, "C"),
        (12, "px", 12, "px"), (12, "pixels", 12, "px"), (12, "Pixel", 12, "px"),
        (12, "counts", 12, "counts"), (3, "cps", 3, "counts/s"), (3, "counts/s", 3, "counts/s"),
        (3, "counts per second", 3, "counts/s"),
        (5, "mM", 5, "mol/m³"), (5, "M", 5000, "mol/m³"), (5, "nM", 5e-6, "mol/m³"),
        (5, "mol/L", 5000, "mol/m³"), (5, "mg", 5e-6, "kg"), (5, "mL", 5e-6, "m³"),
        (5, "mW", 0.005, "W"), (5, "nN", 5e-9, "N"), (5, "kOhm", 5000, "Ω"), (5, "MΩ", 5e6, "Ω"),
        (40, "e-/Å^2", 4e21, "counts/m²"), (40, "e/Å²", 4e21, "counts/m²"),
        (40, "e-/A^2", 4e21, "counts/m²"), (40, "e⁻/Å²", 4e21, "counts/m²"),
        (2, "nm/px", 2e-9, "m/px"), (300, "dpi", 11_811.023622047243, "px/m"),
        (2, "1/nm", 2e9, "1/m"), (2, "nm^-1", 2e9, "1/m"), (2, "nm⁻¹", 2e9, "1/m"),
        (2, "nm-1", 2e9, "1/m"), (2, "/nm", 2e9, "1/m"),
        (2, "m/s", 2, "m/s"), (2, "m s-1", 2, "m/s"), (2, "m·s⁻¹", 2, "m/s"),
        (2, "A/cm2", 20_000, "A/m²"), (2, "pA/cm^2", 2e-8, "A/m²"), (2, "kV/mm", 2e6, "V/m"),
        (2, "N/m", 2, "N/m"), (2, "mPa·s", 0.002, "Pa·s"), (2, "mm**2", 2e-6, "m²"),
        (2, "[µm]", 2e-6, "m"), (2, "(nm)", 2e-9, "m"), (2, " s ", 2, "s"),
        (2, "W/(m K)", 2, "m·kg·s⁻³·K⁻¹"), (2, "kg·m²", 2, "m²·kg"),
    ]
}

import Foundation
import MetadataModel
import Testing
import Units

/// Compares factors with those of udunits2, where its program is installed.
@Suite struct UdunitsComparisonTests {
    static let program = ["/usr/bin/udunits2", "/usr/local/bin/udunits2"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Our spelling and the SI unit to convert to, both of which udunits2 knows too.
    static let units = [
        ("nm", "m"), ("inch", "m"), ("angstrom", "m"), ("min", "s"), ("week", "s"),
        ("kV", "V"), ("eV", "J"), ("psi", "Pa"), ("mmHg", "Pa"), ("atm", "Pa"), ("gauss", "T"),
        ("lb", "kg"), ("dyne", "N"), ("oersted", "A/m"), ("arcsec", "rad"),
        ("pA/cm^2", "A/m^2"), ("m s-1", "m/s"), ("mol/L", "mol/m^3"), ("Ci", "s-1"),
        ("poise", "Pa.s"), ("kgf", "N"), ("u", "kg"), ("km/h", "m/s"), ("mW/mm^2", "W/m^2"),
    ]

    @Test(.enabled(if: program != nil, "udunits2 is not installed"), arguments: units)
    func `agrees with udunits2`(name: String, base: String) throws {
        let ours = try #require(UnitTable.unit(name == "u" ? "Da" : name)).si(1)
        let process = Process()
        process.executableURL = URL(filePath: try #require(Self.program))
        process.arguments = ["-H", name, "-W", base]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(
            decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        // `1 nm = 1e-09 m`
        let words = text.split { $0.isWhitespace }.map(String.init)
        let equals = try #require(words.firstIndex(of: "="), "\(text)")
        let theirs = try #require(Double(words[equals + 1]), "\(text)")
        #expect(abs(ours - theirs) <= abs(theirs) * 1e-5, "\(name): \(ours), \(theirs)")
    }
}

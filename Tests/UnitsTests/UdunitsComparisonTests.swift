import Foundation
import MetadataModel
import Testing

@testable import Units

/// Every spelling of the unit table, with prefixes, and products of units, beside udunits2, where
/// its program is installed. What the two see differently is listed with its reason in
/// `Sources/Units/README.md`.
@Suite(.enabled(if: Udunits.program != nil, "udunits2 is not installed"))
struct UdunitsComparisonTests {
    /// What udunits2 says of a spelling.
    struct Definition {
        /// The number in SI base units of one of the unit.
        var one: Double
        /// The exponents of SI base units; bytes, pixels and counts are pure numbers to udunits2.
        var powers: [String: Int]
    }

    /// Spellings for which the two have other units.
    static let differing: Set = [
        "Byte", "Bytes", "byte", "bytes", "bit", "bps", "C", "Gs", "at %", "at.%", "cal", "calorie",
        "cps", "rpm", "rps", "ct", "degree celsius", "degrees celsius", "degree fahrenheit",
        "degrees fahrenheit", "degree kelvin", "degrees kelvin", "dpi", "ppi", "mm hg", "mol %",
        "oz", "ph", "pt",
    ]

    /// Constants that were measured anew since, or that one of the two rounds, agree so far.
    private static let tolerance = 1e-5

    @Test func `a spelling means the same with and without prefixes, but for those listed`() throws
    {
        let definitions = UnitDefinition.si + UnitDefinition.customary
        let bare = Set(definitions.flatMap { $0.symbols + $0.names })
        var prefixed: [String: String] = [:]
        for definition in definitions {
            for prefix in UnitPrefix.all where definition.prefixes.allows(prefix) {
                for symbol in definition.symbols { prefixed[prefix.symbols[0] + symbol] = symbol }
                for name in definition.names { prefixed[prefix.name + name] = name }
            }
        }
        let spellings = bare.union(prefixed.keys).filter { UnitTable.unit($0) != nil }
        let theirs = try Self.definitions(of: spellings.sorted())
        #expect(theirs.count > 1500, "\(theirs.count) of \(spellings.count) are known to both")
        let differing = theirs.keys.filter {
            !Self.agree(UnitTable.unit($0), theirs[$0], within: Self.tolerance)
        }
        #expect(Set(differing.filter { bare.contains($0) }) == Self.differing)
        // A prefix changes nothing in that.
        for spelling in differing where !bare.contains(spelling) {
            #expect(Self.differing.contains(prefixed[spelling] ?? ""), "\(spelling)")
        }
    }

    @Test func `products, quotients and powers mean the same`() throws {
        var random = SeededNumbers(state: 20_261_125)
        let atoms = [
            "m", "nm", "um", "kg", "mg", "s", "ms", "A", "nA", "K", "mol", "V", "kV", "Pa", "kPa",
            "N", "nN", "J", "mJ", "W", "Hz", "MHz", "T", "ohm", "F", "L", "h", "min", "rad",
        ]
        var products: Set<String> = []
        while products.count < 1000 {
            let factors = (0...random.next(below: 3)).map { _ in
                atoms[random.next(below: atoms.count)]
                    + ["", "", "^2", "^3", "^-1", "^-2"][random.next(below: 6)]
            }
            let divisor =
                random.next(below: 3) == 0 ? "/" + atoms[random.next(below: atoms.count)] : ""
            products.insert(factors.joined(separator: ".") + divisor)
        }
        let theirs = try Self.definitions(of: products.sorted())
        #expect(theirs.count == products.count)
        let differing = theirs.keys.filter {
            !Self.agree(UnitTable.unit($0), theirs[$0], within: 1e-12)
        }
        #expect(differing.isEmpty, "\(differing.sorted().prefix(20))")
    }

    private static func agree(
        _ ours: Units.Unit?, _ theirs: Definition?, within tolerance: Double
    ) -> Bool {
        guard let ours, let theirs else { return false }
        let bases: [(String, MetadataModel.Dimension.Base)] = [
            ("m", .metre), ("kg", .kilogram), ("s", .second), ("A", .ampere), ("K", .kelvin),
            ("mol", .mole), ("cd", .candela), ("rad", .radian),
        ]
        return abs(ours.si(1) - theirs.one) <= abs(theirs.one) * tolerance
            && bases.allSatisfy { ours.dimension[$0.1] == theirs.powers[$0.0] ?? 0 }
    }

    /// Asks for the definitions of all spellings at once: a line with a spelling, and an empty one
    /// for the unit wanted. Each prompt takes a line; behind an unknown spelling stands no prompt
    /// for the unit wanted.
    private static func definitions(of spellings: [String]) throws -> [String: Definition] {
        let process = Process()
        process.executableURL = URL(filePath: try #require(Udunits.program))
        let folder = FileManager.default.temporaryDirectory
        let input = folder.appendingPathComponent("units-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: input) }
        try Data(spellings.map { $0 + "\n\n" }.joined().utf8).write(to: input)
        let output = Pipe()
        process.arguments = ["-U"]
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(
            decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        var found: [String: Definition] = [:]
        var line = 0
        for prompt in text.components(separatedBy: "You ").dropFirst() {
            if prompt.hasPrefix("want:"), line % 2 == 1, line / 2 < spellings.count {
                found[spellings[line / 2]] = definition(String(prompt.dropFirst(5)))
            }
            line += 1
        }
        return found
    }

    /// Reads `1000 m²·kg·s⁻³·A⁻¹` and `0.555555555555556 K @ 459.67`.
    private static func definition(_ text: String) -> Definition? {
        var words = text.split { $0.isWhitespace }.map(String.init)
        var origin = 0.0
        if let at = words.firstIndex(of: "@"), at + 1 < words.count {
            origin = Double(words[at + 1]) ?? .nan
            words.removeSubrange(at...)
        }
        var factor = 1.0
        if let first = words.first, let number = Double(first) {
            factor = number
            words.removeFirst()
        }
        var powers: [String: Int] = [:]
        for part in words.joined(separator: "·").split(separator: "·") where part != "1" {
            let name = part.prefix { $0.isASCII }
            let digits = part.dropFirst(name.count).map { "⁰¹²³⁴⁵⁶⁷⁸⁹".firstIndex(of: $0) }
            let magnitude = digits.compactMap { $0 }.reduce(0) { sum, place in
                sum * 10 + "⁰¹²³⁴⁵⁶⁷⁸⁹".distance(from: "⁰¹²³⁴⁵⁶⁷⁸⁹".startIndex, to: place)
            }
            let isNegative = part.contains("⁻")
            powers[String(name)] = digits.isEmpty ? 1 : isNegative ? -magnitude : magnitude
        }
        return Definition(one: factor * (1 + origin), powers: powers)
    }
}

private enum Udunits {
    static let program = ["/usr/bin/udunits2", "/usr/local/bin/udunits2"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }
}

/// Numbers that a seed decides (SplitMix64).
private struct SeededNumbers {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((word ^ (word >> 31)) % UInt64(bound))
    }
}

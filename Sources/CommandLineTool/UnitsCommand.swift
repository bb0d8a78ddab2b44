internal import ArgumentParser
internal import Search
internal import Units
internal import WireFormat

/// `reticle units`: what a unit is in others, and which units the index holds.
struct UnitsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "units",
        abstract: "Converts a quantity, or tells which units the index holds.",
        discussion: """
            reticle units 5kV --to V      5000 V
            reticle units 20°C            the same in other units
            reticle units                 the units that facts write, and what they mean
            reticle units --unknown       those that are not understood, with their keys

            A unit that is not understood drops no fact: its numbers compare as written. Ends with 1 \
            where no such unit is found.
            """)

    @Argument(parsing: .allUnrecognized, help: "A number with its unit, as a query writes it.")
    var quantity: [String] = []

    @Option(help: ArgumentHelp("The unit to convert to.", valueName: "unit"))
    var to: String?

    @Flag(help: "Only units that are not understood.")
    var unknown = false

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var engine: EngineOptions

    func validate() throws {
        if quantity.isEmpty, to != nil {
            throw ValidationError("--to: expected a quantity to convert, such as 5kV")
        }
        if !quantity.isEmpty, unknown {
            throw ValidationError("--unknown: expected no quantity beside it")
        }
    }

    func run() throws {
        var output = StandardOutput()
        if quantity.isEmpty {
            let usages = try engine.engine().units().filter { !unknown || !$0.isUnderstood }
            try write(usages, &output)
            try output.flush()
            if usages.isEmpty { throw ExitCode(1) }
        } else {
            do {
                try write(UnitConversion(quantity.joined(separator: " "), to: to), &output)
            } catch let misreading as UnitMisreading {
                Complaints.write([
                    SearchWarning(misreading.message, suggestions: misreading.suggestions)
                ])
                throw ExitCode(2)
            }
            try output.flush()
        }
    }

    private func write(
        _ conversion: UnitConversion, _ output: inout StandardOutput
    ) throws {
        if json {
            var text = JSONText()
            text.unitConversion(conversion)
            text.endLine()
            return try output.write(text.bytes)
        }
        guard to == nil else {
            for quantity in conversion.converted { try output.write(Self.text(quantity) + "\n") }
            return
        }
        try output.write(
            "\(Self.text(conversion.given)): \(conversion.dimension ?? "a pure number"), "
                + "\(Self.text(conversion.si)) in SI\n")
        for quantity in conversion.converted { try output.write("  \(Self.text(quantity))\n") }
    }

    private static func text(_ quantity: UnitConversion.Quantity) -> String {
        let number =
            Int64(exactly: quantity.number).map(String.init) ?? quantity.number.description
        return quantity.unit.isEmpty ? number : "\(number) \(quantity.unit)"
    }

    private func write(_ usages: [UnitUsage], _ output: inout StandardOutput) throws {
        if json {
            var text = JSONText()
            text.units(usages)
            text.endLine()
            return try output.write(text.bytes)
        }
        var table = TextTable(
            headings: ["facts", "unit", "meaning", "keys"], wholeColumns: [1, 2])
        for usage in usages {
            let keys = usage.keys.prefix(3).map { "\($0.key) \($0.factCount)" }
            let others = usage.keys.count > 3 ? ["and \(usage.keys.count - 3) more"] : []
            table.add([
                "\(usage.factCount)", usage.unit, Self.meaning(usage.meaning),
                (keys + others).joined(separator: ", "),
            ])
        }
        if !usages.isEmpty { try output.write(table.text) }
    }

    private static func meaning(_ lookup: UnitLookup) -> String {
        switch lookup {
        case .known(let unit): UnitTable.name(of: unit.dimension) ?? "a pure number"
        case .ambiguous(let readings): "may be " + readings.joined(separator: " or ")
        case .unknown(let nearest):
            "not understood"
                + (nearest.isEmpty ? "" : "; near are " + nearest.joined(separator: ", "))
        }
    }
}

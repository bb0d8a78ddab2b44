internal import ArgumentParser
internal import Foundation
internal import MetadataModel
internal import MetadataStore
internal import Search
internal import Units
internal import WireFormat

/// `reticle show`: everything known of one file.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows every fact of a file: value, unit, and where it was read.")

    @Argument(help: "An id, the beginning of one, or a path.")
    var asset: String

    @Option(help: ArgumentHelp("Only keys that fit.", valueName: "pattern"))
    var key: String?

    @Flag(help: "As GET /v1/assets/{id} gives it.")
    var json = false

    @OptionGroup var engine: EngineOptions

    mutating func run() throws {
        let engine = try engine.engine()
        // Assets have absolute paths; what a person types may be one of the working folder.
        let path = URL(fileURLWithPath: asset).standardizedFileURL.path
        guard let found = try engine.asset(asset, keys: key) ?? engine.asset(path, keys: key) else {
            Complaints.write([SearchWarning("no asset, or more than one, is named `\(asset)`")])
            throw ExitCode(1)
        }
        var output = StandardOutput()
        if json {
            var text = JSONText()
            text.asset(found)
            text.endLine()
            try output.write(text.bytes)
        } else {
            try output.write(Self.text(of: found))
        }
        try output.flush()
    }

    private static func text(of asset: StoredAsset) -> String {
        var text = FactTable.printable(asset.path) + "\n\(asset.identity)\n"
        if let file = asset.file {
            text += "\(file.count) bytes, changed "
            text += TimeSpan.timestamp(ofMicroseconds: file.modifiedNanoseconds / 1000)
            text += ", read by \(FactTable.printable(file.extractor))\n"
        }
        if asset.parts.count > 1 {
            text += "\n\(asset.parts.count) files\n"
            for part in asset.parts { text += FactTable.printable(part) + "\n" }
        }
        for (source, facts) in asset.contributions {
            text += "\n" + heading(of: source) + "\n"
            var table = TextTable(headings: [], wholeColumns: [0])
            for fact in facts { table.add(cells(of: fact)) }
            text += table.text
        }
        return text
    }

    private static func heading(of source: FactSource) -> String {
        if source.kind == .own {
            return source.path.isEmpty ? "the file itself" : FactTable.printable(source.path)
        }
        return "\(source.kind.name) \(FactTable.printable(source.path))"
    }

    private static func cells(of fact: Fact) -> [String] {
        let indices = fact.element.indices.map(String.init).joined(separator: ",")
        let name = fact.key.description + (indices.isEmpty ? "" : " [\(indices)]")
        let unit = fact.unit.map { fact.value.hasSuffix($0) ? "" : " " + $0 } ?? ""
        return [name, fact.value + unit, meaning(of: fact), place(of: fact)]
    }

    /// The label of a coded value, the SI value of a quantity, the beginning of a date.
    private static func meaning(of fact: Fact) -> String {
        var parts: [String] = []
        if let label = fact.label { parts.append(label) }
        if let dimension = fact.dimension, let si = fact.numbers.first?.si {
            parts.append("= \(si) \(UnitTable.siUnit(of: dimension).symbol)")
        }
        if let date = fact.date {
            parts.append(TimeSpan.timestamp(ofMicroseconds: date.start))
        }
        return parts.joined(separator: ", ")
    }

    private static func place(of fact: Fact) -> String {
        let bytes = fact.locus.offset.map { "byte \($0)" } ?? ""
        let address = fact.locus.address
        if address.isEmpty || address == bytes { return bytes }
        return bytes.isEmpty ? address : "\(address), \(bytes)"
    }
}

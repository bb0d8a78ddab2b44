internal import Foundation
internal import MetadataModel
internal import QueryLanguage
internal import Units
internal import Yams

/// Every fault of a vocabulary file, each with its place.
public struct VocabularyErrors: Error, Sendable, Hashable, CustomStringConvertible {
    public struct Fault: Sendable, Hashable {
        /// From 1; 0 where the file as a whole is meant.
        public var line: Int
        public var message: String
    }

    public var faults: [Fault]

    public var description: String {
        faults.map { "line \($0.line): \($0.message)" }.joined(separator: "\n")
    }
}

extension Vocabulary {
    /// Reads a vocabulary from the text of `vocabulary.yaml`.
    ///
    /// ```yaml
    /// headings under: [csv, "xlsx.*", "yaml.**"]   # where the headings of all concepts are looked for
    /// concepts:
    ///   voltage:
    ///     definition: Accelerating voltage of the electron beam.
    ///     unit: V                                   # optional; gives the dimension
    ///     keys:                                     # whole keys, or patterns over them
    ///       - fei.Beam.HV
    ///       - {key: vendor.HV, unit: kV}            # a unit for numbers that state none
    ///     headings: [voltage, {key: "HV (kV)", unit: kV}]
    ///     iri: https://purls.helmholtz-metadaten.de/emg/EMG_00000004   # or a list
    ///     includes: []                              # other concepts that this one comprises
    /// ```
    ///
    /// A concept also stands for the raw key that is spelled as itself.
    ///
    /// - Throws: ``VocabularyErrors`` with all faults of the file.
    public init(yaml text: String) throws(VocabularyErrors) {
        var reading = VocabularyReading()
        let concepts = reading.concepts(of: text)
        guard reading.faults.isEmpty else {
            throw VocabularyErrors(faults: reading.faults.sorted { $0.line < $1.line })
        }
        self.init(concepts: concepts)
    }

    /// Reads `vocabulary.yaml` in the first of the folders that holds one.
    ///
    /// - Returns: ``empty`` where none of them does.
    public static func inFirst(of folders: [String]) throws -> Vocabulary {
        for folder in folders {
            let path = folder + "/vocabulary.yaml"
            guard FileManager.default.fileExists(atPath: path) else { continue }
            return try Vocabulary(yaml: String(contentsOfFile: path, encoding: .utf8))
        }
        return empty
    }
}

/// Reads the nodes of one file and collects its faults.
private struct VocabularyReading {
    var faults: [VocabularyErrors.Fault] = []
    private var headingPrefixes: [KeyPattern] = []

    init() {}

    mutating func concepts(of text: String) -> [Vocabulary.Concept] {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            faults.append(.init(line: 0, message: "\(error)"))
            return []
        }
        guard let root, let file = root.mapping else {
            fault(root, "expected a mapping with `concepts`")
            return []
        }
        checkNames(of: file, allowed: ["headings under", "concepts"])
        for node in items(file["headings under"]) {
            if let pattern = pattern(node) { headingPrefixes.append(pattern) }
        }
        guard let list = file["concepts"]?.mapping else {
            fault(root, "expected a mapping `concepts`")
            return []
        }
        var concepts: [Vocabulary.Concept] = []
        var lines: [String: Int] = [:]
        for (name, body) in list {
            guard let concept = concept(name, body) else { continue }
            let folded = FactKey.folded(concept.name)
            if let line = lines[folded] {
                fault(name, "`\(concept.name)` stands on line \(line) already")
            }
            lines[folded] = name.mark?.line ?? 0
            concepts.append(concept)
        }
        for (name, body) in list {
            for node in items(body.mapping?["includes"]) where lines[folded(node)] == nil {
                fault(
                    node,
                    "`\(name.string ?? "")` includes `\(node.string ?? "")`, which is no concept")
            }
        }
        return concepts
    }

    private mutating func concept(_ name: Node, _ body: Node) -> Vocabulary.Concept? {
        guard let spelled = name.string, let own = pattern(name), let body = body.mapping else {
            fault(name, "expected a concept's name and a mapping")
            return nil
        }
        checkNames(
            of: body, allowed: ["definition", "unit", "keys", "headings", "iri", "includes"])
        let definition = body["definition"]?.string ?? ""
        if definition.isEmpty { fault(name, "`\(spelled)` has no definition") }
        var sources = [Vocabulary.Source(pattern: own, unit: nil)]
        for node in items(body["keys"]) {
            if let (pattern, unit) = source(node) {
                sources.append(.init(pattern: pattern, unit: unit))
            }
        }
        for node in items(body["headings"]) {
            guard let (pattern, unit) = source(node, isHeading: true) else { continue }
            for prefix in headingPrefixes {
                sources.append(
                    .init(pattern: .init(segments: prefix.segments + pattern.segments), unit: unit))
            }
        }
        return Vocabulary.Concept(
            name: spelled, definition: definition, unit: unit(body["unit"]), sources: sources,
            iris: items(body["iri"]).compactMap { iri($0) },
            includes: items(body["includes"]).compactMap(\.string))
    }

    /// A key alone, or a key with the unit of its numbers.
    private mutating func source(
        _ node: Node, isHeading: Bool = false
    ) -> (KeyPattern, NamedUnit?)? {
        let key = node.mapping?["key"] ?? node
        if let mapping = node.mapping { checkNames(of: mapping, allowed: ["key", "unit"]) }
        if isHeading, let heading = key.string {
            return (
                KeyPattern(segments: [.init(.plain(heading))]), unit(node.mapping?["unit"])
            )
        }
        guard let pattern = pattern(key) else { return nil }
        return (pattern, unit(node.mapping?["unit"]))
    }

    private mutating func pattern(_ node: Node) -> KeyPattern? {
        guard let text = node.string, let pattern = KeyPattern(text: text) else {
            fault(node, "expected a key or a pattern over keys, found `\(node.string ?? "")`")
            return nil
        }
        return pattern
    }

    private mutating func iri(_ node: Node) -> String? {
        let text = node.string ?? ""
        let rest = ["https://", "http://"].first(where: text.hasPrefix).map {
            text.dropFirst($0.count)
        }
        guard let rest, rest.contains("."), !text.contains(where: { " <>\"{}|\\^`".contains($0) })
        else {
            fault(node, "expected an IRI that begins with https:// or http://, found `\(text)`")
            return nil
        }
        return text
    }

    private mutating func unit(_ node: Node?) -> NamedUnit? {
        guard let node else { return nil }
        guard let symbol = node.string, let unit = UnitTable.unit(symbol) else {
            fault(node, "expected a unit, found `\(node.string ?? "")`")
            return nil
        }
        return NamedUnit(symbol: symbol, unit: unit)
    }

    /// The members of a list; a single value counts as a list of one.
    private func items(_ node: Node?) -> [Node] {
        guard let node else { return [] }
        return node.sequence.map { Array($0) } ?? [node]
    }

    private func folded(_ node: Node) -> String {
        FactKey.folded(node.string ?? "")
    }

    private mutating func checkNames(of mapping: Node.Mapping, allowed: [String]) {
        for (name, _) in mapping where !allowed.contains(name.string ?? "") {
            fault(
                name,
                "expected one of \(allowed.joined(separator: ", ")), found `\(name.string ?? "")`")
        }
    }

    private mutating func fault(_ node: Node?, _ message: String) {
        faults.append(.init(line: node?.mark?.line ?? 0, message: message))
    }
}

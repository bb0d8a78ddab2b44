internal import Extraction
internal import FormatExtractors
internal import MetadataModel
internal import Yams

extension FormatDescription {
    /// Reads a description.
    ///
    /// - Throws: Every fault of the file at once.
    init(yaml: String, path: String) throws(Faults) {
        let faults = FaultList(path: path)
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch let error as YamlError {
            throw Faults([Fault(path: path, line: error.line, detail: error.detail)])
        } catch {
            throw Faults([Fault(path: path, line: 0, detail: "\(error)")])
        }
        guard let root else {
            throw Faults([Fault(path: path, line: 0, detail: "the file is empty")])
        }
        self.init(DescriptionNode(node: root, faults: faults), path: path)
        guard faults.all.isEmpty else { throw Faults(faults.all.sorted { $0.line < $1.line }) }
    }

    private init(_ root: DescriptionNode, path: String) {
        let words = root.words([
            "id", "version", "name", "source", "suffixes", "signatures", "leastBytes", "header",
            "lines", "command", "seconds", "notes",
        ])
        for word in ["id", "version", "name", "source"] where words[word] == nil {
            root.fault("\"\(word)\" is missing")
        }
        id = words["id"].map(Self.id) ?? "?"
        version = words["version"]?.integer(1...1_000_000) ?? 1
        _ = words["name"]?.text
        _ = words["source"]?.members.map(\.text)
        suffixes = Set(words["suffixes"]?.members.map { $0.text.lowercased() } ?? [])
        signatures = words["signatures"]?.members.map(Signature.init) ?? []
        leastByteCount = UInt64(words["leastBytes"]?.integer(0...Int.max) ?? 0)
        if suffixes.isEmpty, signatures.isEmpty {
            root.fault("expected suffixes or signatures: nothing tells the format")
        }
        _ = words["notes"]?.text
        if words["command"] == nil { words["seconds"]?.fault("only a program has a time limit") }
        switch (words["header"], words["lines"], words["command"]) {
        case (let header?, nil, nil):
            body = .header(HeaderDescription(header))
        case (nil, let lines?, nil):
            body = Self.lines(lines)
        case (nil, nil, let command?):
            body = .program(
                ProgramDescription(command, seconds: words["seconds"], manifest: path))
        default:
            root.fault("expected one of \"header\", \"lines\" and \"command\"")
            body = .lines(.ini, units: [:])
        }
    }

    private static func id(_ node: DescriptionNode) -> String {
        let id = node.text
        let isPlain = id.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
        if !isPlain { node.fault("expected small letters, digits and hyphens, found \"\(id)\"") }
        if FactKey.reservedNamespaces.contains(id) { node.fault("\"\(id)\" is reserved") }
        return id
    }

    private static func lines(_ node: DescriptionNode) -> Body {
        let words = node.words(["separators", "units"])
        var separators: [KeyValueSyntax.Separator] = []
        for member in words["separators"]?.members ?? [] {
            switch member.text {
            case "=": separators.append(.equals)
            case ":": separators.append(.colon)
            case "tab": separators.append(.tab)
            case "space": separators.append(.space)
            default: member.fault("expected =, :, tab or space")
            }
        }
        var units: [String: String] = [:]
        for (key, unit) in words["units"]?.pairs ?? [] { units[key.text] = unit.knownUnit }
        return .lines(
            separators.isEmpty ? .ini : KeyValueSyntax(separators: separators), units: units)
    }
}

extension DescriptionNode {
    /// A unit that the unit table knows.
    var knownUnit: String {
        let unit = text
        if !Fact.isUnit(unit) { fault("unknown unit \"\(unit)\"") }
        return unit
    }
}

extension Signature {
    /// `{offset: 208, text: "MAP "}` or `{offset: 0, bytes: [0x5C, 0x01]}`.
    init(_ node: DescriptionNode) {
        let words = node.words(["offset", "text", "bytes"])
        let last = FileHeader.maximumByteCount - 1
        offset = words["offset"]?.integer(0...last) ?? 0
        switch (words["text"], words["bytes"]) {
        case (let text?, nil): bytes = Array(text.text.utf8)
        case (nil, let list?): bytes = list.members.map { UInt8($0.integer(0...255)) }
        default:
            node.fault("expected either \"text\" or \"bytes\"")
            bytes = [0]
        }
    }
}

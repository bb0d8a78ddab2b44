internal import Extraction
internal import MetadataModel
internal import Yams

/// Hands the nodes of YAML documents to ``TreeFacts``.
struct YAMLWalk {
    /// Values that aliases may repeat: a bomb of aliases ends here. Without aliases a text has no
    /// more values than bytes.
    private static let maximumRepeatedCount = 10_000

    private let text: SourceText
    private let collector: FactCollector
    private let lineStarts: [Int]
    private var nodeCount = 0

    init(text: SourceText, collector: FactCollector) {
        self.text = text
        self.collector = collector
        lineStarts =
            [0] + text.bytes.indices.filter { text.bytes[$0] == 0x0A }.map { $0 + 1 }
    }

    mutating func send(
        _ node: Node, to facts: TreeFacts, depth: Int = 0
    ) throws(ExtractionError) {
        nodeCount += 1
        guard nodeCount <= text.bytes.count + Self.maximumRepeatedCount else {
            throw ExtractionError(
                .limitExceeded, "more than \(Self.maximumRepeatedCount) values repeated by aliases",
                at: Locus(address: place(of: node).address ?? ""))
        }
        guard depth < collector.limits.maximumDepth else {
            throw ExtractionError(
                .limitExceeded, "nested deeper than \(collector.limits.maximumDepth)",
                at: Locus(address: place(of: node).address ?? ""))
        }
        guard !facts.isSatisfied else { return }
        switch node {
        case .scalar(let scalar):
            send(scalar, at: place(of: node), to: facts)
        case .sequence(let sequence):
            facts.beginArray()
            for member in sequence { try send(member, to: facts, depth: depth + 1) }
            facts.endArray(at: place(of: node))
        case .mapping(let mapping):
            facts.beginObject()
            try sendMembers(of: mapping, to: facts, depth: depth)
            facts.endObject(at: place(of: node))
        case .alias:
            // The parser has put what it stands for in its place.
            return
        }
    }

    /// The members of a mapping; those merged with `<<` unless it states them itself.
    private mutating func sendMembers(
        of mapping: Node.Mapping, to facts: TreeFacts, depth: Int
    ) throws(ExtractionError) {
        let own = Set(mapping.compactMap { $0.key.scalar?.string })
        for (key, value) in mapping {
            guard key.scalar?.string == "<<" else {
                facts.key(key.scalar?.string ?? "?")
                try send(value, to: facts, depth: depth + 1)
                continue
            }
            for merged in value.sequence.map(Array.init) ?? [value] {
                for (key, value) in merged.mapping ?? [:] {
                    guard let name = key.scalar?.string, !own.contains(name) else { continue }
                    facts.key(name)
                    try send(value, to: facts, depth: depth + 1)
                }
            }
        }
    }

    private func send(_ scalar: Node.Scalar, at place: TreePlace, to facts: TreeFacts) {
        let written = scalar.string
        guard scalar.style == .plain || scalar.style == .any else {
            return facts.text(written, at: place)
        }
        switch written {
        case "", "~", "null", "Null", "NULL":
            facts.word(written.isEmpty ? "null" : written, truth: nil, at: place)
        case "true", "True", "TRUE":
            facts.word(written, truth: true, at: place)
        case "false", "False", "FALSE":
            facts.word(written, truth: false, at: place)
        default:
            var written = written
            let form = written.withUTF8 { ValueScanner(bytes: $0).form() }
            if case .number(let number) = form {
                facts.number(number, written: written, at: place)
            } else {
                facts.text(written, at: place)
            }
        }
    }

    /// The line of a node, and its bytes where the scalar stands in the text as it is.
    private func place(of node: Node) -> TreePlace {
        guard let mark = node.mark, lineStarts.indices.contains(mark.line - 1) else {
            return TreePlace()
        }
        var place = TreePlace(address: "line \(mark.line)")
        guard let scalar = node.scalar, text.encoding == .utf8 else { return place }
        var start = lineStarts[mark.line - 1]
        for _ in 1..<max(mark.column, 1) where start < text.bytes.count {
            start += 1
            while start < text.bytes.count, text.bytes[start] & 0xC0 == 0x80 { start += 1 }
        }
        if scalar.style != .plain, scalar.style != .any { start += 1 }
        let wanted = scalar.string.utf8
        guard !wanted.isEmpty, text.bytes.count - start >= wanted.count,
            text.bytes[start..<start + wanted.count].elementsEqual(wanted)
        else { return place }
        var source = text
        let locus = source.locus(start..<start + wanted.count, "")
        place.offset = locus.offset
        place.length = locus.length
        return place
    }
}

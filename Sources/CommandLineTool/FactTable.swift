internal import Extraction
internal import ExtractionWorker
internal import Harvesting
internal import MetadataModel

/// Facts as an aligned table for a person: one block a file, one line a fact.
struct FactTable {
    private static let maximumKeyWidth = 56
    private static let maximumValueCount = 160

    private var keyWidth = 0
    private var isFirst = true

    /// The text for an event.
    mutating func text(of event: ExtractionEvent<NamedFiles.Subject>) -> String {
        switch event {
        case .began(.companion, let file, let outcome):
            return "  " + Self.printable(file.path) + "  (\(outcome.type), a companion)\n"
        case .began(_, let file, let outcome):
            return heading(file.path, "\(outcome.type), \(outcome.extractor)")
        case .facts(let facts):
            return rows(facts)
        case .ended(let outcome):
            return outcome.issues.map(line).joined()
        case .passed(.missing(let path, let issue)):
            return heading(path, "not read") + line(issue)
        case .passed(.file), .passed(.companion):
            return ""
        }
    }

    private mutating func heading(_ path: String, _ remark: String) -> String {
        defer { isFirst = false }
        keyWidth = 0
        return (isFirst ? "" : "\n") + "\(Self.printable(path))  (\(remark))\n"
    }

    mutating func rows(_ facts: [Fact]) -> String {
        let names = facts.map(name)
        // The first facts of a file set the width: the table is written while the file is read.
        if keyWidth == 0 {
            keyWidth = min(Self.maximumKeyWidth, names.lazy.map(\.count).max() ?? 0)
        }
        var text = ""
        for (fact, name) in zip(facts, names) {
            let padding = String(repeating: " ", count: max(0, keyWidth - name.count))
            text += "  \(name)\(padding)  \(value(of: fact))\n"
        }
        return text
    }

    private func name(of fact: Fact) -> String {
        let indices = fact.element.indices.map(String.init).joined(separator: ",")
        return Self.printable(fact.key.description) + (indices.isEmpty ? "" : " [\(indices)]")
    }

    private func value(of fact: Fact) -> String {
        var text = Self.printable(fact.value)
        if text.count > Self.maximumValueCount {
            text = text.prefix(Self.maximumValueCount) + "…"
        }
        if let unit = fact.unit, !fact.value.hasSuffix(unit) { text += " \(Self.printable(unit))" }
        if let label = fact.label { text += "  (\(Self.printable(label)))" }
        return text
    }

    private func line(_ issue: Issue) -> String {
        let place = issue.locus.address.isEmpty ? "" : " at \(Self.printable(issue.locus.address))"
        return "  ! \(issue.kind.rawValue)\(place): \(Self.printable(issue.detail))\n"
    }

    /// A text without control characters: they could change what a terminal shows elsewhere.
    static func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var shown = ""
        for scalar in text.unicodeScalars {
            if isControl(scalar) {
                shown += scalar.escaped(asASCII: true)
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}

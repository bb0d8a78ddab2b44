import Extraction
import MetadataModel

/// One line of a `.facts.json`: a fact that a file must state, a key it must not have, or the
/// issue its reading must end with.
struct GoldenFact: Decodable {
    var key: String?
    var element: [Int]?
    var value: String?
    var unit: String?
    var si: Double?
    var absent: Bool?
    /// Kinds of issue, of which one must have been reported.
    var issue: [String]?
    /// The sidecar that states the fact; absent for what the file says itself.
    var from: String?

    /// What is wrong with a reading; `nil` where it has what is wanted.
    func disagreement(with reading: Reading) -> String? {
        if let issue {
            let found = reading.outcome.issues
            return found.contains { issue.contains($0.kind.rawValue) }
                ? nil
                : "expected an issue \(issue), found \(found.map { "\($0.kind): \($0.detail)" })"
        }
        let facts = reading.facts.filter { $0.key.description == key }
        if absent == true {
            return facts.isEmpty ? nil : "expected no \(key ?? ""), found \(facts.map(\.value))"
        }
        guard !facts.contains(where: matches) else { return nil }
        return "expected \(self), found \(facts.map(Self.brief))"
    }

    private func matches(_ fact: Fact) -> Bool {
        if let element, fact.element.indices != element { return false }
        if let value, fact.value != value { return false }
        if let unit, fact.unit != unit { return false }
        guard let si else { return true }
        // Numbers in single precision have seven digits.
        return fact.numbers.contains { slot in
            slot.si.map { abs($0 - si) <= 1e-6 * abs(si) } ?? false
        }
    }

    private static func brief(_ fact: Fact) -> String {
        "\(fact.element.indices) \(fact.value) \(fact.unit ?? "") \(fact.numbers.map(\.si))"
    }
}

extension GoldenFact: CustomStringConvertible {
    var description: String {
        var parts = [key ?? ""]
        if let element { parts.append("\(element)") }
        if let value { parts.append("= \(value)") }
        if let unit { parts.append(unit) }
        if let si { parts.append("(\(si) in SI)") }
        return parts.joined(separator: " ")
    }
}

internal import Extraction
internal import MetadataModel

/// A value in the Ciao syntax: `V [Sens. Zsens] (0.000375 V/LSB) 24.576 V`, `S [Height] "Height"`.
struct NanoscopeValue {
    private let written: String
    /// `V`, `C` or `S`.
    private let kind: Character
    private let soft: String?
    private let hard: String?
    /// What stands behind the scales.
    private let rest: Substring

    /// `nil` where the text does not begin as such a value does.
    init?(_ written: String) {
        guard let kind = written.first, "VCS".contains(kind),
            written.dropFirst().first.map({ $0 == " " }) ?? true
        else { return nil }
        self.written = written
        self.kind = kind
        var rest = Self.trimmed(written.dropFirst())
        soft = Self.take(&rest, "[", "]")
        hard = Self.take(&rest, "(", ")")
        self.rest = rest
    }

    private static func trimmed(_ text: Substring) -> Substring {
        text.drop { $0 == " " }
    }

    private static func take(_ text: inout Substring, _ open: Character, _ close: Character)
        -> String?
    {
        guard text.first == open, let end = text.firstIndex(of: close) else { return nil }
        let inner = text[text.index(after: text.startIndex)..<end]
        text = trimmed(text[text.index(after: end)...])
        return String(inner)
    }

    func state(
        _ key: FactKey, element: ElementPath, locus: Locus, into collector: FactCollector
    ) {
        var fact = Fact(key: key, element: element, value: written, locus: locus)
        if kind == "S" {
            let name = rest.filter { $0 != "\"" }
            if !name.isEmpty { fact.label = String(name) }
        } else {
            // The number and its unit are what the text says in the end.
            var value = Fact(key: key, value: String(rest))
            value.deriveSlots()
            fact.numbers = value.numbers
            fact.dimension = value.dimension
            fact.unit = value.unit ?? Self.unit(of: rest)
            if value.numbers.isEmpty, let number = Self.number(of: rest) {
                fact.numbers = [NumberSlot(.real(number))]
                fact.applyUnit()
            }
        }
        collector.add(fact)
        if let soft, !soft.isEmpty, kind != "S" {
            collector.text(key.appending("SoftScale"), soft, element: element, locus: locus)
        } else if let soft, !soft.isEmpty {
            collector.text(key.appending("InternalName"), soft, element: element, locus: locus)
        }
        if let hard, !hard.isEmpty {
            collector.text(key.appending("HardScale"), hard, element: element, locus: locus)
        }
    }

    private static func number(of text: Substring) -> Double? {
        text.split(separator: " ").first.flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil }
    }

    private static func unit(of text: Substring) -> String? {
        let words = text.split(separator: " ", maxSplits: 1)
        guard words.count == 2, Double(words[0]) != nil else { return nil }
        return String(words[1])
    }
}

internal import Extraction
public import MetadataModel

/// A fact as a person states it and as the journal keeps it; the slots follow from the text.
public struct StatedFact: Sendable, Hashable, Codable {
    /// The printed key: `tag`, `user.organism`.
    public var key: String
    public var value: String
    public var unit: String?

    public init(key: String, value: String, unit: String? = nil) {
        self.key = key
        self.value = value
        self.unit = unit
    }

    /// The same with its slots.
    public var fact: Fact {
        var fact = Fact(key: FactKey(printed: key), value: value, unit: unit)
        fact.deriveSlots()
        return fact
    }

    public init(_ fact: Fact) {
        // A unit that stands in the value is found there again.
        let bare = Fact(key: fact.key, value: fact.value)
        var derived = bare
        derived.deriveSlots()
        self.init(
            key: fact.key.description, value: fact.value,
            unit: derived.unit == fact.unit ? nil : fact.unit)
    }

    func isSame(as fact: Fact) -> Bool { StatedFact(fact) == self }
}

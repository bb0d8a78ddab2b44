internal import Extraction
internal import MetadataModel

/// The values of a header's fields, for the conditions and amounts that depend on them.
struct FieldValues {
    private var numbers: [String: [Number]] = [:]
    private var texts: [String: String] = [:]

    mutating func set(_ key: String, _ values: [Number]) {
        numbers[key] = values
    }

    mutating func set(_ key: String, _ text: String) {
        texts[key] = text
    }

    func number(_ member: FieldDescription.Member) -> Double? {
        guard let values = numbers[member.field], values.indices.contains(member.index) else {
            return nil
        }
        return values[member.index].double
    }

    /// A whole number that is not negative; `nil` where the field has none or was not read.
    func amount(_ amount: Amount) -> UInt64? {
        switch amount {
        case .number(let number): return UInt64(number)
        case .field(let key):
            guard case .integer(let value)? = numbers[key]?.first else { return nil }
            return UInt64(exactly: value)
        }
    }

    func holds(_ condition: FieldDescription.Condition) -> Bool {
        switch condition {
        case .equals(let field, let values):
            if let text = texts[field] { return values.contains(text) }
            guard let number = numbers[field]?.first else { return false }
            // A float32 that was written as 0.7 reads as 0.699999988.
            return values.contains(number.spelling)
                || values.contains(Fact.spelling(of: Float(number.double)))
        case .bit(let field, let bit):
            guard case .integer(let mask)? = numbers[field]?.first else { return false }
            return mask >> Int64(bit) & 1 == 1
        }
    }
}

public import MetadataModel
internal import Units

extension Fact {
    /// Derives the slots that the value's text and unit state.
    ///
    /// A number is read where the whole text is one, a quantity where a number and a known unit
    /// are the whole text, a list where all members are numbers, a date where the whole text is
    /// one whose parts are beyond doubt, a truth value where it is `true` or `false`. Nothing is
    /// guessed: `10/11/12` and `3 mice` stay text.
    public mutating func deriveSlots() {
        let count = value.utf8.count
        guard count > 0, count <= 1024 else { return }
        switch value.withUTF8({ ValueScanner(bytes: $0).form() }) {
        case .number(let number):
            numbers = [NumberSlot(number)]
            applyUnit()
            // Eight digits are a number, and a date where they can be one.
            if unit == nil, count == 8 { date = TimeSpan(text: value) }
        case .list(let members):
            numbers = members.map { NumberSlot($0) }
            applyUnit()
        case .quantity(let number, let written):
            if unit == nil {
                guard let known = UnitMemo.unit(written) else {
                    date = TimeSpan(written: value)
                    break
                }
                unit = written
                dimension = known.dimension
                numbers = [NumberSlot(number, si: known.si(number.double))]
                return
            }
            numbers = [NumberSlot(number)]
            applyUnit()
        case .truth(let value):
            truth = value
        case .text:
            date = TimeSpan(written: value)
        }
    }

    /// Computes the SI values of the numbers from the unit, where the unit is known.
    public mutating func applyUnit() {
        guard let unit, !numbers.isEmpty, let known = UnitMemo.unit(unit) else { return }
        dimension = known.dimension
        for place in numbers.indices {
            numbers[place].si = known.si(numbers[place].number.double)
        }
    }

    /// Whether a text is a unit by itself, as far as units are known.
    public static func isUnit(_ text: String) -> Bool {
        UnitMemo.unit(text) != nil
    }

    /// The shortest text that reads back as the same number; no trailing `.0`.
    public static func spelling(of value: Double) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

extension Number {
    /// The number as text.
    public var spelling: String {
        switch self {
        case .integer(let value): String(value)
        case .real(let value): Fact.spelling(of: value)
        }
    }
}

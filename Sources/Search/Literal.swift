internal import MetadataModel
internal import QueryLanguage
internal import Units

/// A value of a query, with its unit looked up and its date computed.
enum Literal {
    case number(Double)
    case quantity(Double, Unit)
    case span(TimeSpan)
    /// Words to be found, or a whole text; quoted text keeps its case.
    case text(String, isQuoted: Bool)
    case glob(String)
    case truth(Bool)

    /// What kind of value it is, as error messages name it.
    var kindName: String {
        switch self {
        case .number: "a number"
        case .quantity: "a quantity"
        case .span: "a date"
        case .text, .glob: "a text"
        case .truth: "a truth value"
        }
    }
}

/// Turns scalars into literals.
struct LiteralReading {
    var dates: DateReading
    /// Words of text may begin with digits and look like a number with an unknown unit (`4C1`):
    /// they stay text where the comparison has a use for text and the key has no units.
    var allowsText: Bool
    /// Whether the literal is a bound, as behind `<`.
    var isBound = false

    enum Failure: Error {
        case unknownUnit(String)
        case wrongDate(String)
    }

    func literal(_ scalar: Scalar) throws(Failure) -> Literal {
        switch scalar {
        case .quantity(let quantity):
            guard let name = quantity.unit else { return .number(quantity.value) }
            if let unit = UnitTable.unit(name) { return .quantity(quantity.value, unit) }
            guard allowsText else { throw .unknownUnit(name) }
            return .text(quantity.number + name, isQuoted: false)
        case .date(let date):
            guard let span = dates.span(of: date, isBound: isBound) else {
                throw .wrongDate(scalar.description)
            }
            return .span(span)
        case .word(let word): return .text(word, isQuoted: false)
        case .string(let text): return .text(text, isQuoted: true)
        case .glob(let pattern): return .glob(pattern)
        case .truth(let truth): return .truth(truth)
        }
    }
}

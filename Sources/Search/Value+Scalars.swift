internal import QueryLanguage

extension Value {
    /// The literals of a value in the order of the text.
    var scalars: [Scalar] {
        switch self {
        case .scalar(let scalar): [scalar]
        case .range(let lower, let upper): [lower, upper].compactMap { $0 }
        case .tolerance(let value, let width): [value, width]
        case .anyOf(let scalars): scalars
        case .anything: []
        }
    }
}

extension Scalar {
    /// The literal's text without quotes.
    var plainText: String {
        switch self {
        case .word(let text), .string(let text), .glob(let text): text
        case .quantity, .date, .truth: description
        }
    }
}

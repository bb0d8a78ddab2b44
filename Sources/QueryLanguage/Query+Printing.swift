/// The canonical text: parsing it gives the same tree again.
extension Query: CustomStringConvertible {
    public var description: String {
        let stages = stages.map { "| \($0)" }
        return ([filter?.description].compactMap { $0 } + stages).joined(separator: " ")
    }
}

extension Filter: CustomStringConvertible {
    public var description: String {
        switch self {
        case .and(let operands): Self.conjunction(operands)
        case .or(let operands):
            operands.map { $0.printed(isOperandOf: .or) }.joined(separator: " OR ")
        case .not(let operand): "-" + operand.printed(isOperandOf: .not)
        case .text(let term): term.description
        case .clause(let clause): clause.description
        case .has(let key): "has:\(key)"
        case .missing(let key): "missing:\(key)"
        case .quantified(let quantifier, let key, let comparison, let scalar):
            "\(quantifier.rawValue)(\(key))\(comparison.rawValue)\(scalar)"
        case .element(let key, let filter): "\(key){ \(filter) }"
        case .relation(let relation): relation.description
        }
    }

    private enum Connective: Int {
        case or, and, not
    }

    /// The text within a connective, in brackets where it binds less tightly or as tightly.
    private func printed(isOperandOf outer: Connective) -> String {
        switch self {
        case .or: "(\(self))"
        case .and: outer == .or ? description : "(\(self))"
        case .not, .text, .clause, .has, .missing, .quantified, .element, .relation: description
        }
    }

    private static func conjunction(_ operands: [Filter]) -> String {
        var text = ""
        var precedesBracket = false
        for operand in operands {
            let printed = operand.printed(isOperandOf: .and)
            if !text.isEmpty {
                // `count (a OR b)` would look like a function.
                text += precedesBracket && printed.hasPrefix("(") ? " AND " : " "
            }
            text += printed
            precedesBracket = operand.endsWithFunctionName
        }
        return text
    }

    private var endsWithFunctionName: Bool {
        switch self {
        case .text(.word(let word)): ReservedWord.functions.contains(word)
        case .not(let operand): operand.endsWithFunctionName
        case .text, .clause, .has, .missing, .quantified, .element, .relation, .and, .or: false
        }
    }
}

extension TextTerm: CustomStringConvertible {
    public var description: String {
        switch self {
        case .word(let word): word
        case .prefix(let prefix): prefix + "*"
        case .phrase(let phrase): Scalar.quoted(phrase)
        }
    }
}

extension Clause: CustomStringConvertible {
    public var description: String {
        "\(key)\(comparison.rawValue)\(value)"
    }
}

extension Value: CustomStringConvertible {
    public var description: String {
        switch self {
        case .scalar(let scalar): scalar.description
        case .range(let lower, let upper):
            "\(lower?.description ?? "")..\(upper?.description ?? "")"
        case .tolerance(let value, let width): "\(value)±\(width)"
        case .anyOf(let scalars): "(\(scalars.map(\.description).joined(separator: " OR ")))"
        case .anything: "*"
        }
    }
}

extension Scalar: CustomStringConvertible {
    public var description: String {
        switch self {
        case .quantity(let quantity): quantity.description
        case .date(let date): date.description
        case .word(let text), .glob(let text): text
        case .string(let text): Self.quoted(text)
        case .truth(let truth): truth ? "true" : "false"
        }
    }

    static func quoted(_ text: String) -> String {
        var bytes = [UInt8(ascii: "\"")]
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                bytes.append(UInt8(ascii: "\\"))
            }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self) + "\""
    }

    /// A text that may stand bare, as cursors and ids mostly do, or in quotes.
    static func bareOrQuoted(_ text: String) -> String {
        var cursor = QueryCursor(text)
        return !text.isEmpty && cursor.takeValue() == text ? text : quoted(text)
    }
}

extension Quantity: CustomStringConvertible {
    public var description: String { number + (unit ?? "") }
}

extension DateLiteral: CustomStringConvertible {
    public var description: String {
        switch self {
        case .absolute(let text): text
        case .today: "today"
        case .yesterday: "yesterday"
        case .now: "now"
        case .nowOffset(let duration): "now\(duration.count < 0 ? "" : "+")\(duration)"
        case .ago(let duration): "-\(duration)"
        }
    }
}

extension Duration: CustomStringConvertible {
    public var description: String { "\(count)\(unit)" }
}

extension KeyPattern: CustomStringConvertible {
    public var description: String {
        // A reserved word, bare, would not be read as a key.
        if let singleName, ReservedWord.keys.contains(singleName) {
            return Segment.quoted(singleName)
        }
        return segments.map(\.description).joined(separator: ".")
    }

    /// The name of a key that is one plain segment without an index.
    var singleName: String? {
        guard segments.count == 1, segments[0].index == nil,
            case .plain(let name) = segments[0].name
        else { return nil }
        return name
    }
}

extension KeyPattern.Segment: CustomStringConvertible {
    public var description: String {
        let name =
            switch name {
            case .plain(let name): Self.isBare(name) ? name : Self.quoted(name)
            case .glob(let pattern): pattern
            case .anyDepth: "**"
            }
        return switch index {
        case nil: name
        case .any: name + "[*]"
        case .number(let number): "\(name)[\(number)]"
        }
    }

    static func quoted(_ name: String) -> String {
        "`" + name.split(separator: "`", omittingEmptySubsequences: false).joined(separator: "``")
            + "`"
    }

    private static func isBare(_ name: String) -> Bool {
        var cursor = QueryCursor(name)
        return !name.isEmpty && name.utf8.first != UInt8(ascii: "-")
            && !ReservedWord.connectives.contains(name)
            && !name.utf8.contains { "*?!".utf8.contains($0) } && cursor.takeName() == name
    }
}

extension Relation: CustomStringConvertible {
    public var description: String {
        switch self {
        case .lineage(let direction, let depth, let filter):
            "\(direction.rawValue)\(depth?.description ?? "")( \(filter) )"
        case .same(let key, let filter): "same( \(key), \(filter) )"
        case .step(let maker, let filter): "\(maker.rawValue){ \(filter) }"
        case .selection(let id): "sel:\(Scalar.bareOrQuoted(id))"
        }
    }
}

extension DepthRange: CustomStringConvertible {
    public var description: String { "{\(least)..\(most.map(String.init) ?? "")}" }
}

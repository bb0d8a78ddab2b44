extension QueryParser {
    /// The value of a clause. A `:` without one asks for any value.
    mutating func value(for comparison: Comparison, key: KeyPattern) -> Value? {
        let valueFollows = stepToValue()
        if !valueFollows {
            if comparison == .matches { return .anything }
            report("expected a value after `\(comparison.rawValue)`, found \(found)")
            return nil
        }
        if cursor.isAt("(") { return anyOf(for: comparison) }
        let start = cursor.position
        if cursor.take("*"), cursor.isAtBoundary { return .anything }
        cursor.position = start
        guard let value = scalarOrRange(for: comparison) else { return nil }
        return isAtTermEnd(after: "the value") ? value : nil
    }

    /// The single value that a quantifier is compared with.
    mutating func requiredScalar(for comparison: Comparison) -> Scalar? {
        guard stepToValue() else {
            report("expected a value after `\(comparison.rawValue)`, found \(found)")
            return nil
        }
        let start = cursor.position
        guard let value = scalarOrRange(for: comparison) else { return nil }
        guard case .scalar(let scalar) = value else {
            report("expected a single value, found a range", from: start)
            return nil
        }
        return isAtTermEnd(after: "the value") ? scalar : nil
    }

    /// Steps over spaces to a value; false where none follows. A `-` behind spaces is a negation
    /// unless a digit follows.
    private mutating func stepToValue() -> Bool {
        let start = cursor.position
        cursor.skipSpaces()
        let hasSpaces = cursor.position > start
        if cursor.isAtBoundary { return false }
        if hasSpaces, isAtKeyword(ReservedWord.connectives) { return false }
        guard hasSpaces, cursor.isAt("-") else { return true }
        return cursor.peek(1).map(QueryCursor.isDigit) ?? false
    }

    /// `(oil OR water)`, the cursor at the bracket.
    private mutating func anyOf(for comparison: Comparison) -> Value? {
        let opening = cursor.position
        cursor.position += 1
        var scalars: [Scalar] = []
        repeat {
            cursor.skipSpaces()
            let start = cursor.position
            if cursor.isAtBoundary || isAtKeyword(ReservedWord.connectives) {
                report("expected a value in the list, found \(found)")
            } else if let value = scalarOrRange(for: comparison, isInList: true) {
                if case .scalar(let scalar) = value {
                    scalars.append(scalar)
                } else {
                    report("expected a single value in the list, found a range", from: start)
                }
            }
            cursor.skipSpaces()
        } while cursor.take(",") || takeKeyword(ReservedWord.or) != nil
        if !cursor.isAt(")"), !cursor.isAt("|"), !cursor.isAtEnd {
            report("expected `OR`, `,` or `)` in the list of values, found \(found)")
            while !cursor.isAtEnd, !cursor.isAt(")"), !cursor.isAt("|") { cursor.position += 1 }
            _ = cursor.take(")")
        } else {
            close("(", ")", openedAt: opening)
        }
        guard isAtTermEnd(after: "the list"), !scalars.isEmpty else { return nil }
        return .anyOf(scalars)
    }

    /// scalar | [scalar] ".." [scalar] | scalar ("±" | "+-") scalar
    private mutating func scalarOrRange(
        for comparison: Comparison, isInList: Bool = false
    ) -> Value? {
        let start = cursor.position
        let expectsNumber: Bool
        switch comparison {
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .near: expectsNumber = true
        case .matches, .equals, .differs, .similar: expectsNumber = false
        }
        if cursor.isAt("\"") {
            guard let text = quotedText() else { return nil }
            return cursor.take("..") ? range(from: .string(text), start) : .scalar(.string(text))
        }
        let text = cursor.takeValue()
        if text.isEmpty {
            report("expected a value, found \(found)")
            skipTerm()
            return nil
        }
        if ReservedWord.connectives.contains(text) {
            report(
                "`\(text)` is reserved; as a value it is quoted", from: start,
                suggestions: ["\"\(text)\""])
            return nil
        }
        if case .divided(let value) = division(of: text, from: start) { return value }
        if "=<>~!:".unicodeScalars.contains(where: { text.unicodeScalars.first == $0 }) {
            report("expected a value, found `\(text)`", from: start)
            return nil
        }
        let scalar = ScalarReading.scalar(text, expectsNumber: expectsNumber)
        if case .quantity(let quantity) = scalar {
            if !isInList, let spelling = decimalComma(after: quantity) {
                report(
                    "a decimal point is written `.`, found `,`", from: start,
                    suggestions: [spelling])
                return nil
            }
            if let tolerance = tolerance(of: scalar) { return tolerance }
        }
        return .scalar(scalar)
    }

    private enum Division {
        case undivided
        /// The value, which is absent where there is a fault.
        case divided(Value?)
    }

    /// Reads a run of characters as a range or a tolerance, if it is one.
    private mutating func division(of text: String, from start: Int) -> Division {
        if let dots = place(of: "..", in: text) {
            let left = String(decoding: text.utf8.prefix(dots), as: UTF8.self)
            let isNumber = ScalarReading.quantity(left, expectsNumber: true) != nil
            let isPattern = text.utf8.contains {
                $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?")
            }
            let isOpen = left.isEmpty && text.utf8.dropFirst(2).first.map(Self.beginsNumber) ?? true
            if isNumber || isOpen || !isPattern {
                cursor.position = start + dots + 2
                let lower = left.isEmpty ? nil : ScalarReading.scalar(left, expectsNumber: true)
                return .divided(range(from: lower, start))
            }
        }
        for sign in ["±", "+-"] as [StaticString] {
            guard let place = place(of: sign, in: text) else { continue }
            let left = String(decoding: text.utf8.prefix(place), as: UTF8.self)
            guard let quantity = ScalarReading.quantity(left, expectsNumber: true) else { continue }
            cursor.position = start + place
            return .divided(tolerance(of: .quantity(quantity)))
        }
        return .undivided
    }

    private static func beginsNumber(_ byte: UInt8) -> Bool {
        QueryCursor.isDigit(byte) || "+-.".utf8.contains(byte)
    }

    private func place(of sign: StaticString, in text: String) -> Int? {
        var ahead = QueryCursor(text)
        while !ahead.isAtEnd {
            if ahead.isAt(sign) { return ahead.position }
            ahead.position += 1
        }
        return nil
    }

    /// The upper end of a range, the cursor behind the dots.
    private mutating func range(from lower: Scalar?, _ start: Int) -> Value? {
        var upper: Scalar?
        if cursor.isAt("\"") {
            guard let text = quotedText() else { return nil }
            upper = .string(text)
        } else if !cursor.isAtBoundary {
            upper = ScalarReading.scalar(cursor.takeValue(), expectsNumber: true)
        }
        if lower == nil, upper == nil {
            report("expected a range with at least one end, found `..`", from: start)
            return nil
        }
        // Beside a quantity, `-5s` is five seconds below zero, not a moment five seconds ago.
        return .range(lower?.asQuantity(beside: upper), upper?.asQuantity(beside: lower))
    }

    /// `±0.5` behind a quantity, the cursor at the sign or at spaces before it.
    private mutating func tolerance(of scalar: Scalar) -> Value? {
        let before = cursor.position
        cursor.skipSpaces()
        let start = cursor.position
        guard cursor.take("±") || cursor.take("+-") else {
            cursor.position = before
            return nil
        }
        cursor.skipSpaces()
        let text = cursor.takeValue()
        guard let width = ScalarReading.quantity(text, expectsNumber: true) else {
            report("expected a number after `±`, found `\(text)`", from: start)
            return nil
        }
        return .tolerance(scalar, .quantity(width))
    }

    /// The number meant by `0,5nm`, the cursor at the comma.
    private mutating func decimalComma(after quantity: Quantity) -> String? {
        guard quantity.unit == nil, cursor.isAt(","),
            cursor.peek(1).map(QueryCursor.isDigit) ?? false
        else { return nil }
        cursor.position += 1
        return quantity.number + "." + cursor.takeValue()
    }
}

extension Scalar {
    fileprivate func asQuantity(beside other: Scalar?) -> Scalar {
        guard case .date(.ago(let duration)) = self, case .quantity? = other else { return self }
        return .quantity(Quantity(number: "-\(duration.count)", unit: duration.unit))
    }
}

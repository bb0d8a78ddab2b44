/// Tells what a bare value is: a truth value, a date, a quantity, a pattern or a word.
enum ScalarReading {
    /// - Parameter expectsNumber: A unit may then begin with `/`, as in `5/nm`, which is a path
    ///   elsewhere.
    static func scalar(_ text: String, expectsNumber: Bool = false) -> Scalar {
        switch text {
        case "true": return .truth(true)
        case "false": return .truth(false)
        default: break
        }
        if let date = date(text) { return .date(date) }
        if let quantity = quantity(text, expectsNumber: expectsNumber) {
            return .quantity(quantity)
        }
        let isPattern = text.utf8.contains {
            $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "/")
        }
        return isPattern ? .glob(text) : .word(text)
    }

    // MARK: Dates

    /// A date; a lone year is one only where nothing but dates may stand.
    static func date(_ text: String, allowsYear: Bool = false) -> DateLiteral? {
        switch text {
        case "today": return .today
        case "yesterday": return .yesterday
        case "now": return .now
        default: break
        }
        if text.hasPrefix("now"), let offset = signedDuration(text.dropFirst(3)) {
            return .nowOffset(offset)
        }
        if text.hasPrefix("-"), let duration = duration(text.dropFirst()) { return .ago(duration) }
        let bytes = Array(text.utf8)
        let isYear = allowsYear && bytes.count == 4 && bytes.allSatisfy(QueryCursor.isDigit)
        return isYear || isAbsoluteDate(bytes) ? .absolute(text) : nil
    }

    private static func signedDuration(_ text: Substring) -> Duration? {
        guard let sign = text.first, sign == "+" || sign == "-",
            var duration = duration(text.dropFirst())
        else { return nil }
        if sign == "-" { duration.count = -duration.count }
        return duration
    }

    private static func duration(_ text: Substring) -> Duration? {
        let digits = text.utf8.prefix(while: QueryCursor.isDigit)
        let unit = String(text.dropFirst(digits.count))
        guard Duration.units.contains(unit), let count = Int(String(Substring(digits))) else {
            return nil
        }
        return Duration(count: count, unit: unit)
    }

    /// `2026-03[-01[T12[:30[:05[.25]]][Z|+01[:00]]]]`
    private static func isAbsoluteDate(_ bytes: [UInt8]) -> Bool {
        var position = 0
        func number(_ count: Int, _ range: ClosedRange<Int>) -> Bool {
            guard position + count <= bytes.count else { return false }
            let digits = bytes[position..<position + count]
            guard digits.allSatisfy(QueryCursor.isDigit),
                range.contains(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
            else { return false }
            position += count
            return true
        }
        func take(_ character: Unicode.Scalar) -> Bool {
            guard position < bytes.count, bytes[position] == UInt8(ascii: character) else {
                return false
            }
            position += 1
            return true
        }
        var isAtEnd: Bool { position == bytes.count }
        guard number(4, 0...9999), take("-"), number(2, 1...12) else { return false }
        if isAtEnd { return true }
        guard take("-"), number(2, 1...31) else { return false }
        if isAtEnd { return true }
        guard take("T"), number(2, 0...24) else { return false }
        if take(":") {
            guard number(2, 0...59) else { return false }
            if take(":") {
                guard number(2, 0...60) else { return false }
                if take(".") {
                    let fractionStart = position
                    while position < bytes.count, QueryCursor.isDigit(bytes[position]) {
                        position += 1
                    }
                    guard position > fractionStart else { return false }
                }
            }
        }
        if isAtEnd { return true }
        if take("Z") { return isAtEnd }
        guard take("+") || take("-"), number(2, 0...23) else { return false }
        if isAtEnd { return true }
        guard take(":"), number(2, 0...59) else { return false }
        return isAtEnd
    }

    // MARK: Quantities

    /// A number, alone or with what looks like a unit: `5`, `-60deg`, `40e-/Å^2`, `60%`. What
    /// follows in `018f-9a2b` or `3.tif` is none.
    static func quantity(_ text: String, expectsNumber: Bool = false) -> Quantity? {
        let number = numberPrefix(Array(text.utf8))
        guard number > 0 else { return nil }
        let unit = String(Substring(text.utf8.dropFirst(number)))
        let spelling = String(Substring(text.utf8.prefix(number)))
        if unit.isEmpty { return Quantity(number: spelling) }
        let isBelowLine = expectsNumber && unit.utf8.first == UInt8(ascii: "/")
        guard isUnit(isBelowLine ? unit.unicodeScalars.dropFirst() : unit.unicodeScalars[...])
        else { return nil }
        return Quantity(number: spelling, unit: unit)
    }

    /// The number of bytes of the number at a text's beginning.
    private static func numberPrefix(_ bytes: [UInt8]) -> Int {
        var position = 0
        func digits() -> Int {
            let start = position
            while position < bytes.count, QueryCursor.isDigit(bytes[position]) { position += 1 }
            return position - start
        }
        func isAt(_ characters: String) -> Bool {
            position < bytes.count && characters.utf8.contains(bytes[position])
        }
        if isAt("+-") { position += 1 }
        let whole = digits()
        if isAt(".") {
            position += 1
            if digits() == 0 {
                guard whole > 0 else { return 0 }
                position -= 1
            }
        } else if whole == 0 {
            return 0
        }
        let mantissaEnd = position
        if isAt("eE") {
            position += 1
            if isAt("+-") { position += 1 }
            if digits() == 0 { position = mantissaEnd }
        }
        return position
    }

    private static let unitSigns: Set<Unicode.Scalar> = ["°", "º", "%", "‰", "′", "″", "℃", "℉"]
    private static let superscripts = Set("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺".unicodeScalars)

    /// Whether a text has the shape of a unit: letters with signs, powers of one digit, `/` and `·`.
    static func isUnit(_ text: Substring.UnicodeScalarView) -> Bool {
        let scalars = Array(text)
        func isLetter(_ place: Int) -> Bool {
            guard scalars.indices.contains(place) else { return false }
            return scalars[place].properties.isAlphabetic || unitSigns.contains(scalars[place])
        }
        func isDigit(_ place: Int) -> Bool {
            scalars.indices.contains(place) && ("0"..."9").contains(scalars[place])
        }
        guard isLetter(0) else { return false }
        for (place, scalar) in scalars.enumerated().dropFirst() {
            switch scalar {
            case _ where isLetter(place), _ where superscripts.contains(scalar):
                continue
            case "0"..."9":
                guard !isLetter(place + 1), !isDigit(place + 1) else { return false }
            case "^":
                guard isDigit(place + 1) || (place + 1 < scalars.count && scalars[place + 1] == "-")
                else { return false }
            case "-":
                let isElectron =
                    scalars[place - 1] == "e" && !isLetter(place + 1) && !isDigit(place + 1)
                guard isDigit(place + 1) || isElectron else { return false }
            case "/", "·", "⋅":
                guard isLetter(place + 1) else { return false }
            case ".":
                guard place + 1 < scalars.count, scalars[place + 1] == "%" else { return false }
            default:
                return scalar.properties.generalCategory == .nonspacingMark
            }
        }
        return true
    }
}

extension Duration {
    static let units: Set = ["s", "min", "h", "d", "w", "mo", "y"]
}

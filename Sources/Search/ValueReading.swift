internal import MetadataModel
internal import MetadataStore
internal import QueryLanguage
internal import Units

/// Why a literal fits no slot: what makes sense of it instead.
struct ValueMismatch: Error {
    var message: String
}

/// What the values under some keys are like, as far as the reading of a literal depends on it.
struct ValueTraits: Hashable {
    /// The unit of numbers that state none.
    var unit: NamedUnit?
    /// More texts than numbers stand under the keys.
    var isTextual: Bool
    var hasDates: Bool
    var isPath: Bool
}

/// Turns a comparison with literals into the test of one fact.
///
/// The slot is that of the literal: a number is compared with numbers as written, a quantity with
/// SI values, a date with spans of time, a word with words. Where mostly texts stand under a key,
/// `:` finds a number among the words as well: `name:17`. A number of four digits is a year where
/// there are dates.
struct ValueReading {
    /// What the conversion of a unit may cost, as a share of the value.
    static let rounding = 1e-12
    /// What a fraction written out from single precision may cost; whole numbers are exact.
    static let singlePrecision = 1e-7
    /// What `~=` allows.
    static let nearness = 0.01

    let traits: ValueTraits

    func test(_ comparison: Comparison, _ literal: Literal) throws(ValueMismatch) -> ValueTest {
        switch comparison {
        case .matches: return matches(literal)
        case .equals, .differs: return equals(literal)
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            return try compares(comparison, literal)
        case .similar:
            guard case .text(let text, _) = literal else {
                throw ValueMismatch(
                    message: "`~` forgives typing errors in text, found \(literal.kindName)")
            }
            return .similar(text, maximumEdits: text.count < 5 ? 1 : 2)
        case .near:
            switch literal {
            case .number(let number):
                return .number(Self.around(number, abs(number) * Self.nearness))
            case .quantity(let number, let unit):
                return quantity(number, unit, within: abs(number) * Self.nearness)
            case .span, .text, .glob, .truth:
                throw ValueMismatch(
                    message: "`~=` compares numbers, found \(literal.kindName)")
            }
        }
    }

    /// A range; an absent end is open. Both ends belong to it, and a date's whole span does.
    func range(_ lower: Literal?, _ upper: Literal?) throws(ValueMismatch) -> ValueTest {
        switch (lower, upper) {
        case (.span(let first), .span(let last)):
            return .date(TimeBounds(start: first.start, end: last.end))
        case (.span(let first), nil): return .date(TimeBounds(start: first.start))
        case (nil, .span(let last)): return .date(TimeBounds(end: last.end))
        default: break
        }
        let (low, lowUnit) = try number(lower)
        let (high, highUnit) = try number(upper)
        guard let unit = lowUnit ?? highUnit else {
            let bounds = Bounds(lower: low ?? -.infinity, upper: high ?? .infinity)
            let years = [low, high].compactMap { $0 }.compactMap(Self.year)
            guard traits.hasDates, years.count == (low == nil || high == nil ? 1 : 2) else {
                return .number(bounds)
            }
            return .anyOf([
                .number(bounds),
                .date(
                    TimeBounds(
                        start: low.flatMap(Self.year)?.start ?? .min,
                        end: high.flatMap(Self.year)?.end ?? .max)),
            ])
        }
        return converted(unit) { convert in
            Bounds(
                lower: low.map { Self.loosened(convert($0, lowUnit ?? unit), by: -1) }
                    ?? -.infinity,
                upper: high.map { Self.loosened(convert($0, highUnit ?? unit), by: 1) } ?? .infinity
            )
        }
    }

    /// `value ± tolerance`; a tolerance in percent is a share of the value.
    func tolerance(_ value: Literal, _ tolerance: Literal) throws(ValueMismatch) -> ValueTest {
        switch (value, tolerance) {
        case (.number(let value), .number(let width)): return .number(Self.around(value, width))
        case (.quantity(let value, let unit), .number(let width)):
            return quantity(value, unit, within: width)
        case (.quantity(let value, let unit), .quantity(let width, let other)):
            if other.dimension == unit.dimension {
                // A difference of temperatures has no zero point to be shifted.
                let scale = other.numerator / other.denominator
                return quantity(
                    value, unit, within: width * scale * unit.denominator / unit.numerator)
            }
            guard other.dimension == .none else { break }
            return quantity(value, unit, within: abs(value * other.si(width)))
        case (.number(let value), .quantity(let width, let unit)):
            if unit.dimension == .none {
                return .number(Self.around(value, abs(value * unit.si(width))))
            }
            return quantity(value, unit, within: width)
        default: break
        }
        throw ValueMismatch(
            message: "`±` needs two numbers of one dimension, found \(value.kindName) and "
                + tolerance.kindName)
    }

    // MARK: One literal

    private func matches(_ literal: Literal) -> ValueTest {
        switch literal {
        case .text(let text, let isQuoted): return words(text, isQuoted: isQuoted)
        case .glob(let pattern): return glob(pattern)
        case .number(let number):
            guard traits.isTextual else { return equals(literal) }
            return .anyOf([equals(literal), words(Self.spelling(of: number), isQuoted: false)])
        case .truth(let truth):
            return .anyOf([.truth(truth), .words(.word(truth ? "true" : "false"))])
        case .quantity, .span: return equals(literal)
        }
    }

    private func equals(_ literal: Literal) -> ValueTest {
        switch literal {
        case .number(let number):
            let same = ValueTest.number(Self.around(number, Self.slack(number)))
            guard traits.hasDates, let year = Self.year(number) else { return same }
            return .anyOf([same, .date(TimeBounds(start: year.start, end: year.end))])
        case .quantity(let number, let unit):
            return quantity(number, unit, within: Self.slack(number))
        case .span(let span): return .date(TimeBounds(start: span.start, end: span.end))
        case .text(let text, let isQuoted): return .text(text, isCaseSensitive: isQuoted)
        case .glob(let pattern):
            return pattern.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
                ? .glob(pattern) : .text(pattern, isCaseSensitive: false)
        case .truth(let truth): return .truth(truth)
        }
    }

    private func compares(
        _ comparison: Comparison, _ literal: Literal
    ) throws(ValueMismatch) -> ValueTest {
        switch literal {
        case .number(let number):
            let plain = ValueTest.number(Self.bounds(comparison, number, slack: 0))
            guard traits.hasDates, let year = Self.year(number) else { return plain }
            return .anyOf([plain, .date(Self.bounds(comparison, year))])
        case .quantity(let number, let unit):
            return converted(unit) { convert in
                let value = convert(number, unit)
                return Self.bounds(comparison, value, slack: abs(value) * Self.rounding)
            }
        case .span(let span): return .date(Self.bounds(comparison, span))
        case .text, .glob, .truth:
            throw ValueMismatch(
                message: "`\(comparison.rawValue)` compares numbers and dates, found "
                    + literal.kindName)
        }
    }

    private func words(_ text: String, isQuoted: Bool) -> ValueTest {
        // `SEM-2` and `CC-BY-4.0` are several words to the index; they belong together.
        let isOneWord = text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.isDigit }
        return .words(isOneWord ? .word(text) : .phrase(text, lastIsPrefix: false))
    }

    private func glob(_ pattern: String) -> ValueTest {
        let bytes = Array(pattern.utf8)
        let wild = bytes.indices.filter {
            bytes[$0] == UInt8(ascii: "*") || bytes[$0] == UInt8(ascii: "?")
        }
        let isPathLike = bytes.contains(UInt8(ascii: "/"))
        if wild == [bytes.count - 1], bytes.last == UInt8(ascii: "*"), !isPathLike {
            return .words(.phrase(String(pattern.dropLast()), lastIsPrefix: true))
        }
        guard isPathLike else { return .glob(pattern) }
        if traits.isPath {
            // A path names a file or a folder; one that does not begin at the root may end anywhere.
            let whole = wild.isEmpty ? [pattern, pattern + "/*"] : [pattern]
            let isRooted = bytes.first == UInt8(ascii: "/") || bytes.first == UInt8(ascii: "*")
            return .anyOf((whole + (isRooted ? [] : whole.map { "*/" + $0 })).map(ValueTest.glob))
        }
        return wild.isEmpty ? .words(.phrase(pattern, lastIsPrefix: false)) : .glob(pattern)
    }

    // MARK: Numbers

    private func number(
        _ literal: Literal?
    ) throws(ValueMismatch) -> (Double?, Unit?) {
        switch literal {
        case nil: return (nil, nil)
        case .number(let number): return (number, nil)
        case .quantity(let number, let unit): return (number, unit)
        case .some(let other):
            throw ValueMismatch(
                message: "a range needs two numbers or two dates, found \(other.kindName)")
        }
    }

    private func quantity(_ number: Double, _ unit: Unit, within width: Double) -> ValueTest {
        converted(unit) { convert in
            let ends = [convert(number - width, unit), convert(number + width, unit)].sorted()
            return Bounds(
                lower: Self.loosened(ends[0], by: -1), upper: Self.loosened(ends[1], by: 1))
        }
    }

    /// The test on SI values or, where the facts state no unit and a concept knows it, on numbers
    /// as written in that unit.
    private func converted(
        _ unit: Unit, _ bounds: ((Double, Unit) -> Double) -> Bounds
    ) -> ValueTest {
        guard let own = traits.unit?.unit, own.dimension == unit.dimension else {
            return .quantity(bounds { $1.si($0) }, unit.dimension)
        }
        return .number(bounds { own.value(fromSI: $1.si($0)) })
    }

    private static func around(_ number: Double, _ width: Double) -> Bounds {
        Bounds(lower: number - abs(width), upper: number + abs(width))
    }

    private static func loosened(_ value: Double, by direction: Double) -> Double {
        value + direction * abs(value) * rounding
    }

    /// How far numbers may be from the one typed and still be equal to it.
    private static func slack(_ number: Double) -> Double {
        number == number.rounded() ? 0 : abs(number) * singlePrecision
    }

    private static func bounds(
        _ comparison: Comparison, _ value: Double, slack: Double
    ) -> Bounds {
        switch comparison {
        case .less: Bounds(upper: value - slack, includesUpper: false)
        case .lessOrEqual: Bounds(upper: value + slack)
        case .greater: Bounds(lower: value + slack, includesLower: false)
        case .greaterOrEqual: Bounds(lower: value - slack)
        case .matches, .equals, .differs, .similar, .near: around(value, slack)
        }
    }

    private static func bounds(_ comparison: Comparison, _ span: TimeSpan) -> TimeBounds {
        switch comparison {
        case .less: TimeBounds(end: span.start)
        case .lessOrEqual: TimeBounds(end: span.end)
        case .greater: TimeBounds(start: span.end)
        case .greaterOrEqual: TimeBounds(start: span.start)
        case .matches, .equals, .differs, .similar, .near:
            TimeBounds(start: span.start, end: span.end)
        }
    }

    /// The year that a number of four digits may mean.
    private static func year(_ number: Double) -> TimeSpan? {
        guard let year = Int(exactly: number), (1000...9999).contains(year) else { return nil }
        return TimeSpan(year: year)
    }

    private static func spelling(of number: Double) -> String {
        Int64(exactly: number).map(String.init) ?? number.description
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { properties.numericType == .decimal }
}

internal import MetadataModel

/// Reads a written unit: an atom such as `kV`, or a product such as `e-/Å^2`.
///
/// ```
/// unit     = atom | ["1"] { "/" factor } | product { "/" factor } ;
/// product  = factor { ("·"|"*"|"."|" ") factor } ;
/// factor   = (atom | "(" unit ")") [ ["^"|"**"] ["-"] DIGIT | superscript ] ;
/// ```
/// What follows a quotient without brackets, as in `W/m K`, is ambiguous. The word `per` is `/`.
struct UnitReader {
    static let maximumByteCount = 64

    static func read(_ text: String) -> UnitReading {
        guard let trimmed = trimmed(text), mayBegin(trimmed) else { return .unknown }
        let atom = UnitIndex.shared.atom(UnitDefinition.alone[trimmed] ?? trimmed)
        if case .known = atom { return atom }
        if case .ambiguous = atom { return atom }
        guard let tokens = UnitToken.tokens(of: trimmed), tokens.count > 1 else { return .unknown }
        var reader = UnitReader(tokens: tokens)
        let product = reader.quotient(depth: 0)
        if case .known = product, reader.position < tokens.count { return .unknown }
        return product
    }

    private let tokens: [UnitToken]
    private var position = 0
    /// True once an electron was read: the `A` of `e-/A^2` is an ångström, as nobody counts
    /// electrons per squared ampere.
    private var countsElectrons = false

    private init(tokens: [UnitToken]) {
        self.tokens = tokens
    }

    private mutating func quotient(depth: Int) -> UnitReading {
        guard depth < 4 else { return .unknown }
        var result = Measure()
        var hasDivided = false
        var isFirst = true
        while position < tokens.count, tokens[position] != .close {
            var sign = 1
            switch tokens[position] {
            case .over:
                sign = -1
                hasDivided = true
                position += 1
            case .times, .atom, .open:
                if hasDivided { return .ambiguous(bracketedReadings()) }
                if tokens[position] == .times {
                    // `60x W` and `100% L` go on with a word.
                    guard position == 0 || !tokens[position - 1].isShare else { return .unknown }
                    position += 1
                }
                if isFirst, tokens[position] == .atom("1") {
                    isFirst = false
                    position += 1
                    continue
                }
            case .power, .close:
                return .unknown
            }
            switch factor(depth: depth) {
            case .known(let measure):
                let power = sign * self.power()
                guard result.multiply(by: measure, power: power) else { return .unknown }
            case .ambiguous(let readings): return .ambiguous(readings)
            case .unknown: return .unknown
            }
            isFirst = false
        }
        return isFirst ? .unknown : .known(result)
    }

    /// The two ways to read what follows a quotient: below its line or beside it.
    private func bracketedReadings() -> [String] {
        let line = tokens.firstIndex(of: .over) ?? position
        func text(_ range: Range<Int>) -> String { tokens[range].map(\.spelling).joined() }
        let rest = tokens[position] == .times ? position + 1 : position
        let above = text(0..<line)
        let below = text(line + 1..<position)
        let beside = text(rest..<tokens.count)
        return ["\(above)/(\(below)·\(beside))", "\(above)·\(beside)/\(below)"]
    }

    private mutating func factor(depth: Int) -> UnitReading {
        guard position < tokens.count else { return .unknown }
        defer { position += 1 }
        switch tokens[position] {
        case .open:
            position += 1
            let inner = quotient(depth: depth + 1)
            guard position < tokens.count, tokens[position] == .close else { return .unknown }
            return inner
        case .atom("C"):
            return .ambiguous(["°C", "coulomb"])
        case .atom("A") where countsElectrons:
            return UnitIndex.shared.atom("Å")
        case .atom(let name):
            let isElectron = ["e", "e-", "e⁻", "e−", "electron", "electrons"].contains(name)
            countsElectrons = countsElectrons || isElectron
            return UnitIndex.shared.atom(isElectron ? "e-" : name)
        case .times, .over, .power, .close:
            return .unknown
        }
    }

    private mutating func power() -> Int {
        guard position < tokens.count, case .power(let power) = tokens[position] else { return 1 }
        position += 1
        return power
    }

    /// The text without spaces and one pair of brackets around it; `nil` where it is too long.
    private static func trimmed(_ text: String) -> String? {
        guard (1...maximumByteCount).contains(text.utf8.count) else { return nil }
        var bytes = Substring(text).utf8
        func trimSpaces() {
            while bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
            while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        }
        trimSpaces()
        let isBracketed =
            (bytes.first == UInt8(ascii: "[") && bytes.last == UInt8(ascii: "]"))
            || (bytes.first == UInt8(ascii: "(") && bytes.last == UInt8(ascii: ")"))
        if isBracketed, bytes.count > 2,
            !bytes.dropFirst().dropLast().contains(where: { $0 == UInt8(ascii: "(") })
        {
            bytes = bytes.dropFirst().dropLast()
            trimSpaces()
        }
        return String(Substring(bytes))
    }

    /// A quick look that spares most texts the reading: no unit begins like `-03-01T12:00`.
    private static func mayBegin(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        switch first {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "%"), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: "1"),
            UInt8(ascii: "'"), UInt8(ascii: "\""), 0x80...:
            return true
        default: return false
        }
    }
}

/// A token of a product of units.
enum UnitToken: Equatable {
    case atom(String)
    case power(Int)
    case times, over, open, close

    /// Whether it says how many times or how much of something, which multiplies no unit.
    fileprivate var isShare: Bool {
        switch self {
        case .atom(let name): ["%", "x", "X", "×"].contains(name)
        case .power, .times, .over, .open, .close: false
        }
    }

    var spelling: String {
        switch self {
        case .atom(let name): name
        case .power(let power): "^\(power)"
        case .times: "·"
        case .over: "/"
        case .open: "("
        case .close: ")"
        }
    }

    /// The tokens of a text; `nil` where a character belongs to none or there are too many.
    static func tokens(of text: String) -> [UnitToken]? {
        let scalars = Array(text.unicodeScalars)
        var tokens: [UnitToken] = []
        var position = 0
        while position < scalars.count {
            guard tokens.count < 24 else { return nil }
            let scalar = scalars[position]
            switch scalar {
            case " ", "·", "⋅", "∙", "*", ".", "_":
                let isPower =
                    scalar == "*" && position + 1 < scalars.count
                    && scalars[position + 1] == "*"
                position += isPower ? 2 : 1
                if isPower {
                    guard let power = power(scalars, &position) else { return nil }
                    tokens.append(.power(power))
                } else if tokens.last != .times {
                    tokens.append(.times)
                }
            case "^":
                position += 1
                guard let power = power(scalars, &position) else { return nil }
                tokens.append(.power(power))
            case "/", "∕":
                position += 1
                tokens.append(.over)
            case "(":
                position += 1
                tokens.append(.open)
            case ")":
                position += 1
                tokens.append(.close)
            case "1" where position == 0:
                position += 1
                tokens.append(.atom("1"))
            default:
                if tokens.last?.takesPower(from: scalar) == true,
                    let power = power(scalars, &position)
                {
                    tokens.append(.power(power))
                } else if let name = name(scalars, &position) {
                    tokens.append(name == "per" ? .over : .atom(name))
                } else {
                    return nil
                }
            }
        }
        return tidied(tokens)
    }

    /// Drops the `·` that only spaces beside `/`, brackets and the ends stand for.
    private static func tidied(_ tokens: [UnitToken]) -> [UnitToken] {
        var kept: [UnitToken] = []
        for (place, token) in tokens.enumerated() {
            if token == .times {
                let next = place + 1 < tokens.count ? tokens[place + 1] : .close
                if next == .over || next == .close { continue }
                if kept.isEmpty || kept.last == .over || kept.last == .open { continue }
            }
            kept.append(token)
        }
        return kept
    }

    /// Whether what begins with `scalar` right after a name is its power, as in `m2` and `s-1`.
    /// After a sign of times it is the second of two numbers, as in `1x1`; as `T1` and `pf4` are
    /// names, a bare digit is 2 or 3.
    private func takesPower(from scalar: Unicode.Scalar) -> Bool {
        guard case .atom(let name) = self, name != "1", !isShare else { return false }
        return !("0"..."9").contains(scalar) || scalar == "2" || scalar == "3"
    }

    private static let superscripts: [Unicode.Scalar] = [
        "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹",
    ]

    private static func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return ("0"..."9").contains(scalar) || superscripts.contains(scalar)
    }

    /// A power of one digit, plain or superscript, with its sign.
    private static func power(_ scalars: [Unicode.Scalar], _ position: inout Int) -> Int? {
        var place = position
        var sign = 1
        if ["-", "−", "⁻", "+", "⁺"].contains(scalars[safely: place]) {
            sign = ["+", "⁺"].contains(scalars[place]) ? 1 : -1
            place += 1
        }
        guard let scalar = scalars[safely: place] else { return nil }
        let digit: Int
        if let superscript = superscripts.firstIndex(of: scalar) {
            digit = superscript
        } else if ("0"..."9").contains(scalar) {
            digit = Int(scalar.value) - 48
        } else {
            return nil
        }
        let isLonger = isDigit(scalars[safely: place + 1])
        guard digit > 0, !isLonger else { return nil }
        position = place + 1
        return sign * digit
    }

    /// A run of letters and of the signs that stand for units.
    private static func name(_ scalars: [Unicode.Scalar], _ position: inout Int) -> String? {
        var name = String.UnicodeScalarView()
        while let scalar = scalars[safely: position],
            scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
                || ["°", "º", "%", "‰", "′", "″", "℃", "℉", "×"].contains(scalar)
        {
            name.append(scalar)
            position += 1
        }
        let sign = scalars[safely: position]
        if name.elementsEqual("e".unicodeScalars), ["-", "−", "⁻"].contains(sign) {
            if !isDigit(scalars[safely: position + 1]), let sign {
                name.append(sign)
                position += 1
            }
        }
        return name.isEmpty ? nil : String(name)
    }
}

extension Array {
    fileprivate subscript(safely place: Int) -> Element? {
        indices.contains(place) ? self[place] : nil
    }
}

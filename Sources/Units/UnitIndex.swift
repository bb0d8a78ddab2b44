internal import MetadataModel

/// The unit table by spelling: finds the unit of one symbol or name, prefix included.
struct UnitIndex: Sendable {
    static let shared = UnitIndex(UnitDefinition.si + UnitDefinition.customary)

    private let definitions: [UnitDefinition]
    private var bySymbol: [String: Int] = [:]
    private var byName: [String: Int] = [:]
    /// Symbols in lower case; several units may share one.
    private var byFoldedSymbol: [String: [Int]] = [:]

    init(_ definitions: [UnitDefinition]) {
        self.definitions = definitions
        for (place, definition) in definitions.enumerated() {
            for symbol in definition.symbols {
                bySymbol[symbol] = place
                byFoldedSymbol[symbol.lowercased(), default: []].append(place)
            }
            for name in definition.names {
                byName[name] = place
                byName[name + "s"] = place
            }
        }
    }

    /// One symbol or name, not a product.
    func atom(_ text: String) -> UnitReading {
        if let readings = UnitDefinition.ambiguous[text] { return .ambiguous(readings) }
        if let place = bySymbol[text] { return .known(Measure(definitions[place])) }
        if let found = prefixedSymbol(text) { return .known(found) }
        let folded = text.lowercased()
        if let place = byName[folded] { return .known(Measure(definitions[place])) }
        if let found = prefixedName(folded) { return .known(found) }
        return symbolInWrongCase(folded)
    }

    private func prefixedSymbol(_ text: String) -> Measure? {
        for prefix in UnitPrefix.all {
            for symbol in prefix.symbols where text.hasPrefix(symbol) {
                if let place = bySymbol[String(text.dropFirst(symbol.count))],
                    definitions[place].prefixes.allows(prefix)
                {
                    return Measure(definitions[place], prefix: prefix)
                }
            }
        }
        return nil
    }

    private func prefixedName(_ folded: String) -> Measure? {
        for prefix in UnitPrefix.all where folded.hasPrefix(prefix.name) {
            if let place = byName[String(folded.dropFirst(prefix.name.count))],
                definitions[place].prefixes.allows(prefix)
            {
                return Measure(definitions[place], prefix: prefix)
            }
        }
        return nil
    }

    /// A symbol whose case is wrong; a single letter is too little to tell, `k` is no kelvin.
    private func symbolInWrongCase(_ folded: String) -> UnitReading {
        guard folded.unicodeScalars.count >= 2 else { return .unknown }
        var found: [(measure: Measure, spelling: String)] = []
        func add(_ measure: Measure, _ spelling: String) {
            if !found.contains(where: { $0.measure == measure }) {
                found.append((measure, spelling))
            }
        }
        for place in byFoldedSymbol[folded] ?? [] {
            add(Measure(definitions[place]), definitions[place].symbols[0])
        }
        for prefix in UnitPrefix.all where prefix.isUsual {
            for symbol in prefix.symbols where folded.hasPrefix(symbol.lowercased()) {
                let rest = String(folded.dropFirst(symbol.count))
                for place in byFoldedSymbol[rest] ?? []
                where definitions[place].prefixes.allows(prefix) {
                    add(
                        Measure(definitions[place], prefix: prefix),
                        prefix.symbols[0] + definitions[place].symbols[0])
                }
            }
        }
        switch found.count {
        case 0: return .unknown
        case 1: return .known(found[0].measure)
        default: return .ambiguous(found.map(\.spelling))
        }
    }

    /// Spellings one edit away from a text, case aside; the shortest first, at most four.
    func nearest(to text: String) -> [String] {
        let wanted = Array(text.lowercased().unicodeScalars)
        guard wanted.count >= 2, wanted.count <= 40 else { return [] }
        var found: Set<String> = []
        func consider(_ spelling: String) {
            let letters = Array(spelling.lowercased().unicodeScalars)
            if Self.isOneEdit(wanted, letters) || Self.isOneEdit(wanted, letters + ["s"]) {
                found.insert(spelling)
            }
        }
        for definition in definitions {
            definition.symbols.forEach(consider)
            definition.names.forEach(consider)
            for prefix in UnitPrefix.all where prefix.isUsual && definition.prefixes.allows(prefix)
            {
                definition.symbols.forEach { consider(prefix.symbols[0] + $0) }
                definition.names.forEach { consider(prefix.name + $0) }
            }
        }
        return Array(found.sorted { ($0.count, $0) < ($1.count, $1) }.prefix(4))
    }

    /// True where a letter added, dropped, changed or two neighbours swapped turn one into the other.
    private static func isOneEdit(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
        guard abs(left.count - right.count) <= 1 else { return false }
        var start = 0
        while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
        var end = 0
        while end < min(left.count, right.count) - start,
            left[left.count - 1 - end] == right[right.count - 1 - end]
        {
            end += 1
        }
        let changed = (left.count - start - end, right.count - start - end)
        if changed == (2, 2) {
            return left[start] == right[start + 1] && left[start + 1] == right[start]
        }
        return changed.0 <= 1 && changed.1 <= 1
    }
}

/// What was read from a unit's spelling.
enum UnitReading {
    case known(Measure)
    case ambiguous([String])
    case unknown
}

/// A unit under construction: its factor is not yet rounded to doubles.
struct Measure: Hashable {
    var dimension = Dimension.none
    var factor = Factor()
    var offset = 0.0

    init() {}

    init(_ definition: UnitDefinition, prefix: UnitPrefix? = nil) {
        dimension = definition.dimension
        factor = definition.factor
        offset = definition.offset
        if let prefix { factor.multiply(by: prefix.factor, power: 1) }
    }

    /// Multiplies by a power of a measure; false where the dimension leaves its range. Offsets
    /// are lost: within a product, a degree is a difference.
    mutating func multiply(by other: Measure, power: Int) -> Bool {
        guard let product = dimension.multiplied(by: other.dimension, power: power) else {
            return false
        }
        dimension = product
        factor.multiply(by: other.factor, power: power)
        offset = 0
        return true
    }

    var unit: Unit { factor.unit(dimension, offset: offset) }
}

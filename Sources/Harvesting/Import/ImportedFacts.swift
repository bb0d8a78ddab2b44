internal import Extraction
internal import JSONReading
internal import MetadataModel

/// Reads the lines of an import.
///
/// | In a line                                            | Facts                                |
/// |:-----------------------------------------------------|:-------------------------------------|
/// | `"path":"B17.tif"`, else `"id":"…"`                   | the asset that is meant              |
/// | `"facts":{"objective.na":1.4}`                        | `objective.na`; a dot divides segments |
/// | `"facts":{"objective":{"na":1.4}}`                    | the same                             |
/// | `"facts":{"Dye":["DAPI","GFP"]}`                      | `Dye` twice, elements 0 and 1        |
/// | `"facts":{"Channel":[{"Name":"DAPI"},…]}`             | `Channel.Name`, elements of `Channel` |
/// | `"facts":[{"key":"tiff.Make","value":"Zeiss",…},…]`   | as `reticle extract --ndjson` writes them |
/// | … with `"steps":[1,0,3,2]` in a fact                  | as `reticle export` writes them: which segment has which index |
///
/// A text states slots by its form, as in any file: `"65 nm"` is a length. `null` states nothing.
/// Other members of the line are passed over.
struct ImportedFacts {
    struct Asset: Sendable {
        var path: String
        var facts: [Fact]
    }

    /// Distinct names of keys that are remembered.
    private static let maximumNameCount = 1 << 20

    private let limits = ExtractionLimits()
    private var keys: [String: Key] = [:]

    /// A key and the number of its segments.
    private struct Key {
        var key: FactKey
        var segmentCount: Int
    }

    /// The asset of a line; `nil` where the line is empty.
    mutating func asset(of line: ArraySlice<UInt8>) throws(ExtractionError) -> Asset? {
        try line.withUnsafeBufferPointer { bytes throws(ExtractionError) in
            var tokens = Tokens(bytes, maximumDepth: limits.maximumDepth)
            switch try tokens.next() {
            case .end: return nil
            case .beginObject: break
            default: throw ExtractionError(.malformed, "expected an object")
            }
            var path: String?
            var identifier: String?
            var facts: [Fact] = []
            while let name = try tokens.nextName() {
                switch name {
                case "path": path = try tokens.text()
                case "id": identifier = try tokens.text()
                case "facts": facts += try readFacts(&tokens)
                default: try tokens.skipValue()
                }
            }
            guard case .end = try tokens.next() else {
                throw ExtractionError(.malformed, "expected the end of the line")
            }
            guard let path = path ?? identifier, !path.isEmpty else {
                throw ExtractionError(.malformed, "expected \"path\" or \"id\"")
            }
            return Asset(path: path, facts: facts)
        }
    }

    private mutating func readFacts(_ tokens: inout Tokens) throws(ExtractionError) -> [Fact] {
        var facts: [Fact] = []
        switch try tokens.next() {
        case .beginObject:
            while let name = try tokens.nextName() {
                let key = key(name, below: nil)
                try read(&tokens, key, .root, into: &facts)
            }
        case .beginArray:
            while let fact = try statedFact(&tokens) { facts.append(fact) }
        default:
            throw ExtractionError(.malformed, "expected an object or a list of facts")
        }
        return facts
    }

    /// Reads a value under a key.
    private mutating func read(
        _ tokens: inout Tokens, _ key: Key, _ element: ElementPath, into facts: inout [Fact]
    ) throws(ExtractionError) {
        let token = try tokens.next()
        switch token {
        case .beginObject:
            while let name = try tokens.nextName() {
                let inner = self.key(name, below: key)
                try read(&tokens, inner, element, into: &facts)
            }
        case .beginArray:
            var index = 0
            while try !tokens.endsArray() {
                let isNested = element.steps.last?.segment == UInt16(clamping: key.segmentCount - 1)
                let member =
                    isNested
                    ? element : element.appending(segment: key.segmentCount - 1, index: index)
                try read(&tokens, key, member, into: &facts)
                index += 1
            }
        default:
            if let fact = tokens.fact(token, key.key, element) { facts.append(fact) }
        }
    }

    /// A name's key; a dot in it divides segments.
    private mutating func key(_ name: String, below parent: Key?) -> Key {
        let full = parent.map { $0.key.description + "." + name } ?? name
        if let known = keys[full] { return known }
        var key = parent?.key
        var count = parent?.segmentCount ?? 0
        for segment in name.utf8.split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        {
            let segment = String(Substring(segment))
            key = key?.appending(segment) ?? FactKey(segments: [segment])
            count += 1
        }
        let made = Key(key: key ?? FactKey(segments: [name]), segmentCount: count)
        if keys.count < Self.maximumNameCount { keys[full] = made }
        return made
    }

    /// A fact that is stated slot by slot; `nil` at the end of the list.
    private func statedFact(_ tokens: inout Tokens) throws(ExtractionError) -> Fact? {
        if try tokens.endsArray() { return nil }
        guard case .beginObject = try tokens.next() else {
            throw ExtractionError(.malformed, "expected a fact with \"key\" and \"value\"")
        }
        var key: String?
        var indices: [Int] = []
        var steps: [Int] = []
        var fact = Fact(key: "", value: "")
        while let name = try tokens.nextName() {
            switch name {
            case "key": key = try tokens.text()
            case "value": fact.value = try tokens.text()
            case "unit": fact.unit = try tokens.text()
            case "label": fact.label = try tokens.text()
            case "element": indices = try tokens.indices()
            case "steps": steps = try tokens.indices()
            default: try tokens.skipValue()
            }
        }
        guard let key, !key.isEmpty else {
            throw ExtractionError(.malformed, "expected a fact with \"key\" and \"value\"")
        }
        fact.key = FactKey(printed: key)
        guard steps.count.isMultiple(of: 2) else {
            throw ExtractionError(.malformed, "expected steps as segment and index by turns")
        }
        for (segment, index) in indices.enumerated() where steps.isEmpty {
            fact.element = fact.element.appending(segment: segment, index: index)
        }
        for place in stride(from: 0, to: steps.count, by: 2) {
            fact.element = fact.element.appending(segment: steps[place], index: steps[place + 1])
        }
        fact.deriveSlots()
        return fact
    }
}

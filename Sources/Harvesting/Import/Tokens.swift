internal import Extraction
internal import JSONReading
internal import MetadataModel

/// The tokens of one line of JSON.
struct Tokens {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var scanner: JSONScanner
    /// A token that was looked at and not taken.
    private var kept: JSONToken?

    init(_ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) {
        self.bytes = bytes
        scanner = JSONScanner(maximumDepth: maximumDepth)
    }

    mutating func next() throws(ExtractionError) -> JSONToken {
        if let token = kept {
            kept = nil
            return token
        }
        return try scanner.next(in: bytes, isLast: true)
    }

    /// The name of the next member; `nil` at the end of the object.
    mutating func nextName() throws(ExtractionError) -> String? {
        guard case .key(let text) = try next() else { return nil }
        return text.string(in: bytes)
    }

    /// Whether the array ends here; its end is passed then.
    mutating func endsArray() throws(ExtractionError) -> Bool {
        let token = try next()
        if case .endArray = token { return true }
        kept = token
        return false
    }

    /// The next value as text.
    mutating func text() throws(ExtractionError) -> String {
        switch try next() {
        case .string(let text), .number(let text, _): return text.string(in: bytes)
        case .truth(let value): return value ? "true" : "false"
        default: throw ExtractionError(.malformed, "expected a text")
        }
    }

    /// A list of indices, or one alone.
    mutating func indices() throws(ExtractionError) -> [Int] {
        var indices: [Int] = []
        guard case .beginArray = try next() else {
            throw ExtractionError(.malformed, "expected a list of indices")
        }
        while try !endsArray() {
            guard case .number(_, .integer(let index)?) = try next(),
                (0...Int64(UInt32.max)).contains(index)
            else { throw ExtractionError(.malformed, "expected an index") }
            indices.append(Int(index))
        }
        return indices
    }

    mutating func skipValue() throws(ExtractionError) {
        let depth = scanner.depth
        repeat {
            let token = try next()
            if case .end = token { return }
        } while scanner.depth > depth
    }

    /// The fact that a scalar states; `nil` for `null`.
    func fact(_ token: JSONToken, _ key: FactKey, _ element: ElementPath) -> Fact? {
        switch token {
        case .string(let text):
            var fact = Fact(key: key, element: element, value: text.string(in: bytes))
            fact.deriveSlots()
            return fact
        case .number(let text, let number):
            return Fact(
                key: key, element: element, value: text.string(in: bytes),
                numbers: number.map { [NumberSlot($0)] } ?? [])
        case .truth(let truth):
            return Fact(
                key: key, element: element, value: truth ? "true" : "false", truth: truth)
        case .null, .beginObject, .endObject, .beginArray, .endArray, .key, .needsMore, .end:
            return nil
        }
    }
}

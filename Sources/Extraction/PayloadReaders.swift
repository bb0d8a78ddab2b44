public import MetadataModel

/// What a payload has that a reader claims: a text without any of these signs is not shown to it.
public struct PayloadSigns: Sendable {
    /// What the text begins with, white space left out; one of them.
    public var beginnings: [String]
    /// The fields that hold the text, whatever it begins with.
    public var keys: Set<FactKey>
    /// Whether any text of several lines may be one.
    public var hasLines: Bool

    public init(beginnings: [String] = [], keys: Set<FactKey> = [], hasLines: Bool = false) {
        self.beginnings = beginnings
        self.keys = keys
        self.hasLines = hasLines
    }
}

/// Payload readers in order of precedence, with the signs of all of them in one place: nearly all
/// texts are plain, and one look tells.
public struct PayloadReaders: Sendable, ExpressibleByArrayLiteral {
    public let readers: [any PayloadReader]

    private var keys: Set<FactKey> = []
    private var hasLines = false
    /// The beginnings by their first byte.
    private var beginnings = [[[UInt8]]](repeating: [], count: 256)

    public init(_ readers: [any PayloadReader]) {
        self.readers = readers
        for signs in readers.map(\.signs) {
            keys.formUnion(signs.keys)
            hasLines = hasLines || signs.hasLines
            for beginning in signs.beginnings.map({ Array($0.utf8) }) {
                guard let first = beginning.first else { continue }
                beginnings[Int(first)].append(beginning)
            }
        }
    }

    public init(arrayLiteral readers: any PayloadReader...) {
        self.init(readers)
    }

    /// Whether a text has a sign of a payload.
    func mayClaim(_ text: UnsafeBufferPointer<UInt8>, of key: FactKey) -> Bool {
        guard !readers.isEmpty, let start = text.firstIndex(where: { $0 > 0x20 }) else {
            return !readers.isEmpty
        }
        for beginning in beginnings[Int(text[start])]
        where text.count - start >= beginning.count {
            if text[start..<start + beginning.count].elementsEqual(beginning) { return true }
        }
        if hasLines {
            for byte in text where byte == 0x0A || byte == 0x0D { return true }
        }
        return keys.contains(key)
    }
}

internal import Extraction

/// What the first bytes of a text tell of the document behind them.
public struct XMLProlog: Sendable, Hashable {
    /// The root element's name as written, prefix included; `nil` where the bytes end before it.
    public var rootName: String?
    /// Whether it begins with `<?xml`.
    public var hasDeclaration: Bool
    /// The target of the first other processing instruction, such as `xpacket`.
    public var instruction: String?
    /// Whether the document type is HTML, which need not be XML.
    public var isHTML: Bool

    /// The root element's name without its prefix.
    public var localRootName: String? {
        rootName.map { name in
            name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
        }
    }

    /// Reads declaration, comments, instructions and document type up to the root element; `nil`
    /// where the bytes are no XML.
    public init?(_ bytes: some Collection<UInt8>) {
        let prolog =
            bytes.withContiguousStorageIfAvailable { Self(reading: $0) }
            ?? Array(bytes).withUnsafeBufferPointer { Self(reading: $0) }
        guard let prolog else { return nil }
        self = prolog
    }

    private init?(reading bytes: UnsafeBufferPointer<UInt8>) {
        let (encoding, markByteCount) = TextDecoding.mark(of: bytes)
        if encoding == .utf8 {
            var scanner = PrologScanner(
                text: UnsafeBufferPointer(rebasing: bytes[markByteCount...]))
            let prolog = Self(&scanner)
            // All marks are ASCII, and so are nearly all names: what is not decoded reads the same.
            if scanner.hasPlainNames {
                guard let prolog else { return nil }
                self = prolog
                return
            }
        }
        var text = TextDecoding.text(of: bytes).text
        let prolog = text.withUTF8 { text in
            var scanner = PrologScanner(text: text)
            return Self(&scanner)
        }
        guard let prolog else { return nil }
        self = prolog
    }

    private init?(_ scanner: inout PrologScanner) {
        scanner.skipSpace()
        hasDeclaration = scanner.has("<?xml ") || scanner.has("<?xml\t") || scanner.has("<?xml\n")
        isHTML = false
        var isKnown = hasDeclaration
        scan: while scanner.position < scanner.text.count {
            if scanner.has("<?") {
                let target = scanner.name(at: scanner.position + 2)
                if target != "xml", instruction == nil { instruction = target }
                guard scanner.skip(past: "?>") else { break }
            } else if scanner.has("<!--") {
                guard scanner.skip(past: "-->") else { break }
            } else if scanner.has("<!DOCTYPE") {
                isKnown = true
                isHTML = scanner.name(at: scanner.position + 10).lowercased() == "html"
                let start = scanner.position
                // A document type with declarations holds more markup; its end is not looked for.
                guard scanner.skip(past: ">"),
                    !scanner.text[start..<scanner.position].contains(UInt8(ascii: "["))
                else { break scan }
            } else if scanner.has("<") {
                let name = scanner.name(at: scanner.position + 1)
                guard !name.isEmpty else { return nil }
                rootName = name
                return
            } else {
                return nil
            }
            scanner.skipSpace()
        }
        guard isKnown || instruction != nil else { return nil }
    }
}

private struct PrologScanner {
    let text: UnsafeBufferPointer<UInt8>
    var position = 0
    /// Whether the names so far are ASCII.
    private(set) var hasPlainNames = true

    init(text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    func has(_ mark: StaticString) -> Bool {
        guard text.count - position >= mark.utf8CodeUnitCount else { return false }
        return mark.withUTF8Buffer { text[position..<position + $0.count].elementsEqual($0) }
    }

    mutating func skipSpace() {
        while position < text.count, text[position] <= 0x20, text[position] != 0 { position += 1 }
    }

    mutating func skip(past mark: StaticString) -> Bool {
        let first = mark.utf8Start.pointee
        while position < text.count {
            if text[position] == first, has(mark) {
                position += mark.utf8CodeUnitCount
                return true
            }
            position += 1
        }
        return false
    }

    mutating func name(at start: Int) -> String {
        guard start < text.count else { return "" }
        let first = text[start]
        guard first >= 0x80 || first == UInt8(ascii: "_") || (0x61...0x7A).contains(first | 0x20)
        else { return "" }
        let end = text[start...].firstIndex { byte in
            byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
                || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "<")
                || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ",")
        }
        let name = text[start..<(end ?? text.count)]
        hasPlainNames = hasPlainNames && name.allSatisfy { $0 < 0x80 }
        return String(decoding: name, as: UTF8.self)
    }
}

/// Reads one format's metadata, never its pixels.
///
/// An extractor is stateless and synchronous: bytes in, facts out, within the limits.
public protocol Extractor: Sendable {
    /// The format's short name: also the first segment of its keys, its folder, its test, its
    /// folder in `corpus/`.
    var id: String { get }
    /// Grows whenever the same file would yield other facts; a newer version re-reads its files.
    var version: Int { get }
    /// Whether the file is of this format, and why; `nil` where it is not.
    ///
    /// Cheap: only the header's bytes, the name and the size are there to be looked at.
    func recognizes(_ header: FileHeader) -> Recognition?
    /// Reads what the file says about itself.
    ///
    /// - Throws: ``ExtractionError`` at the first problem that ends the reading. A problem that
    ///   costs one structure alone is reported with ``FactCollector/report(_:)`` instead.
    func extract(from reader: ByteReader, into collector: FactCollector) throws(ExtractionError)
}

/// Why a file is taken to be of a format.
public enum Recognition: Sendable, Hashable {
    /// Its first bytes say so.
    case signature(String)
    /// Its name says so, and its bytes do not speak against it.
    case suffix(String)
    /// Its first bytes look like it, as lines of text can look like a table.
    case appearance(String)

    /// The reason in words.
    public var reason: String {
        switch self {
        case .signature(let what): "signature \(what)"
        case .suffix(let what): "suffix .\(what)"
        case .appearance(let what): "appearance of \(what)"
        }
    }
}

/// What detection may look at: the first bytes, the name and the size.
public struct FileHeader: Sendable {
    /// At most this many bytes from the beginning of the file.
    public static let maximumByteCount = 4096

    public let bytes: [UInt8]
    /// The last component of the path.
    public let name: String
    /// The number of bytes of the file.
    public let count: UInt64
    /// What follows the last dot of the name, in lower case; empty without a dot.
    public let suffix: String

    public init(bytes: [UInt8], name: String, count: UInt64) {
        self.bytes = bytes
        self.name = name
        self.count = count
        suffix = Self.suffix(of: name)
    }

    /// What follows the last dot of a file's name, in lower case; empty without a dot.
    public static func suffix(of name: String) -> String {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
        return String(name[name.utf8.index(after: dot)...]).lowercased()
    }

    /// Whether the ASCII text or bytes stand at `offset`.
    public func has(_ text: StaticString, at offset: Int = 0) -> Bool {
        guard offset >= 0, bytes.count - offset >= text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { buffer in
            for place in 0..<buffer.count where bytes[offset + place] != buffer[place] {
                return false
            }
            return true
        }
    }

    /// The bytes as text where its first character behind white space is one of the given ones,
    /// which are ASCII.
    public func text(beginningWith characters: StaticString) -> String? {
        let (encoding, markByteCount) = bytes.withUnsafeBufferPointer(TextDecoding.mark)
        let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
        if !isWide, !Self.begins(bytes[markByteCount...], characters) { return nil }
        let text = TextDecoding.text(of: bytes).text
        return !isWide || Self.begins(text.utf8, characters) ? text : nil
    }

    private static func begins(
        _ text: some Collection<UInt8>, _ characters: StaticString
    ) -> Bool {
        let first = text.first { $0 > 0x20 || $0 == 0 }
        return first.map { byte in characters.withUTF8Buffer { $0.contains(byte) } } ?? false
    }

    public func has(_ wanted: [UInt8], at offset: Int = 0) -> Bool {
        guard offset >= 0, bytes.count - offset >= wanted.count else { return false }
        return bytes[offset..<offset + wanted.count].elementsEqual(wanted)
    }
}

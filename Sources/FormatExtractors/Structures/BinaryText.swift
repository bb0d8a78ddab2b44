internal import Extraction
internal import MetadataModel

/// Texts as binary structures hold them.
enum BinaryText {
    /// Text in single bytes up to a NUL, without the blanks that pad it.
    static func narrow(_ bytes: some Collection<UInt8>) -> String {
        trimmed(TextDecoding.text(of: bytes.prefix { $0 != 0 }).text)
    }

    /// Text in UTF-16 units of a known byte order up to a NUL, without the blanks that pad it.
    static func wide(_ bytes: some Collection<UInt8>, _ order: ByteOrder) -> String {
        trimmed(TextDecoding.utf16(upToZero: Array(bytes)[...], order))
    }

    private static func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        return String(scalars)
    }

    /// The shortest text that reads back as the same single-precision number.
    static func spelling(of value: Float) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

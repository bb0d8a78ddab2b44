internal import Foundation

/// A text as it stands in the index: what it is compared by, then how it is written.
///
/// `folded 0 written 0 label`, where `written` is left out if it is the same as `folded`. A text
/// over ``maximumByteCount`` bytes, or with a byte below 2 in it, is kept short:
/// `beginning 0 1 hash(folded) hash(written)`.
struct StoredText {
    static let maximumByteCount = 160

    /// The folded text, or its beginning.
    var folded: String
    /// The text as written, or the beginning of the folded text.
    var written: String
    var label: String?
    /// Whether this is all of the text.
    var isWhole: Bool

    /// What is shown of the value to a person.
    var shown: String { label ?? (isWhole ? written : written + "…") }

    /// Reads the stored form.
    init(_ bytes: UnsafeRawBufferPointer) {
        let end = bytes.firstIndex(of: 0) ?? bytes.count
        folded = String(decoding: bytes[..<end], as: UTF8.self)
        written = folded
        isWhole = true
        guard end + 1 < bytes.count else { return }
        guard bytes[end + 1] != 1 else {
            isWhole = false
            return
        }
        let rest = bytes[(end + 1)...]
        let writtenEnd = rest.firstIndex(of: 0) ?? bytes.count
        if writtenEnd > end + 1 {
            written = String(decoding: bytes[(end + 1)..<writtenEnd], as: UTF8.self)
        }
        if writtenEnd + 1 < bytes.count {
            label = String(decoding: bytes[(writtenEnd + 1)...], as: UTF8.self)
        }
    }

    /// The number that a whole text without label spells, if it is a plain one.
    static func plainNumber(_ bytes: UnsafeRawBufferPointer) -> Double? {
        guard bytes.count > 2, bytes[bytes.count - 1] == 0, bytes[bytes.count - 2] == 0 else {
            return nil
        }
        let text = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count - 2)])
        return text.withMemoryRebound(to: UInt8.self) { PlainNumber.number($0) }
    }

    static func append(_ text: String, label: String? = nil, to bytes: inout [UInt8]) {
        let folded = folded(text)
        guard isShort(text), isShort(folded), isShort(label ?? "") else {
            appendBeginning(folded, to: &bytes)
            bytes.append(bigEndian: hash(text))
            return
        }
        bytes.append(contentsOf: folded.utf8)
        bytes.append(0)
        if !folded.utf8.elementsEqual(text.utf8) { bytes.append(contentsOf: text.utf8) }
        bytes.append(0)
        if let label { bytes.append(contentsOf: label.utf8) }
    }

    /// What the stored forms of all texts that fold alike begin with: one for texts kept whole,
    /// one for those kept short, as a long label shortens a short value too.
    static func prefixes(foldingTo text: String) -> [[UInt8]] {
        let folded = folded(text)
        var short: [UInt8] = []
        appendBeginning(folded, to: &short)
        guard isShort(folded) else { return [short] }
        return [Array(folded.utf8) + [0], short].filter { !$0.isEmpty }
    }

    /// Whether a stored form that folds alike is written exactly so.
    static func isWritten(_ text: String, _ bytes: UnsafeRawBufferPointer) -> Bool {
        let stored = StoredText(bytes)
        if stored.isWhole { return stored.written == text }
        var cursor = ByteCursor(bytes, at: bytes.count - 8)
        return cursor.bigEndian() == hash(text)
    }

    /// The text that texts are compared by: without case, accents composed.
    static func folded(_ text: String) -> String {
        var text = text
        let isPlain = text.withUTF8 { bytes in !bytes.contains { $0 >= 0x80 } }
        guard !isPlain else {
            let hasCapital = text.withUTF8 { bytes in bytes.contains { $0 >= 0x41 && $0 <= 0x5A } }
            return hasCapital ? text.lowercased() : text
        }
        return text.lowercased().precomposedStringWithCanonicalMapping
    }

    private static func isShort(_ text: String) -> Bool {
        text.utf8.count <= maximumByteCount && !text.utf8.contains { $0 < 2 }
    }

    private static func appendBeginning(_ folded: String, to bytes: inout [UInt8]) {
        var beginning = folded.utf8.prefix(maximumByteCount)
        while !beginning.isEmpty,
            beginning.endIndex < folded.utf8.endIndex,
            folded.utf8[beginning.endIndex] & 0xC0 == 0x80
        {
            beginning.removeLast()
        }
        bytes.append(contentsOf: beginning.prefix { $0 >= 2 })
        bytes.append(0)
        bytes.append(1)
        bytes.append(bigEndian: hash(folded))
    }

    private static func hash(_ text: String) -> UInt64 {
        var composed = text.precomposedStringWithCanonicalMapping
        return composed.withUTF8 { stableHash(UnsafeRawBufferPointer($0)) }
    }
}

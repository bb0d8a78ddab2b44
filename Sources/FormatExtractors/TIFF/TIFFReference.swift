internal import Extraction
internal import MetadataModel

/// What the first directory of a stack says, so that the others need not say it again.
///
/// The rule: directory n of the chain, n > 0, states a field only where directory 0 has no such
/// field or one of another type, count or value. Of a text or block that differs, only those
/// facts are kept that were not stated, with the same key and value, by directory 0. The same
/// holds for subdirectories, which are compared with those at the same place under directory 0.
/// Tags that say where pixels stand always differ and are summed up; see ``TIFFLayoutSummary``.
struct TIFFReference {
    /// Values longer than this are not compared but taken as different.
    static let maximumComparedByteCount = 1 << 16

    private struct Value {
        let entry: TIFFEntry
        /// The value's bytes where it does not stand in its entry.
        let bytes: [UInt8]
    }

    private var values: [UInt16: Value] = [:]

    init(_ directory: TIFFDirectory, of file: TIFFFile) throws(ExtractionError) {
        for entry in directory.entries where values[entry.tag] == nil {
            let isKept = !entry.isInline && entry.byteCount <= Self.maximumComparedByteCount
            values[entry.tag] = Value(entry: entry, bytes: isKept ? try file.bytes(of: entry) : [])
        }
    }

    /// Whether a field of another directory says what the first directory says.
    func states(_ entry: TIFFEntry, of file: TIFFFile) throws(ExtractionError) -> Bool {
        guard let first = values[entry.tag], first.entry.type == entry.type,
            first.entry.count == entry.count
        else { return false }
        if entry.isInline { return first.entry.inlineBytes == entry.inlineBytes }
        if first.entry.offset == entry.offset { return true }
        guard entry.byteCount == first.bytes.count else { return false }
        return try file.withValue(of: entry) { bytes throws(ExtractionError) in
            bytes.elementsEqual(first.bytes)
        }
    }
}

internal import Extraction
internal import MetadataModel

/// One field of a directory, with all it takes to turn it into facts.
struct TIFFField {
    let file: TIFFFile
    let directory: TIFFDirectory
    let entry: TIFFEntry
    let tag: TIFFTag
    let key: FactKey
    let element: ElementPath
    /// The directory's place in words: `IFD 0`.
    let directoryAddress: String

    /// The place in words: `IFD 0 tag 256`.
    var address: String { "\(directoryAddress) tag \(entry.tag)" }

    /// Where the whole value stands.
    var locus: Locus {
        locus(at: 0, count: entry.byteCount)
    }

    /// Where a part of the value stands.
    func locus(at place: Int, count: Int) -> Locus {
        Locus(
            offset: file.reader.baseOffset + entry.offset + UInt64(place), length: UInt64(count),
            address: address)
    }

    /// All bytes of the value.
    func bytes() throws(ExtractionError) -> [UInt8] {
        try file.bytes(of: entry)
    }
}

/// Reads the structure that a vendor or another standard put into one field.
protocol TIFFBlockReader: Sendable {
    /// Reads the field.
    ///
    /// - Returns: False where the bytes are not of this structure; nothing has been collected then.
    /// - Throws: ``ExtractionError`` where the structure breaks; facts so far are kept.
    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool
}

extension TIFFField {
    /// Where a structure stands that a vendor declares as one number: its offset, although the
    /// field's type says that the number is the value.
    func pointedOffset() throws(ExtractionError) -> UInt64? {
        guard entry.isInline else { return entry.offset }
        guard let offset = try file.integer(of: entry), offset >= 8,
            UInt64(offset) < file.reader.count
        else { return nil }
        return UInt64(offset)
    }
}

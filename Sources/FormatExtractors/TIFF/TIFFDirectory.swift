/// One entry of a directory: what kind of value a tag has, and where it stands.
struct TIFFEntry {
    let tag: UInt16
    let type: TIFFFieldType
    /// Members of the value.
    let count: Int
    /// The first byte of the value, whether it stands in the entry or elsewhere.
    let offset: UInt64
    /// The entry's own value bytes, in the order of the file; the value where ``isInline``.
    let inlineBytes: UInt64
    let isInline: Bool

    /// Bytes of the value; checked against overflow when the entry was read.
    var byteCount: Int { count * type.byteCount }
}

/// The entries of one directory, in the order of the file.
struct TIFFDirectory {
    let offset: UInt64
    let entries: [TIFFEntry]
    /// The offset of the next directory of the chain; 0 at its end.
    let next: UInt64

    /// The first entry of a tag.
    func entry(_ tag: UInt16) -> TIFFEntry? {
        entries.first { $0.tag == tag }
    }
}

internal import Extraction

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

extension TIFFDirectory {
    /// Tags of MetaMorph's stacks, whose planes follow each other without directories.
    private static let stackTags: Set<UInt16> = [33628, 33629]

    /// Whether the directory may describe several planes: as MetaMorph's stacks do, or by a text
    /// of ImageJ or OME, which state the planes themselves.
    func describesStack(of file: TIFFFile) -> Bool {
        if entries.contains(where: { Self.stackTags.contains($0.tag) }) { return true }
        guard let entry = entry(270),
            let bytes = try? file.reader.bytes(at: entry.offset, count: min(1024, entry.byteCount))
        else { return false }
        let head = TextDecoding.text(of: bytes).text
        if head.hasPrefix("ImageJ=") { return head.contains("\nimages=") }
        return head.hasPrefix("<") && head.contains("OME")
    }
}

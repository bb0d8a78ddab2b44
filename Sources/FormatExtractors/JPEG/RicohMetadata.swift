internal import Extraction
internal import MetadataModel

/// Reads the tags that a photographer sets in a Ricoh camera as `jpeg.RMETA.<Name>`.
///
/// Behind a byte order mark and the offset of the directory stand sections: type (2), size (2),
/// bytes. Section 1 has the names, 2 (or 18) the texts, 3 the numbers of the choices.
///
/// Source: <https://exiftool.org/TagNames/Ricoh.html>.
enum RicohMetadata {
    static let read: JPEGMakers.Reader = { body, collector in
        guard body.has("MM") || body.has("II") else { return false }
        let block = BinaryBlock(
            body.bytes, order: body.has("MM") ? .big : .little, at: body.offset,
            address: body.address)
        guard block.integer(at: 4, as: UInt16.self) == 0,
            let start = block.integer(at: 8, as: UInt16.self),
            let count = block.integer(at: Int(start), as: UInt16.self)
        else { return false }
        var texts: [UInt16: [ArraySlice<UInt8>]] = [:]
        var place = Int(start) + 10
        while let type = block.integer(at: place, as: UInt16.self),
            let size = block.integer(at: place + 2, as: UInt16.self), size > 2,
            let bytes = block.bytes(at: place + 4, count: Int(size) - 2)
        {
            texts[type] = bytes.split(
                separator: 0, maxSplits: Int(count), omittingEmptySubsequences: false)
            place += 2 + Int(size)
        }
        let values = texts[2] ?? texts[18] ?? []
        for (name, value) in zip(texts[1] ?? [], values) where !name.isEmpty && !value.isEmpty {
            collector.text(
                FactKey(segments: ["jpeg", "RMETA", TextDecoding.text(of: name).text]),
                TextDecoding.text(of: value).text,
                locus: block.locus(at: value.startIndex, count: value.count))
        }
        return !values.isEmpty
    }
}

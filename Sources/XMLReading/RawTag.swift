/// The bytes of a start tag as they stand in the file, to find out where its values stand.
///
/// The parser has accepted the tag, so this only walks it: `<name a="…" b='…'>`.
struct RawTag {
    let bytes: UnsafeRawBufferPointer
    let shape: UnitShape
    private var position = 0

    init(bytes: UnsafeRawBufferPointer, shape: UnitShape) {
        self.bytes = bytes
        self.shape = shape
    }

    /// The bytes between the quotes of the next attribute, counted from the tag's beginning.
    mutating func nextValueRange() -> Range<Int>? {
        while let unit = unit(at: position), unit != UInt8(ascii: "\""), unit != UInt8(ascii: "'") {
            position += shape.stride
        }
        guard let quote = unit(at: position) else { return nil }
        let start = position + shape.stride
        position = start
        while let unit = unit(at: position), unit != quote { position += shape.stride }
        guard unit(at: position) != nil else { return nil }
        defer { position += shape.stride }
        return start..<position
    }

    /// The ASCII character at a place, 0xFF for any other; `nil` behind the end.
    private func unit(at place: Int) -> UInt8? {
        guard place + shape.stride <= bytes.count else { return nil }
        if shape.stride == 2, bytes[place + 1 - shape.lowByte] != 0 { return 0xFF }
        return bytes[place + shape.lowByte]
    }
}

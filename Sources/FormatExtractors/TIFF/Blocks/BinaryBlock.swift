internal import Extraction
internal import MetadataModel

/// Bytes of a binary structure, and where in the file they stand; every read is checked.
struct BinaryBlock {
    let bytes: [UInt8]
    let order: ByteOrder
    /// Where byte 0 stands in the file.
    let offset: UInt64
    /// The structure's name for loci: `IFD 0 tag 34412`.
    var address: String
    /// How many TIFF structures, one within the other, hold this one.
    var nesting = 0
    /// Whether the bytes were put together out of several places, so that none has an offset.
    var isAssembled = false
    /// Where the bytes stand in the file, piece by piece, where they do not stand in one.
    var pieces: [StoredPiece] = []

    /// Bytes in memory that stand at `offset` in the file.
    init(_ bytes: [UInt8], order: ByteOrder, at offset: UInt64, address: String) {
        self.bytes = bytes
        self.order = order
        self.offset = offset
        self.address = address
    }

    /// The bytes of a field.
    init(_ field: TIFFField, order: ByteOrder? = nil) throws(ExtractionError) {
        bytes = try field.bytes()
        self.order = order ?? field.file.order
        offset = field.locus.offset ?? field.entry.offset
        address = field.address
        nesting = field.file.nesting
    }

    /// Bytes that stand elsewhere in the file, where a field points to; fewer than `count` where
    /// the file ends before.
    init(
        at offset: UInt64, count: Int, of field: TIFFField, order: ByteOrder? = nil
    ) throws(ExtractionError) {
        bytes = try field.file.reader.prefix(from: offset, maximum: count)
        self.order = order ?? field.file.order
        self.offset = offset + field.file.reader.baseOffset
        address = field.address
        nesting = field.file.nesting
    }

    /// Exactly `count` bytes; `nil` where they do not stand in the block.
    func bytes(at place: Int, count: Int) -> ArraySlice<UInt8>? {
        guard place >= 0, count >= 0, place <= bytes.count, count <= bytes.count - place else {
            return nil
        }
        return bytes[place..<place + count]
    }

    /// An integer; `nil` where it does not stand in the block.
    func integer<Value: FixedWidthInteger>(at place: Int, as type: Value.Type) -> Value? {
        bytes(at: place, count: MemoryLayout<Value>.size)?.withUnsafeBytes {
            $0.integer(at: 0, order, as: type)
        }
    }

    /// A double; `nil` where it does not stand in the block.
    func double(at place: Int) -> Double? {
        integer(at: place, as: UInt64.self).map(Double.init(bitPattern:))
    }

    /// Text in single bytes, up to a NUL; `nil` where its bytes do not stand in the block.
    func text(at place: Int, count: Int) -> String? {
        bytes(at: place, count: count).map { TextDecoding.text(of: $0.prefix { $0 != 0 }).text }
    }

    /// Whether the block has the ASCII text at a place.
    func has(_ text: String, at place: Int = 0) -> Bool {
        bytes(at: place, count: text.utf8.count)?.elementsEqual(text.utf8) ?? false
    }

    func locus(at place: Int, count: Int) -> Locus {
        guard !isAssembled else { return Locus(address: address) }
        guard pieces.isEmpty else { return locus(at: place, count: count, in: pieces) }
        return Locus(
            offset: offset + UInt64(max(0, place)), length: UInt64(max(0, count)), address: address)
    }

    /// Where the whole block stands.
    var locus: Locus { locus(at: 0, count: bytes.count) }
}

extension BinaryBlock {
    /// The same bytes in another order.
    init(_ whole: BinaryBlock, order: ByteOrder) {
        bytes = whole.bytes
        self.order = order
        offset = whole.offset
        address = whole.address
        nesting = whole.nesting
        isAssembled = whole.isAssembled
    }

    /// A part of another block, as far as it reaches.
    init(_ whole: BinaryBlock, at place: Int, count: Int) {
        let start = max(0, min(place, whole.bytes.count))
        bytes = Array(whole.bytes[start...].prefix(max(0, count)))
        order = whole.order
        offset = whole.offset + UInt64(start)
        address = whole.address
        nesting = whole.nesting
        isAssembled = whole.isAssembled
        pieces = whole.pieces.map { piece in
            StoredPiece(place: piece.place - start, offset: piece.offset, count: piece.count)
        }
    }
}

internal import Extraction
internal import MetadataModel

/// A run of bytes of a block that stands in one piece in the file.
struct StoredPiece: Sendable, Hashable {
    /// The first byte's place in the block; negative where the piece begins before the block.
    let place: Int
    /// Where that byte stands in the file.
    let offset: UInt64
    let count: Int
}

extension BinaryBlock {
    /// Bytes in memory, and where they stand in the file.
    ///
    /// - Parameter pieces: Where the bytes stand; one piece counts as a plain offset.
    init(
        stored bytes: [UInt8], order: ByteOrder, pieces: [StoredPiece], address: String
    ) {
        self.bytes = bytes
        self.order = order
        self.address = address
        offset = pieces.first?.offset ?? 0
        self.pieces = pieces.count > 1 ? pieces : []
    }

    /// The bytes of a file from an offset on, as many as there are up to `count`.
    init(
        of reader: ByteReader, at offset: UInt64, count: Int, order: ByteOrder, address: String
    ) throws(ExtractionError) {
        bytes = try reader.prefix(from: offset, maximum: count)
        self.order = order
        self.offset = reader.baseOffset + offset
        self.address = address
    }

    /// The locus of bytes of a block that is stored in pieces: with an offset where they stand
    /// in one of them, else in words alone.
    func locus(at place: Int, count: Int, in pieces: [StoredPiece]) -> Locus {
        for piece in pieces
        where place >= piece.place && place - piece.place <= piece.count
            && count <= piece.count - (place - piece.place)
        {
            return Locus(
                offset: piece.offset + UInt64(place - piece.place), length: UInt64(count),
                address: address)
        }
        return Locus(address: address)
    }
}

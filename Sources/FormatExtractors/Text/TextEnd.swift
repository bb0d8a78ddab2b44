internal import Extraction

/// Where a text ends that zeros follow: files are padded to a block, or allocated in advance.
enum TextEnd {
    /// So many zeros are no part of a text.
    static let zeroCount = 64

    /// How many bytes are text, of a block of which zeros may be the end.
    static func byteCount(of block: some BidirectionalCollection<UInt8>) -> Int {
        let zeros = block.reversed().prefix { $0 == 0 }.count
        return zeros < zeroCount ? block.count : block.count - zeros
    }
}

extension ByteReader {
    /// The bytes at the beginning of a text, in pieces, so that a text of which zeros are the rest
    /// costs what the text does: those zeros come with it that the last piece has.
    ///
    /// - Parameter maximum: Bytes that are read at most.
    func textPrefix(maximum: Int) throws(ExtractionError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < maximum {
            let wanted = min(max(1 << 16, min(bytes.count, 1 << 22)), maximum - bytes.count)
            let piece = try prefix(from: UInt64(bytes.count), maximum: wanted)
            bytes += piece
            if piece.count < wanted || TextEnd.byteCount(of: piece) < piece.count { break }
        }
        return bytes
    }
}

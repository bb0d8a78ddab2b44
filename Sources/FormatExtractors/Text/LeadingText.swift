internal import Extraction

/// The text at the beginning of a file, up to a mark behind which samples stand.
enum LeadingText {
    /// Bytes of a header that are read at most.
    static let maximumByteCount = 8 << 20

    /// The bytes up to the end of the line that has the mark, read in pieces; `nil` for the mark
    /// where it is not found, and all bytes up to the limit then.
    static func bytes(
        of reader: ByteReader, upTo mark: String
    ) throws(ExtractionError) -> (bytes: [UInt8], isMarked: Bool) {
        let wanted = Array(mark.utf8)
        var bytes: [UInt8] = []
        var searched = 0
        while UInt64(bytes.count) < reader.count, bytes.count < maximumByteCount {
            bytes += try reader.prefix(from: UInt64(bytes.count), maximum: 16_384)
            if let place = place(of: wanted, in: bytes, from: searched) {
                return (Array(bytes[..<place]), true)
            }
            searched = max(0, bytes.count - wanted.count)
        }
        return (bytes, false)
    }

    private static func place(of wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
        var place = start
        while place <= bytes.count - wanted.count {
            if bytes[place] == first,
                bytes[place..<place + wanted.count].elementsEqual(wanted)
            {
                return place
            }
            place += 1
        }
        return nil
    }
}

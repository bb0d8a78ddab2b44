internal import Extraction
internal import MetadataModel

/// A place in an MDA file that moves on as values are read: XDR, big-endian, multiples of four.
struct MDAStream {
    let reader: ByteReader
    var place: UInt64
    /// What the place is part of, for loci.
    var address: String

    /// The longest text that is believed.
    private static let maximumTextByteCount: Int32 = 1 << 16

    mutating func integer() throws(ExtractionError) -> (Int32, Locus) {
        let value = try reader.integer(at: place, .big, as: Int32.self)
        defer { place += 4 }
        return (value, Locus(offset: place, length: 4, address: address))
    }

    mutating func real() throws(ExtractionError) -> (Float, Locus) {
        let value = Float(bitPattern: try reader.uint32(at: place, .big))
        defer { place += 4 }
        return (value, Locus(offset: place, length: 4, address: address))
    }

    /// A counted text: a length, and where it is not zero, the length again and the padded bytes.
    mutating func text() throws(ExtractionError) -> (String, Locus) {
        let (length, locus) = try integer()
        guard length != 0 else { return ("", locus) }
        let (again, _) = try integer()
        guard length > 0, length <= Self.maximumTextByteCount, again >= 0, again <= length else {
            throw ExtractionError(
                .malformed, "expected the length of a text, found \(length) and \(again)",
                at: locus)
        }
        let bytes = try reader.bytes(at: place, count: Int(again))
        let found = Locus(offset: place, length: UInt64(again), address: address)
        place += UInt64((Int(again) + 3) & ~3)
        return (TextDecoding.text(of: bytes.prefix { $0 != 0 }).text, found)
    }

    /// Moves on, as far as the file reaches.
    mutating func skip(_ count: UInt64) {
        let (sum, overflows) = place.addingReportingOverflow(count)
        place = overflows ? .max : sum
    }
}

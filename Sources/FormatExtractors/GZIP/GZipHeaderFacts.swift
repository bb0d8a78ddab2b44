internal import Extraction
internal import MetadataModel

/// Adds what a gzip member says about itself: the name and the time of the file it was made of.
///
/// | Key | Meaning |
/// |:----|:--------|
/// | `gzip.FNAME` | the name of the file |
/// | `gzip.FCOMMENT` | a comment |
/// | `gzip.MTIME` | its last change, in seconds since 1970 |
///
/// Source: RFC 1952 <https://www.rfc-editor.org/rfc/rfc1952>.
enum GZipHeaderFacts {
    static func state(_ reader: ByteReader, into collector: FactCollector) throws(ExtractionError) {
        let bytes = try reader.prefix(maximum: 2048)
        guard bytes.count >= 10, bytes[0] == 0x1F, bytes[1] == 0x8B else { return }
        let header = HeaderBytes(bytes, .little, offset: 0, address: "gzip header")
        if let seconds = header.integer(at: 4, as: UInt32.self), seconds != 0 {
            let moment = Int64(seconds) * 1_000_000
            collector.add(
                Fact(
                    key: "gzip.MTIME", value: String(seconds),
                    label: TimeSpan.timestamp(ofMicroseconds: moment),
                    numbers: [NumberSlot(.integer(Int64(seconds)))],
                    date: TimeSpan(start: moment, end: moment + 1_000_000, hasZone: true),
                    locus: header.locus(at: 4, count: 4)))
        }
        let flags = bytes[3]
        var position = 10
        if flags & 4 != 0 {
            guard let length = header.integer(at: 10, as: UInt16.self) else { return }
            position += 2 + Int(length)
        }
        for (flag, key) in [(UInt8(8), "gzip.FNAME" as FactKey), (16, "gzip.FCOMMENT")]
        where flags & flag != 0 {
            guard position < bytes.count, let end = bytes[position...].firstIndex(of: 0) else {
                return
            }
            collector.text(
                key, TextDecoding.text(of: bytes[position..<end]).text,
                locus: header.locus(at: position, count: end - position))
            position = end + 1
        }
    }
}

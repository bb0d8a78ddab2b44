public import Extraction
internal import MetadataModel

/// Extracts images of Hamamatsu's HiPic and HPD-TA (streak cameras).
///
/// A header of 64 bytes, then a comment: sections of `key=value` pairs divided by commas, values
/// perhaps in quotes: `[Acquisition],NrExposure=10,ExposureTime=200 ms`.
///
/// | Key                           | Byte | Meaning                               | Unit |
/// |:------------------------------|-----:|:--------------------------------------|:-----|
/// | `hamamatsu-img.Width`         |    4 | columns                               | px   |
/// | `hamamatsu-img.Height`        |    6 | rows                                  | px   |
/// | `hamamatsu-img.FileType`      |   12 | bits of a sample                      |      |
/// | `hamamatsu-img.Section.Key`   |   64 | a pair of the comment                 |      |
///
/// Source: Hamamatsu, HPD-TA user manual, appendix on the ITEX image format
public struct HamamatsuIMGExtractor: Extractor {
    public let id = "hamamatsu-img"
    public let version = 2

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.has("IM"), header.count > 64, header.bytes.count > 66,
            [0, 1, 2, 3, 11].contains(header.bytes[12]), header.bytes[13] == 0
        else { return nil }
        let comment = header.bytes[64...].prefix(64)
        if comment.starts(with: "[Application]".utf8) { return .signature("IM, [Application]") }
        return header.suffix == "img" || header.suffix == "itex" ? .suffix(header.suffix) : nil
    }

    private static let layout = StructureLayout(
        """
        char[2] ID
        uint16 CommentLength B
        uint16 Width px
        uint16 Height px
        uint16 OffsetX px
        uint16 OffsetY px
        uint16 FileType
        uint32 NumberOfImages
        uint16 NumberOfImagesB
        """, labels: ["FileType": [0: "8 bit", 1: "compressed", 2: "16 bit", 3: "32 bit"]])

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var header = StructureReading(
            reader, collector, order: .little, key: FactKey(printed: id), place: "header")
        try header.state(Self.layout)
        collector.extent(
            ofArrayWithDimensions: 2, locus: Locus(offset: 0, length: 64, address: "header"))
        let byteCount = Int(header.count("CommentLength"))
        let bytes = try reader.prefix(from: 64, maximum: byteCount)
        HamamatsuComment(bytes: bytes, offset: 64).state(key: FactKey(printed: id), into: collector)
        guard bytes.count == byteCount else {
            throw ExtractionError(
                .truncated, "expected a comment of \(byteCount) bytes", offset: reader.count)
        }
    }
}

/// The comment of a Hamamatsu image.
struct HamamatsuComment {
    let bytes: [UInt8]
    let offset: UInt64

    func state(key base: FactKey, into collector: FactCollector) {
        collector.noteMetadata(bytes.count, understood: true)
        var key = base
        var counts: [FactKey: Int] = [:]
        var place = 0
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "["):
                guard let end = bytes[place...].firstIndex(of: UInt8(ascii: "]")) else { return }
                let name = TextDecoding.text(of: bytes[(place + 1)..<end]).text
                if !name.isEmpty { key = base.appending(name) }
                place = end + 1
            case UInt8(ascii: ","), 0x0A, 0x0D, 0x20, 0x00:
                place += 1
            default:
                place = statePair(from: place, key, &counts, into: collector)
            }
        }
    }

    /// States the pair at a place; returns where it ends.
    private func statePair(
        from start: Int, _ section: FactKey, _ counts: inout [FactKey: Int],
        into collector: FactCollector
    ) -> Int {
        var equals = start
        while equals < bytes.count, bytes[equals] != UInt8(ascii: "="), !isEnd(equals) {
            equals += 1
        }
        guard equals < bytes.count, bytes[equals] == UInt8(ascii: "=") else {
            state(section.appending("text"), start..<equals, &counts, into: collector)
            return max(equals, start + 1)
        }
        let key = section.appending(TextDecoding.text(of: bytes[start..<equals]).text)
        var value = equals + 1
        guard value < bytes.count, bytes[value] == UInt8(ascii: "\"") else {
            var end = value
            while end < bytes.count, !isEnd(end) { end += 1 }
            state(key, value..<end, &counts, into: collector)
            return end
        }
        value += 1
        let end = bytes[value...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
        state(key, value..<end, &counts, into: collector)
        return min(end + 1, bytes.count)
    }

    /// A comma or a line's end divides pairs; so does the next section's bracket.
    private func isEnd(_ place: Int) -> Bool {
        [UInt8(ascii: ","), 0x0A, 0x0D, 0x00, UInt8(ascii: "[")].contains(bytes[place])
    }

    private func state(
        _ key: FactKey, _ range: Range<Int>, _ counts: inout [FactKey: Int],
        into collector: FactCollector
    ) {
        guard !range.isEmpty else { return }
        let count = counts[key, default: 0]
        counts[key] = count + 1
        collector.text(
            key, TextDecoding.text(of: bytes[range]).text,
            element: count == 0
                ? .root : ElementPath(segment: key.segments.count - 1, index: count),
            locus: Locus(
                offset: offset + UInt64(range.lowerBound), length: UInt64(range.count),
                address: "comment"))
    }
}

internal import Extraction
internal import MetadataModel

/// A picture in JPEG within a file of another format; its EXIF tags become facts below a key.
struct EmbeddedPicture {
    let reader: ByteReader
    let offset: UInt64
    let byteCount: UInt64
    let key: FactKey
    var element: ElementPath = .root

    /// Bytes from the beginning in which the tags are looked for.
    private static let maximumByteCount: UInt64 = 1 << 18

    /// Collects the facts, each at its true place in the file.
    func state(into collector: FactCollector) throws(ExtractionError) {
        let head = try reader.bytes(
            at: offset, count: Int(min(byteCount, Self.maximumByteCount)))
        let segments = Self.segments(of: head)
        if let frame = segments.first(where: { Self.isFrame($0.marker) && $0.content.count >= 5 }) {
            let place = frame.content.lowerBound + 1
            for (name, place) in [("ImageHeight", place), ("ImageWidth", place + 2)] {
                collector.integer(
                    key.appending(name), Int64(head[place]) << 8 | Int64(head[place + 1]),
                    element: element, unit: "px",
                    locus: Locus(
                        offset: reader.baseOffset + offset + UInt64(place), length: 2,
                        address: "frame of the picture"))
            }
        }
        guard
            let tags = segments.first(where: {
                $0.marker == 0xE1 && head[$0.content].starts(with: "Exif\0\0".utf8)
            })?.content.dropFirst(6)
        else { return }
        NestedFacts(
            key: key, element: element,
            offset: reader.baseOffset + offset + UInt64(tags.lowerBound),
            place: "EXIF of the picture"
        ).collect(Array(head[tags]), with: TIFFExtractor(), into: collector)
    }

    /// Whether a marker begins a frame, which states the size of the picture.
    private static func isFrame(_ marker: UInt8) -> Bool {
        (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
    }

    /// The segments before the picture's data, as places in its bytes.
    private static func segments(of bytes: [UInt8]) -> [(marker: UInt8, content: Range<Int>)] {
        var segments: [(marker: UInt8, content: Range<Int>)] = []
        guard bytes.starts(with: [0xFF, 0xD8]) else { return segments }
        var place = 2
        while place + 4 <= bytes.count, bytes[place] == 0xFF {
            let marker = bytes[place + 1]
            if marker == 0xDA || marker == 0xD9 { break }
            let end = place + 2 + (Int(bytes[place + 2]) << 8 | Int(bytes[place + 3]))
            guard end >= place + 4, end <= bytes.count else { break }
            segments.append((marker, place + 4..<end))
            place = end
        }
        return segments
    }
}

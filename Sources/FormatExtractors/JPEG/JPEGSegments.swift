internal import Extraction
internal import MetadataModel

/// The walk over the marker segments of one JPEG image, up to its entropy-coded data.
struct JPEGSegments {
    private let reader: ByteReader
    private let collector: FactCollector
    private let frame: JPEGFrame
    private let nesting: Int
    private var parts = JPEGParts()

    /// - Parameter nesting: How many TIFF structures hold the image.
    init(_ reader: ByteReader, nesting: Int = 0, into collector: FactCollector) {
        self.reader = reader
        self.nesting = nesting
        self.collector = collector
        frame = JPEGFrame(collector)
    }

    /// Reads the segments from a place behind the start of the image.
    mutating func run(from start: UInt64) throws(ExtractionError) {
        defer { parts.state(into: collector) }
        var place = start
        while place < reader.count, !collector.isFull {
            guard try reader.uint8(at: place) == 0xFF else {
                throw ExtractionError(.malformed, "expected a marker", offset: place)
            }
            var marker: UInt8 = 0xFF
            // Any number of fill bytes may stand before the marker's code.
            repeat {
                place += 1
                marker = try reader.uint8(at: place)
            } while marker == 0xFF
            place += 1
            switch marker {
            case 0xD9: return
            case 0x01, 0xD0...0xD8: continue
            default: break
            }
            let length = Int(try reader.uint16(at: place, .big))
            guard length >= 2 else {
                throw ExtractionError(
                    .malformed, "expected a segment of 2 bytes or more, found \(length)",
                    offset: place)
            }
            let bytes = try reader.bytes(at: place + 2, count: length - 2)
            var segment = BinaryBlock(
                bytes, order: .big, at: reader.baseOffset + place + 2,
                address: Self.name(of: marker))
            segment.nesting = nesting
            let isRead = state(segment, marker)
            collector.noteMetadata(length + 2, understood: isRead)
            // The scan follows, and behind the first no metadata is written.
            if marker == 0xDA { return }
            place += UInt64(length)
        }
        throw ExtractionError(.truncated, "the file ends before its image", offset: reader.count)
    }

    /// Adds what a segment says; false where it is not understood.
    private mutating func state(_ segment: BinaryBlock, _ marker: UInt8) -> Bool {
        switch marker {
        case 0xE0...0xEF:
            return JPEGApplication.state(
                segment, number: Int(marker) - 0xE0, &parts, into: collector)
        case 0xFE:
            frame.comment(segment)
        case 0xC4: frame.huffmanTables(segment)
        case 0xDB: frame.quantizationTables(segment)
        case 0xDA: frame.scan(segment)
        case 0xDD: frame.restart(segment)
        case 0xC0...0xCF where marker != 0xC8 && marker != 0xCC:
            frame.header(segment, number: Int(marker) - 0xC0)
        default:
            collector.opaque(
                FactKey(segments: ["jpeg", segment.address]), segment.bytes, locus: segment.locus)
            return false
        }
        return true
    }

    private static func name(of marker: UInt8) -> String {
        switch marker {
        case 0xC4: "DHT"
        case 0xC8: "JPG"
        case 0xCC: "DAC"
        case 0xC0...0xCF: "SOF\(marker - 0xC0)"
        case 0xDA: "SOS"
        case 0xDB: "DQT"
        case 0xDC: "DNL"
        case 0xDD: "DRI"
        case 0xDE: "DHP"
        case 0xDF: "EXP"
        case 0xE0...0xEF: "APP\(marker - 0xE0)"
        case 0xF7: "SOF48"
        case 0xF8: "LSE"
        case 0xFE: "COM"
        default: "marker " + String(marker, radix: 16)
        }
    }
}

public import Extraction
internal import MetadataModel

/// Extracts the entries of a file of Fit2D: blocks of 512 bytes that begin with `\NAME:`, a count of
/// data blocks and a type; `s` is a text, `i` and `r` are numbers, `a` an array that is skipped.
///
/// Keys are `fit2d.` and the name; of an array, `fit2d.NAME.DIM1` and `fit2d.NAME.DIM2`.
///
/// Source: A. Hammersley, "FIT2D reference manual", appendix on file formats
/// <https://www.esrf.fr/computing/scientific/FIT2D/FIT2D_REF/fit2d_r.html>.
public struct Fit2DExtractor: Extractor {
    public let id = "fit2d"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("\\$FFF_START") ? .signature("\\$FFF_START") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let blockByteCount = try Self.blockByteCount(of: reader)
        var position: UInt64 = 0
        var occurrences = OccurrenceCounter()
        while position < reader.count, !collector.isFull {
            let bytes = try reader.prefix(from: position, maximum: blockByteCount)
            let text = HeaderText(bytes, offset: position)
            guard bytes.first == UInt8(ascii: "\\"),
                let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
                bytes.count > colon + 9
            else {
                throw ExtractionError(
                    .malformed, "expected a block that begins with a name", offset: position)
            }
            let name = text.text(1..<colon)
            let index = occurrences.next(name)
            let element: ElementPath = index == 0 ? .root : ElementPath(segment: 1, index: index)
            let key = FactKey(segments: ["fit2d", name])
            let start = colon + 1
            let dataBlockCount = Self.number(text, at: start) ?? 0
            let locus = Locus(
                offset: position + UInt64(start), length: UInt64(bytes.count - start),
                address: "\\" + name)
            switch bytes[start + 8] {
            case UInt8(ascii: "s"):
                let length = Int(Self.number(text, at: start + 9) ?? 0)
                let first = min(start + 17, bytes.count)
                let end = min(first + max(0, min(length, blockByteCount)), bytes.count)
                collector.text(
                    key, text.text(first..<end), element: element,
                    locus: text.locus(first..<end, line: 1))
            case UInt8(ascii: "i"):
                if let value = Self.number(text, at: start + 9) {
                    collector.integer(
                        key, Int64(Int32(truncatingIfNeeded: value)), element: element, locus: locus
                    )
                }
            case UInt8(ascii: "r"):
                if let value = Self.number(text, at: start + 9) {
                    let real = Float(bitPattern: UInt32(truncatingIfNeeded: value))
                    collector.real(
                        key, Double(real), written: Fact.spelling(of: real), element: element,
                        locus: locus)
                }
            case UInt8(ascii: "a"):
                for (place, axis) in [(start + 26, "DIM1"), (start + 34, "DIM2")] {
                    guard let size = Self.number(text, at: place) else { continue }
                    collector.integer(
                        key.appending(axis), Int64(clamping: size), element: element, locus: locus)
                }
            default:
                if name.hasPrefix("$") {
                    collector.add(Fact(key: key, element: element, value: "", locus: locus))
                } else {
                    collector.opaque(key, Array(bytes[start...]), element: element, locus: locus)
                }
            }
            collector.noteMetadata(bytes.count, understood: true)
            let skipped = (dataBlockCount &+ 1).multipliedReportingOverflow(
                by: UInt64(blockByteCount))
            let next = position.addingReportingOverflow(skipped.partialValue)
            guard !skipped.overflow, !next.overflow, next.partialValue > position else { return }
            position = next.partialValue
        }
        if position > reader.count {
            throw ExtractionError(
                .truncated, "expected data up to byte \(position)", offset: reader.count)
        }
    }

    /// Blocks have 512 bytes or a multiple of that: the second one begins with a name too.
    private static func blockByteCount(of reader: ByteReader) throws(ExtractionError) -> Int {
        for count in [512, 1024, 2048, 4096, 8192] where UInt64(count) < reader.count {
            if try reader.uint8(at: UInt64(count)) == UInt8(ascii: "\\") { return count }
        }
        return 512
    }

    /// A number of eight hexadecimal digits.
    private static func number(_ text: HeaderText, at place: Int) -> UInt64? {
        guard place + 8 <= text.bytes.count else { return nil }
        return UInt64(text.text(place..<place + 8), radix: 16)
    }
}

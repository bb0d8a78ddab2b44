public import Extraction
internal import MetadataModel

/// Extracts the header of a CBF or imgCIF image: data items, tables, and the headers of the binary
/// sections, whose pixels are skipped.
///
/// | In the file | Fact |
/// |:------------|:-----|
/// | `data_image_1` | `cbf.data_block`, an element each |
/// | `_diffrn.id DS1` | `cbf.diffrn.id` |
/// | a row of `loop_ _axis.id …` | `cbf.axis.id`, the row is the element of segment 1 |
/// | `X-Binary-Size: 6224001` | `cbf.X-Binary-Size`, an element a section |
/// | `# comment` | `cbf.comment` |
///
/// The lines that Dectris writes into `_array_data.header_contents` are opened as `dectris.`. Of a
/// table with more than 64 rows, a column is one fact: its numbers, or its first different texts.
///
/// Source: International Tables for Crystallography G, 2.3 and 5.6; CBFlib
/// <https://www.iucr.org/resources/cif/software/cbflib>.
public struct CBFExtractor: Extractor {
    public let id = "cbf"
    public let version = 1

    private static let maximumTextByteCount = 8 << 20

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        if header.has("###CBF:") || header.has("###_CBF") || header.has("###CIF: CBF") {
            return .signature("###CBF")
        }
        guard ["cbf", "cif", "mcif", "imgcif"].contains(header.suffix), !header.bytes.contains(0)
        else { return nil }
        let text = HeaderText(header.bytes, offset: 0)
        return text.first("data_", in: 0..<header.bytes.count) == nil
            ? nil : .suffix(header.suffix)
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var position: UInt64 = 0
        var reading = CIFReading(collector)
        var sectionCount = 0
        while position < reader.count, !collector.isFull {
            let piece = try Self.piece(reader, from: position)
            let text = HeaderText(piece.bytes, offset: position)
            reading.read(text)
            collector.noteMetadata(piece.bytes.count, understood: true)
            guard let section = piece.section else { break }
            position += UInt64(section)
            guard
                let end = try stateSection(
                    sectionCount, reader, at: position, into: collector)
            else { break }
            sectionCount += 1
            position = end
        }
        reading.finish()
    }

    private static let boundary = "--CIF-BINARY-FORMAT-SECTION--"

    /// Text up to the next binary section, and where in it that begins.
    private static func piece(
        _ reader: ByteReader, from start: UInt64
    ) throws(ExtractionError) -> (bytes: [UInt8], section: Int?) {
        var size = 16384
        while true {
            let bytes = try reader.prefix(from: start, maximum: size)
            let text = HeaderText(bytes, offset: nil)
            if let place = text.first(boundary, in: 0..<bytes.count) {
                return (Array(bytes[..<place]), place)
            }
            if let zero = bytes.firstIndex(of: 0) { return (Array(bytes[..<zero]), nil) }
            guard bytes.count == size, size < maximumTextByteCount else { return (bytes, nil) }
            size *= 8
        }
    }

    /// Adds the header of a binary section; returns where text goes on, `nil` where it does not tell.
    private func stateSection(
        _ index: Int, _ reader: ByteReader, at start: UInt64, into collector: FactCollector
    ) throws(ExtractionError) -> UInt64? {
        let bytes = try reader.prefix(from: start, maximum: 8192)
        let text = HeaderText(bytes, offset: start, place: "binary section \(index) ")
        var facts = HeaderFacts(
            text, key: "cbf", element: index == 0 ? .root : ElementPath(index: index),
            into: collector)
        var size: UInt64?
        for line in text.lines.dropFirst() {
            let range = text.trimmed(line.range)
            if range.isEmpty {
                collector.noteMetadata(line.end, understood: true)
                guard let size else { return nil }
                // Four bytes mark the beginning of the pixels.
                let after = size.addingReportingOverflow(start + UInt64(line.end) + 4)
                guard !after.overflow, after.partialValue <= reader.count else {
                    throw ExtractionError(
                        .truncated, "expected \(size) bytes of pixels, the file ends before",
                        offset: start + UInt64(line.end))
                }
                // What ends the section: another boundary, then a semicolon.
                let rest = try reader.prefix(from: after.partialValue, maximum: 8192)
                let tail = HeaderText(rest, offset: nil)
                guard let mark = tail.first(Self.boundary, in: 0..<rest.count) else {
                    return nil
                }
                let end = rest[mark...].firstIndex(of: UInt8(ascii: ";")) ?? rest.count
                return after.partialValue + UInt64(min(end + 1, rest.count))
            }
            guard let pair = pair(text, range) else { continue }
            let name = text.text(pair.key)
            facts.add(
                name, pair.value, line: line.number, unit: name == "X-Binary-Size" ? "B" : nil)
            if name == "X-Binary-Size" { size = UInt64(text.text(pair.value)) }
        }
        return nil
    }

    /// `Content-Type: application/octet-stream`, or the `conversions="x-CBF_BYTE_OFFSET"` below it.
    private func pair(
        _ text: HeaderText, _ range: Range<Int>
    ) -> (key: Range<Int>, value: Range<Int>)? {
        guard var pair = text.pair(range, by: ": ") ?? text.pair(range, by: "=") else { return nil }
        if pair.value.count > 1, text.bytes[pair.value.lowerBound] == UInt8(ascii: "\""),
            text.bytes[pair.value.upperBound - 1] == UInt8(ascii: "\"")
        {
            pair.value = (pair.value.lowerBound + 1)..<(pair.value.upperBound - 1)
        }
        return pair
    }
}

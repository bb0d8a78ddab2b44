public import Extraction
internal import MetadataModel

/// Extracts the headers of an ESRF data file: blocks of `Key = value ;` lines in braces, each before
/// the pixels of one image. Of the second and later images, what differs from the first is stated.
///
/// Keys are `edf.` and the name in the header, the image is the element. `DIM_1` and the like keep
/// their spelling. `counter_mne` and `counter_pos`, and `motor_mne` and `motor_pos`, are lists of
/// names and of values: each pair is besides a fact, `edf.motor.samx`.
///
/// Source: <https://www.silx.org/doc/fabio/latest/api/formats.html>; P. Boesecke, "SaxsEdf Data
/// Format" (2012).
public struct EDFExtractor: Extractor {
    public let id = "edf"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard let start = header.bytes.firstIndex(where: { $0 > 0x20 }), start < 8,
            header.bytes[start] == UInt8(ascii: "{")
        else { return nil }
        let text = HeaderText(header.bytes, offset: 0)
        let head = 0..<min(header.bytes.count, 4096)
        let marks = [
            "HeaderID", "EDF_DataBlockID", "ByteOrder", "DataType", "EDF_BinarySize", "Dim_1",
        ]
        guard text.first("HEADER_BYTES", in: head) == nil,
            marks.contains(where: { text.first($0, in: head) != nil }),
            text.first(";", in: head) != nil
        else { return nil }
        return .signature("{ with \(marks.first { text.first($0, in: head) != nil } ?? "")")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var position: UInt64 = 0
        var index = 0
        var first: [String: String] = [:]
        while position < reader.count, !collector.isFull, index < 100_000 {
            guard let header = try BracedHeader(reader, at: position) else {
                let byte = try reader.uint8(at: position)
                if index == 0 || byte == UInt8(ascii: "{") {
                    throw ExtractionError(
                        .malformed, "expected a header in braces", offset: position)
                }
                break
            }
            var facts = HeaderFacts(
                header.text, key: "edf", element: index == 0 ? .root : ElementPath(index: index),
                into: collector)
            var values: [String: String] = [:]
            for entry in header.entries {
                let value = header.text.text(entry.value)
                values[entry.name] = value
                guard index == 0 || first[entry.name] != value else { continue }
                facts.add(
                    entry.name, entry.value, line: entry.line, unit: Self.units[entry.name])
            }
            Self.addPairs(header, values, &facts)
            if index == 0 { first = values }
            collector.noteMetadata(header.byteCount, understood: true)
            index += 1
            guard let byteCount = Self.dataByteCount(values) else { break }
            let start = position + UInt64(header.byteCount)
            guard byteCount <= reader.count - min(start, reader.count) else {
                collector.report(
                    Issue(
                        .truncated, "expected \(byteCount) bytes of pixels, the file ends before",
                        at: Locus(offset: start, address: "image \(index - 1)")))
                break
            }
            position = start + byteCount
        }
        collector.integer("edf.ImageCount", Int64(index), locus: Locus())
    }

    private static let units = [
        "PSize_1": "m", "PSize_2": "m", "SampleDistance": "m", "WaveLength": "m",
        "ExposureTime": "s", "DetectorRotation_1": "rad", "DetectorRotation_2": "rad",
        "DetectorRotation_3": "rad", "Size": "B", "EDF_BinarySize": "B", "EDF_HeaderSize": "B",
    ]

    /// Adds names and values that stand in two lists as pairs.
    private static func addPairs(
        _ header: BracedHeader, _ values: [String: String], _ facts: inout HeaderFacts
    ) {
        for kind in ["motor", "counter"] {
            guard let names = values[kind + "_mne"]?.split(separator: " "),
                let entry = header.entries.first(where: { $0.name == kind + "_pos" })
            else { continue }
            let words = header.text.words(entry.value)
            guard names.count == words.count else { continue }
            for (name, word) in zip(names, words) {
                facts.add(
                    [kind, String(name)], header.text.text(word),
                    header.text.locus(word, line: entry.line))
            }
        }
    }

    private static let widths: [String: UInt64] = [
        "unsignedbyte": 1, "signedbyte": 1, "unsigned8": 1, "signed8": 1, "unsignedshort": 2,
        "signedshort": 2, "unsigned16": 2, "signed16": 2, "unsignedinteger": 4,
        "signedinteger": 4, "unsignedlong": 4, "signedlong": 4, "unsigned32": 4, "signed32": 4,
        "unsigned64": 8, "signed64": 8, "floatvalue": 4, "float": 4, "doublevalue": 8,
        "double": 8, "floatieee32": 4, "doubleieee64": 8,
    ]

    /// Bytes of the pixels behind a header; `nil` where it does not tell.
    private static func dataByteCount(_ values: [String: String]) -> UInt64? {
        var folded: [String: String] = [:]
        for (name, value) in values { folded[name.lowercased()] = value }
        if let stated = (folded["edf_binarysize"] ?? folded["size"]).flatMap({ UInt64($0) }) {
            return stated
        }
        guard var count = folded["datatype"].flatMap({ widths[$0.lowercased()] }) else {
            return nil
        }
        for axis in 1...4 {
            guard let size = folded["dim_\(axis)"] else { continue }
            guard let size = UInt64(size) else { return nil }
            let product = count.multipliedReportingOverflow(by: size)
            guard !product.overflow else { return nil }
            count = product.partialValue
        }
        return count
    }
}

/// A header of `Key = value ;` lines in braces, as EDF, SMV and d*TREK have it.
struct BracedHeader {
    struct Entry {
        let name: String
        let value: Range<Int>
        let line: Int
    }

    let text: HeaderText
    private(set) var entries: [Entry] = []
    /// Bytes up to the pixels: padding behind the brace included.
    let byteCount: Int

    private static let maximumByteCount = 1 << 20

    /// `nil` where no header in braces begins at the offset.
    init?(_ reader: ByteReader, at start: UInt64) throws(ExtractionError) {
        var size = 4096
        while true {
            let bytes = try reader.prefix(from: start, maximum: size)
            guard let brace = bytes.firstIndex(where: { $0 > 0x20 }), brace < 64,
                bytes[brace] == UInt8(ascii: "{")
            else { return nil }
            guard let end = Self.end(of: bytes, from: brace) else {
                guard bytes.count == size, size < Self.maximumByteCount else {
                    throw ExtractionError(
                        .truncated, "expected the brace that ends the header",
                        offset: start + UInt64(bytes.count))
                }
                size *= 4
                continue
            }
            let inner = Array(bytes[..<end])
            text = HeaderText(inner, offset: reader.baseOffset + start)
            // A line end follows the brace; the pixels begin behind it.
            var after = end + 1
            if after < bytes.count, bytes[after] == 0x0D { after += 1 }
            if after < bytes.count, bytes[after] == 0x0A { after += 1 }
            byteCount = after
            collect(from: brace + 1)
            return
        }
    }

    /// The brace at the end stands at the beginning of a line or behind `;` or blanks.
    private static func end(of bytes: [UInt8], from start: Int) -> Int? {
        for place in (start + 1)..<max(start + 1, bytes.count)
        where bytes[place] == UInt8(ascii: "}") {
            let before = bytes[place - 1]
            if before <= 0x20 || before == UInt8(ascii: ";") { return place }
        }
        return nil
    }

    private mutating func collect(from start: Int) {
        for line in text.lines {
            var range = text.trimmed(
                max(
                    line.range.lowerBound, min(start, line.range.upperBound))..<line.range
                    .upperBound)
            if let last = range.last, text.bytes[last] == UInt8(ascii: ";") {
                range = text.trimmed(range.lowerBound..<last)
            }
            guard let pair = text.pair(range, by: "=") else { continue }
            entries.append(
                Entry(name: text.text(pair.key), value: pair.value, line: line.number))
        }
    }
}

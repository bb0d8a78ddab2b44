public import Extraction
internal import MetadataModel

/// Extracts the headers of NumPy's arrays, alone (`.npy`) and in archives (`.npz`, CEOS' `.prz`).
///
/// An array in an archive is an element at the second segment.
///
/// | Key                       | Meaning                                             |
/// |:--------------------------|:----------------------------------------------------|
/// | `npy.Array.name`          | the entry's name, in an archive                     |
/// | `npy.Array.version`       | version of the array's format                       |
/// | `npy.Array.descr`         | type of the members: `<f4`, or a list of fields     |
/// | `npy.Array.fortran_order` | whether columns stand together                      |
/// | `npy.Array.shape`         | lengths of the axes                                 |
/// | `npy.Array.text`          | a member of an array of texts                       |
/// | `npy.Array.object`        | texts in an array of pickled objects, which is never unpickled |
///
/// Source: <https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html>
public struct NPYExtractor: Extractor {
    public let id = "npy"
    public let version = 2

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        if header.has([0x93]), header.has("NUMPY", at: 1) { return .signature("NUMPY") }
        guard header.has("PK\u{3}\u{4}"), header.bytes.count > 30 else { return nil }
        let count = Int(header.bytes[26]) | Int(header.bytes[27]) << 8
        let name = header.bytes[30...].prefix(count)
        return name.suffix(4).elementsEqual(".npy".utf8) ? .signature("PK, an entry .npy") : nil
    }

    /// Arrays of an archive that are read, and bytes of one that are.
    private static let maximumArrayCount = 1000
    private static let maximumByteCount = 1 << 16

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        if try reader.uint8(at: 0) == 0x93 {
            let bytes = try reader.prefix(maximum: Self.maximumByteCount)
            try NPYHeader(bytes).state(element: .root, offset: 0, into: collector)
            return
        }
        try ZIPExtractor().extract(from: reader, into: collector)
        let archive = try ZIPArchive(reader, limits: collector.limits)
        let arrays = archive.entries.filter { $0.name.hasSuffix(".npy") }
        for (index, entry) in arrays.prefix(Self.maximumArrayCount).enumerated()
        where !collector.isFull {
            let element = ElementPath(segment: 1, index: index)
            collector.text(
                "npy.Array.name", entry.name, element: element, locus: Locus(address: entry.name))
            guard entry.byteCount <= UInt64(Self.maximumByteCount) else { continue }
            do throws(ExtractionError) {
                let bytes = try archive.contents(of: entry, maximum: Self.maximumByteCount)
                try NPYHeader(bytes).state(element: element, offset: nil, into: collector)
            } catch {
                collector.report(error.issue)
            }
        }
    }
}

/// The header of one array.
struct NPYHeader {
    /// Texts of one array that are facts: a longer list is data.
    private static let maximumTextCount = 1000

    private let bytes: [UInt8]

    /// - Parameter bytes: The array's beginning.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func state(
        element: ElementPath, offset: UInt64?, into collector: FactCollector
    ) throws(ExtractionError) {
        let start = bytes.count > 6 && bytes[6] > 1 ? 12 : 10
        guard bytes.count >= start else {
            throw ExtractionError(.truncated, "expected an array's header", offset: offset ?? 0)
        }
        var count = 0
        for place in (8..<start).reversed() { count = count << 8 | Int(bytes[place]) }
        guard count <= bytes.count - start else {
            throw ExtractionError(
                .truncated, "expected an array's header of \(count) bytes", offset: offset ?? 0)
        }
        func add(_ name: String, _ text: String, _ range: Range<Int>) {
            collector.text(
                FactKey(segments: ["npy", "Array", name]), text, element: element,
                locus: Locus(
                    offset: offset.map { $0 + UInt64(range.lowerBound) },
                    length: offset == nil ? nil : UInt64(range.count), address: name))
        }
        collector.noteMetadata(start + count, understood: true)
        add("version", "\(bytes[6]).\(bytes[7])", 6..<8)
        let text = start..<start + count
        for name in ["descr", "fortran_order", "shape"] {
            guard let range = value(of: name, in: text) else { continue }
            var value = String(decoding: bytes[range], as: UTF8.self)
            if name == "shape" { value = value.filter { $0 != "(" && $0 != ")" } }
            if value.last == "," { value.removeLast() }
            value = value.filter { $0 != "'" || name != "descr" || value.contains("[") }
            add(name, value.isEmpty ? "()" : value, range)
            if name == "descr", value.hasSuffix("O") {
                let rest = text.upperBound..<bytes.count
                collector.noteMetadata(rest.count, understood: false)
                collector.opaque(
                    "npy.Array.object", Array(bytes[rest]), element: element,
                    locus: Locus(
                        offset: offset.map { $0 + UInt64(rest.lowerBound) },
                        length: offset == nil ? nil : UInt64(rest.count), address: "object"))
            } else if name == "descr", let form = NPYTextForm(value) {
                stateTexts(form, from: text.upperBound, element, offset, into: collector)
            }
        }
    }

    private func stateTexts(
        _ form: NPYTextForm, from start: Int, _ element: ElementPath, _ offset: UInt64?,
        into collector: FactCollector
    ) {
        let key: FactKey = "npy.Array.text"
        var place = start
        var index = 0
        while place + form.byteCount <= bytes.count, !collector.isFull {
            guard index < Self.maximumTextCount else {
                collector.report(
                    Issue(
                        .limitExceeded, "\(index) texts of an array are read",
                        at: Locus(offset: offset.map { $0 + UInt64(place) })))
                break
            }
            let range = place..<place + form.byteCount
            let text = form.text(bytes[range])
            place = range.upperBound
            defer { index += 1 }
            guard !text.isEmpty else { continue }
            let own = ElementPath(steps: element.steps + [ElementStep(segment: 2, index: index)])
            let locus = Locus(
                offset: offset.map { $0 + UInt64(range.lowerBound) },
                length: offset == nil ? nil : UInt64(range.count), address: "member \(index + 1)")
            collector.text(key, text, element: own, locus: locus)
        }
        collector.noteMetadata(place - start, understood: true)
    }

    /// Where a value of the dictionary stands: up to the comma outside of all brackets.
    private func value(of name: String, in text: Range<Int>) -> Range<Int>? {
        let key = Array("'\(name)':".utf8)
        var place = text.lowerBound
        while place + key.count <= text.upperBound, !bytes[place...].starts(with: key) {
            place += 1
        }
        guard place + key.count <= text.upperBound else { return nil }
        var start = place + key.count
        while start < text.upperBound, bytes[start] == 0x20 { start += 1 }
        var depth = 0
        var end = start
        while end < text.upperBound {
            switch bytes[end] {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ","), UInt8(ascii: "}"):
                if depth == 0 { return start..<end }
            default: break
            }
            end += 1
        }
        return start..<end
    }
}

/// How the texts of an array are stored: as many bytes each (`|S5`) or code points (`<U5`), the
/// rest zeros.
private struct NPYTextForm {
    let byteCount: Int
    private let isWide: Bool
    private let isBigEndian: Bool

    /// - Parameter description: The type of the members; `nil` where they are no texts.
    init?(_ description: String) {
        let kind = description.drop { "<>|=".contains($0) }
        guard let letter = kind.first, "SaU".contains(letter), let count = Int(kind.dropFirst()),
            count > 0, count < 1 << 24
        else { return nil }
        isWide = letter == "U"
        isBigEndian = description.hasPrefix(">")
        byteCount = isWide ? 4 * count : count
    }

    func text(_ bytes: ArraySlice<UInt8>) -> String {
        guard isWide else { return TextDecoding.text(of: bytes.prefix { $0 != 0 }).text }
        var text = String.UnicodeScalarView()
        for start in stride(from: bytes.startIndex, to: bytes.endIndex, by: 4) {
            let value = (0..<4).reduce(UInt32(0)) { value, place in
                value << 8 | UInt32(bytes[isBigEndian ? start + place : start + 3 - place])
            }
            guard value != 0 else { break }
            text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        }
        return String(text)
    }
}

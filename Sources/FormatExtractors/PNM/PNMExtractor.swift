public import Extraction
internal import MetadataModel

/// Extracts the header of a portable any-map (PBM, PGM, PPM, PAM, PFM), with its comments.
///
/// | Key | What |
/// |:----|:-----|
/// | `pnm.MagicNumber` | `P1` to `P7`, `Pf` or `PF`, with its meaning |
/// | `pnm.Width`, `pnm.Height`, `pnm.Maxval`, `pnm.Scale` | the numbers that follow |
/// | `pnm.WIDTH`, `pnm.DEPTH`, `pnm.TUPLTYPE` … | the lines of a PAM header |
/// | `pnm.Comment` | comments, one an element |
///
/// Source: <https://netpbm.sourceforge.net/doc/pnm.html>; <https://www.pauldebevec.com/Research/HDR/PFM/>.
public struct PNMExtractor: Extractor {
    public let id = "pnm"
    public let version = 1

    private static let kinds: [UInt8: String] = [
        0x31: "PBM, plain", 0x32: "PGM, plain", 0x33: "PPM, plain", 0x34: "PBM, raw",
        0x35: "PGM, raw", 0x36: "PPM, raw", 0x37: "PAM", 0x66: "PFM, grey", 0x46: "PFM, RGB",
    ]

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.bytes.count >= 7, header.has("P"), Self.kinds[header.bytes[1]] != nil,
            [0x20, 0x09, 0x0A, 0x0D].contains(header.bytes[2])
        else { return nil }
        let next = header.bytes[3...].first { $0 > 0x20 } ?? 0
        let isHeader =
            header.bytes[1] == 0x37 || next == 0x23 || (0x30...0x39).contains(next)
        return isHeader ? .signature("P" + String(UnicodeScalar(header.bytes[1]))) : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = BinaryBlock(
            try reader.prefix(maximum: 65536), order: .big, at: 0, address: "header")
        guard head.bytes.count >= 2, let kind = Self.kinds[head.bytes[1]] else {
            throw ExtractionError(.malformed, "expected a magic number of PNM", offset: 0)
        }
        collector.text(
            "pnm.MagicNumber", head.text(at: 0, count: 2) ?? "", label: kind,
            locus: head.locus(at: 0, count: 2))
        var header = PNMHeader(head, into: collector)
        if head.bytes[1] == 0x37 { return try header.readLines() }
        var names = ["Width", "Height"]
        switch head.bytes[1] {
        case 0x31, 0x34: break
        case 0x66, 0x46: names.append("Scale")
        default: names.append("Maxval")
        }
        try header.readNumbers(names)
    }
}

/// Reads the words of a header, and the comments between them.
private struct PNMHeader {
    private let head: BinaryBlock
    private let collector: FactCollector
    private var place = 2
    private var commentCount = 0

    init(_ head: BinaryBlock, into collector: FactCollector) {
        self.head = head
        self.collector = collector
    }

    private var truncated: ExtractionError {
        ExtractionError(
            .truncated, "the file ends within its header", offset: UInt64(head.bytes.count))
    }

    mutating func readNumbers(_ names: [String]) throws(ExtractionError) {
        for name in names {
            skipSpace()
            let word = head.bytes[place...].prefix { $0 > 0x20 && $0 != 0x23 }
            guard !word.isEmpty else { throw truncated }
            collector.text(
                FactKey(printed: "pnm.\(name)"), String(decoding: word, as: UTF8.self),
                unit: name == "Width" || name == "Height" ? "px" : nil,
                locus: head.locus(at: place, count: word.count))
            place += word.count
        }
        collector.noteMetadata(place, understood: true)
    }

    /// Reads `NAME value` lines up to `ENDHDR`.
    mutating func readLines() throws(ExtractionError) {
        while true {
            skipSpace()
            let line = head.bytes[place...].prefix { $0 != 0x0A }
            guard !line.isEmpty else { throw truncated }
            let words = line.split(separator: 0x20, maxSplits: 1)
            guard let first = words.first else { throw truncated }
            let name = String(decoding: first, as: UTF8.self)
            place = line.endIndex
            if name == "ENDHDR" { break }
            guard words.count == 2 else { continue }
            collector.text(
                FactKey(segments: ["pnm", name]), TextDecoding.text(of: words[1]).text,
                unit: name == "WIDTH" || name == "HEIGHT" ? "px" : nil,
                locus: head.locus(at: words[1].startIndex, count: words[1].count))
        }
        collector.noteMetadata(place, understood: true)
    }

    private mutating func skipSpace() {
        while place < head.bytes.count {
            if head.bytes[place] == 0x23 {
                let line = head.bytes[(place + 1)...].prefix { $0 != 0x0A && $0 != 0x0D }
                let text = line.drop { $0 == 0x20 }
                collector.text(
                    "pnm.Comment", TextDecoding.text(of: text).text,
                    element: ElementPath(segment: 1, index: commentCount),
                    locus: head.locus(at: text.startIndex, count: text.count))
                commentCount += 1
                place = line.endIndex
            } else if head.bytes[place] <= 0x20 {
                place += 1
            } else {
                return
            }
        }
    }
}

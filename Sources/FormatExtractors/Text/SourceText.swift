internal import Extraction
internal import MetadataModel

/// A whole text in UTF-8, with the way back to the bytes of the file.
///
/// Places are asked for in ascending order, as a reader comes to them: the way back is walked
/// once. An earlier place is found again from the beginning.
struct SourceText {
    /// The text in UTF-8, without byte order mark and without the zeros that pad it.
    let bytes: [UInt8]
    let encoding: DecodedText.Encoding
    let isExact: Bool
    private let origin: UInt64?
    private let markByteCount: Int
    private var reached = 0
    private var reachedSource = 0

    /// - Parameters:
    ///   - raw: The text as stored.
    ///   - offset: Where it stands in the file; `nil` where it does not stand there as it is.
    init(_ raw: [UInt8], offset: UInt64?) {
        origin = offset
        let decoded = TextDecoding.text(of: raw)
        encoding = decoded.encoding
        isExact = decoded.isExact
        markByteCount = decoded.markByteCount
        var bytes = Array(decoded.text.utf8)
        while bytes.last == 0 { bytes.removeLast() }
        self.bytes = bytes
    }

    /// Reads a file's text, as much of it as ``maximumByteCount`` allows.
    init(
        reading reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let raw = try reader.textPrefix(maximum: Self.maximumByteCount)
        let count = Self.textByteCount(of: raw)
        self.init(count == raw.count ? raw : Array(raw[..<count]), offset: reader.baseOffset)
        if count < raw.count {
            collector.noteMetadata(raw.count - count, understood: false)
            return
        }
        if raw.count == Self.maximumByteCount, reader.count > UInt64(raw.count) {
            collector.report(
                Issue(
                    .limitExceeded,
                    "a text of \(reader.count) bytes, of which \(Self.maximumByteCount) are read",
                    at: Locus(offset: UInt64(Self.maximumByteCount))))
        }
    }

    /// How many of the bytes are text: a header in text ends where its data begin, with the last
    /// line before the first control character. Zeros that pad a text to its end are part of it.
    private static func textByteCount(of raw: [UInt8]) -> Int {
        let head = raw.prefix(4)
        let isWide =
            head.contains(0) || head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
        guard !isWide,
            let data = raw.firstIndex(where: {
                $0 < 0x20 && !(0x08...0x0D).contains($0) && $0 != 0x1B
            }), raw[data...].contains(where: { $0 != 0 })
        else { return raw.count }
        let lineEnd = raw[..<data].lastIndex { $0 == 0x0A || $0 == 0x0D }
        return raw[data] == 0x1A || raw[data] == 0 && lineEnd.map { data - $0 } ?? 1 == 1
            ? data : lineEnd.map { $0 + 1 } ?? data
    }

    /// Bytes of a text that are read at most.
    static let maximumByteCount = 32 << 20

    /// Where a place of the text stands in the file.
    mutating func locus(_ range: Range<Int>, _ address: String) -> Locus {
        guard let origin else { return Locus(address: address) }
        let start = source(range.lowerBound)
        let end = source(range.upperBound)
        return Locus(
            offset: origin + UInt64(markByteCount + start), length: UInt64(end - start),
            address: address)
    }

    /// Reports bytes that stand for no character in the encoding found.
    func reportInexact(to collector: FactCollector) {
        guard !isExact else { return }
        collector.report(
            Issue(.malformed, "bytes that are no text in \(encoding.rawValue)", at: Locus()))
    }

    private mutating func source(_ place: Int) -> Int {
        if encoding == .utf8 { return place }
        if place < reached { (reached, reachedSource) = (0, 0) }
        while reached < place {
            let byte = bytes[reached]
            let scalarByteCount = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            switch encoding {
            case .utf8, .windows1252: reachedSource += 1
            case .utf16LittleEndian, .utf16BigEndian:
                reachedSource += scalarByteCount == 4 ? 4 : 2
            }
            reached += scalarByteCount
        }
        return reachedSource
    }
}

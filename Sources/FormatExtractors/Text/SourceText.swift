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
        self.init(
            try reader.prefix(maximum: Self.maximumByteCount), offset: reader.baseOffset)
        if reader.count > UInt64(Self.maximumByteCount) {
            collector.report(
                Issue(
                    .limitExceeded,
                    "a text of \(reader.count) bytes, of which \(Self.maximumByteCount) are read",
                    at: Locus(offset: UInt64(Self.maximumByteCount))))
        }
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

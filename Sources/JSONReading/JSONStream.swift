public import Extraction
internal import MetadataModel

/// Reads the tokens of a JSON file of any size.
public struct JSONStream {
    /// Bytes of one name, string or number.
    public static let maximumTokenByteCount = 8 << 20

    /// Bytes read from the file at once.
    static let pieceByteCount = 256 << 10

    /// False where the file is not in UTF-8: places are then not those of the file.
    public let hasExactOffsets: Bool

    private let reader: ByteReader
    private var scanner: JSONScanner
    private var bytes: [UInt8] = []
    /// Where the bytes that are yet to be read begin.
    private var unread: UInt64

    /// - Throws: ``ExtractionError`` where the first bytes cannot be read.
    public init(
        reader: ByteReader, limits: ExtractionLimits = ExtractionLimits()
    ) throws(ExtractionError) {
        let head = try reader.prefix(maximum: 4)
        let mark = TextDecoding.text(of: head)
        switch mark.encoding {
        case .utf8, .windows1252:
            self.reader = reader
            hasExactOffsets = true
            unread = mark.encoding == .utf8 ? UInt64(mark.markByteCount) : 0
        case .utf16LittleEndian, .utf16BigEndian:
            let all = try reader.bytes(at: 0, count: Int(clamping: reader.count))
            self.reader = ByteReader(bytes: Array(TextDecoding.text(of: all).text.utf8))
            hasExactOffsets = false
            unread = 0
        }
        scanner = JSONScanner(maximumDepth: limits.maximumDepth)
        scanner.origin = self.reader.baseOffset + unread
    }

    /// The next token; texts in it can be looked at until the next call.
    public mutating func next() throws(ExtractionError) -> JSONToken {
        while true {
            let isLast = unread == reader.count
            let token = try bytes.withUnsafeBufferPointer { bytes throws(ExtractionError) in
                try scanner.next(in: bytes, isLast: isLast)
            }
            if token != .needsMore { return token }
            try readMore()
        }
    }

    /// Calls `body` with the bytes that the texts of the last token stand in.
    public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer(body)
    }

    /// Where the bytes of ``withBytes(_:)`` begin in the file.
    public var origin: UInt64 { scanner.origin }

    /// The first byte behind the last token, counted from the file's beginning.
    public var offset: UInt64 { scanner.origin + UInt64(scanner.position) }

    private mutating func readMore() throws(ExtractionError) {
        bytes.removeFirst(scanner.position)
        scanner.origin += UInt64(scanner.position)
        scanner.position = 0
        guard bytes.count <= Self.maximumTokenByteCount else {
            throw ExtractionError(
                .limitExceeded, "more than \(Self.maximumTokenByteCount) bytes in one string",
                offset: scanner.origin)
        }
        let count = min(UInt64(max(Self.pieceByteCount, bytes.count)), reader.count - unread)
        try reader.withBytes(at: unread, count: Int(count)) { piece throws(ExtractionError) in
            bytes.append(contentsOf: piece)
        }
        unread += count
    }
}

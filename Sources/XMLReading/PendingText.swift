/// A run of text that arrives in pieces, and where it stands without the white space around it.
struct PendingText {
    private let limit: Int
    private var bytes: [UInt8] = []
    /// Bytes up to the last one that is not white space, and of these the ones kept.
    private var byteCount = 0
    private var keptCount = 0
    /// All bytes since the first one that is not white space.
    private var seenCount = 0
    private var start: UInt64 = 0
    private var end: UInt64 = 0

    /// - Parameter limit: Bytes that are kept of one run.
    init(limit: Int) {
        self.limit = limit
    }

    /// Adds a piece.
    ///
    /// - Parameters:
    ///   - place: The bytes of the file that the piece was decoded from.
    ///   - stride: Bytes of the file that hold one ASCII character.
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>, at place: XMLPlace, stride: Int) {
        var leading = 0
        while leading < piece.count, Self.isSpace(piece[leading]) { leading += 1 }
        let isBlank = leading == piece.count
        if seenCount == 0 {
            guard !isBlank else { return }
            start = place.offset + UInt64(leading * stride)
        } else {
            leading = 0
        }
        let room = max(0, limit - bytes.count)
        bytes.append(contentsOf: piece[leading..<min(piece.count, leading + room)])
        seenCount += piece.count - leading
        guard !isBlank else { return }
        var trailing = 0
        while Self.isSpace(piece[piece.count - 1 - trailing]) { trailing += 1 }
        byteCount = seenCount - trailing
        keptCount = min(byteCount, bytes.count)
        end = place.offset + place.length - UInt64(trailing * stride)
    }

    /// The run so far, which then begins anew; `nil` where there is nothing but white space.
    mutating func take() -> XMLText? {
        guard seenCount > 0 else { return nil }
        let text = XMLText(
            string: String(decoding: bytes[..<keptCount], as: UTF8.self), byteCount: byteCount,
            place: XMLPlace(offset: start, length: end > start ? end - start : 0))
        bytes.removeAll(keepingCapacity: bytes.capacity <= 65536)
        byteCount = 0
        keptCount = 0
        seenCount = 0
        return text
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }
}

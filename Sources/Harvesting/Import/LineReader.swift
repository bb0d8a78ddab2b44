internal import Glibc

/// The lines of an open file, pipe or terminal, one after the other.
final class LineReader {
    /// Bytes of the longest line; a longer one ends the reading.
    static let maximumLineByteCount = 256 << 20

    private static let pieceByteCount = 1 << 20

    private let descriptor: Int32
    private let path: String
    private var bytes: [UInt8] = []
    /// Where the next line begins, and how far its end has been looked for.
    private var start = 0
    private var searched = 0
    private var isAtEnd = false

    /// - Parameter path: What errors call the file.
    init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    /// The next line, without its end; `nil` behind the last.
    func next() throws(HarvestError) -> ArraySlice<UInt8>? {
        while true {
            let end = bytes.withUnsafeBytes { buffer -> Int? in
                guard let base = buffer.baseAddress, searched < buffer.count,
                    let found = memchr(base + searched, 0x0A, buffer.count - searched)
                else { return nil }
                return base.distance(to: UnsafeRawPointer(found))
            }
            if let end {
                defer {
                    start = end + 1
                    searched = start
                }
                return bytes[start..<end]
            }
            searched = bytes.count
            if isAtEnd {
                guard start < bytes.count else { return nil }
                defer { start = bytes.count }
                return bytes[start...]
            }
            try readMore()
        }
    }

    private func readMore() throws(HarvestError) {
        bytes.removeFirst(start)
        searched -= start
        start = 0
        guard bytes.count <= Self.maximumLineByteCount else {
            throw HarvestError(
                path: path, detail: "a line of more than \(Self.maximumLineByteCount) bytes")
        }
        let piece = max(Self.pieceByteCount, bytes.count)
        var failure: Int32 = 0
        let before = bytes.count
        let read = [UInt8](unsafeUninitializedCapacity: piece) { buffer, filled in
            while true {
                let count = Glibc.read(descriptor, buffer.baseAddress, piece)
                if count < 0, errno == EINTR { continue }
                if count < 0 { failure = errno }
                filled = max(0, count)
                return
            }
        }
        guard failure == 0 else {
            throw HarvestError(path: path, detail: String(cString: strerror(failure)).lowercased())
        }
        bytes.append(contentsOf: read)
        isAtEnd = bytes.count == before
    }
}

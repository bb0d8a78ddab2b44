internal import Glibc

/// Names of files in a list, such as `find -print0` writes.
///
/// They are divided by NUL bytes, or by line feeds where the list's beginning has no NUL.
final class NameList {
    private static let pieceByteCount = 1 << 16

    private let descriptor: Int32
    private let path: String
    private var bytes: [UInt8] = []
    private var place = 0
    private var separator: UInt8?
    private var isAtEnd = false

    /// - Parameter path: The list's path; `-` is standard input.
    init(path: String) throws {
        self.path = path
        descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw CommandError("\(path): \(String(cString: strerror(errno)))")
        }
    }

    deinit {
        if descriptor > STDIN_FILENO { close(descriptor) }
    }

    /// The next name, empty ones left out; `nil` at the end.
    func next() throws -> [UInt8]? {
        while true {
            if let separator = chosenSeparator,
                let end = bytes[place...].firstIndex(of: separator)
            {
                let name = Array(bytes[place..<end])
                place = end + 1
                if !name.isEmpty { return name }
            } else if isAtEnd {
                let rest = Array(bytes[place...])
                place = bytes.count
                return rest.isEmpty ? nil : rest
            } else {
                try readMore()
            }
        }
    }

    private var chosenSeparator: UInt8? {
        if separator == nil, !bytes.isEmpty,
            isAtEnd || bytes.count >= Self.pieceByteCount
                || bytes.contains(0)
        {
            separator = bytes.contains(0) ? 0 : UInt8(ascii: "\n")
        }
        return separator
    }

    private func readMore() throws {
        bytes.removeFirst(place)
        place = 0
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: Self.pieceByteCount))
        let count = bytes.withUnsafeMutableBytes { buffer in
            read(descriptor, buffer.baseAddress! + start, Self.pieceByteCount)
        }
        bytes.removeLast(Self.pieceByteCount - max(0, count))
        if count < 0, errno != EINTR {
            throw CommandError("\(path): \(String(cString: strerror(errno)))")
        }
        if count == 0 { isAtEnd = true }
    }
}

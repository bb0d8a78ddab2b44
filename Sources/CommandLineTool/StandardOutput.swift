internal import Glibc

/// Writes to standard output in large pieces.
struct StandardOutput: ~Copyable {
    private static let pieceByteCount = 1 << 16
    private var bytes: [UInt8] = []

    /// Whether a person reads it.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    mutating func write(_ more: [UInt8]) throws {
        bytes += more
        if bytes.count >= Self.pieceByteCount { try flush() }
    }

    mutating func write(_ text: String) throws {
        bytes += text.utf8
        if bytes.count >= Self.pieceByteCount { try flush() }
    }

    /// Writes what has not been written yet; to be called at the end.
    mutating func flush() throws {
        try bytes.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let count = Glibc.write(
                    STDOUT_FILENO, bytes.baseAddress! + written, bytes.count - written)
                if count > 0 { written += count }
                if count < 0, errno != EINTR {
                    throw CommandError("standard output: \(String(cString: strerror(errno)))")
                }
            }
        }
        bytes.removeAll(keepingCapacity: true)
    }
}

/// Why a command ends with code 2; the text is shown as it is.
struct CommandError: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) {
        self.description = description
    }
}

internal import Glibc

/// What callers did and were refused, a line each, in a file that only grows.
///
/// Beside the index and not in it, so that it can be written whoever holds the writer's lock, and
/// is still there when the index is built anew. Readable by its owner alone.
public final class AuditLog: Sendable {
    private let descriptor: Int32
    private let path: String

    /// What the file's name adds to the name of the index.
    public static let suffix = ".audit.ndjson"

    /// `<index>.audit.ndjson`
    public static func path(indexPath: String) -> String { indexPath + suffix }

    /// - Throws: ``LocalTokenError`` where the file cannot be opened.
    public init(indexPath: String) throws(LocalTokenError) {
        path = Self.path(indexPath: indexPath)
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw LocalTokenError(path, String(cString: strerror(errno))) }
    }

    deinit {
        close(descriptor)
    }

    /// Adds a line in one write, which the system appends as a whole.
    ///
    /// - Returns: False where the system refused; the caller says so in its own log.
    public func append(_ line: [UInt8]) -> Bool {
        let line = line.last == 0x0A ? line : line + [0x0A]
        return write(descriptor, line, line.count) == line.count
    }
}

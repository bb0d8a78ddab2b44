internal import Glibc

/// The token of an index's owner: a file beside the index that only its owner can read.
///
/// Whoever can read the file can write to the index anyway, so it opens no new door: it lets
/// programs of the same person write through the server.
public enum LocalToken {
    /// `<index>.token`
    public static func path(indexPath: String) -> String { indexPath + ".token" }

    /// The token of an index, which is made if there is none.
    ///
    /// - Throws: ``LocalTokenError`` where the file cannot be made, is read by others, or holds
    ///   no token.
    public static func token(indexPath: String) throws(LocalTokenError) -> AccessToken {
        let path = path(indexPath: indexPath)
        let created = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        if created >= 0 {
            defer { close(created) }
            let token = AccessToken()
            let line = Array((token.text + "\n").utf8)
            guard write(created, line, line.count) == line.count else {
                throw LocalTokenError(path, String(cString: strerror(errno)))
            }
            return token
        }
        guard errno == EEXIST else { throw LocalTokenError(path, String(cString: strerror(errno))) }
        return try read(path)
    }

    private static func read(_ path: String) throws(LocalTokenError) -> AccessToken {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            throw LocalTokenError(path, String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw LocalTokenError(path, String(cString: strerror(errno)))
        }
        guard status.st_mode & 0o077 == 0 else {
            throw LocalTokenError(path, "others can read it: chmod 600, or delete it for a new one")
        }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        let text = String(decoding: bytes[..<max(0, count)], as: UTF8.self)
        let line = String(text.prefix { !$0.isWhitespace })
        guard line.hasPrefix(AccessToken.prefix), line.utf8.count >= 64 else {
            throw LocalTokenError(path, "it holds no token: delete it for a new one")
        }
        return AccessToken(text: line)
    }
}

/// Why the file of an index's own token is of no use.
public struct LocalTokenError: Error, Sendable, Hashable, CustomStringConvertible {
    public var path: String
    public var detail: String

    init(_ path: String, _ detail: String) {
        self.path = path
        self.detail = detail
    }

    public var description: String { "\(path): \(detail)" }
}

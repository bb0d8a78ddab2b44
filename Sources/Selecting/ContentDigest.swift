internal import Crypto
internal import Glibc

/// The SHA-256 of a file's content.
public enum ContentDigest {
    private static let pieceByteCount = 1 << 20

    /// The digest in hexadecimal; `nil` where the file cannot be read or is no regular file.
    public static func sha256(ofFileAt path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        var hash = SHA256()
        var bytes = [UInt8](repeating: 0, count: pieceByteCount)
        while true {
            let count = read(descriptor, &bytes, bytes.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            guard count > 0 else { return hexadecimal(hash.finalize()) }
            hash.update(data: bytes[..<count])
        }
    }

    static func hexadecimal(_ digest: SHA256Digest) -> String {
        digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}

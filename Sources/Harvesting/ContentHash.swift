internal import Crypto
internal import ExtractionWorker
internal import Glibc

/// The SHA-256 of a file's whole content.
public enum ContentHash {
    private static let pieceByteCount = 1 << 20

    /// The hash in 64 hexadecimal digits. Reads the whole file.
    ///
    /// - Throws: ``HarvestError`` where the file cannot be read.
    public static func sha256(path: String) throws -> String {
        let file: OpenFile
        do {
            file = try OpenFile(name: Array(path.utf8))
        } catch {
            throw HarvestError(path: path, error)
        }
        var hash = SHA256()
        var buffer = [UInt8](repeating: 0, count: pieceByteCount)
        while true {
            let count = buffer.withUnsafeMutableBytes { bytes in
                read(file.descriptor, bytes.baseAddress, bytes.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw HarvestError(path: path, FileRefusal(code: errno)) }
            guard count > 0 else { break }
            hash.update(data: buffer[..<count])
        }
        return hash.finalize().hexadecimal
    }
}

extension Sequence<UInt8> {
    /// Two digits a byte.
    var hexadecimal: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

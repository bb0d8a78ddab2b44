internal import Crypto
internal import ExtractionWorker
internal import Glibc

/// What a file's content is like in short, by which a file that moved or came back is recognised.
///
/// It is the first 8 bytes, in hexadecimal digits, of the SHA-256 of
///
/// 1. the file's size, as 8 bytes, the most significant first,
/// 2. the whole content of a file of up to 12,288 bytes; of a longer one the first 4,096 bytes,
///    the 4,096 from the middle (at size / 2) and the last 4,096.
///
/// Two files of one fingerprint are most probably equal and not certainly: a long file may differ
/// in between. Costs three short reads, whatever the size. An empty file has none, since all empty
/// files are alike.
enum Fingerprint {
    private static let pieceByteCount = 4096

    static func text(of file: OpenFile) -> String? {
        text(descriptor: file.descriptor, count: file.count)
    }

    /// The fingerprint of an open file; `nil` where it is empty or cannot be read.
    static func text(descriptor: Int32, count: UInt64) -> String? {
        guard count > 0, let size = off_t(exactly: count) else { return nil }
        var hash = SHA256()
        withUnsafeBytes(of: count.bigEndian) { hash.update(bufferPointer: $0) }
        let piece = off_t(pieceByteCount)
        if size <= 3 * piece {
            guard add(0, Int(size), of: descriptor, to: &hash) else { return nil }
        } else {
            for offset in [0, size / 2, size - piece] {
                guard add(offset, pieceByteCount, of: descriptor, to: &hash) else { return nil }
            }
        }
        return hash.finalize().prefix(8).hexadecimal
    }

    private static func add(
        _ offset: off_t, _ count: Int, of descriptor: Int32, to hash: inout SHA256
    ) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: count, alignment: 16) { buffer in
            let readCount = pread(descriptor, buffer.baseAddress, count, offset)
            guard readCount > 0 else { return false }
            hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<readCount]))
            return true
        }
    }
}

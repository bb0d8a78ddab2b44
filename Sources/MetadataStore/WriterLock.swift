internal import Glibc

/// The right to write to an index, held by one process at a time.
///
/// An exclusive `flock` on `<index>.lock`, which the system gives back when the process ends,
/// however it ends. The file itself stays.
final class WriterLock: Sendable {
    private let descriptor: Int32

    init(indexPath: String) throws {
        let path = indexPath + ".lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw StoreError(.unusable, "\(path): \(String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            close(descriptor)
            guard reason == EWOULDBLOCK else {
                throw StoreError(.unusable, "\(path): \(String(cString: strerror(reason)))")
            }
            throw StoreError(
                .locked,
                "another process writes to \(indexPath): wait for it, or send it your request")
        }
    }

    deinit {
        close(descriptor)
    }
}

internal import Glibc
internal import MetadataStore

/// The right to make deliveries, held by one process at a time; the system gives it back when the
/// process ends, however it ends.
final class HookTurn {
    private let descriptor: Int32

    /// - Throws: `StoreError` where there can be no lock.
    init(indexPath: String) throws {
        let path = indexPath + ".hooks.lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw StoreError(.unusable, "\(path): \(String(cString: strerror(errno)))")
        }
    }

    deinit {
        close(descriptor)
    }

    /// Waits for the turn; false where it is stopped before.
    func take(isStopped: () -> Bool) -> Bool {
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if isStopped() { return false }
            usleep(50_000)
        }
        return true
    }

    func giveBack() {
        flock(descriptor, LOCK_UN)
    }
}

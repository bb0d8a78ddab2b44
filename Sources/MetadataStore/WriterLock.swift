internal import Foundation
internal import Glibc
internal import Synchronization

/// The right to write to an index, held by one process at a time for the time of a write.
///
/// An exclusive `flock` on `<index>.lock`, which the system gives back when the process ends,
/// however it ends. The file itself stays; it names who held the lock last.
final class WriterLock: Sendable {
    private static let pauseMicroseconds: UInt32 = 10_000

    private let path: String
    /// How long to wait for another writer.
    private let patience: Duration
    private let descriptor: Int32
    /// Threads of one store write one after the other: the lock tells only stores apart.
    private let turn = Mutex(())

    init(indexPath: String, patience: Duration) throws {
        path = indexPath + ".lock"
        self.patience = patience
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw StoreError(.unusable, "\(path): \(String(cString: strerror(errno)))")
        }
    }

    deinit {
        close(descriptor)
    }

    /// Runs `body` while no other process, and no other store of this one, writes.
    ///
    /// - Throws: ``StoreError`` of kind `locked`, which names the other writer, where the wait is
    ///   over; else what `body` throws.
    func held<Result>(_ body: () throws -> Result) throws -> Result {
        try turn.withLock { _ in
            try take()
            defer { flock(descriptor, LOCK_UN) }
            sign()
            return try body()
        }
    }

    private func take() throws {
        let clock = ContinuousClock()
        let deadline = clock.now + patience
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let reason = errno
            guard reason == EWOULDBLOCK || reason == EINTR else {
                throw StoreError(.unusable, "\(path): \(String(cString: strerror(reason)))")
            }
            guard clock.now < deadline else {
                throw StoreError(.locked, "\(holder) writes to the index: try again")
            }
            usleep(Self.pauseMicroseconds)
        }
    }

    /// Who holds the lock, as that process signed it: `reticle harvest (process 4711)`.
    private var holder: String {
        var bytes = [UInt8](repeating: 0, count: 200)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return "another process" }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    private func sign() {
        let words = CommandLine.arguments.prefix(2).map { word in
            String(word.split(separator: "/").last ?? "")
        }
        let signature = Array("\(words.joined(separator: " ")) (process \(getpid()))".utf8)
        // The name is a courtesy: where it cannot be written, the lock holds all the same.
        if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, signature, signature.count, 0) }
    }
}

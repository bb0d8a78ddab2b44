internal import Foundation
internal import Synchronization

/// Runs work that blocks on threads of its own, away from those that serve connections.
///
/// At most `width` jobs run at once and `depth` more wait; what comes on top is refused at once,
/// since an answer that comes too late helps nobody.
final class WorkQueue: Sendable {
    /// Too much to do already.
    struct Busy: Error {}

    private let operations = OperationQueue()
    private let capacity: Int
    private let admitted = Mutex(0)

    init(width: Int, depth: Int) {
        operations.maxConcurrentOperationCount = width
        capacity = width + depth
    }

    /// The result of a job, once a thread has done it.
    ///
    /// - Throws: ``Busy`` where there is no room, else what the job throws.
    func result<Result: Sendable>(
        of job: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            let hasRoom = start { continuation.resume(with: Swift.Result(catching: job)) }
            if !hasRoom { continuation.resume(throwing: Busy()) }
        }
    }

    /// Starts a job; false where there is no room.
    func start(_ job: @escaping @Sendable () -> Void) -> Bool {
        let hasRoom = admitted.withLock { count in
            guard count < capacity else { return false }
            count += 1
            return true
        }
        guard hasRoom else { return false }
        operations.addOperation { [self] in
            job()
            admitted.withLock { $0 -= 1 }
        }
        return true
    }
}

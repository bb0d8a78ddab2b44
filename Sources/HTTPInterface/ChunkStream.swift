internal import Foundation
internal import Hummingbird
internal import Synchronization

/// Carries a long answer from the thread that finds it to the connection that sends it.
///
/// Only a few chunks are under way at once: a slow client slows its own search down, and one that
/// takes nothing for long, or goes away, ends it. Memory stays the same however long the answer.
final class ChunkStream: Sendable {
    /// Chunks that are found but not yet sent.
    static let chunksUnderWay = 4
    /// How long a client may take nothing.
    static let patience = DispatchTimeInterval.seconds(30)

    private let chunks: AsyncThrowingStream<ByteBuffer, any Error>
    private let feed: AsyncThrowingStream<ByteBuffer, any Error>.Continuation
    // Begins at zero and is raised, because a semaphore must not end lower than it began.
    private let room = DispatchSemaphore(value: 0)
    private let isAbandoned = Mutex(false)

    init() {
        (chunks, feed) = AsyncThrowingStream.makeStream()
        for _ in 0..<Self.chunksUnderWay { room.signal() }
        feed.onTermination = { [weak self] _ in self?.abandon() }
    }

    /// Hands a chunk over, and waits for room first; false where nobody wants it any more.
    func send(_ bytes: [UInt8]) -> Bool {
        guard room.wait(timeout: .now() + Self.patience) == .success,
            !isAbandoned.withLock({ $0 })
        else {
            feed.finish(throwing: CancellationError())
            return false
        }
        feed.yield(ByteBuffer(bytes: bytes))
        return true
    }

    /// Ends the answer with a last chunk, which may be empty.
    func finish(with bytes: [UInt8]) {
        if bytes.isEmpty || send(bytes) { feed.finish() }
    }

    /// Cuts the connection in the middle of the answer, so that nobody takes a part for all.
    func finish(throwing error: any Error) {
        feed.finish(throwing: error)
    }

    /// The body of the response that sends the chunks.
    var body: ResponseBody {
        ResponseBody { writer in
            defer { self.abandon() }
            for try await chunk in self.chunks {
                try await writer.write(chunk)
                self.room.signal()
            }
            try await writer.finish(nil)
        }
    }

    /// Tells the producer that nobody wants more.
    func abandon() {
        isAbandoned.withLock { $0 = true }
        room.signal()
    }
}

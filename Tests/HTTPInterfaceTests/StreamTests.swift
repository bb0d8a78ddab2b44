import Foundation
import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing

@testable import HTTPInterface

@Suite struct StreamTests {
    @Test func `work beyond the queue's room is refused`() async throws {
        let queue = WorkQueue(width: 1, depth: 0)
        let gate = DispatchSemaphore(value: 0)
        #expect(queue.start { gate.wait() })
        await #expect(throws: WorkQueue.Busy.self) { try await queue.result { 1 } }
        gate.signal()
    }

    @Test func `what a job throws reaches the caller`() async {
        let queue = WorkQueue(width: 1, depth: 1)
        await #expect(throws: CocoaError.self) {
            try await queue.result { () throws -> Int in throw CocoaError(.fileNoSuchFile) }
        }
    }

    @Test func `a stream whose reader is gone stops its producer`() async throws {
        let sent = Mutex(0)
        await withCheckedContinuation { continuation in
            let stream = ChunkStream()
            let queue = WorkQueue(width: 1, depth: 0)
            let isStarted = queue.start {
                while stream.send([1]) {
                    let count = sent.withLock {
                        $0 += 1
                        return $0
                    }
                    if count == ChunkStream.chunksUnderWay { stream.abandon() }
                }
                continuation.resume()
            }
            #expect(isStarted)
        }
        #expect(sent.withLock(\.self) == ChunkStream.chunksUnderWay)
    }

    @Test func `a real connection gets all hits of a stream and a head without them`() async throws
    {
        let index = try SampleIndex()
        try await index.server.application().test(.live) { client in
            let head = try await client.execute(uri: "/v1/search.ndjson?q=", method: .head)
            #expect(head.status == .ok)
            let response = try await client.execute(uri: "/v1/search.ndjson?q=", method: .get)
            let lines = String(buffer: response.body).split(separator: "\n")
            #expect(lines.count == SampleIndex.assetCount)
        }
    }
}

internal import Dispatch
internal import Synchronization

/// Hands values from one thread to another, and stops the sender when too much waits.
///
/// One thread sends, one receives.
final class Channel<Element: Sendable>: Sendable {
    /// The receiver wants no more.
    struct Closed: Error {}

    private struct State {
        var elements: [(element: Element, weight: Int)?] = []
        /// Elements at the beginning that have been received.
        var receivedCount = 0
        var isClosed = false

        mutating func popFirst() -> (element: Element, weight: Int)? {
            guard receivedCount < elements.count else { return nil }
            let first = elements[receivedCount]
            elements[receivedCount] = nil
            receivedCount += 1
            if receivedCount == elements.count {
                elements.removeAll(keepingCapacity: true)
                receivedCount = 0
            }
            return first
        }
    }

    private static var capacity: Int { 512 }

    private let state = Mutex(State())
    private let room = DispatchSemaphore(value: capacity)
    private let filled = DispatchSemaphore(value: 0)

    /// Sends a value; waits while there is no room for its weight.
    ///
    /// - Throws: ``Closed`` once the receiver has closed the channel.
    func send(_ element: Element, weight: Int) throws {
        let weight = min(max(1, weight), Self.capacity / 2)
        for _ in 0..<weight { room.wait() }
        try state.withLock { state in
            if state.isClosed { throw Closed() }
            state.elements.append((element, weight))
        }
        filled.signal()
    }

    /// The next value; waits for one.
    func receive() -> Element {
        while true {
            filled.wait()
            guard let (element, weight) = state.withLock({ $0.popFirst() }) else { continue }
            for _ in 0..<weight { room.signal() }
            return element
        }
    }

    /// Wants no more: the sender's next value is refused.
    func close() {
        state.withLock { $0.isClosed = true }
        for _ in 0..<Self.capacity { room.signal() }
    }
}

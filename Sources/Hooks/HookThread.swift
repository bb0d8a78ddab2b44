internal import Foundation
internal import Synchronization

/// Runs hooks beside something that goes on, a watch or a server, on a thread of its own.
public final class HookThread: Sendable {
    /// How often deliveries are looked for that are to be tried again.
    private static let pause = Duration.seconds(5)

    private let run: HookRun
    private let looksUnasked: Bool
    private let report: @Sendable (HookReport) -> Void
    private let isAwake = Atomic(true)
    private let isStopped = Atomic(false)
    private let isOver = DispatchSemaphore(value: 0)

    /// Begins at once, with what was left from before.
    ///
    /// - Parameters:
    ///   - looksUnasked: Whether arrivals are looked for now and then, too.
    ///   - report: Is called where the index cannot be asked or written.
    public init(
        _ run: HookRun, looksUnasked: Bool, report: @escaping @Sendable (HookReport) -> Void
    ) {
        self.run = run
        self.looksUnasked = looksUnasked
        self.report = report
        Thread { [self] in
            work()
            isOver.signal()
        }.start()
    }

    /// Says that assets may have arrived.
    public func wake() {
        isAwake.store(true, ordering: .relaxed)
    }

    /// Stops, and waits for the delivery that is under way.
    public func stop() {
        isStopped.store(true, ordering: .relaxed)
        isOver.wait()
    }

    private func work() {
        var next = ContinuousClock.now
        while !isStopped.load(ordering: .relaxed) {
            let isAwake = isAwake.exchange(false, ordering: .relaxed)
            guard isAwake || ContinuousClock.now >= next else {
                Thread.sleep(forTimeInterval: 0.05)
                continue
            }
            next = ContinuousClock.now + Self.pause
            do {
                try run.run(looksAtArrivals: isAwake || looksUnasked) {
                    isStopped.load(ordering: .relaxed)
                }
            } catch {
                report(.trouble("\(error)"))
                if isAwake { wake() }
                Thread.sleep(forTimeInterval: 1)
            }
        }
    }
}

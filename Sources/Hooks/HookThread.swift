internal import Foundation
internal import MetadataStore
internal import Synchronization

/// Runs hooks beside something that goes on, a watch or a server, on a thread of its own.
public final class HookThread: Sendable {
    /// How often deliveries are looked for that are to be tried again.
    private static let pause = Duration.seconds(5)

    private let begin: @Sendable () throws -> HookRun
    private let looksUnasked: Bool
    private let report: @Sendable (HookReport) -> Void
    private let isAwake = Atomic(true)
    private let isStopped = Atomic(false)
    private let isOver = DispatchSemaphore(value: 0)

    /// Begins at once, with what was left from before.
    ///
    /// - Parameters:
    ///   - begin: Opens the index, again and again until nobody else writes to it for long.
    ///   - looksUnasked: Whether arrivals are looked for now and then, too.
    ///   - report: Is called where the index cannot be asked or written.
    public init(
        _ begin: @escaping @Sendable () throws -> HookRun, looksUnasked: Bool,
        report: @escaping @Sendable (HookReport) -> Void
    ) {
        self.begin = begin
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
        var run: HookRun?
        var next = ContinuousClock.now
        while !isStopped.load(ordering: .relaxed) {
            let isAwake = isAwake.exchange(false, ordering: .relaxed)
            guard isAwake || ContinuousClock.now >= next else {
                Thread.sleep(forTimeInterval: 0.05)
                continue
            }
            next = ContinuousClock.now + Self.pause
            do {
                let begun = try run ?? begin()
                run = begun
                try begun.run(looksAtArrivals: isAwake || looksUnasked) {
                    isStopped.load(ordering: .relaxed)
                }
            } catch let error as StoreError where error.kind == .locked {
                // Another process writes for long: it is tried again.
                if isAwake { wake() }
                Thread.sleep(forTimeInterval: 1)
            } catch {
                report(.trouble("\(error)"))
                if isAwake { wake() }
                Thread.sleep(forTimeInterval: 1)
            }
        }
    }
}

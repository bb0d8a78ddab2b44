internal import Foundation
internal import Synchronization

/// What all who follow the events share: the state of the index, looked up once for all of them,
/// and the latest changes of harvests.
final class EventSource: Sendable {
    static let maximumFollowerCount = 1000
    private static let maximumHarvestEvents = 1000
    private static let lifetime = Duration.milliseconds(200)

    private struct Known {
        var value: Int64
        var read: ContinuousClock.Instant
    }

    private let lookups = WorkQueue(width: 1, depth: 4096)
    private let revision = Mutex<Known?>(nil)
    private let selection = Mutex<Known?>(nil)
    private let followers = Mutex(0)
    private let began = Int64(Date().timeIntervalSince1970 * 1e6)
    private let harvestEvents = Mutex<[(time: Int64, job: HarvestJob)]>([])

    /// Lets one more in; false where there are too many.
    func admit() -> Bool {
        followers.withLock { count in
            guard count < Self.maximumFollowerCount else { return false }
            count += 1
            return true
        }
    }

    func leave() { followers.withLock { $0 -= 1 } }

    var followerCount: Int { followers.withLock { $0 } }

    func revision(_ look: @escaping @Sendable () throws -> Int64) async throws -> Int64 {
        try await value(of: revision, look)
    }

    func selection(_ look: @escaping @Sendable () throws -> Int64) async throws -> Int64 {
        try await value(of: selection, look)
    }

    func result<Result: Sendable>(
        _ look: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await lookups.result(of: look)
    }

    private func value(
        of place: borrowing Mutex<Known?>, _ look: @escaping @Sendable () throws -> Int64
    ) async throws -> Int64 {
        if let known = place.withLock({ $0 }), ContinuousClock.now - known.read < Self.lifetime {
            return known.value
        }
        let value = try await lookups.result(of: look)
        place.withLock { $0 = Known(value: value, read: .now) }
        return value
    }

    // MARK: Harvests

    func note(_ job: HarvestJob) {
        harvestEvents.withLock { events in
            let now = Int64(Date().timeIntervalSince1970 * 1e6)
            events.append((max(now, (events.last?.time ?? 0) + 1), job))
            if events.count > Self.maximumHarvestEvents { events.removeFirst() }
        }
    }

    /// The time of the last change; that of the server's start where there is none.
    var latestHarvest: Int64 { harvestEvents.withLock { $0.last?.time } ?? began }

    /// The changes after a time, in their order.
    func harvests(after time: Int64) -> [(time: Int64, job: HarvestJob)] {
        harvestEvents.withLock { $0.filter { $0.time > time } }
    }
}

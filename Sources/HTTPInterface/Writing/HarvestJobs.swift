internal import Access
internal import Foundation
public import Harvesting
internal import Synchronization
internal import WireFormat

/// A harvest that somebody asked the server for, as far as it has come.
struct HarvestJob: Sendable {
    enum State: String, Sendable {
        case waiting, running, done, failed
    }

    let id: String
    let folder: String
    let caller: String
    /// Microseconds since 1970, as is `ended`.
    let began: Int64
    var state = State.waiting
    /// Files read so far and to be read.
    var doneCount = 0
    var totalCount = 0
    var summary: HarvestSummary?
    /// Why it failed, one clause for a person.
    var fault: String?
    var ended: Int64?

    var isOver: Bool { state == .done || state == .failed }
}

/// Brings a folder's files into an index; reports how far it has come and stops when asked.
public typealias HarvestRun =
    @Sendable (
        _ folder: String, _ isInterrupted: @escaping @Sendable () -> Bool,
        _ report: @escaping @Sendable (HarvestProgress) -> Void
    ) throws -> HarvestSummary

/// The harvests of this server's lifetime: one runs, some wait.
final class HarvestJobs: Sendable {
    /// Harvests that are remembered after their end.
    private static let maximumKeptCount = 100

    private let queue = WorkQueue(width: 1, depth: 16)
    private let jobs = Mutex<[HarvestJob]>([])
    private let isStopped = Mutex(false)
    private let run: HarvestRun
    /// Is called after each change, at most a few times a second while files are read.
    private let changed = Mutex<(@Sendable (HarvestJob) -> Void)?>(nil)

    init(_ run: @escaping HarvestRun) {
        self.run = run
    }

    func onChange(_ body: @escaping @Sendable (HarvestJob) -> Void) {
        changed.withLock { $0 = body }
    }

    /// The latest first.
    var all: [HarvestJob] { jobs.withLock { $0.reversed() } }

    func job(_ id: String) -> HarvestJob? { jobs.withLock { $0.first { $0.id == id } } }

    /// Queues a harvest.
    ///
    /// - Throws: `WorkQueue.Busy` where too many wait.
    func start(_ folder: String, caller: String) throws -> HarvestJob {
        let job = HarvestJob(
            id: UUID().uuidString.lowercased(), folder: folder, caller: caller, began: Self.now)
        jobs.withLock { jobs in
            jobs.append(job)
            if jobs.count > Self.maximumKeptCount, let place = jobs.firstIndex(where: \.isOver) {
                jobs.remove(at: place)
            }
        }
        guard queue.start({ [self] in perform(job.id, folder) }) else {
            jobs.withLock { $0.removeAll { $0.id == job.id } }
            throw WorkQueue.Busy()
        }
        return job
    }

    /// Ends what runs and what waits, and waits a little for it; the next harvest of a folder goes
    /// on where it was.
    func stop() async {
        isStopped.withLock { $0 = true }
        let deadline = ContinuousClock.now + .seconds(10)
        while jobs.withLock({ $0.contains { !$0.isOver } }), ContinuousClock.now < deadline {
            do {
                try await Task.sleep(for: .milliseconds(20))
            } catch {
                return
            }
        }
    }

    /// Waits until a job is over, or so long.
    func wait(for id: String, atMost limit: Duration) async throws -> HarvestJob? {
        let deadline = ContinuousClock.now + limit
        while let job = job(id), !job.isOver, ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(50))
        }
        return job(id)
    }

    private func perform(_ id: String, _ folder: String) {
        update(id) { $0.state = .running }
        let latestReport = Mutex(ContinuousClock.now)
        do {
            let summary = try run(folder, { [self] in isStopped.withLock { $0 } }) { progress in
                let isDue = latestReport.withLock { latest in
                    guard ContinuousClock.now - latest > .milliseconds(250) else { return false }
                    latest = ContinuousClock.now
                    return true
                }
                guard isDue else { return }
                self.update(id) { job in
                    job.doneCount = progress.doneCount
                    job.totalCount = progress.totalCount
                }
            }
            update(id) { job in
                job.state = .done
                job.doneCount = max(job.doneCount, summary.readCount)
                job.totalCount = max(job.totalCount, job.doneCount)
                job.summary = summary
                job.ended = Self.now
            }
        } catch {
            let refusal = Refusal(error)
            update(id) { job in
                job.state = .failed
                job.fault = (error as? HarvestError)?.detail ?? refusal.problem.detail
                job.ended = Self.now
            }
        }
    }

    private func update(_ id: String, _ body: (inout HarvestJob) -> Void) {
        let job: HarvestJob? = jobs.withLock { jobs in
            guard let place = jobs.firstIndex(where: { $0.id == id }) else { return nil }
            body(&jobs[place])
            return jobs[place]
        }
        if let job { changed.withLock { $0 }?(job) }
    }

    private static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1e6) }
}

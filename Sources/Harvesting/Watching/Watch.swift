public import Extraction
public import ExtractionWorker
internal import Foundation
internal import Glibc
public import MetadataStore

/// Keeps an index up to date with folders while their files come and go.
///
/// Events only say where to look: what is there is compared with the index, as a harvest does, and
/// so the index comes out the same whatever events were lost or came twice. Folders of which no
/// events come, network shares or those beyond the system's limit of watches, are looked at again
/// and again: those whose time changed each time, every file one time in ten.
public final class Watch {
    private let settings: WatchSettings
    private let store: MetadataStore
    private let isInstrument: InstrumentTest?
    private let extractors: [any Extractor]
    private let workers: WorkerConfiguration
    private let isInterrupted: @Sendable () -> Bool
    private let report: (WatchReport) -> Void

    private var collector: EventCollector?
    /// Folders that are looked at by the clock, by their paths.
    private var scheduled: [String: Schedule] = [:]
    private var watched: Set<String> = []
    /// What could not be done yet.
    private var carried = ChangedPlaces()
    private let clock = ContinuousClock()

    private struct Schedule {
        var times = FolderTimes()
        var next: ContinuousClock.Instant
        var turn = 0
    }

    /// - Parameters:
    ///   - store: The index, open for writing; others can write while nothing happens.
    ///   - extractors: The extractors that the workers have.
    ///   - isInterrupted: Is asked several times a second whether to stop.
    public init(
        _ settings: WatchSettings, extractors: [any Extractor], workers: WorkerConfiguration,
        into store: MetadataStore, isInstrument: InstrumentTest? = nil,
        isInterrupted: @escaping @Sendable () -> Bool,
        report: @escaping (WatchReport) -> Void
    ) {
        self.settings = settings
        self.extractors = extractors
        self.workers = workers
        self.store = store
        self.isInstrument = isInstrument
        self.isInterrupted = isInterrupted
        self.report = report
    }

    /// Watches until it is interrupted.
    ///
    /// - Throws: ``HarvestError`` where a root is no folder that can be read. What goes wrong later
    ///   is reported and tried again.
    public func run() throws {
        let roots = try settings.roots.map { try Harvest.root($0).path }
        do throws(FileRefusal) {
            let collector = try EventCollector(settlingTime: settings.settlingTime)
            collector.start()
            self.collector = collector
        } catch {
            report(.unwatched(reason: "the system gives no events: \(error.detail)"))
        }
        defer { collector?.stop() }
        for root in roots {
            begin(root)
            attempt { try harvestAll(root, because: "watching begins") }
        }
        while !isInterrupted() {
            if !step() { usleep(100_000) }
        }
        report(.stopped)
    }

    // MARK: Steps

    /// Does what there is to do; returns whether there was something.
    private func step() -> Bool {
        var hasWork = false
        if let (places, troubles) = collector?.takeDue() {
            carried.formUnion(places)
            for trouble in troubles { take(trouble) }
        }
        if carried.hasLostEvents {
            hasWork = true
            attempt {
                for root in watched.sorted() {
                    try rewatch(root)
                    try harvestAll(root, because: "events were lost")
                }
                carried = ChangedPlaces()
            }
        } else if !carried.isEmpty {
            hasWork = true
            attempt {
                try harvest { try $0.run(carried) }
                carried = ChangedPlaces()
            }
        }
        for (root, schedule) in scheduled where schedule.next <= clock.now && !isInterrupted() {
            hasWork = true
            attempt { try rescan(root, schedule) }
        }
        return hasWork
    }

    /// Runs something that is tried again later if it fails.
    private func attempt(_ body: () throws -> Void) {
        do {
            try body()
        } catch {
            report(.failed("\(error)"))
            let pause = clock.now + .seconds(5)
            while clock.now < pause, !isInterrupted() { usleep(100_000) }
        }
    }

    private func harvestAll(_ root: String, because reason: String) throws {
        report(.catchingUp(root: root, reason: reason))
        try harvest { try $0.run(root.isEmpty ? "/" : root) }
    }

    private func harvest(_ body: (Harvest) throws -> HarvestSummary) throws {
        let began = clock.now
        let harvest = Harvest(
            into: store, extractors: extractors, workers: workers, isInstrument: isInstrument,
            isInterrupted: isInterrupted)
        let summary = try body(harvest)
        report(.harvested(summary, seconds: (clock.now - began) / .seconds(1)))
    }

    // MARK: Roots

    private func begin(_ root: String) {
        let rawPath = Array(root.utf8)
        if let collector, !FileSystemKind.isShared(root) {
            do throws(FileRefusal) {
                try collector.add(root: rawPath)
                watched.insert(root)
                report(.watching(root: root, folderCount: collector.watchCount))
            } catch {
                schedule(root, because: WatchLimit.explanation(collector.watchCount, error))
            }
        } else {
            schedule(
                root,
                because: collector == nil
                    ? "the system gives no events" : "it is on a network share")
        }
    }

    private func rewatch(_ root: String) throws {
        guard let collector else { return }
        do throws(FileRefusal) {
            try collector.add(root: Array(root.utf8))
        } catch {
            watched.remove(root)
            schedule(root, because: WatchLimit.explanation(collector.watchCount, error))
        }
    }

    private func take(_ trouble: EventCollector.Trouble) {
        let root: String
        let reason: String
        switch trouble {
        case .noMoreWatches(let rawPath, let count):
            root = PathText.text(of: rawPath)
            reason = WatchLimit.explanation(count, FileRefusal(code: ENOSPC))
        case .rootVanished(let rawPath):
            root = PathText.text(of: rawPath)
            reason = "it has vanished; its files are kept until it is there again"
        }
        guard watched.remove(root) != nil else { return }
        collector?.remove(root: Array(root.utf8))
        schedule(root, because: reason)
    }

    private func schedule(_ root: String, because reason: String) {
        var schedule = Schedule(next: clock.now + settings.rescanInterval)
        schedule.times.note(tree: Array(root.utf8))
        scheduled[root] = schedule
        report(.scheduled(root: root, interval: settings.rescanInterval, reason: reason))
    }

    private func rescan(_ root: String, _ old: Schedule) throws {
        var schedule = old
        schedule.next = clock.now + settings.rescanInterval
        schedule.turn += 1
        scheduled[root] = schedule
        guard (try? Harvest.root(root)) != nil else { return }
        let changed = schedule.times.takeChanged()
        if schedule.turn % 10 == 0 || old.times.count == 0 {
            try harvestAll(root, because: "every file is looked at now and then")
        } else if !changed.isEmpty {
            try harvest { try $0.run(changed) }
        }
        scheduled[root] = schedule
    }
}

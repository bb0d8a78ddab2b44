public import Extraction
public import ExtractionWorker
internal import Foundation
internal import Glibc
public import MetadataStore

/// Brings an index up to date with the files below some folders.
///
/// Only files whose size, time, inode or extractor changed are read. Workers read while this
/// process writes; what has been read is committed about every second, so that an interrupted
/// harvest goes on where it stopped.
public struct Harvest: Sendable {
    private let store: MetadataStore
    private let versions: ExtractorVersions
    private let pool: WorkerPool
    private let isInterrupted: @Sendable () -> Bool
    private let report: @Sendable (HarvestProgress) -> Void

    /// - Parameters:
    ///   - store: The index, open for writing.
    ///   - extractors: The extractors that the workers have.
    ///   - isInterrupted: Is asked before each file whether to stop.
    ///   - report: Is called after each file.
    public init(
        into store: MetadataStore, extractors: [any Extractor], workers: WorkerConfiguration,
        isInterrupted: @escaping @Sendable () -> Bool = { false },
        report: @escaping @Sendable (HarvestProgress) -> Void = { _ in }
    ) {
        self.store = store
        versions = ExtractorVersions(extractors)
        pool = WorkerPool(workers)
        self.isInterrupted = isInterrupted
        self.report = report
    }

    /// Harvests a folder with all that is below it.
    ///
    /// - Parameter path: The folder; symbolic links in its own path are resolved.
    /// - Throws: ``HarvestError`` where it is no folder that can be read, `StoreError`, and
    ///   `WorkerPoolError`.
    public func run(_ path: String) throws -> HarvestSummary {
        let root = try openRoot(path)
        let survey = try store.read { reader in
            try Survey(of: root, in: reader, versions: versions, isStopped: isInterrupted)
        }
        var summary = HarvestSummary()
        summary.unchangedCount = survey.unchangedCount
        if survey.hasWork, !isInterrupted() {
            let done = try store.write { writer in try write(survey, writer) }
            summary.add(done)
        }
        summary.wasInterrupted = isInterrupted()
        return summary
    }

    private func openRoot(_ path: String) throws -> Folder {
        guard let resolved = realpath(path, nil) else {
            throw HarvestError(path: path, detail: String(cString: strerror(errno)).lowercased())
        }
        defer { free(resolved) }
        let rawPath = UnsafeRawBufferPointer(start: resolved, count: strlen(resolved))
        do {
            return try Folder(rawPath: rawPath.elementsEqual("/".utf8) ? [] : Array(rawPath))
        } catch {
            throw HarvestError(path: path, detail: error.detail)
        }
    }

    /// Writes what a thread of its own has the workers read.
    private func write(_ survey: Survey, _ storeWriter: StoreWriter) throws -> HarvestSummary {
        let channel = Channel<Message>()
        let thread = Thread { [pool, isInterrupted] in
            var jobs = HarvestJobs(survey.folders)
            do {
                try pool.run(
                    next: { isInterrupted() ? nil : jobs.next() },
                    deliver: { try channel.send(.event($0), weight: $0.weight) })
                try channel.send(.end(nil), weight: 1)
            } catch is Channel<Message>.Closed {
                // The writer knows why it closed the channel.
            } catch {
                try? channel.send(.end(error), weight: 1)
            }
        }
        thread.stackSize = 8 << 20
        thread.start()
        defer { channel.close() }
        let writer = HarvestWriter(storeWriter, versions: versions, gone: survey.gone)
        try writer.addRefusals(survey.refusals)
        var doneCount = 0
        while true {
            switch channel.receive() {
            case .event(let event):
                guard let path = try writer.take(event) else { continue }
                doneCount += 1
                report(
                    HarvestProgress(
                        doneCount: doneCount, totalCount: max(doneCount, survey.changedCount),
                        path: path))
            case .end(let error?):
                writer.discard()
                throw error
            case .end(nil):
                try writer.joinLinked()
                if !isInterrupted() { try writer.removeGone() }
                return writer.summary
            }
        }
    }

    /// What the reading thread tells the writing one.
    private enum Message: Sendable {
        case event(ExtractionEvent<HarvestSubject>)
        case end((any Error)?)
    }
}

extension ExtractionEvent {
    /// How much of a channel's room it takes.
    fileprivate var weight: Int {
        guard case .facts(let facts) = self else { return 1 }
        return 1 + facts.count / 16
    }
}

/// Why a folder is not harvested.
public struct HarvestError: Error, Sendable, Hashable, CustomStringConvertible {
    public var path: String
    public var detail: String

    public init(path: String, detail: String) {
        self.path = path
        self.detail = detail
    }

    public var description: String { "\(path): \(detail)" }
}

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
    private let isInstrument: InstrumentTest?
    private let isInterrupted: @Sendable () -> Bool
    private let report: @Sendable (HarvestProgress) -> Void

    /// - Parameters:
    ///   - store: The index, open for writing.
    ///   - extractors: The extractors that the workers have.
    ///   - isInstrument: Tells keys whose value is the name of an instrument, whose drift is then
    ///     watched.
    ///   - isInterrupted: Is asked before each file whether to stop.
    ///   - report: Is called after each file.
    public init(
        into store: MetadataStore, extractors: [any Extractor], workers: WorkerConfiguration,
        isInstrument: InstrumentTest? = nil,
        isInterrupted: @escaping @Sendable () -> Bool = { false },
        report: @escaping @Sendable (HarvestProgress) -> Void = { _ in }
    ) {
        self.store = store
        versions = ExtractorVersions(extractors)
        pool = WorkerPool(workers)
        self.isInstrument = isInstrument
        self.isInterrupted = isInterrupted
        self.report = report
    }

    /// Harvests a folder with all that is below it.
    ///
    /// A folder that has vanished or is empty, although files below it are known, is most probably
    /// not mounted: its files are kept, and the summary's ``HarvestSummary/missingRoots`` names it.
    ///
    /// - Parameters:
    ///   - path: The folder; symbolic links in its own path are resolved.
    ///   - takesMissingForGone: Whether the files of a folder that has vanished or is empty are
    ///     taken for gone.
    /// - Throws: ``HarvestError`` where it is no folder that can be read, `StoreError`, and
    ///   `WorkerPoolError`.
    public func run(_ path: String, takesMissingForGone: Bool = false) throws -> HarvestSummary {
        var survey = Survey(versions: versions, excluding: indexFiles)
        var root: String
        do {
            let folder = try Self.root(path)
            root = folder.path
            try store.read { try survey.compare(tree: folder, in: $0, isStopped: isInterrupted) }
        } catch let error as HarvestError where error.isMissing {
            root = Self.standardized(path)
            try store.read { try survey.noteGone(tree: root, in: $0) }
            guard !survey.gone.isEmpty else { throw error }
        }
        guard survey.metCount > 0 || survey.gone.isEmpty || takesMissingForGone else {
            return try noteMissing(root, fileCount: survey.gone.count)
        }
        try store.read { try survey.finish($0) }
        return try run(survey)
    }

    /// Brings the index up to date with some files, whether they came, changed or went.
    ///
    /// - Parameter paths: Absolute paths in bytes; a folder stands for all that is below it.
    public func run(files paths: [[UInt8]]) throws -> HarvestSummary {
        var changes = ChangedPlaces()
        for path in paths {
            guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { continue }
            let name = Array(path[(slash + 1)...])
            if name.isEmpty {
                changes.trees.insert(Array(path[..<slash]))
            } else {
                changes.names[Array(path[..<slash]), default: []].insert(name)
            }
        }
        return try run(changes)
    }

    /// Brings the index up to date with some places.
    func run(_ changes: ChangedPlaces) throws -> HarvestSummary {
        var survey = Survey(versions: versions, excluding: indexFiles)
        try store.read { reader in
            try survey.compare(changes, in: reader, isStopped: isInterrupted)
            try survey.finish(reader)
        }
        return try run(survey)
    }

    /// Does the work of a finished survey.
    func run(_ survey: Survey) throws -> HarvestSummary {
        var summary = HarvestSummary()
        summary.unchangedCount = survey.unchangedCount
        if survey.hasWork, !isInterrupted() {
            let origins = try Origins(store)
            let done = try store.write { writer in try write(survey, origins, writer) }
            summary.add(done)
        }
        summary.wasInterrupted = isInterrupted()
        return summary
    }

    /// Notes a root that is probably not mounted as an asset with an issue.
    private func noteMissing(_ root: String, fileCount: Int) throws -> HarvestSummary {
        let refusal = FileRefusal(
            missingRoot: "nothing is there, but \(fileCount) files below it are known: "
                + "it may not be mounted")
        let origins = try Origins(store)
        return try store.write { storeWriter in
            let writer = HarvestWriter(
                storeWriter, versions: versions, origins: origins, gone: [])
            try writer.addRefusals([(root + "/", refusal)])
            var summary = writer.summary
            summary.missingRoots.append(
                MissingRoot(path: root.isEmpty ? "/" : root, fileCount: fileCount))
            return summary
        }
    }

    /// The paths that SQLite and the writer's lock use.
    private var indexFiles: Set<String> {
        guard let resolved = realpath(store.path, nil) else { return [] }
        defer { free(resolved) }
        let path = String(cString: resolved)
        return Set(["", "-wal", "-shm", "-journal", ".lock"].map { path + $0 })
    }

    /// Opens a folder that a person named.
    static func root(_ path: String) throws -> Folder {
        guard let resolved = realpath(path, nil) else {
            throw HarvestError(path: path, FileRefusal(code: errno))
        }
        defer { free(resolved) }
        let rawPath = UnsafeRawBufferPointer(start: resolved, count: strlen(resolved))
        do {
            return try Folder(rawPath: rawPath.elementsEqual("/".utf8) ? [] : Array(rawPath))
        } catch {
            throw HarvestError(path: path, error)
        }
    }

    /// The path of something that is not there: absolute, without `.` and `..`.
    private static func standardized(_ path: String) -> String {
        let path = URL(fileURLWithPath: path).standardizedFileURL.path
        return path == "/" ? "" : path
    }

    /// Writes what a thread of its own has the workers read.
    private func write(
        _ survey: Survey, _ origins: Origins, _ storeWriter: StoreWriter
    ) throws -> HarvestSummary {
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
        let writer = HarvestWriter(
            storeWriter, versions: versions, origins: origins, gone: survey.gone,
            isInstrument: isInstrument)
        try writer.move(survey.moves)
        try writer.addRefusals(survey.refusals)
        let totalCount = survey.changedCount
        var doneCount = 0
        while true {
            switch channel.receive() {
            case .event(let event):
                guard let path = try writer.take(event) else { continue }
                doneCount += 1
                report(
                    HarvestProgress(
                        doneCount: doneCount, totalCount: max(doneCount, totalCount),
                        path: path))
            case .end(let error?):
                writer.discard()
                throw error
            case .end(nil):
                try writer.joinLinked()
                if !isInterrupted() { try writer.buryGone(survey.gone) }
                try writer.finishDrift()
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
    /// Whether there is nothing at the path.
    public var isMissing = false

    init(path: String, _ refusal: FileRefusal) {
        self.init(path: path, detail: refusal.detail)
        isMissing = refusal.isVanished
    }

    public init(path: String, detail: String) {
        self.path = path
        self.detail = detail
    }

    public var description: String { "\(path): \(detail)" }
}

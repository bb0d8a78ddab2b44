internal import Extraction
internal import ExtractionWorker
internal import Glibc
internal import MetadataModel
internal import MetadataStore

/// Writes what the workers read into the index, with what sidecars say.
///
/// Files come in the order of ``HarvestJobs``, one after the other.
final class HarvestWriter {
    /// A file whose facts are coming.
    private struct OpenFile {
        let subject: HarvestSubject
        let draft: AssetDraft
        let statements: [SidecarScope.Statement]
        var conflicts: ConflictFinder
        /// The file's own facts, where it is a sidecar.
        var learnt: [Fact]?
        /// What others stated about the asset: it stays.
        let kept: [(source: FactSource, facts: [Fact])]
    }

    private static let batchCount = 2000
    private static let batchTime = Duration.seconds(1)

    let writer: StoreWriter
    private let versions: ExtractorVersions
    let scopes: SidecarScopes
    private let origins: Origins
    /// Paths whose assets were given to them by ``move(_:)`` and that are not yet dealt with.
    var movedPaths: Set<String> = []
    private var file: OpenFile?
    var summary = HarvestSummary()

    private let clock = ContinuousClock()
    private var uncommittedCount = 0
    private var lastCommit: ContinuousClock.Instant

    init(
        _ writer: StoreWriter, versions: ExtractorVersions, origins: Origins
    ) {
        self.writer = writer
        self.versions = versions
        self.origins = origins
        scopes = SidecarScopes(writer)
        lastCommit = clock.now
    }

    /// Takes an event; returns the path of a file that has been dealt with.
    func take(_ event: ExtractionEvent<HarvestSubject>) throws -> String? {
        switch event {
        case .began(let subject, _, let outcome):
            try begin(subject, outcome)
            return nil
        case .facts(let facts):
            try add(facts)
            return nil
        case .ended(let outcome):
            return try end(outcome)
        case .passed(let subject):
            switch subject.purpose {
            case .describe: try describe(subject)
            case .relocate(let state): try relocate(subject, state)
            case .vanished:
                if try writer.bury(path: subject.path, time: Self.now) { summary.removedCount += 1 }
            case .read: break
            }
            return subject.path
        }
    }

    /// Forgets a file whose facts are incomplete.
    func discard() {
        file?.draft.discard()
        file = nil
    }

    // MARK: A file that is read

    private func begin(_ subject: HarvestSubject, _ outcome: ExtractionOutcome) throws {
        guard case .read(var state) = subject.purpose else { return }
        let scope = try scopes.scope(of: subject.plan)
        let role = subject.plan.sidecars.role(of: subject.name)
        let statements = try self.statements(about: subject, role, scope)
        let known = try claimAsset(subject, state)
        state.extractor = versions.remembered(outcome.extractor)
        let isSidecar =
            role != .data && role != .plain && SidecarScope.allows(type: outcome.type)
        file = OpenFile(
            subject: subject,
            draft: try writer.begin(
                AssetHeader(path: subject.path, file: state, identity: known?.identity)),
            statements: statements, conflicts: ConflictFinder(statements),
            learnt: isSidecar ? [] : nil,
            kept: known?.contributions.filter { $0.source.isAuthored } ?? [])
    }

    /// Finds out whether a file is new, changed, moved or back again, and whose asset it is.
    ///
    /// - Returns: The asset as it was.
    private func claimAsset(_ subject: HarvestSubject, _ state: FileState) throws -> StoredAsset? {
        if let known = try writer.asset(path: subject.path) {
            if movedPaths.remove(subject.path) == nil {
                summary.changedCount += 1
            } else {
                summary.movedCount += 1
            }
            return known
        }
        guard let fingerprint = subject.fingerprint,
            let origin = try origins.origin(
                of: subject.path, fingerprint: fingerprint, inode: state.inode),
            let asset = try writer.asset(origin.identity)
        else {
            summary.newCount += 1
            return nil
        }
        if origin.isReturned {
            summary.returnedCount += 1
        } else {
            summary.movedCount += 1
        }
        return asset
    }

    private func add(_ facts: [Fact]) throws {
        guard file != nil else { return }
        try file?.draft.add(facts, from: .own)
        file?.conflicts.observe(facts)
        if let learnt = file?.learnt, learnt.count < SidecarScope.maximumTableFactCount {
            file?.learnt?.append(contentsOf: facts)
        }
    }

    private func end(_ outcome: ExtractionOutcome) throws -> String? {
        guard let file else { return nil }
        self.file = nil
        let issues = outcome.issues + [file.subject.nameIssue].compactMap { $0 }
        var facts = [Fact(key: "reticle.extractor", value: outcome.extractor)]
        if let fingerprint = file.subject.fingerprint {
            facts.append(Fact(key: .fingerprint, value: fingerprint))
        }
        for (index, issue) in issues.enumerated() { facts += issue.facts(index: index) }
        try file.draft.add(facts, from: .own)
        for issue in issues { summary.issueCounts[issue.kind, default: 0] += 1 }
        try add(file.statements, file.conflicts, issueCount: issues.count, to: file.draft)
        for kept in file.kept { try file.draft.add(kept.facts, from: kept.source) }
        _ = try file.draft.finish()
        if let learnt = file.learnt {
            let role = file.subject.plan.sidecars.role(of: file.subject.name)
            try scopes.scope(of: file.subject.plan).learn(
                file.subject.name, role: role, facts: learnt)
        }
        try commitIfDue()
        return file.subject.path
    }

    func add(
        _ statements: [SidecarScope.Statement], _ conflicts: ConflictFinder, issueCount: Int,
        to draft: AssetDraft
    ) throws {
        for statement in statements { try draft.add(statement.facts, from: statement.source) }
        for statement in conflicts.conflicts(firstIndex: issueCount) {
            summary.issueCounts[.conflict, default: 0] += 1
            try draft.add(statement.facts, from: statement.source)
        }
    }

    // MARK: The end

    /// Notes folders that could not be read as assets with an issue.
    func addRefusals(_ refusals: [(path: String, FileRefusal)]) throws {
        for (path, refusal) in refusals {
            let known = try writer.asset(path: path)
            let state = FileState(
                count: 0, modifiedNanoseconds: 0, inode: 0, extractor: ExtractorVersions.unread)
            let draft = try writer.begin(AssetHeader(path: path, file: state))
            try draft.add(
                [Fact(key: "file.path", value: path), Fact(key: "file.type", value: "folder")]
                    + refusal.issue.facts(index: 0), from: .own)
            for kept in known?.contributions ?? [] where kept.source.isAuthored {
                try draft.add(kept.facts, from: kept.source)
            }
            _ = try draft.finish()
            summary.issueCounts[.unreadable, default: 0] += 1
        }
    }

    /// Gives the assets of files that moved their new paths.
    func move(_ moves: [FileMoves.Move]) throws {
        try writer.move(moves.map { ($0.from, $0.to) })
        movedPaths = Set(moves.map(\.to))
    }

    /// Makes tombstones of the files that are gone and have not been found elsewhere.
    func buryGone(_ paths: Set<String>) throws {
        for path in paths.sorted() where Self.isVanished(path) {
            // What stood for a folder that could not be read says nothing any more.
            let isDone =
                path.hasSuffix("/")
                ? try writer.remove(path: path) : try writer.bury(path: path, time: Self.now)
            guard isDone else { continue }
            summary.removedCount += 1
            try commitIfDue()
        }
    }

    /// Whether there is still nothing at a path; one with encoded bytes is no name in the system.
    private static func isVanished(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) != 0 || path.hasSuffix("/")
    }

    /// In microseconds since 1970.
    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }

    func commitIfDue() throws {
        uncommittedCount += 1
        let now = clock.now
        guard uncommittedCount >= Self.batchCount || now - lastCommit >= Self.batchTime else {
            return
        }
        try writer.commit()
        uncommittedCount = 0
        lastCommit = now
    }
}

extension FactSource {
    /// Whether another system or a person stated it: a harvest does not touch it.
    var isAuthored: Bool { kind == .imported || kind == .curated }
}

internal import Extraction
internal import ExtractionWorker
internal import Glibc
internal import MetadataModel
internal import MetadataStore

/// Writes what the workers read into the index, with what sidecars say.
///
/// Files come in the order of ``HarvestJobs``, one after the other.
final class HarvestWriter {
    private static let batchCount = 2000
    private static let batchTime = Duration.seconds(1)

    let writer: StoreWriter
    private let versions: ExtractorVersions
    let scopes: SidecarScopes
    private let origins: Origins
    /// Paths whose assets were given to them by ``move(_:)`` and that are not yet dealt with.
    var movedPaths: Set<String> = []
    private var asset: OpenAsset?
    /// What the events that come are about.
    private var current: HarvestSubject?
    private var links: FolderLinks
    private let drift: DriftWatch?
    var summary = HarvestSummary()

    private let clock = ContinuousClock()
    private var uncommittedCount = 0
    private var lastCommit: ContinuousClock.Instant

    init(
        _ writer: StoreWriter, versions: ExtractorVersions, origins: Origins, gone: Set<String>,
        isInstrument: InstrumentTest? = nil
    ) {
        self.writer = writer
        self.versions = versions
        self.origins = origins
        links = FolderLinks(gone: gone)
        scopes = SidecarScopes(writer)
        drift = isInstrument.map {
            DriftWatch(writer, moment: Self.now, isInstrument: $0)
        }
        lastCommit = clock.now
    }

    /// Takes an event; returns the path of a file that has been dealt with.
    func take(_ event: ExtractionEvent<HarvestSubject>) throws -> String? {
        switch event {
        case .began(let subject, _, let outcome):
            current = subject
            try begin(subject, outcome)
            return nil
        case .facts(let facts):
            try asset?.add(facts)
            if asset != nil { drift?.take(facts) }
            return nil
        case .ended(let outcome):
            guard let subject = current else { return nil }
            current = nil
            try end(subject, outcome)
            return subject.path
        case .passed(let subject):
            switch subject.purpose {
            case .describe: try describe(subject)
            case .relocate(let state): try relocate(subject, state)
            case .vanished:
                if subject.set == nil { try bury(subject.path) }
            case .endSet: try endSet(subject)
            case .endFolder:
                try joinLinked()
                return nil
            case .read: break
            }
            return subject.path
        }
    }

    /// Forgets a file whose facts are incomplete.
    func discard() {
        asset?.draft.discard()
        asset = nil
    }

    // MARK: A file that is read

    private func begin(_ subject: HarvestSubject, _ outcome: ExtractionOutcome) throws {
        guard case .read(var state) = subject.purpose else { return }
        state.extractor = versions.remembered(outcome.extractor)
        if let set = subject.set, set.place.path != subject.path {
            if asset == nil, set.place.isStore { try beginStore(subject, set) }
            // A set whose main file has vanished meanwhile is left to the next harvest.
            guard asset != nil else { return }
            try beginPart(subject, state)
            return
        }
        asset = try open(subject, file: state, inode: state.inode)
        let role = subject.plan.sidecars.role(of: subject.name)
        let isSidecar =
            role != .data && role != .plain && SidecarScope.allows(type: outcome.type)
        if isSidecar, subject.set == nil { asset?.learnt = [] }
    }

    /// Begins the asset of a file, or of a set with its main file.
    ///
    /// - Parameter file: The file; `nil` for a store, which is a folder.
    private func open(
        _ subject: HarvestSubject, file: FileState?, inode: UInt64
    ) throws -> OpenAsset {
        drift?.begin()
        let path = subject.set?.place.path ?? subject.path
        let name = subject.set?.place.name ?? subject.name
        let role = subject.set == nil ? subject.plan.sidecars.role(of: name) : .data
        let statements = try self.statements(about: name, in: subject.plan, role)
        let known = try claimAsset(path, subject.fingerprint, inode: inode)
        return OpenAsset(
            path: path, name: name, plan: subject.plan,
            draft: try writer.begin(
                AssetHeader(path: path, file: file, identity: known?.identity)),
            isSet: subject.set != nil, fingerprint: subject.fingerprint, statements: statements,
            sampleColumns: role == .data ? try scopes.scope(of: subject.plan).sampleColumns : [],
            kept: known?.contributions.filter { $0.source.isAuthored } ?? [])
    }

    private func beginStore(_ subject: HarvestSubject, _ set: SetSubject) throws {
        guard let chunks = set.chunks else { return }
        asset = try open(subject, file: nil, inode: chunks.inode)
        try asset?.add(set.storeFacts)
        asset?.add(AssetPart(path: set.place.path + "/", file: chunks))
    }

    private func beginPart(_ subject: HarvestSubject, _ state: FileState) throws {
        asset?.begin(AssetPart(path: subject.path, file: state))
        // What people said of the file while it was an asset of its own goes on with the set.
        guard let own = try writer.asset(path: subject.path), own.path == subject.path else {
            return
        }
        asset?.kept += own.contributions.filter { $0.source.isAuthored }
    }

    /// Finds out whether a file is new, changed, moved or back again, and whose asset it is.
    ///
    /// - Returns: The asset as it was.
    private func claimAsset(
        _ path: String, _ fingerprint: String?, inode: UInt64
    ) throws -> StoredAsset? {
        if let known = try writer.asset(path: path), known.path == path {
            if movedPaths.remove(path) == nil {
                summary.changedCount += 1
            } else {
                summary.movedCount += 1
            }
            return known
        }
        guard let fingerprint,
            let origin = try origins.origin(of: path, fingerprint: fingerprint, inode: inode),
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

    private func end(_ subject: HarvestSubject, _ outcome: ExtractionOutcome) throws {
        let issues = outcome.issues + [subject.nameIssue].compactMap { $0 }
        try asset?.endFile(extractor: outcome.extractor, issues: issues)
        for issue in issues { summary.issueCounts[issue.kind, default: 0] += 1 }
        if subject.set == nil { try finish() }
    }

    private func endSet(_ subject: HarvestSubject) throws {
        if asset != nil {
            try finish()
        } else if let set = subject.set, set.place.isStore {
            try bury(set.place.path)
        }
    }

    private func finish() throws {
        guard let asset else { return }
        self.asset = nil
        try asset.addSamples(from: scopes.scope(of: asset.plan))
        try add(asset.statements, asset.conflicts, issueCount: asset.issueCount, to: asset.draft)
        for kept in asset.kept { try asset.draft.add(kept.facts, from: kept.source) }
        if let noticed = try drift?.end(path: asset.path), !noticed.isEmpty {
            try asset.draft.add(noticed, from: .own)
        }
        try writer.noteArrival(asset.draft.finish(parts: asset.parts))
        links.note(asset.link)
        if let learnt = asset.learnt {
            let role = asset.plan.sidecars.role(of: asset.name)
            try scopes.scope(of: asset.plan).learn(asset.name, role: role, facts: learnt)
        }
        try commitIfDue()
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

    /// Makes one asset of the files that name each other, once all of their folder are read.
    func joinLinked() throws {
        let joined = try links.join(writer)
        if joined > 0 { try commitIfDue() }
    }

    // MARK: The end

    /// Keeps what instruments wrote, and notices what they no longer write.
    func finishDrift() throws { try drift?.finish() }

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
            if path.hasSuffix("/") {
                // What stood for a folder that could not be read says nothing any more.
                if try writer.remove(path: path) { summary.removedCount += 1 }
            } else {
                try bury(path)
            }
            try commitIfDue()
        }
    }

    private func bury(_ path: String) throws {
        if try writer.bury(path: path, time: Self.now) { summary.removedCount += 1 }
    }

    /// Whether there is still no file at a path; one with encoded bytes is no name in the system.
    ///
    /// A folder that was a store and is one no more is no file.
    private static func isVanished(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFDIR
    }

    /// In microseconds since 1970.
    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }

    func commitIfDue() throws {
        uncommittedCount += 1
        // A crash must not part what the end of the folder joins.
        guard links.isEmpty else { return }
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

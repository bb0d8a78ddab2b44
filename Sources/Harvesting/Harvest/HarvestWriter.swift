internal import Extraction
internal import ExtractionWorker
internal import MetadataModel
internal import MetadataStore

/// Writes what the workers read into the index, with what sidecars say.
///
/// Files come in the order of ``HarvestJobs``, one after the other.
final class HarvestWriter {
    private static let batchCount = 2000
    private static let batchTime = Duration.seconds(1)

    private let writer: StoreWriter
    private let versions: ExtractorVersions
    private let scopes: SidecarScopes
    private var gone: [UInt64: [(path: String, state: FileState)]]
    private var asset: OpenAsset?
    /// What the events that come are about.
    private var current: HarvestSubject?
    private var links: FolderLinks
    private(set) var summary = HarvestSummary()

    private let clock = ContinuousClock()
    private var uncommittedCount = 0
    private var lastCommit: ContinuousClock.Instant

    init(
        _ writer: StoreWriter, versions: ExtractorVersions,
        gone: [UInt64: [(path: String, state: FileState)]]
    ) {
        self.writer = writer
        self.versions = versions
        self.gone = gone
        links = FolderLinks(gone: Set(gone.values.joined().map(\.path)))
        scopes = SidecarScopes(writer)
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
            return nil
        case .ended(let outcome):
            guard let subject = current else { return nil }
            current = nil
            try end(subject, outcome)
            return subject.path
        case .passed(let subject):
            switch subject.purpose {
            case .describe: try describe(subject)
            case .vanished:
                if subject.set == nil, try writer.remove(path: subject.path) {
                    summary.removedCount += 1
                }
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
        asset = try open(subject, file: state, as: state)
        let role = subject.plan.sidecars.role(of: subject.name)
        let isSidecar =
            role != .data && role != .plain && SidecarScope.allows(type: outcome.type)
        if isSidecar, subject.set == nil { asset?.learnt = [] }
    }

    /// Begins the asset of a file, or of a set with its main file.
    ///
    /// - Parameter identifying: By what the asset is recognised elsewhere.
    private func open(
        _ subject: HarvestSubject, file: FileState?, as identifying: FileState
    ) throws -> OpenAsset {
        let path = subject.set?.place.path ?? subject.path
        let name = subject.set?.place.name ?? subject.name
        let role = subject.set == nil ? subject.plan.sidecars.role(of: name) : .data
        let statements = try self.statements(about: name, in: subject.plan, role)
        let known = try claimIdentity(of: path, identifying)
        return OpenAsset(
            path: path, name: name, plan: subject.plan,
            draft: try writer.begin(AssetHeader(path: path, file: file)),
            isSet: subject.set != nil, statements: statements,
            kept: known?.contributions.filter { $0.source.isAuthored } ?? [])
    }

    private func beginStore(_ subject: HarvestSubject, _ set: SetSubject) throws {
        guard let chunks = set.chunks else { return }
        asset = try open(subject, file: nil, as: chunks)
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

    /// Finds out whether a file is new, changed or moved; a moved one takes its asset along.
    ///
    /// - Returns: The asset as it was.
    private func claimIdentity(of path: String, _ state: FileState) throws -> StoredAsset? {
        if let known = try writer.asset(path: path), known.path == path {
            summary.changedCount += 1
            return known
        }
        let origin = gone[state.inode]?.firstIndex {
            $0.state.count == state.count
                && $0.state.modifiedNanoseconds == state.modifiedNanoseconds
        }
        guard let origin, let old = gone[state.inode]?.remove(at: origin),
            try writer.rename(from: old.path, to: path)
        else {
            summary.newCount += 1
            return nil
        }
        summary.movedCount += 1
        return try writer.asset(path: path)
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
        } else if let set = subject.set, set.place.isStore,
            try writer.remove(path: set.place.path)
        {
            summary.removedCount += 1
        }
    }

    private func finish() throws {
        guard let asset else { return }
        self.asset = nil
        try add(asset.statements, asset.conflicts, issueCount: asset.issueCount, to: asset.draft)
        for kept in asset.kept { try asset.draft.add(kept.facts, from: kept.source) }
        _ = try asset.draft.finish(parts: asset.parts)
        links.note(asset.link)
        if let learnt = asset.learnt {
            let role = asset.plan.sidecars.role(of: asset.name)
            try scopes.scope(of: asset.plan).learn(asset.name, role: role, facts: learnt)
        }
        try commitIfDue()
    }

    private func add(
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

    // MARK: Sidecars

    private func statements(
        about name: String, in plan: FolderPlan, _ role: SidecarNames.Role
    ) throws -> [SidecarScope.Statement] {
        let scope = try scopes.scope(of: plan)
        switch role {
        case .wide, .table, .beside:
            return []
        case .plain, .data:
            let sidecars = try plan.sidecars.sidecars(of: name).map { name in
                (name, try scopes.factsBeside(name, in: plan))
            }
            return scope.statements(
                about: name, sidecars: sidecars, isText: role == .plain)
        }
    }

    /// Describes a file anew with the facts that it stated when it was read.
    private func describe(_ subject: HarvestSubject) throws {
        guard let asset = try writer.asset(path: subject.path), asset.path == subject.path else {
            return
        }
        let isSet = asset.parts.count > 1 || asset.file == nil
        let role = isSet ? .data : subject.plan.sidecars.role(of: subject.name)
        let statements = try self.statements(about: subject.name, in: subject.plan, role)
        var conflicts = ConflictFinder(statements)
        var issueCount = 0
        for own in asset.contributions where own.source.kind == .own {
            conflicts.observe(own.facts)
            issueCount += own.facts.count { $0.key == "issue.kind" }
        }
        let described =
            statements.map { ($0.source, $0.facts) }
            + conflicts.conflicts(firstIndex: issueCount).map { ($0.source, $0.facts) }
        let before = asset.contributions.filter { $0.source.kind == .sidecar }
        guard !Self.isSame(before, described) else { return }
        let draft = try writer.begin(AssetHeader(path: asset.path, file: asset.file))
        for (source, facts) in asset.contributions where source.kind != .sidecar {
            try draft.add(facts, from: source)
        }
        try add(statements, conflicts, issueCount: issueCount, to: draft)
        _ = try draft.finish()
        summary.describedCount += 1
        try commitIfDue()
    }

    private static func isSame(
        _ left: [(source: FactSource, facts: [Fact])], _ right: [(FactSource, [Fact])]
    ) -> Bool {
        let left = Dictionary(left.map { ($0.source, $0.facts) }, uniquingKeysWith: +)
        return left == Dictionary(right, uniquingKeysWith: +)
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

    /// Removes the files that are gone and have not been found elsewhere.
    func removeGone() throws {
        for files in gone.values {
            for file in files where try writer.remove(path: file.path) {
                summary.removedCount += 1
                try commitIfDue()
            }
        }
    }

    private func commitIfDue() throws {
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

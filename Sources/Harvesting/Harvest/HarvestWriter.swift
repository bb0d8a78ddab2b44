internal import Extraction
internal import ExtractionWorker
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

    private let writer: StoreWriter
    private let versions: ExtractorVersions
    private let scopes: SidecarScopes
    private var gone: [UInt64: [(path: String, state: FileState)]]
    private var file: OpenFile?
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
            case .vanished:
                if try writer.remove(path: subject.path) { summary.removedCount += 1 }
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
        let known = try claimIdentity(of: subject.path, state)
        state.extractor = versions.remembered(outcome.extractor)
        let isSidecar =
            role != .data && role != .plain && SidecarScope.allows(type: outcome.type)
        file = OpenFile(
            subject: subject,
            draft: try writer.begin(AssetHeader(path: subject.path, file: state)),
            statements: statements, conflicts: ConflictFinder(statements),
            learnt: isSidecar ? [] : nil,
            kept: known?.contributions.filter { $0.source.isAuthored } ?? [])
    }

    /// Finds out whether a file is new, changed or moved; a moved one takes its asset along.
    ///
    /// - Returns: The asset as it was.
    private func claimIdentity(of path: String, _ state: FileState) throws -> StoredAsset? {
        if let known = try writer.asset(path: path) {
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

    // MARK: Sidecars

    private func statements(
        about subject: HarvestSubject, _ role: SidecarNames.Role, _ scope: SidecarScope
    ) throws -> [SidecarScope.Statement] {
        switch role {
        case .wide, .table, .beside:
            return []
        case .plain, .data:
            let sidecars = try subject.plan.sidecars.sidecars(of: subject.name).map { name in
                (name, try scopes.factsBeside(name, in: subject.plan))
            }
            return scope.statements(
                about: subject.name, sidecars: sidecars, isText: role == .plain)
        }
    }

    /// Describes a file anew with the facts that it stated when it was read.
    private func describe(_ subject: HarvestSubject) throws {
        guard let asset = try writer.asset(path: subject.path) else { return }
        let scope = try scopes.scope(of: subject.plan)
        let role = subject.plan.sidecars.role(of: subject.name)
        let statements = try self.statements(about: subject, role, scope)
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

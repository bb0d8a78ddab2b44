internal import Extraction
internal import MetadataModel
internal import MetadataStore

extension HarvestWriter {
    func statements(
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
    func describe(_ subject: HarvestSubject) throws {
        guard let asset = try writer.asset(path: subject.path), asset.path == subject.path else {
            return
        }
        if try describe(asset, subject, isMoved: false) { summary.describedCount += 1 }
    }

    /// Gives a file that moved here what it states at this place, without reading it again.
    ///
    /// - Parameter state: What the index knew of it before.
    func relocate(_ subject: HarvestSubject, _ state: FileState) throws {
        guard movedPaths.remove(subject.path) != nil,
            var asset = try writer.asset(path: subject.path), asset.path == subject.path
        else { return }
        let file = FileDescription(
            path: subject.path, count: state.count, modifiedNanoseconds: state.modifiedNanoseconds)
        let place = Dictionary(
            file.facts(type: "").lazy.map { ($0.key, $0) }.filter { Self.placeKeys.contains($0.0) },
            uniquingKeysWith: { $1 })
        for own in asset.contributions.indices
        where asset.contributions[own].source.kind == .own {
            asset.contributions[own].facts = asset.contributions[own].facts.map {
                place[$0.key] ?? $0
            }
        }
        asset.file = state
        _ = try describe(asset, subject, isMoved: true)
        summary.movedCount += 1
    }

    /// What a file states of its place.
    private static let placeKeys: Set<FactKey> = ["file.name", "file.path", "file.extension"]

    /// Writes an asset with what its sidecars say of it.
    ///
    /// - Returns: False where they say the same as before and it did not move.
    private func describe(
        _ asset: StoredAsset, _ subject: HarvestSubject, isMoved: Bool
    ) throws -> Bool {
        let isSet = asset.parts.count > 1 || asset.file == nil
        let role = isSet ? .data : subject.plan.sidecars.role(of: subject.name)
        var statements = try self.statements(about: subject.name, in: subject.plan, role)
        if role == .data {
            var samples = SampleIDs()
            for (source, facts) in asset.contributions where source.kind != .sidecar {
                samples.observe(facts)
            }
            for statement in statements { samples.observe(statement.facts) }
            statements += try scopes.scope(of: subject.plan)
                .statements(aboutSamples: samples.all, besides: statements)
        }
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
        guard isMoved || !Self.isSame(before, described) else { return false }
        let draft = try writer.begin(AssetHeader(path: asset.path, file: asset.file))
        for (source, facts) in asset.contributions where source.kind != .sidecar {
            try draft.add(facts, from: source)
        }
        try add(statements, conflicts, issueCount: issueCount, to: draft)
        try writer.noteArrival(draft.finish())
        try commitIfDue()
        return true
    }

    private static func isSame(
        _ left: [(source: FactSource, facts: [Fact])], _ right: [(FactSource, [Fact])]
    ) -> Bool {
        let left = Dictionary(left.map { ($0.source, $0.facts) }, uniquingKeysWith: +)
        return left == Dictionary(right, uniquingKeysWith: +)
    }
}

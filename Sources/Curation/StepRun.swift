internal import MetadataModel
public import MetadataStore
internal import Search
internal import Units

/// Carries out the steps of an edit, one after the other; each sees what those before it did.
struct StepRun {
    private static let sampleCount = 5

    let session: EditSession
    let engine: SearchEngine
    /// The assets that may be edited; all where it is absent.
    let scope: ReadingScope?

    func run(_ step: CurationStep) throws -> StepReport {
        if case .subject(let name) = step.target { return try run(step, aboutSubject: name) }
        let group = try group(of: step.target)
        var changed = AssetGroup()
        var texts: [(AssetGroup, String)] = []
        func state(_ fact: StatedFact, _ group: AssetGroup) throws {
            let new = try session.state(fact, about: group)
            guard !new.isEmpty else { return }
            changed = changed.union(new)
            texts.append((new, "+ \(fact.text)"))
        }
        func retract(_ group: AssetGroup, _ isMeant: (Fact) -> Bool) throws {
            let lost = try session.retract(from: group, where: isMeant)
            guard !lost.isEmpty else { return }
            changed = changed.union(lost)
            texts.append((lost, "- what was there"))
        }
        switch step.action {
        case .tag(let tags):
            for tag in tags { try state(StatedFact(key: "tag", value: tag), group) }
        case .untag(let tags):
            let tags = Set(tags)
            try retract(group) { $0.key == "tag" && tags.contains($0.value) }
        case .set(let key, let value):
            let fact = StatedFact(key: FactKey.curated(key).description, value: value)
            try retract(group) { $0.key.description == fact.key && !fact.isSame(as: $0) }
            try state(fact, group)
        case .unset(let key):
            let key = FactKey.curated(key)
            try retract(group) { $0.key == key }
        case .comment(let text):
            try state(StatedFact(key: "user.comment", value: text), group)
        case .rename(let key, let other), .map(let key, let other):
            try copy([key], to: other, of: group, state) { StatedFact($0) }
        case .merge(let keys, let other):
            try copy(keys, to: other, of: group, state) { StatedFact($0) }
        case .unit(let key, let unit):
            guard UnitTable.unit(unit) != nil else {
                throw CurationError(.invalid, "`\(unit)` is no unit that is known")
            }
            try copy([key], to: key, of: group, state) { fact in
                guard fact.unit == nil, !fact.numbers.isEmpty else { return nil }
                return StatedFact(key: "", value: fact.value, unit: unit)
            }
        case .fix(let key, let table):
            try fix(key, table, group, state, retract)
        }
        return StepReport(
            step: step, matchingCount: group.count, changedCount: changed.count,
            samples: try samples(of: changed, texts))
    }

    /// - Throws: ``CurationError`` of kind `conflict` where an asset that a step names has another
    ///   last edit.
    func check(_ steps: [CurationStep], expecting expected: Int64) throws {
        try session.writer.reading(within: scope) { reader in
            for case .assets(let names) in steps.map(\.target) {
                for identity in try names.compactMap({ try SearchEngine.identity(of: $0, reader) })
                {
                    let last = try reader.lastEdit(of: identity)
                    guard last != expected else { continue }
                    throw CurationError(
                        .conflict,
                        "expected edit \(expected) to be the asset's last, found edit \(last): "
                            + "read what it states now, and send your edit again")
                }
            }
        }
    }

    func group(of target: CurationTarget) throws -> AssetGroup {
        try session.writer.reading(within: scope) { reader in
            switch target {
            case .query(let text): return try engine.group(text, in: reader)
            case .assets(let names):
                let identities = try names.map { name in
                    guard let asset = try SearchEngine.identity(of: name, reader) else {
                        throw CurationError(
                            .notFound, "no asset, or more than one, is named `\(name)`")
                    }
                    return asset
                }
                return try reader.group(identities)
            case .subject: return AssetGroup()
            }
        }
    }

    /// States under a person's key what is under others, as `body` makes it, about assets of which
    /// nobody states that key yet.
    private func copy(
        _ keys: [String], to other: String, of group: AssetGroup,
        _ state: (StatedFact, AssetGroup) throws -> Void, _ body: (Fact) -> StatedFact?
    ) throws {
        let target = FactKey.curated(other)
        let stated = try session.writer.reading { reader in
            try reader.groups(of: group, keys: reader.ids(of: target)).map(\.group)
        }.reduce(AssetGroup()) { $0.union($1) }
        let group = group.subtracting(stated)
        for (fact, _, group) in try facts(under: keys, of: group) where fact.key != target {
            guard var stated = body(fact) else { continue }
            stated.key = target.description
            try state(stated, group)
        }
    }

    private func fix(
        _ key: String, _ table: [CurationAction.Replacement], _ group: AssetGroup,
        _ state: (StatedFact, AssetGroup) throws -> Void,
        _ retract: (AssetGroup, (Fact) -> Bool) throws -> Void
    ) throws {
        let target = FactKey.curated(key)
        let replacements = Dictionary(
            table.map { ($0.value.lowercased(), $0.replacement) }, uniquingKeysWith: { $1 })
        for (fact, _, group) in try facts(under: [key], of: group) {
            guard let replacement = replacements[fact.value.lowercased()],
                fact.value != replacement
            else { continue }
            if fact.key == target {
                try retract(group) { $0.key == target && $0.value == fact.value }
            }
            try state(StatedFact(key: target.description, value: replacement), group)
        }
    }

    private func facts(
        under keys: [String], of group: AssetGroup
    ) throws -> [(fact: Fact, source: FactSource, group: AssetGroup)] {
        try session.writer.reading { reader in
            var ids: Set<KeyID> = []
            for key in keys { ids.formUnion(try engine.keys(named: key, in: reader)) }
            guard !ids.isEmpty else { return [] }
            return try reader.groups(of: group, keys: ids)
                .sorted { ($0.fact.key, $0.fact.value) < ($1.fact.key, $1.fact.value) }
        }
    }

    private func samples(
        of changed: AssetGroup, _ texts: [(AssetGroup, String)]
    ) throws -> [StepReport.Sample] {
        guard !changed.isEmpty else { return [] }
        return try session.writer.reading { reader in
            var samples: [StepReport.Sample] = []
            try reader.paths(of: changed.prefix(Self.sampleCount)) { path in
                let one = try reader.group(paths: [path])
                let changes = texts.filter { !$0.0.intersection(one).isEmpty }.map(\.1)
                samples.append(StepReport.Sample(path: path, changes: changes))
            }
            return samples
        }
    }
}

extension StatedFact {
    /// `user.dose: 5 mg`.
    var text: String { "\(key): \(value)" + (unit.map { " \($0)" } ?? "") }
}

extension Curation {
    /// Carries out steps as one edit.
    ///
    /// - Parameters:
    ///   - isKept: False for a trial that shows what would change.
    ///   - expected: The edit that must be the last one of the assets that steps name.
    ///   - scope: The assets that may be edited; all where it is absent.
    /// - Returns: The edit's number, absent where nothing changed or nothing was kept.
    /// - Throws: ``CurationError``, `SearchErrors` and `StoreError`; nothing has changed then.
    public func run(
        _ steps: [CurationStep], by author: Author, isKept: Bool = true,
        title: String? = nil, expecting expected: Int64? = nil, within scope: ReadingScope? = nil
    ) throws -> (number: Int64?, reports: [StepReport]) {
        let (number, reports) = try edit(
            by: author, isKept: isKept, summary: { Self.summary(title, $0) }
        ) { session in
            let run = StepRun(session: session, engine: engine, scope: scope)
            if let expected { try run.check(steps, expecting: expected) }
            return try steps.map { try run.run($0) }
        }
        return (number, reports)
    }

    private static func summary(_ title: String?, _ reports: [StepReport]) -> String {
        let count = reports.map(\.changedCount).max() ?? 0
        let assets = count == 1 ? "1 asset" : "\(count) assets"
        if let title { return "\(title): \(reports.count) steps, up to \(assets)" }
        return reports.map(\.step.action.text).joined(separator: "; ") + ": \(assets)"
    }
}

extension Curation {
    /// Whether an identity, the beginning of one, or a path names an asset.
    public func hasAsset(_ name: String) throws -> Bool {
        try store.read { try SearchEngine.identity(of: name, $0) != nil }
    }
}

extension StoreReader {
    /// The id of a key, if there is one.
    fileprivate func ids(of key: FactKey) throws -> Set<KeyID> {
        Set(try keys().entries(folded: key.folded).filter { $0.key == key }.map(\.id))
    }
}

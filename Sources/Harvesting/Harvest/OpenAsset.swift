internal import MetadataModel
internal import MetadataStore

/// An asset whose facts are coming, file by file.
final class OpenAsset {
    let path: String
    let name: String
    let plan: FolderPlan
    let draft: AssetDraft
    /// Of the main file; see ``Fingerprint``.
    let fingerprint: String?
    private(set) var statements: [SidecarScope.Statement]
    /// What others stated about the asset: it stays.
    var kept: [(source: FactSource, facts: [Fact])]
    /// The file's own facts, where it is a sidecar.
    var learnt: [Fact]?
    private(set) var conflicts: ConflictFinder
    /// The ids of the file's samples; `nil` where no sidecar describes samples.
    private var samples: SampleIDs?
    /// The parts read so far.
    private(set) var parts: [AssetPart] = []
    private(set) var issueCount = 0
    /// What the main file says about files that belong to it.
    private(set) var link: FileLink

    /// The part that is being read, and its format; `nil` for the main file.
    private var part: AssetPart?
    private var partType: String?
    /// What the main file states, where there are parts.
    private var said: StatedFacts?

    init(
        path: String, name: String, plan: FolderPlan, draft: AssetDraft, isSet: Bool,
        fingerprint: String?, statements: [SidecarScope.Statement],
        sampleColumns: Set<String>, kept: [(source: FactSource, facts: [Fact])]
    ) {
        self.path = path
        self.name = name
        self.plan = plan
        self.draft = draft
        self.fingerprint = fingerprint
        self.statements = statements
        self.kept = kept
        conflicts = ConflictFinder(statements, expecting: sampleColumns)
        samples = sampleColumns.isEmpty ? nil : SampleIDs()
        link = FileLink(path: path)
        said = isSet ? StatedFacts() : nil
    }

    private var source: FactSource {
        part.map { FactSource(kind: .own, path: $0.path) } ?? .own
    }

    func begin(_ part: AssetPart) {
        self.part = part
        partType = nil
    }

    /// Adds a part of which nothing is read.
    func add(_ part: AssetPart) {
        parts.append(part)
    }

    /// Takes facts of the file that is being read.
    func add(_ facts: [Fact]) throws {
        var facts = facts
        if part == nil {
            link.observe(facts)
            said?.remember(facts)
        } else {
            partType = partType ?? StatedFacts.type(of: facts)
            facts = said?.new(facts, type: partType) ?? facts
        }
        try draft.add(facts, from: source)
        conflicts.observe(facts)
        samples?.observe(facts)
        guard let count = learnt?.count, count < SidecarScope.maximumTableFactCount else { return }
        learnt?.append(contentsOf: facts)
    }

    /// Adds what tables state about the samples that the files, or others, say they show.
    func addSamples(from scope: SidecarScope) {
        guard var samples else { return }
        for statement in statements { samples.observe(statement.facts) }
        for (_, facts) in kept { samples.observe(facts) }
        let stated = scope.statements(aboutSamples: samples.all, besides: statements)
        conflicts.add(stated)
        statements += stated
    }

    /// Ends the file that is being read.
    func endFile(extractor: String, issues: [Issue]) throws {
        var facts = [Fact(key: "reticle.extractor", value: extractor)]
        if part == nil, let fingerprint {
            facts.append(Fact(key: .fingerprint, value: fingerprint))
        }
        for issue in issues {
            facts += issue.facts(index: issueCount)
            issueCount += 1
        }
        try draft.add(facts, from: source)
        if let part { parts.append(part) }
        part = nil
    }
}

extension SetSubject {
    /// What is said of a store as a whole.
    var storeFacts: [Fact] {
        let count = Int64(clamping: chunks?.count ?? 0)
        return [
            Fact(key: "file.name", value: place.name),
            Fact(key: "file.path", value: place.path),
            Fact(key: "file.extension", value: SetRule.suffix(of: place.name).lowercased()),
            Fact(key: "file.type", value: ChunkedStore.type(of: place.name)),
            Fact(
                key: "asset.chunks", value: String(count), numbers: [NumberSlot(.integer(count))]),
        ]
    }
}

internal import MetadataModel
internal import MetadataStore

/// What the sidecars of one folder, and of the folders above it, say.
final class SidecarScope {
    /// Facts that a sidecar states about a file.
    struct Statement {
        var source: FactSource
        var facts: [Fact]
    }

    let folder: String
    private let parent: SidecarScope?
    private var wide: [(path: String, facts: [Fact])] = []
    private var tables: [SidecarTable] = []
    private var beside: [String: [Fact]] = [:]

    /// Formats that are general enough to say something about another file.
    private static let types: Set<String> = ["csv", "json", "yaml", "xml", "ini", "text", "xlsx"]
    /// Facts of a sidecar beside a file or of one for a whole folder.
    private static let maximumFactCount = 10_000
    /// Facts of a table, the rows of all files together.
    static let maximumTableFactCount = 2_000_000

    init(folder: String, parent: SidecarScope?) {
        self.folder = folder
        self.parent = parent
    }

    /// Whether a file of this format can be a sidecar.
    static func allows(type: String) -> Bool { types.contains(type) }

    /// Learns what a sidecar of this folder states.
    func learn(_ name: String, role: SidecarNames.Role, facts: [Fact]) {
        let stated = facts.filter { !$0.key.isReserved }
        let path = folder + "/" + name
        switch role {
        case .wide:
            learnWide(path, stated)
        case .table:
            let table = SidecarTable(path: path, facts: stated)
            if SidecarNames.isWide(name), table?.hasNameColumn != true,
                table?.describesSamples != true
            {
                learnWide(path, stated)
            } else if let table {
                tables.append(table)
            }
        case .beside:
            // Sidecars come right before their files: only those of the newest are kept.
            if beside.count >= 64 { beside.removeAll() }
            beside[name] = stated.count <= Self.maximumFactCount ? stated : []
        case .plain, .data: break
        }
    }

    private func learnWide(_ path: String, _ facts: [Fact]) {
        if facts.count <= Self.maximumFactCount { wide.append((path, facts)) }
    }

    /// The facts of a sidecar beside a file; `nil` where it has not been learnt.
    func factsBeside(_ name: String) -> [Fact]? { beside[name] }

    /// The names of the columns of tables that may describe samples, here and above.
    var sampleColumns: Set<String> {
        let here = tables.filter(\.describesSamples).reduce(into: Set()) {
            $0.formUnion($1.columns)
        }
        return parent.map { here.union($0.sampleColumns) } ?? here
    }

    /// What tables here and above state about samples, the nearest first.
    ///
    /// - Parameters:
    ///   - ids: Folded, see ``SampleIDs``.
    ///   - others: What is stated about the file itself.
    func statements(aboutSamples ids: Set<String>, besides others: [Statement]) -> [Statement] {
        guard !ids.isEmpty else { return [] }
        var statements: [Statement] = []
        var level = 0
        var scope: SidecarScope? = self
        while let current = scope {
            for table in current.tables {
                let told = others.filter { $0.source.path == table.path }.flatMap(\.facts)
                let facts = table.facts(forSamples: ids, besides: told)
                guard !facts.isEmpty else { continue }
                let source = FactSource(kind: .sidecar, path: table.path, rank: level * 3 + 1)
                statements.append(Statement(source: source, facts: facts))
            }
            scope = current.parent
            level += 1
        }
        return statements
    }

    /// What is stated about a file of this folder, the nearest first: sidecars beside it, rows of
    /// this folder's tables, what holds for the whole folder, then the same from the folder above.
    ///
    /// - Parameters:
    ///   - sidecars: The sidecars beside the file, with their facts.
    ///   - isText: Whether the file is a text, which tables and sidecars beside it do not describe.
    func statements(
        about name: String, sidecars: [(name: String, facts: [Fact])], isText: Bool
    ) -> [Statement] {
        var statements: [Statement] = []
        func add(_ path: String, _ facts: [Fact], rank: Int) {
            guard !facts.isEmpty else { return }
            let source = FactSource(kind: .sidecar, path: path, rank: rank)
            statements.append(Statement(source: source, facts: facts))
        }
        for sidecar in sidecars { add(folder + "/" + sidecar.name, sidecar.facts, rank: 0) }
        var level = 0
        var relativePath = name
        var scope: SidecarScope? = self
        while let current = scope {
            if !isText {
                for table in current.tables {
                    add(table.path, table.facts(for: relativePath), rank: level * 3 + 1)
                }
            }
            for sidecar in current.wide { add(sidecar.path, sidecar.facts, rank: level * 3 + 2) }
            if let parent = current.parent {
                let below = current.folder.utf8.dropFirst(parent.folder.utf8.count + 1)
                relativePath = "\(Substring(below))/\(relativePath)"
            }
            scope = current.parent
            level += 1
        }
        return statements
    }
}

extension FactKey {
    /// Whether only Reticle and people state facts under this key.
    var isReserved: Bool {
        FactKey.reservedNamespaces.contains(segments[0])
    }
}

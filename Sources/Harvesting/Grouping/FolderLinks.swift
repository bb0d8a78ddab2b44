internal import MetadataModel
internal import MetadataStore

/// Makes one asset of the files of a folder that say they belong together: by naming each other,
/// or by a series' identifier.
///
/// It is done from the index, once all files of the folder have been read: no file is read twice.
struct FolderLinks {
    private var links: [FileLink] = []
    /// Paths of files that are gone, although the index still has them.
    private let gone: Set<String>

    init(gone: Set<String>) {
        self.gone = gone
    }

    var isEmpty: Bool { links.isEmpty }

    /// Takes what a file said.
    mutating func note(_ link: FileLink) {
        if !link.isEmpty { links.append(link) }
    }

    /// Joins the files noted; begins anew then.
    ///
    /// - Returns: How many assets became parts of others.
    mutating func join(_ writer: StoreWriter) throws -> Int {
        guard !links.isEmpty else { return 0 }
        var groups = DisjointPaths()
        var mains: Set<String> = []
        var naming: Set<String> = []
        var series: [String: String] = [:]
        func asset(ofFile path: String) throws -> String? {
            try writer.assetPath(ofFile: path).flatMap { gone.contains($0) ? nil : $0 }
        }
        for link in links {
            guard let own = try asset(ofFile: link.path) else { continue }
            let folder = PathText.divided(link.path).folder
            for name in link.partNames {
                guard let other = try asset(ofFile: folder + "/" + name) else { continue }
                naming.insert(own)
                groups.unite(own, other)
            }
            if let name = link.mainName,
                let main = try asset(ofFile: folder + "/" + name)
            {
                mains.insert(main)
                groups.unite(own, main)
            }
            if let text = link.series {
                let place = folder + "/" + text
                groups.unite(own, series[place] ?? own)
                series[place] = series[place] ?? own
            }
        }
        links = []
        var joinedCount = 0
        for group in groups.groups {
            let main =
                group.first(where: mains.contains)
                ?? (naming.intersection(group).count == 1
                    ? group.first(where: naming.contains) : group.first)
            guard let main else { continue }
            joinedCount += try join(group.filter { $0 != main }, to: main, writer)
        }
        return joinedCount
    }

    private func join(_ others: [String], to main: String, _ writer: StoreWriter) throws -> Int {
        guard let asset = try writer.asset(path: main), let file = asset.file else { return 0 }
        var parts = try writer.parts(of: main)
        let draft = try writer.begin(AssetHeader(path: main, file: file))
        do {
            var said = StatedFacts()
            for (source, facts) in asset.contributions {
                if source == .own { said.remember(facts) }
                try draft.add(facts, from: source)
            }
            for path in others {
                guard let other = try writer.asset(path: path), let file = other.file else {
                    continue
                }
                parts.append(AssetPart(path: path, file: file, isLinked: true))
                parts += try writer.parts(of: path).map {
                    AssetPart(path: $0.path, file: $0.file, isLinked: true)
                }
                try add(other, to: draft, besides: asset, said)
            }
            try writer.noteArrival(draft.finish(parts: parts))
        } catch {
            draft.discard()
            throw error
        }
        return others.count
    }

    /// Adds what is known of an asset that becomes a part.
    private func add(
        _ other: StoredAsset, to draft: AssetDraft, besides asset: StoredAsset, _ said: StatedFacts
    ) throws {
        for (source, facts) in other.contributions {
            switch source.kind {
            case .own:
                let part = source.path.isEmpty ? other.path : source.path
                try draft.add(said.new(facts), from: FactSource(kind: .own, path: part))
            case .sidecar:
                // One that describes the whole folder has described the main file already.
                guard !asset.contributions.contains(where: { $0 == (source, facts) }) else {
                    continue
                }
                try draft.add(facts, from: source)
            case .imported, .curated:
                try draft.add(facts, from: source)
            }
        }
    }
}

/// Paths in groups that have been united.
private struct DisjointPaths {
    private var parents: [String: String] = [:]

    mutating func unite(_ left: String, _ right: String) {
        let left = root(of: left)
        let right = root(of: right)
        if left != right { parents[left] = right }
    }

    private mutating func root(of path: String) -> String {
        var way: [String] = []
        var root = path
        while let parent = parents[root], parent != root {
            way.append(root)
            root = parent
        }
        for step in way { parents[step] = root }
        if parents[path] == nil { parents[path] = root }
        return root
    }

    /// The groups of more than one, each in the order of its paths.
    var groups: [[String]] {
        var copy = self
        var byRoot: [String: [String]] = [:]
        for path in parents.keys { byRoot[copy.root(of: path), default: []].append(path) }
        return byRoot.values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }
}

internal import MetadataModel
internal import MetadataStore
internal import Search

/// One asset with all that is known of it.
struct AssetPage: PageModel {
    /// Facts shown at once; a filter finds the others.
    static let factLimit = 1000
    static let issueLimit = 20
    /// What is said of an asset before its facts, as far as it is known.
    static let glance = [
        "format", "acquired", "instrument.vendor", "instrument.model", "modality", "detector",
        "voltage", "magnification", "objective.na", "pixel.size", "size.x", "size.y", "size.z",
        "size.c", "size.t", "channel.name", "exposure", "sample", "stain", "species", "operator",
        "software", "bytes", "modified",
    ]
    static let glanceValueCount = 6

    struct Contribution: Sendable {
        var heading: String
        var sourcePath: String?
        var count: String
        var namespaces: [FactNamespace]
    }

    struct IssueLine: Sendable {
        var kind: String
        var detail: String
        var place: String
        /// The page of all assets with issues of this kind.
        var link: String
    }

    let title: String
    let isSearch = true
    var name: String
    var path: String
    var folder: PageLink?
    var identity: String
    var json: String
    var picture: String
    var hasPicture: Bool
    /// When the file was found to be gone.
    var deleted: String?
    var known: [PageLink]
    var hasKnown: Bool
    var parts: [String]
    var partCount: String?
    var filter: String
    var count: String
    var shown: String
    var isCut: Bool
    var issues: [IssueLine]
    var hasIssues: Bool
    var issueCount: String
    var contributions: [Contribution]

    /// - Parameter hit: The same asset with the values of ``glance``.
    init(_ asset: StoredAsset, hit: SearchHit?, filter: String) {
        name = asset.path.split(separator: "/").last.map(String.init) ?? asset.path
        title = "\(name) – Reticle"
        path = asset.path
        identity = asset.identity.description
        json = "/v1/assets/\(asset.identity)"
        picture = Thumbnail.link(of: asset.identity)
        deleted = asset.deletionTime
        hasPicture = asset.path.hasPrefix("/") && deleted == nil
        self.filter = filter
        if let slash = asset.path.lastIndex(of: "/"), slash > asset.path.startIndex {
            let folder = String(asset.path[..<slash])
            self.folder = PageLink(
                folder, page: SearchAddress(query: AssetPage.query(below: folder)).link)
        }
        known = (hit?.facts ?? []).compactMap(Self.line)
        hasKnown = !known.isEmpty
        parts = asset.parts.count > 1 ? asset.parts : []
        partCount = parts.isEmpty ? nil : parts.count.counted("file")
        let all = asset.contributions.flatMap(\.facts)
        let issues = IssueLine.all(in: all)
        self.issues = Array(issues.prefix(Self.issueLimit))
        hasIssues = !issues.isEmpty
        issueCount = issues.count.counted("issue")
        let wanted = filter.lowercased()
        var room = Self.factLimit
        var found = 0
        contributions = []
        for (source, facts) in asset.contributions {
            let matching = facts.filter { wanted.isEmpty || Self.fits($0, wanted) }
            found += matching.count
            let shown = Array(matching.prefix(room))
            room -= shown.count
            guard !shown.isEmpty else { continue }
            contributions.append(
                Contribution(
                    heading: Self.heading(of: source),
                    sourcePath: source.path.isEmpty ? nil : source.path,
                    count: matching.count.counted("fact"),
                    namespaces: FactNamespace.all(of: shown)))
        }
        count = found.counted("fact")
        shown = Self.factLimit.grouped
        isCut = found > Self.factLimit
    }

    /// The query for all assets of a folder.
    static func query(below folder: String) -> String {
        "path:\"\(folder.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))/\""
    }

    private static func line(_ named: NamedValues) -> PageLink? {
        guard !named.values.isEmpty else { return nil }
        let texts = named.values.map { HitView.Cell.readable($0.text) }
        let limit = glanceValueCount
        let more = texts.count > limit ? " … \((texts.count - limit).grouped) more" : ""
        var line = PageLink(
            texts.prefix(limit).joined(separator: ", ") + more,
            page: "/keys/" + URLParameters.encoded(named.name))
        line.meaning = named.name
        return line
    }

    private static func fits(_ fact: Fact, _ wanted: String) -> Bool {
        fact.key.description.lowercased().contains(wanted)
            || fact.value.lowercased().contains(wanted)
            || fact.label?.lowercased().contains(wanted) == true
    }

    private static func heading(of source: FactSource) -> String {
        switch source.kind {
        case .own: "The file itself"
        case .sidecar: "A file beside it"
        case .imported: "Imported"
        case .curated: "Stated by people"
        }
    }
}

extension AssetPage.IssueLine {
    /// The issues that facts state, each of which is several facts of one element.
    static func all(in facts: [Fact]) -> [Self] {
        var parts: [ElementPath: [String: String]] = [:]
        var order: [ElementPath] = []
        for fact in facts {
            let segments = fact.key.segments
            guard segments.count == 2, segments[0] == "issue" else { continue }
            if parts[fact.element] == nil { order.append(fact.element) }
            parts[fact.element, default: [:]][segments[1]] = fact.value
        }
        return order.compactMap { element in
            guard let issue = parts[element], let kind = issue["kind"] else { return nil }
            return Self(
                kind: kind, detail: issue["detail"] ?? "", place: issue["address"] ?? "",
                link: SearchAddress(query: "issue.kind=\(kind)").link)
        }
    }
}

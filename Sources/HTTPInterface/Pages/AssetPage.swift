internal import MetadataModel
internal import MetadataStore

/// One asset with all that is known of it.
struct AssetPage: PageModel {
    /// Facts shown at once; a filter finds the others.
    static let factLimit = 1000

    struct FactRow: Sendable {
        var key: String
        /// The parameters of the search for assets that have the key.
        var query: String
        var value: String
        var label: String?
        var element: String
        var place: String
    }

    struct Contribution: Sendable {
        var heading: String
        var facts: [FactRow]
    }

    struct IssueLine: Sendable {
        var kind: String
        var detail: String
    }

    let title: String
    var name: String
    var path: String
    var json: String
    var filter: String
    var count: String
    var shown: String
    var isCut: Bool
    /// When the file was found to be gone.
    var deleted: String?
    var issues: [IssueLine]
    var contributions: [Contribution]

    init(_ asset: StoredAsset, filter: String) {
        name = asset.path.split(separator: "/").last.map(String.init) ?? asset.path
        title = "\(name) – Reticle"
        path = asset.path
        json = "/v1/assets/\(asset.identity)"
        self.filter = filter
        issues = asset.contributions.flatMap(\.facts).compactMap(IssueLine.init).prefix(5).map(
            \.self)
        deleted = asset.contributions.flatMap(\.facts).first { $0.key == .deleted }?.value
        let wanted = filter.lowercased()
        var room = Self.factLimit
        var found = 0
        contributions = []
        for (source, facts) in asset.contributions {
            let matching = facts.filter { wanted.isEmpty || Self.fits($0, wanted) }
            found += matching.count
            let rows = matching.prefix(room).map(FactRow.init)
            room -= rows.count
            if !rows.isEmpty {
                contributions.append(Contribution(heading: Self.heading(of: source), facts: rows))
            }
        }
        count = found.counted("fact")
        shown = Self.factLimit.grouped
        isCut = found > Self.factLimit
    }

    private static func fits(_ fact: Fact, _ wanted: String) -> Bool {
        fact.key.description.lowercased().contains(wanted)
            || fact.value.lowercased().contains(wanted)
            || fact.label?.lowercased().contains(wanted) == true
    }

    private static func heading(of source: FactSource) -> String {
        switch source.kind {
        case .own: "The file itself"
        case .sidecar: "Stated by \(source.path)"
        case .imported: source.path.isEmpty ? "Imported" : "Imported from \(source.path)"
        case .curated: "Stated by people"
        }
    }
}

extension AssetPage.FactRow {
    init(_ fact: Fact) {
        key = fact.key.description
        query = URLParameters([("q", "has:\(fact.key)")]).encoded
        value = fact.value
        if let unit = fact.unit, !fact.value.hasSuffix(unit) { value += " \(unit)" }
        label = fact.label
        element = fact.element.indices.map { "[\($0)]" }.joined()
        place = fact.locus.address
        if place.isEmpty, let offset = fact.locus.offset { place = "byte \(offset)" }
    }
}

extension AssetPage.IssueLine {
    /// The issue that a fact states; `nil` for other facts.
    init?(_ fact: Fact) {
        let segments = fact.key.segments
        guard segments.first == "issue", segments.count == 2 else { return nil }
        kind = segments[1]
        detail = fact.value
    }
}

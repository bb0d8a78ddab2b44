/// The one box for queries, with what a new query keeps of the page.
struct SearchBox: Sendable {
    var query: String
    var isFocused: Bool
    var kept: HiddenFields

    init(_ address: SearchAddress, isFocused: Bool = false) {
        query = address.query
        self.isFocused = isFocused
        kept = HiddenFields(
            address, without: ["q", "sort", "stats", "count", "distinct", "group", "sample"])
    }
}

/// The parts of an address that a form keeps as they are.
struct HiddenFields: Sendable {
    struct Field: Sendable {
        var name: String
        var value: String
    }

    var fields: [Field]

    /// - Parameter names: What the form asks for by itself.
    init(_ address: SearchAddress, without names: Set<String>) {
        var pairs = [("q", address.query)] + address.stages
        if address.view != .table || address.query.isEmpty {
            pairs.append(("view", address.view.rawValue))
        }
        fields = pairs.filter { !names.contains($0.0) }.map { Field(name: $0.0, value: $0.1) }
        if names.contains("q") { fields.removeAll { $0.value == "table" } }
    }
}

/// The columns that a table can have, to be ticked.
struct ColumnChoice: Sendable {
    /// What is offered beside the columns shown.
    static let offered = [
        "format", "acquired", "instrument.model", "instrument.vendor", "voltage", "pixel.size",
        "size.x", "size.y", "size.z", "magnification", "objective.na", "channel.name", "exposure",
        "stain", "sample", "operator", "software", "bytes", "modified", "path",
    ]

    struct Column: Sendable {
        var name: String
        var isShown: Bool
    }

    var columns: [Column]
    var kept: HiddenFields
    /// The page with the usual columns; absent where they are shown.
    var usual: String?

    init(_ shown: [String], areChosen: Bool, _ address: SearchAddress) {
        columns = shown.map { Column(name: $0, isShown: true) }
        columns += Self.offered.filter { !shown.contains($0) }.map {
            Column(name: $0, isShown: false)
        }
        kept = HiddenFields(address, without: ["select"])
        usual = areChosen ? address.setting("select", []).link : nil
    }
}

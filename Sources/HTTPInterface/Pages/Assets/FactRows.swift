internal import MetadataModel
internal import Units

/// The facts of one namespace of one source: `tiff`, `ome`, `file`.
struct FactNamespace: Sendable {
    var name: String
    var count: String
    var groups: [FactGroup]

    /// Facts by the first segment of their keys, in the order in which these first occur.
    static func all(of facts: [Fact]) -> [FactNamespace] {
        var order: [String] = []
        var members: [String: [Fact]] = [:]
        for fact in facts {
            let name = fact.key.segments.first ?? ""
            if members[name] == nil { order.append(name) }
            members[name, default: []].append(fact)
        }
        return order.map { name in
            let facts = members[name] ?? []
            return FactNamespace(
                name: name, count: facts.count.counted("fact"), groups: FactGroup.all(of: facts))
        }
    }
}

/// Facts that follow each other and belong to one element: `ome.Image[0].Pixels.Channel[1]`.
struct FactGroup: Sendable {
    /// Facts of one element from which on their common path stands above them.
    static let leastCount = 2

    var element: String?
    var facts: [FactRow]

    static func all(of facts: [Fact]) -> [FactGroup] {
        var groups: [FactGroup] = []
        var run: [Fact] = []
        var path = ""
        func close() {
            guard !run.isEmpty else { return }
            let isGroup = run.count >= leastCount && path.contains(".")
            if !isGroup, groups.last?.element == nil, !groups.isEmpty {
                groups[groups.count - 1].facts += run.map { FactRow($0, isLeaf: false) }
            } else {
                groups.append(
                    FactGroup(
                        element: isGroup ? path : nil,
                        facts: run.map { FactRow($0, isLeaf: isGroup) }))
            }
            run = []
        }
        for fact in facts {
            let own = parent(of: fact)
            if own != path { close() }
            path = own
            run.append(fact)
        }
        close()
        return groups
    }

    /// The path above a fact's last segment, with the elements it is in.
    private static func parent(of fact: Fact) -> String {
        let names = fact.key.segments.map(FactKey.printed)
        return spelled(names.dropLast(), fact.element, isWhole: false)
    }

    /// Segments with their indices: `ome.Image[0].Pixels`.
    static func spelled(
        _ names: ArraySlice<String>, _ element: ElementPath, isWhole: Bool
    ) -> String {
        names.enumerated().map { place, name in
            let index = element.steps.first { Int($0.segment) == place }?.index
            return name + (index.map { "[\($0)]" } ?? "")
        }.joined(separator: ".")
    }
}

/// One fact as a row.
struct FactRow: Sendable {
    /// Characters of a value that are shown before one asks for all.
    static let valueLimit = 400
    static let beginning = 160

    var key: String
    /// What is known of the key by itself.
    var keyLink: String
    var value: String
    /// The whole of a long value, of which ``value`` is the beginning.
    var whole: String?
    var wholeCount: String
    var unit: String?
    /// The value in SI, where that is something else.
    var si: String?
    var label: String?
    var place: String
    var bytes: String?
    /// The page of all assets with this value.
    var same: String?

    init(_ fact: Fact, isLeaf: Bool) {
        let names = fact.key.segments.map(FactKey.printed)
        let whole = FactGroup.spelled(names[...], fact.element, isWhole: true)
        if isLeaf {
            let place = names.count - 1
            let index = fact.element.steps.first { Int($0.segment) == place }?.index
            key = (names.last ?? "") + (index.map { "[\($0)]" } ?? "")
        } else {
            key = whole
        }
        keyLink = "/keys/" + URLParameters.encoded(fact.key.description)
        let isLong = fact.value.count > Self.valueLimit
        value = isLong ? fact.value.prefix(Self.beginning) + "…" : fact.value
        self.whole = isLong ? fact.value : nil
        wholeCount = fact.value.count.counted("character")
        unit = fact.unit.flatMap { fact.value.hasSuffix($0) ? nil : $0 }
        label = fact.label
        si = Self.si(of: fact)
        place = fact.locus.address
        if let offset = fact.locus.offset {
            let length = fact.locus.length.map { ", \(Int(clamping: $0).counted("byte"))" } ?? ""
            bytes = "byte \(Int(clamping: offset).grouped)\(length)"
        }
        if fact.value.count <= Self.beginning, !fact.value.isEmpty, !fact.isAbridged {
            let query = "\(fact.key)=\(Self.quoted(fact.value))"
            same = SearchAddress(query: query).link
        }
    }

    private static func si(of fact: Fact) -> String? {
        guard fact.numbers.count == 1, let si = fact.numbers[0].si, let dimension = fact.dimension
        else { return nil }
        let best = UnitTable.displayUnit(of: dimension, near: si)
        let shown = "\(best.unit.value(fromSI: si).shortened) \(best.symbol)"
        let written = [fact.value, fact.unit ?? ""].joined(separator: " ")
        return shown == written || shown == fact.value ? nil : shown
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

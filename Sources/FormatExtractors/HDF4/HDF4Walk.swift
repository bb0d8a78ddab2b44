internal import Extraction
internal import MetadataModel

/// Tags that mean something here.
enum HDF4Tag {
    static let version = 30
    static let numberType = 106
    static let dimensions = 701
    static let data = 702
    static let group = 720
    static let table = 1962
    static let records = 1963
    static let vgroup = 1965
}

/// Walks the Vgroups of a file, and states every object once.
struct HDF4Walk {
    /// Classes with which the library marks its own Vgroups and Vdatas.
    private static let ownClasses: Set<String> = [
        "CDF0.0", "Var0.0", "Dim0.0", "UDim0.0", "Attr0.0", "DimVal0.0", "DimVal0.1", "RIG0.0",
        "RI0.0", "RIATTR0.0N", "RIATTR0.0C", "SDSVar", "CoordVar",
    ]

    private static let attributeClasses: Set<String> = ["Attr0.0", "RIATTR0.0N", "RIATTR0.0C"]

    let directory: HDF4Directory
    let collector: FactCollector
    var values: HDF5ValueFacts
    var groups: [HDF4Name: HDF4Group] = [:]
    var tables: [HDF4Name: HDF4Table] = [:]
    /// The Vgroup that describes a data set, by the data set's name.
    var variables: [HDF4Name: HDF4Group] = [:]
    /// Labels and descriptions of objects.
    var annotations: [HDF4Name: [(kind: String, text: String, locus: Locus)]] = [:]
    /// Raster images stated so far.
    var imageCount = 0
    private var stated: [HDF4Name: String] = [:]

    init(_ directory: HDF4Directory, into collector: FactCollector) {
        self.directory = directory
        self.collector = collector
        let file = HDF5File(reader: directory.reader, limits: collector.limits, base: 0)
        values = HDF5ValueFacts(file: file, heap: HDF5GlobalHeap(of: file), collector: collector)
    }

    mutating func run() {
        for name in directory.names {
            attempt("\(name.tag)/\(name.reference)") {
                walk throws(ExtractionError) in try walk.learn(name)
            }
        }
        var inside: Set<HDF4Name> = []
        for group in groups.values where !Self.ownClasses.contains(group.kind) {
            inside.formUnion(group.members)
        }
        for name in directory.names where !collector.isFull {
            guard !inside.contains(name) else { continue }
            if let group = groups[name] {
                if group.kind == "CDF0.0" || group.kind == "RIG0.0" {
                    stateAttributes(group.members, key: "hdf4", path: "/")
                } else if group.kind == "RI0.0" {
                    let key = FactKey(segments: ["hdf4", group.name])
                    stateAttributes(group.members, key: key, path: "/" + group.name)
                } else if !Self.ownClasses.contains(group.kind) {
                    visit(name, key: "hdf4", path: "", depth: 0)
                }
            } else if name.tag == HDF4Tag.group || isOwnTable(name) == false {
                visit(name, key: "hdf4", path: "", depth: 0)
            }
        }
        // What a circle of Vgroups hides from its roots.
        for name in directory.names where stated[name] == nil {
            let isUsers = groups[name].map { !Self.ownClasses.contains($0.kind) } ?? false
            if isUsers { visit(name, key: "hdf4", path: "", depth: 0) }
        }
        stateAnnotations()
    }

    /// Whether a Vdata is one of the library's own; `nil` for what is no Vdata.
    private func isOwnTable(_ name: HDF4Name) -> Bool? {
        tables[name].map {
            Self.ownClasses.contains($0.kind) || $0.kind.hasPrefix("_HDF_CHK_TBL")
        }
    }

    /// Does what may fail without costing anything else.
    mutating func attempt(
        _ path: String, _ body: (inout HDF4Walk) throws(ExtractionError) -> Void
    ) {
        do throws(ExtractionError) {
            try body(&self)
        } catch {
            var issue = error.issue
            issue.locus.address = "\(path): \(issue.locus.address)"
            collector.report(issue)
        }
    }

    private mutating func learn(_ name: HDF4Name) throws(ExtractionError) {
        switch name.tag {
        case HDF4Tag.vgroup:
            guard let cursor = try directory.cursor(name) else { return }
            collector.noteMetadata(cursor.bytes.count, understood: true)
            let group = try HDF4Group(cursor)
            groups[name] = group
            guard group.kind == "Var0.0" else { return }
            for member in group.members where member.tag == HDF4Tag.group {
                variables[member] = group
            }
        case HDF4Tag.table:
            guard let cursor = try directory.cursor(name) else { return }
            collector.noteMetadata(cursor.bytes.count, understood: true)
            tables[name] = try HDF4Table(cursor)
        default: try learnOrState(name)
        }
    }

    // MARK: Objects

    private mutating func visit(_ name: HDF4Name, key: FactKey, path: String, depth: Int) {
        guard !collector.isFull, depth <= collector.limits.maximumDepth else { return }
        let title = groups[name]?.name ?? tables[name]?.name ?? variables[name]?.name ?? ""
        let segment = title.isEmpty ? "\(name.tag)/\(name.reference)" : title
        let key = key.appending(segment)
        let path = path + "/" + segment
        if let first = stated[name] {
            return collector.add(
                Fact(key: key, value: first, label: "hard link", locus: Locus(address: path)))
        }
        stated[name] = path
        stateAnnotations(of: name, key: key)
        if let group = groups[name] {
            if !group.kind.isEmpty {
                collector.add(
                    Fact(
                        key: key.appending("class"), value: group.kind, locus: Locus(address: path))
                )
            }
            stateAttributes(group.members + group.attributes, key: key, path: path)
            for member in group.members {
                let isOwn =
                    groups[member].map { Self.ownClasses.contains($0.kind) }
                    ?? isOwnTable(member)
                if isOwn == false || member.tag == HDF4Tag.group, directory.elements[member] != nil
                {
                    visit(member, key: key, path: path, depth: depth + 1)
                }
            }
        } else if let table = tables[name] {
            attempt(path) { walk throws(ExtractionError) in
                try walk.state(table, name, key: key, path: path)
            }
        } else {
            attempt(path) { walk throws(ExtractionError) in
                try walk.stateDataSet(name, key: key, path: path)
            }
        }
    }

    /// States attributes, which are Vdatas of one field.
    mutating func stateAttributes(_ names: [HDF4Name], key: FactKey, path: String) {
        let units = self.units(of: names)
        for name in names {
            guard let table = tables[name], Self.attributeClasses.contains(table.kind) else {
                continue
            }
            attempt("\(path)@\(table.name)") { walk throws(ExtractionError) in
                try walk.stateAttribute(table, name, key: key, path: path, units: units)
            }
        }
    }

    private mutating func stateAttribute(
        _ table: HDF4Table, _ name: HDF4Name, key: FactKey, path: String, units: HDF5Units
    ) throws(ExtractionError) {
        guard let field = table.fields.first, let type = HDF4Type.type(code: field.code),
            let cursor = try records(of: name), table.recordCount > 0
        else { return }
        let count = table.recordCount.multipliedReportingOverflow(by: field.order).partialValue
        let key = key.appending(table.name)
        let isText = field.code & 0xFFF <= 4
        let byteCount = min(cursor.bytes.count, isText ? count : .max)
        let whole = HDF5Datatype(kind: type.kind, byteCount: isText ? byteCount : type.byteCount)
        try values.state(
            HDF5Statement(
                key: key, type: whole, count: isText ? 1 : count,
                bytes: cursor.bytes[..<max(0, byteCount)], place: cursor.offset,
                unit: units.unit(of: table.name), address: "\(path)@\(table.name)",
                segment: key.segments.count - 1))
    }

    /// The units that attributes state.
    func units(of names: [HDF4Name]) -> HDF5Units {
        var units = HDF5Units()
        for name in names {
            guard let table = tables[name] else { continue }
            units.take(table.name) {
                guard let cursor = try? records(of: name) else { return nil }
                return HDF5Text(code: 1).text(in: cursor.bytes[...])
            }
        }
        return units
    }

    /// The records of a Vdata.
    func records(of name: HDF4Name) throws(ExtractionError) -> HDF4Cursor? {
        try directory.cursor(
            HDF4Name(tag: HDF4Tag.records, reference: name.reference), maximum: 4 << 20)
    }
}

internal import Extraction
internal import Yams

extension HeaderDescription {
    init(_ node: DescriptionNode) {
        let words = node.words(["byteOrder", "plausible", "fields", "records"])
        plausible = words["plausible"]?.members.map(Plausibility.init) ?? []
        byteOrder = words["byteOrder"].map(ByteOrderRule.init) ?? .fixed(.little)
        if case .plausible = byteOrder, plausible.isEmpty {
            words["byteOrder"]?.fault(
                "the byte order is to be found by \"plausible\", which is missing")
        }
        fields = words["fields"]?.members.map(FieldDescription.init) ?? []
        if fields.isEmpty { node.fault("\"fields\" is missing") }
        records = words["records"]?.members.map(RecordDescription.init) ?? []
        let known = FieldDescription.checkNames(fields, known: [], node.faults)
        for record in records { record.checkNames(known: known, node.faults) }
    }
}

extension ByteOrderRule {
    /// `little`, `big`, `plausible`, or `{offset: 212, little: 0x44, big: 0x11}`.
    init(_ node: DescriptionNode) {
        guard node.node.mapping != nil else {
            switch node.text {
            case "little": self = .fixed(.little)
            case "big": self = .fixed(.big)
            case "plausible": self = .plausible
            default:
                node.fault("expected little, big, plausible or a mark")
                self = .fixed(.little)
            }
            return
        }
        let words = node.words(["offset", "little", "big"])
        for word in ["offset", "little", "big"] where words[word] == nil {
            node.fault("\"\(word)\" is missing")
        }
        self = .mark(
            offset: words["offset"]?.integer(0...FileHeader.maximumByteCount - 1) ?? 0,
            little: UInt8(words["little"]?.integer(0...255) ?? 0),
            big: UInt8(words["big"]?.integer(0...255) ?? 0))
    }
}

extension Plausibility {
    init(_ node: DescriptionNode) {
        let words = node.words(["offset", "type", "from", "to", "in"])
        offset = words["offset"]?.integer(0...FileHeader.maximumByteCount - 8) ?? 0
        type = words["type"].map(FieldType.init) ?? .int32
        if type.byteCount == nil { node.fault("expected the type of a number") }
        least = words["from"]?.number
        greatest = words["to"]?.number
        values = words["in"]?.members.map(\.number) ?? []
        if least == nil, greatest == nil, values.isEmpty {
            node.fault("expected from, to or in: the condition says nothing")
        }
    }
}

extension FieldType {
    fileprivate init(_ node: DescriptionNode) {
        let word = node.text
        self = FieldType(rawValue: word) ?? .int32
        if FieldType(rawValue: word) == nil {
            let types = FieldType.allCases.map(\.rawValue).joined(separator: ", ")
            node.fault("unknown type \"\(word)\"; expected \(types)")
        }
    }
}

extension Amount {
    fileprivate init(_ node: DescriptionNode) {
        let text = node.text
        self =
            text.utf8.first.map { (0x30...0x39).contains($0) } == true
            ? .number(node.integer(0...Int.max / 2)) : .field(text)
    }

    fileprivate func check(_ known: Set<String>, _ line: Int, _ faults: FaultList) {
        if case .field(let name) = self, !known.contains(name) {
            faults.add(line, "no field \"\(name)\" stands before")
        }
    }
}

extension FieldDescription {
    fileprivate init(_ node: DescriptionNode) {
        let words = node.words([
            "key", "offset", "type", "length", "count", "unit", "labels", "absent", "when", "bit",
            "quotient", "note",
        ])
        key = words["key"]?.text ?? "?"
        if words["key"] == nil { node.fault("\"key\" is missing") }
        line = node.line
        offset = words["offset"]?.integer(0...Int.max / 2)
        type = words["type"].map(FieldType.init) ?? .float64
        quotient = words["quotient"].flatMap(Quotient.init)
        if (words["type"] == nil) == (words["quotient"] == nil) {
            node.fault("expected either \"type\" or \"quotient\"")
        }
        length = type.byteCount ?? words["length"]?.integer(1...1 << 20) ?? 1
        if (type.byteCount == nil) != (words["length"] != nil) {
            node.fault(
                type.byteCount == nil
                    ? "\"length\" is missing" : "a \(type.rawValue) has a length of its own")
        }
        count = words["count"].map(Amount.init) ?? .number(1)
        unit = words["unit"]?.knownUnit
        labels = [:]
        for (code, label) in words["labels"]?.pairs ?? [] {
            labels[Int64(code.integer(Int.min...Int.max))] = label.text
        }
        absent = words["absent"]?.members.map(\.number) ?? []
        conditions =
            words["when"]?.pairs.map { field, values in
                .equals(field: field.text, values: values.members.map(\.text))
            } ?? []
        for (field, bit) in words["bit"]?.pairs ?? [] {
            conditions.append(.bit(field: field.text, bit: bit.integer(0...63)))
        }
        _ = words["note"]?.text
    }

    /// Checks that fields name fields before them; returns all names.
    fileprivate static func checkNames(
        _ fields: [FieldDescription], known: Set<String>, _ faults: FaultList
    ) -> Set<String> {
        var known = known
        var own: Set<String> = []
        for field in fields {
            field.count.check(known, field.line, faults)
            for condition in field.conditions { condition.check(known, field.line, faults) }
            if let quotient = field.quotient {
                for member in [quotient.dividend, quotient.divisor] {
                    Amount.field(member.field).check(known, field.line, faults)
                }
            }
            known.insert(field.key)
            if !own.insert(field.key).inserted {
                faults.add(field.line, "the field \"\(field.key)\" twice")
            }
        }
        return known
    }
}

extension FieldDescription.Condition {
    fileprivate func check(_ known: Set<String>, _ line: Int, _ faults: FaultList) {
        switch self {
        case .equals(let field, _), .bit(let field, _):
            Amount.field(field).check(known, line, faults)
        }
    }
}

extension FieldDescription.Quotient {
    /// `["CELLA[0]", MX]`.
    fileprivate init?(_ node: DescriptionNode) {
        let members = node.members
        guard members.count == 2 else {
            node.fault("expected two fields: what is divided, and by what")
            return nil
        }
        dividend = .init(members[0].text)
        divisor = .init(members[1].text)
    }
}

extension FieldDescription.Member {
    fileprivate init(_ text: String) {
        let parts = text.split(separator: "[", maxSplits: 1)
        field = String(parts.first ?? "")
        index = parts.count == 2 ? Int(parts[1].dropLast()) ?? 0 : 0
    }
}

extension RecordDescription {
    fileprivate init(_ node: DescriptionNode) {
        let words = node.words([
            "key", "offset", "count", "stride", "bytes", "byteOrder", "when", "fields", "note",
        ])
        for word in ["key", "offset", "count", "stride", "fields"] where words[word] == nil {
            node.fault("\"\(word)\" is missing")
        }
        key = words["key"]?.text ?? "?"
        offset = words["offset"].map(Amount.init) ?? .number(0)
        count = words["count"].map(Amount.init) ?? .number(0)
        stride = words["stride"].map(Amount.init) ?? .number(0)
        byteCount = words["bytes"].map(Amount.init)
        if let word = words["byteOrder"] {
            if case .fixed(let order) = ByteOrderRule(word) {
                byteOrder = order
            } else {
                word.fault("expected little or big")
            }
        }
        conditions =
            words["when"]?.pairs.map { field, values in
                .equals(field: field.text, values: values.members.map(\.text))
            } ?? []
        fields = words["fields"]?.members.map(FieldDescription.init) ?? []
        _ = words["note"]?.text
    }

    fileprivate func checkNames(known: Set<String>, _ faults: FaultList) {
        let line = fields.first?.line ?? 0
        for amount in [offset, count, byteCount].compactMap({ $0 }) {
            amount.check(known, line, faults)
        }
        for condition in conditions { condition.check(known, line, faults) }
        stride.check(FieldDescription.checkNames(fields, known: known, faults), line, faults)
    }
}

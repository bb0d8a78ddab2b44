internal import Extraction
internal import MetadataModel

/// The walk over the volumes of a VSI file's tags.
struct VSITags {
    private let block: BinaryBlock
    private let collector: FactCollector
    private var visited: Set<Int> = []
    private var hasReportedDepth = false

    init(_ block: BinaryBlock, into collector: FactCollector) {
        self.block = block
        self.collector = collector
    }

    /// The key and the element of a volume, and how often each tag came below it.
    private final class Holder {
        let key: FactKey
        let segmentCount: Int
        let element: ElementPath
        /// Whether small tags are those of a document; elsewhere they number the members of a list.
        let isDocument: Bool
        var counts: [FactKey: Int] = [:]

        init(key: FactKey, segmentCount: Int, element: ElementPath, isDocument: Bool = false) {
            self.key = key
            self.segmentCount = segmentCount
            self.element = element
            self.isDocument = isDocument
        }

        /// The name of a tag in this volume.
        func name(of tag: Int32) -> String {
            if tag < 1000, !isDocument { return "Item" }
            return VSITagNames.name(of: tag) ?? "Tag\(tag)"
        }

        /// The key and element of the next fact or volume of a name.
        func next(_ name: String) -> (FactKey, ElementPath) {
            let key = self.key.appending(name)
            let count = counts[key, default: 0]
            counts[key] = count + 1
            return (
                key,
                count == 0 ? element : element.appending(segment: segmentCount, index: count)
            )
        }
    }

    /// Reads the volume at a place of the block; false where there is none.
    mutating func run(at place: Int) -> Bool {
        let holder = Holder(key: "vsi", segmentCount: 1, element: .root)
        return read(at: place, holder, depth: 0) != nil
    }

    /// Reads a volume; returns the place behind it.
    private mutating func read(at place: Int, _ holder: Holder, depth: Int) -> Int? {
        guard let volume = VSIVolume(block, at: place) else { return nil }
        guard depth < collector.limits.maximumDepth / 2 else {
            if !hasReportedDepth {
                hasReportedDepth = true
                collector.report(
                    Issue(
                        .limitExceeded, "more than \(depth) nested volumes",
                        at: block.locus(at: place, count: 24)))
            }
            return nil
        }
        guard visited.insert(place).inserted else { return nil }
        let fields = volume.fields(of: block)
        var end = volume.fieldsPlace
        let units = units(of: fields)
        collector.noteMetadata(24 + fields.count * 16, understood: true)
        for field in fields where !collector.isFull {
            end = max(end, read(field, holder, units, depth: depth))
        }
        if fields.count < volume.fieldCount {
            collector.report(
                Issue(
                    .truncated, "expected \(volume.fieldCount) tags, found \(fields.count)",
                    at: block.locus(at: place, count: 24)))
        }
        return end
    }

    /// Reads a field; returns the place behind its data.
    private mutating func read(
        _ field: VSIField, _ holder: Holder, _ units: [Int32: String], depth: Int
    ) -> Int {
        switch field.kind {
        case .volumes:
            let end = min(
                block.bytes.count, field.dataPlace + max(0, Int(field.size)))
            let inner = volumeHolder(field, holder, depth)
            var place = field.dataPlace
            while place < end {
                if let after = read(at: place, inner, depth: depth + 1), after > place {
                    place = after
                } else {
                    // Volumes begin at multiples of four; what pads them is skipped.
                    place += 4
                    while place < end, !block.has("IS", at: place + 2) { place += 4 }
                }
            }
            return end
        case .volume:
            let inner = volumeHolder(field, holder, depth)
            return read(at: field.dataPlace, inner, depth: depth + 1) ?? field.dataPlace
        case .inline:
            state(field, .integer(Int64(field.size)), holder, units)
            return field.dataPlace
        case .value:
            stateValue(field, holder, units)
            return field.dataPlace + max(0, Int(field.size))
        case .other:
            return field.dataPlace + max(0, Int(field.size))
        }
    }

    private func volumeHolder(_ field: VSIField, _ holder: Holder, _ depth: Int) -> Holder {
        let isDocument = depth == 0 && field.tag == 2 || field.tag == 2109
        // In a dimension's description the numbers of two kinds of properties mean the start and
        // the increment of the stack.
        let named = VSITagNames.name(of: field.tag)
        let isStack = field.kind == .volume && field.valueType == 2 && 2012...2017 ~= field.tag
        let name =
            isDocument
            ? "DocumentProperties"
            : field.tag < 1000
                ? "Item"
                : isStack
                    ? named ?? "Volume\(field.tag)"
                    : VSITagNames.volume(field.tag) ?? named ?? "Volume\(field.tag)"
        let (key, element) = holder.next(name)
        let inner = Holder(
            key: key, segmentCount: holder.segmentCount + 1, element: element,
            isDocument: isDocument)
        if let second = field.secondTag {
            collector.integer(
                key.appending("Index"), Int64(second), element: element,
                locus: block.locus(at: field.place + 16, count: 4))
        }
        return inner
    }

    /// The units that a volume's own fields state for others of them, by tag.
    private func units(of fields: [VSIField]) -> [Int32: String] {
        var units: [Int32: String] = [:]
        for field in fields where field.kind == .value {
            let tags: [Int32]
            switch field.tag {
            case 268_435_456: tags = [268_435_458]
            case 2020: tags = [2018, 2019]
            case 2011: tags = [2006, 2007, 20006, 20007]
            default: continue
            }
            guard let text = VSIValue.text(field, block), let unit = VSIValue.unit(text) else {
                continue
            }
            for tag in tags { units[tag] = unit }
        }
        return units
    }

    private func state(
        _ field: VSIField, _ number: Number, _ holder: Holder, _ units: [Int32: String]
    ) {
        let (key, element) = holder.next(holder.name(of: field.tag))
        var label: String?
        if case .integer(let code) = number { label = VSITagNames.label(of: field.tag, code) }
        let isInline = field.kind == .inline
        collector.numbers(
            key, [number], element: element,
            unit: units[field.tag] ?? VSITagNames.unit(of: field.tag), label: label,
            locus: block.locus(
                at: isInline ? field.place + 12 : field.dataPlace,
                count: isInline ? 4 : max(0, Int(field.size))))
    }

    /// States the members of a rectangle and of a scale under names of their own too.
    private func stateMembers(
        _ values: [Number], _ field: VSIField, _ key: FactKey, _ element: ElementPath,
        _ unit: String?
    ) {
        let members: [(name: String, index: Int, unit: String?)]
        switch (field.tag, values.count) {
        case (2053, 4): members = [("Width", 2, "px"), ("Height", 3, "px")]
        case (2019, 2), (20007, 2): members = [("X", 0, unit), ("Y", 1, unit)]
        default: return
        }
        let byteCount = Int(field.size) / values.count
        for member in members {
            collector.numbers(
                key.appending(member.name), [values[member.index]], element: element,
                unit: member.unit,
                locus: block.locus(
                    at: field.dataPlace + member.index * byteCount, count: byteCount))
        }
    }

    private func stateValue(
        _ field: VSIField, _ holder: Holder, _ units: [Int32: String]
    ) {
        guard field.size > 0, let bytes = block.bytes(at: field.dataPlace, count: Int(field.size))
        else { return }
        let locus = block.locus(at: field.dataPlace, count: Int(field.size))
        let name = holder.name(of: field.tag)
        let unit = units[field.tag] ?? VSITagNames.unit(of: field.tag)
        if let text = VSIValue.text(field, block) {
            guard !text.isEmpty else { return }
            let (key, element) = holder.next(name)
            collector.text(key, text, element: element, locus: locus)
            return
        }
        if let values = VSIValue.numbers(field, block) {
            let (key, element) = holder.next(name)
            if case .integer(let seconds)? = values.first, values.count == 1,
                VSIValue.isTime(field.tag), (1...4_000_000_000).contains(seconds)
            {
                let start = seconds * 1_000_000
                collector.add(
                    Fact(
                        key: key, element: element, value: String(seconds),
                        label: TimeSpan.timestamp(ofMicroseconds: start),
                        numbers: [NumberSlot(.integer(seconds))],
                        date: TimeSpan(start: start, end: start + 1_000_000, hasZone: true),
                        locus: locus))
                return
            }
            var label: String?
            if case .integer(let code)? = values.first, values.count == 1 {
                label = VSITagNames.label(of: field.tag, code)
            }
            collector.numbers(
                key, values, element: element, unit: unit, label: label, locus: locus)
            stateMembers(values, field, key, element, unit)
            return
        }
        let (key, element) = holder.next(name)
        collector.opaque(
            key, Array(bytes.prefix(1 << 16)), byteCount: bytes.count, element: element,
            locus: locus)
        collector.noteMetadata(bytes.count, understood: false)
    }
}

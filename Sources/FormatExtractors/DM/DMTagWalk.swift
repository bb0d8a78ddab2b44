internal import Extraction
internal import MetadataModel

/// Walks through the tree of tags of one DigitalMicrograph file.
final class DMTagWalk {
    let reader: ByteReader
    let collector: FactCollector
    /// Whether counts have eight bytes, as in version 4.
    let isWide: Bool
    /// The order of values; that of the tree's structure is big-endian.
    let order: ByteOrder
    var position: UInt64
    /// The sizes and scales of the images, as they come.
    private var images = DMImageAxes()

    /// Segments of a key and steps of a place that one group adds to its tags.
    struct Place {
        var key: FactKey
        var element: ElementPath
        /// The position of the key's last segment.
        var segment: Int
        var address: String
    }

    /// A tag whose unit may stand behind it.
    private struct HeldTag {
        var value: DMValue
        var place: Place
    }

    init(
        reader: ByteReader, collector: FactCollector, isWide: Bool, order: ByteOrder,
        position: UInt64
    ) {
        self.reader = reader
        self.collector = collector
        self.isWide = isWide
        self.order = order
        self.position = position
    }

    func readTree(key: FactKey) throws(ExtractionError) {
        defer { images.state(key: key, into: collector) }
        try readGroup(Place(key: key, element: .root, segment: 0, address: ""), depth: 0)
    }

    private func readGroup(_ place: Place, depth: Int) throws(ExtractionError) {
        guard depth <= collector.limits.maximumDepth else {
            throw ExtractionError(
                .limitExceeded,
                "more than \(collector.limits.maximumDepth) groups of tags within each other",
                offset: position)
        }
        // Sorted and open say how the group is shown.
        collector.noteMetadata(2, understood: true)
        position += 2
        let count = try count()
        var held: [HeldTag] = []
        var units: String?
        var names = OccurrenceCounter()
        var unnamedCount = 0
        defer { for tag in held { state(tag.value, at: tag.place, unit: units) } }
        var index: UInt64 = 0
        while index < count, !collector.isFull {
            index += 1
            let start = position
            let kind = try reader.uint8(at: position)
            position += 1
            // A file ends with a tag of kind 0.
            if kind == 0 { return }
            let name = try name()
            if isWide { _ = try self.count() }
            collector.noteMetadata(Int(position - start), understood: true)
            let child: Place
            if name.isEmpty {
                child = unnamed(unnamedCount, below: place)
                unnamedCount += 1
            } else {
                child = named(name, names.next(name), below: place)
            }
            switch kind {
            case 20:
                try readGroup(child, depth: depth + 1)
            case 21:
                let value = try readValue(
                    named: name,
                    isSamples: name == "Data" && place.address.hasSuffix("ImageData"))
                if name == "Units", case .text(let text) = value.content {
                    units = text.isEmpty ? nil : text
                }
                if name == "Scale" || name == "Origin" {
                    held.append(HeldTag(value: value, place: child))
                } else {
                    state(value, at: child, unit: nil)
                }
            default:
                throw ExtractionError(
                    .malformed, "expected a tag of kind 20 or 21, found \(kind)", offset: start)
            }
        }
    }

    // MARK: Places

    private func named(_ name: String, _ occurrence: Int, below place: Place) -> Place {
        let segment = place.segment + 1
        return Place(
            key: place.key.appending(name),
            element: occurrence == 0
                ? place.element : place.element.appending(segment: segment, index: occurrence),
            segment: segment, address: address(name, below: place))
    }

    private func unnamed(_ index: Int, below place: Place) -> Place {
        var place = place
        place.address = address("[\(index)]", below: place)
        if place.element.steps.last.map({ Int($0.segment) == place.segment }) == true
            || place.segment == 0
        {
            // The group is one of several itself.
            place.key = place.key.appending("TagGroup")
            place.segment += 1
        }
        place.element = place.element.appending(segment: place.segment, index: index)
        return place
    }

    /// One of several values of a tag.
    private func member(_ index: Int, of place: Place) -> Place {
        var member = place
        if let last = place.element.steps.last, Int(last.segment) == place.segment {
            member.element.steps.removeLast()
        }
        member.element = member.element.appending(segment: place.segment, index: index)
        member.address += "[\(index)]"
        return member
    }

    private func address(_ name: String, below place: Place) -> String {
        place.address.isEmpty ? name : place.address + "." + name
    }

    // MARK: Structure

    /// A count of tags, type words or bytes.
    func count() throws(ExtractionError) -> UInt64 {
        let value: UInt64
        if isWide {
            value = try reader.uint64(at: position, .big)
            position += 8
        } else {
            value = UInt64(try reader.uint32(at: position, .big))
            position += 4
        }
        return value
    }

    private func name() throws(ExtractionError) -> String {
        let count = Int(try reader.uint16(at: position, .big))
        let bytes = try reader.bytes(at: position + 2, count: count)
        position += UInt64(2 + count)
        return TextDecoding.text(of: bytes).text
    }

    // MARK: Facts

    private func state(_ value: DMValue, at place: Place, unit: String?) {
        let locus = Locus(
            offset: reader.baseOffset + value.offset, length: value.byteCount,
            address: place.address)
        let name = place.key.segments.last ?? ""
        switch value.content {
        case .text(let text) where name == "Units":
            // `1/nm` is a unit, no quantity.
            collector.add(
                Fact(key: place.key, element: place.element, value: text, locus: locus))
        case .text(let text):
            collector.text(place.key, text, element: place.element, locus: locus)
        case .truth(let truth):
            collector.text(
                place.key, truth ? "true" : "false", element: place.element, locus: locus)
        case .numbers(let numbers, let count, let isSingle):
            let unit = unit ?? UnitInName.unit(of: name) ?? DMTagNames.units[name]
            if let number = numbers.first {
                images.note(number, unit: unit, key: place.key, place.element, locus)
            }
            var label: String?
            if case .integer(let code)? = numbers.first { label = DMTagNames.codes[name]?[code] }
            collector.numbers(
                place.key, numbers, count: count,
                written: isSingle ? numbers.map { BinaryText.spelling(of: Float($0.double)) } : nil,
                element: place.element, unit: unit, label: label, locus: locus)
        case .fields(let fields):
            for field in fields {
                collector.numbers(
                    place.key.appending(field.name), [field.number], element: place.element,
                    locus: locus)
            }
        case .members(let members, let count):
            for (index, member) in members.enumerated() {
                state(
                    member, at: index == 0 ? place : self.member(index, of: place), unit: unit)
            }
            guard count > UInt64(members.count) else { return }
            collector.report(
                Issue(
                    .limitExceeded, "\(members.count) of \(count) structures are read", at: locus))
        case .opaque(let bytes):
            collector.opaque(
                place.key, bytes, byteCount: Int(clamping: value.byteCount),
                element: place.element, locus: locus)
        case .samples(let count, let type):
            collector.add(
                Fact(
                    key: place.key, element: place.element,
                    value: "(\(count) values of \(type.rawValue), \(value.byteCount) bytes)",
                    isAbridged: true, locus: locus))
        }
    }
}

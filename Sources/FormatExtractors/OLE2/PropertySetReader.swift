internal import Extraction
internal import MetadataModel

/// Reads the properties of a property set stream.
///
/// | Byte | Field                                                       |
/// |-----:|:------------------------------------------------------------|
/// |    0 | byte order FFFE, then version, operating system, class id   |
/// |   24 | number of sets (one, or two), then a format id and an offset each |
/// |    — | a set: its size, its number of properties, then an id and an offset each |
///
/// Id 0 is a dictionary of names, id 1 the code page. A property that no table and no dictionary
/// names is `Property<id>`.
///
/// Source: MS-OLEPS <https://learn.microsoft.com/openspecs/windows_protocols/ms-oleps>
struct PropertySetReader {
    /// What the keys begin with; the stream's name follows.
    let base: FactKey
    var element: ElementPath = .root
    static let maximumPropertyCount = 65_536

    /// Adds the properties of a stream; false where it is no property set.
    func read(_ block: BinaryBlock, into collector: FactCollector) -> Bool {
        guard block.integer(at: 0, as: UInt16.self) == 0xFFFE,
            let setCount = block.integer(at: 24, as: UInt32.self), setCount > 0
        else { return false }
        for index in 0..<min(Int(setCount), 2) {
            guard let id = block.bytes(at: 28 + index * 20, count: 16),
                let format = GUIDText.text(id),
                let start = block.integer(at: 44 + index * 20, as: UInt32.self)
            else { break }
            read(block, at: Int(start), format: format, into: collector)
        }
        return true
    }

    private func read(
        _ block: BinaryBlock, at start: Int, format: String, into collector: FactCollector
    ) {
        guard let count = block.integer(at: start + 4, as: UInt32.self) else {
            collector.report(
                Issue(.truncated, "a property set lies beyond its stream", at: block.locus))
            return
        }
        var names: [UInt32: String] = [:]
        var missingCount = 0
        for place in 0..<min(Int(count), Self.maximumPropertyCount) {
            let entry = start + 8 + place * 8
            guard let id = block.integer(at: entry, as: UInt32.self),
                let offset = block.integer(at: entry + 4, as: UInt32.self)
            else {
                missingCount += 1
                break
            }
            let valuePlace = start + Int(offset)
            if id == 0 {
                names = dictionary(block, at: valuePlace)
            } else if !state(
                block, id, at: valuePlace, format: format, name: names[id], into: collector)
            {
                missingCount += 1
            }
        }
        guard missingCount > 0 else { return }
        collector.report(
            Issue(
                .malformed, "\(missingCount) of \(count) properties cannot be read",
                at: block.locus))
    }

    private func state(
        _ block: BinaryBlock, _ id: UInt32, at place: Int, format: String, name: String?,
        into collector: FactCollector
    ) -> Bool {
        guard let type = block.integer(at: place, as: UInt16.self),
            let (value, end) = PropertyReading(block: block).value(type, at: place + 4)
        else { return false }
        let name =
            name ?? (id == 1 ? "CodePage" : PropertySetNames.name(of: id, in: format))
            ?? "Property\(id)"
        let key = base.appending(name)
        var element = element
        if let index = PropertySetNames.index(of: id, in: format), index > 0 {
            element = element.appending(segment: key.segments.count - 1, index: index)
        }
        let locus = block.locus(at: place + 4, count: max(0, end - place - 4))
        if id == 1, case .number(.integer(let page), _) = value {
            // The code page is unsigned whatever its type says.
            collector.integer(
                key, page & 0xFFFF, element: element, label: page & 0xFFFF == 1200 ? "UTF-16" : nil,
                locus: locus)
            return true
        }
        if format == PropertySetNames.summary, id == 10, type == 64,
            let ticks = block.integer(at: place + 4, as: UInt64.self)
        {
            // A span of time in the units of a file time, not a date.
            guard ticks < 1 << 56 else {
                return state(value, key, element, block, locus, collector)
            }
            collector.real(
                key, Double(ticks) / 10_000_000, element: element, unit: "s", locus: locus)
            return true
        }
        var label: String?
        if case .number(.integer(let code), _) = value {
            label = PropertySetNames.label(of: name, code)
        }
        collector.state(
            value, key, element: element, unit: PropertySetNames.unit(of: name), label: label,
            in: block, locus: locus)
        return true
    }

    private func state(
        _ value: PropertyValue, _ key: FactKey, _ element: ElementPath, _ block: BinaryBlock,
        _ locus: Locus, _ collector: FactCollector
    ) -> Bool {
        collector.state(value, key, element: element, in: block, locus: locus)
        return true
    }

    /// The names that a set gives to its own properties.
    private func dictionary(_ block: BinaryBlock, at start: Int) -> [UInt32: String] {
        var names: [UInt32: String] = [:]
        guard let count = block.integer(at: start, as: UInt32.self) else { return names }
        var place = start + 4
        for _ in 0..<min(Int(count), Self.maximumPropertyCount) {
            guard let id = block.integer(at: place, as: UInt32.self),
                let length = block.integer(at: place + 4, as: UInt32.self),
                let bytes = block.bytes(at: place + 8, count: Int(length))
            else { break }
            let isWide = bytes.count > 1 && bytes.dropFirst().first == 0
            if isWide, let wide = block.bytes(at: place + 8, count: Int(length) * 2) {
                names[id] = TextDecoding.utf16(upToZero: wide, .little)
                place += (8 + Int(length) * 2 + 3) & ~3
            } else {
                names[id] = TextDecoding.text(of: bytes.prefix { $0 != 0 }).text
                place += 8 + Int(length)
            }
        }
        return names
    }
}

internal import Extraction
internal import MetadataModel

/// Reads the tags and the contents of the streams of a Zeiss AxioVision image.
///
/// A stream `Tags/Contents` is a row of typed values: a version, a count, then a value, a tag and
/// an attribute for each tag. A stream `Contents` of an image or an item begins with eleven values
/// and a block of indices; an item's pixels follow behind a header of seven numbers.
struct ZVIReader {
    private let facts: CompoundFacts

    init(_ facts: CompoundFacts) {
        self.facts = facts
    }

    private static let maximumTagByteCount = 4 << 20
    /// Bytes at the beginning of an item that are looked at; its pixels are behind.
    private static let maximumContentByteCount = 1 << 16

    func read() {
        for entry in facts.file.entries where entry.kind == .stream && !facts.collector.isFull {
            if facts.statePropertySet(entry, base: "zvi") { continue }
            let names = entry.path.map(CompoundEntry.printable)
            if names.suffix(2).contains("Tags") {
                readTags(entry, below: Array(names[..<(names.firstIndex(of: "Tags") ?? 0)]))
            } else if names.last == "Contents" {
                readContents(entry, below: Array(names.dropLast()))
            }
        }
    }

    /// The key of a storage, and the element that the numbers in its names make: `Image/Item(3)`.
    private func holder(_ names: [String]) -> (key: FactKey, element: ElementPath) {
        var key: FactKey = "zvi"
        var element = ElementPath.root
        for (index, name) in names.enumerated() {
            let (plain, number) = CompoundFacts.withoutNumber(name)
            key = key.appending(name.hasSuffix(")") ? plain : name)
            if let number, name.hasSuffix(")") {
                element = element.appending(segment: index + 1, index: number)
            }
        }
        return (key, element)
    }

    private func readTags(_ entry: CompoundEntry, below names: [String]) {
        guard let block = facts.block(entry, maximum: Self.maximumTagByteCount) else { return }
        let (key, element) = holder(names)
        var values = VariantRow(block)
        guard let version = values.next(), let count = values.next()?.integer else {
            facts.collector.noteMetadata(block.bytes.count, understood: false)
            return
        }
        facts.collector.state(
            version.value, key.appending("Tags").appending("Version"), element: element, in: block,
            locus: version.locus)
        let scales = Self.scales(in: values, count)
        var counts: [Int32: Int] = [:]
        for _ in 0..<max(0, min(count, 1 << 20)) {
            guard let value = values.next(), let id = values.next()?.integer,
                let tag = Int32(exactly: id)
            else {
                if UInt64(block.bytes.count) == entry.count {
                    facts.collector.report(
                        Issue(
                            .truncated, "expected \(count) tags, found fewer", at: block.locus))
                }
                break
            }
            _ = values.next()
            let repeated = counts[tag, default: 0]
            counts[tag] = repeated + 1
            let tagKey = key.appending(ZVITagNames.name(of: tag) ?? "Tag\(tag)")
            state(
                value, tag, tagKey,
                repeated == 0
                    ? element : element.appending(segment: names.count + 1, index: repeated),
                block, label: [770, 773, 776].contains(tag) ? scales[tag] : nil,
                unit: [769, 772, 775].contains(tag) ? scales[tag + 1] : nil)
        }
        facts.collector.noteMetadata(values.place, understood: true)
        facts.collector.noteMetadata(block.bytes.count - values.place, understood: false)
    }

    /// The units of the scale's factors, which may stand behind them.
    private static func scales(in values: VariantRow, _ count: Int) -> [Int32: String] {
        var values = values
        var scales: [Int32: String] = [:]
        for _ in 0..<max(0, min(count, 1 << 20)) {
            guard let value = values.next(), let id = values.next()?.integer,
                values.next() != nil
            else { break }
            if [770, 773, 776].contains(id), let code = value.integer {
                scales[Int32(id)] = ZVITagNames.scaleUnit(Int64(code))
            }
        }
        return scales
    }

    private func state(
        _ value: VariantRow.Member, _ tag: Int32, _ key: FactKey, _ element: ElementPath,
        _ block: BinaryBlock, label: String?, unit: String?
    ) {
        facts.collector.state(
            value.value, key, element: element, unit: unit ?? ZVITagNames.unit(of: tag),
            label: label, in: block, locus: value.locus)
    }

    private static let names = [
        "Version", "Type", "TypeDescription", "FileName", "Width", "Height", "Depth", "PixelFormat",
        "Count", "ValidBitsPerPixel", "PluginCLSID",
    ]
    private static let raw = [
        "Version", "Width", "Height", "Depth", "PixelWidth", "PixelFormat", "ValidBitsPerPixel",
    ]

    private func readContents(_ entry: CompoundEntry, below names: [String]) {
        guard let block = facts.block(entry, maximum: Self.maximumContentByteCount) else { return }
        let (base, element) = holder(names)
        let key = base.appending("Contents")
        var values = VariantRow(block)
        for name in Self.names {
            guard let member = values.next() else { return }
            facts.collector.state(
                member.value, key.appending(name), element: element, in: block,
                locus: member.locus)
        }
        guard let indices = values.next(),
            case .bytes(let indexPlace, let indexByteCount) = indices.value, indexByteCount >= 28
        else { return }
        for (name, offset) in [
            ("ImageIndexZ", 8), ("ImageChannelIndex", 12), ("ImageIndexT", 16),
            ("ImageTileIndex", 24),
        ] {
            guard let number = block.integer(at: indexPlace + offset, as: Int32.self) else {
                continue
            }
            facts.collector.integer(
                key.appending(name), Int64(number), element: element,
                locus: block.locus(at: indexPlace + offset, count: 4))
        }
        facts.collector.noteMetadata(values.place, understood: true)
        for _ in 0..<5 { guard values.next() != nil else { return } }
        // Only items hold pixels; others end here.
        guard names.last?.hasPrefix("Item") == true else { return }
        for (index, name) in Self.raw.enumerated() {
            let place = values.place + index * 4
            guard let number = block.integer(at: place, as: Int32.self) else { return }
            facts.collector.integer(
                key.appending("RawImage").appending(name), Int64(number), element: element,
                locus: block.locus(at: place, count: 4))
        }
        let place = values.place + Self.raw.count * 4
        if block.has("WZL", at: place) {
            facts.collector.text(
                key.appending("RawImage").appending("Compression"), "WZL", element: element,
                label: "zlib", locus: block.locus(at: place, count: 3))
        }
    }
}

/// Values of automation in a row, each behind its 16-bit type.
struct VariantRow {
    struct Member {
        let value: PropertyValue
        let locus: Locus

        /// The value where it is an integer.
        var integer: Int? {
            if case .number(.integer(let number), _) = value { return Int(number) }
            return nil
        }
    }

    private let block: BinaryBlock
    private let reading: PropertyReading
    private(set) var place = 0

    init(_ block: BinaryBlock) {
        self.block = block
        reading = PropertyReading(block: block, isWide: true, isPadded: false)
    }

    /// The next value; `nil` at the end, and where a type is unknown.
    mutating func next() -> Member? {
        guard let type = block.integer(at: place, as: UInt16.self) else { return nil }
        let start = place + 2
        var found: (PropertyValue, end: Int)?
        switch type {
        case 9, 13:
            // A reference to an object, by its class.
            if block.bytes(at: start, count: 16) != nil { found = (.empty, start + 16) }
        case 63, 65:
            found = reading.value(65, at: start)
        case 66:
            if let count = block.integer(at: start, as: UInt16.self),
                block.bytes(at: start + 2, count: Int(count)) != nil
            {
                found = (.bytes(place: start + 2, count: Int(count)), start + 2 + Int(count))
            }
        case 69:
            found = reading.value(65, at: start)
        default:
            found = reading.value(type, at: start)
        }
        guard let (value, end) = found else { return nil }
        place = end
        return Member(value: value, locus: block.locus(at: start, count: max(0, end - start)))
    }
}

internal import Extraction
internal import MetadataModel

/// Reads the streams of a Zeiss/Xradia X-ray microscope's file.
struct XradiaReader {
    private let facts: CompoundFacts

    init(_ facts: CompoundFacts) {
        self.facts = facts
    }

    /// Bytes of a stream that are read, and of one that is taken for pixels.
    private static let maximumByteCount = 1 << 18
    private static let pixelByteCount: UInt64 = 4 << 20

    func read() {
        var numbers = StorageNumbers()
        for entry in facts.file.entries where !facts.collector.isFull {
            switch entry.kind {
            case .root: continue
            case .storage: numbers.add(entry.path)
            case .stream:
                guard !Self.holdsPixels(entry), entry.count > 0,
                    !facts.statePropertySet(entry, base: "txrm")
                else { continue }
                state(entry, numbers)
            }
        }
    }

    /// Whether a stream is an image: `ImageData1/Image7`, `ReferenceData/Image`.
    private static func holdsPixels(_ entry: CompoundEntry) -> Bool {
        guard let parent = entry.path.dropLast().last else { return false }
        let name = CompoundFacts.withoutNumber(entry.lastName).name
        return entry.count > pixelByteCount
            || name == "Image" && (parent.contains("ImageData") || parent.contains("Reference"))
            || name == "Thumbnail"
    }

    private func state(_ entry: CompoundEntry, _ numbers: StorageNumbers) {
        guard let block = facts.block(entry, maximum: Self.maximumByteCount) else { return }
        let (key, element) = numbers.key(of: entry)
        let name = entry.lastName
        let unit = Self.units[name]
        switch XradiaStream(block.bytes, name: name) {
        case .texts(let texts):
            facts.collector.noteMetadata(block.bytes.count, understood: true)
            state(texts, key, element, block)
        case .numbers(let values, let written):
            facts.collector.noteMetadata(block.bytes.count, understood: true)
            var label: String?
            if case .integer(let code)? = values.first, values.count == 1 {
                label = Self.labels[name]?[code]
            }
            facts.collector.numbers(
                key, values, count: Int(clamping: entry.count / 4), written: written,
                element: element, unit: unit, label: label, locus: block.locus)
        case .unknown:
            facts.collector.noteMetadata(block.bytes.count, understood: false)
            facts.collector.opaque(
                key, block.bytes, byteCount: Int(clamping: entry.count), element: element,
                locus: block.locus)
        }
    }

    private func state(
        _ texts: [String], _ key: FactKey, _ element: ElementPath, _ block: BinaryBlock
    ) {
        let limits = facts.collector.limits
        guard texts.count <= limits.maximumListCount else {
            let kept = texts.prefix(limits.abridgedListCount) + ["… (\(texts.count) values)"]
            facts.collector.add(
                Fact(
                    key: key, element: element, value: kept.joined(separator: ", "),
                    isAbridged: true, locus: block.locus))
            return
        }
        for (index, text) in texts.enumerated() {
            facts.collector.text(
                key, text,
                element: index == 0
                    ? element : element.appending(segment: key.segments.count - 1, index: index),
                locus: texts.count == 1
                    ? block.locus(at: 0, count: text.utf8.count) : block.locus)
        }
    }

    /// Units that the maker's software fixes, by stream.
    private static let units: [String: String] = [
        "Angles": "deg", "CamPixelSize": "um", "CCDPixelSize": "um", "CameraTemperature": "degC",
        "ConeAngle": "deg", "Current": "uA", "DtoRADistance": "mm", "Energy": "eV",
        "ExpTimes": "s", "ExpTime": "s", "FanAngle": "deg", "ImageHeight": "px",
        "ImageWidth": "px", "PixelSize": "um", "StoRADistance": "mm", "Voltage": "kV",
        "XPosition": "um", "XrayCurrent": "uA", "XrayVoltage": "kV", "YPosition": "um",
        "ZPosition": "um", "DefaultTemp": "degC",
    ]

    private static let labels: [String: [Int64: String]] = [
        "DataType": [5: "uint16", 10: "float32"],
        "ReconDataType": [5: "uint16", 10: "float32"],
    ]
}

/// The elements that storages with a number are: `Camera 2` is the second `Camera` of its parent.
private struct StorageNumbers {
    private var counts: [[String]: Int] = [:]
    private var indices: [[String]: Int] = [:]

    mutating func add(_ path: [String]) {
        guard let last = path.last else { return }
        let (name, number) = CompoundFacts.withoutNumber(last)
        guard number != nil else { return }
        let plain = path.dropLast() + [name]
        indices[path] = counts[Array(plain), default: 0]
        counts[Array(plain), default: 0] += 1
    }

    func key(of entry: CompoundEntry) -> (FactKey, ElementPath) {
        var key: FactKey = "txrm"
        var element = ElementPath.root
        for (depth, segment) in entry.path.enumerated() {
            let index = indices[Array(entry.path.prefix(depth + 1))]
            let isStorage = depth < entry.path.count - 1
            key = key.appending(
                isStorage && index != nil
                    ? CompoundFacts.withoutNumber(segment).name : CompoundEntry.printable(segment))
            if isStorage, let index, index > 0 {
                element = element.appending(segment: depth + 1, index: index)
            }
        }
        return (key, element)
    }
}

internal import Extraction
internal import MetadataModel

/// One block of a series of a `.lei` file.
///
/// | Tag | Keys below `lei.Series`                                            |
/// |----:|:-------------------------------------------------------------------|
/// |  10 | `Version`, `NumberOfSeries`, `FileNameLength`, `FileExtension`     |
/// |  15 | `NumberOfImages`, `ImageWidth`, `ImageHeight`, `BitsPerSample`, `SamplesPerPixel`, `FileName` |
/// |  20 | `VoxelType`, `BytesPerPixel`, `Resolution`, `MaximumVoxelIntensity` …, `Dimension.Size` … |
/// |  30, 50, 200 to 299, 700 to 799 | `FilterSet.…`, `ScannerSet.…` by the parts of an entry's name |
/// |  40 | `TimeStamp`, `TimeMarker`                                          |
/// |  60 | `Experiment.Description` …                                         |
/// |  70 | `LUT.Name` …                                                       |
/// |  80 | `Band.LowerWavelength` …                                           |
struct LEIBlock {
    private static let maximumCount = 65536
    private static let dimensionNames: [Int: String] = [
        0: "undefined", 120: "x", 121: "y", 122: "z", 116: "t", 6_815_843: "channel",
        6_357_100: "wave length", 7_602_290: "rotation", 7_798_904: "x-wide of the stage",
        7_798_905: "y-wide of the stage", 7_798_906: "z-wide of the drive",
    ]

    private let block: BinaryBlock
    private let element: ElementPath
    private let collector: FactCollector
    private var place = 0

    init(_ block: BinaryBlock, element: ElementPath, collector: FactCollector) {
        self.block = block
        self.element = element
        self.collector = collector
    }

    /// Adds the facts of the block.
    ///
    /// - Parameter nameByteCount: Bytes of a file's name, which tag 10 states for tag 15.
    mutating func state(tag: UInt32, nameByteCount: inout Int) {
        switch tag {
        case 10: nameByteCount = stateSeries()
        case 15: stateImages(nameByteCount: nameByteCount)
        case 20: stateDimensions()
        case 40: stateTimes()
        case 60: stateExperiment()
        case 70: stateTables()
        case 80: stateBands()
        case 30, 700..<800: stateSettings("FilterSet")
        case 50, 200..<300: stateSettings("ScannerSet")
        default:
            collector.opaque(
                key("Tag\(tag)"), block.bytes, element: element,
                locus: block.locus(at: 0, count: block.bytes.count))
            return collector.noteMetadata(block.bytes.count, understood: false)
        }
        collector.noteMetadata(block.bytes.count, understood: true)
    }

    // MARK: Blocks

    private mutating func stateSeries() -> Int {
        integers(["Version", "NumberOfSeries", "FileNameLength"])
        let nameByteCount = 2 * max(0, min(block.int32(at: 8) ?? 0, Self.maximumCount))
        let count = takeInteger() ?? 0
        text("FileExtension", byteCount: 2 * max(0, min(count, Self.maximumCount)))
        return nameByteCount
    }

    private mutating func stateImages(nameByteCount: Int) {
        let count = block.int32(at: 0) ?? 0
        integers([
            "NumberOfImages", "ImageWidth", "ImageHeight", "BitsPerSample", "SamplesPerPixel",
        ])
        guard nameByteCount > 0 else { return }
        for index in 0..<max(0, min(count, Self.maximumCount)) where place < block.bytes.count {
            text("FileName", byteCount: nameByteCount, index: index)
        }
    }

    private mutating func stateDimensions() {
        integers(["VoxelVersion"])
        integer("VoxelType", labels: [10: "gray", 20: "RGB"])
        integers(["BytesPerPixel", "Resolution"])
        for name in ["MaximumVoxelIntensity", "MinimumVoxelIntensity"] { countedText(name) }
        let unread = takeInteger() ?? 0
        place += 2 * max(0, min(unread, Self.maximumCount)) + 4
        let count = takeInteger() ?? 0
        for index in 0..<max(0, min(count, 64)) where place < block.bytes.count {
            integer("Dimension.Id", labels: Self.dimensionNames, index: index)
            integer("Dimension.Size", index: index)
            integer("Dimension.Distance", index: index)
            countedText("Dimension.Length", index: index)
            countedText("Dimension.Origin", index: index)
        }
        for name in ["Name", "Description"] { countedText(name, isDoubled: false) }
    }

    private mutating func stateTimes() {
        let dimensionCount = takeInteger() ?? 0
        integers(["TimeStampedDimension"])
        place += 12 * max(0, min(dimensionCount, 64))
        let count = takeInteger() ?? 0
        for index in 0..<max(0, min(count, Self.maximumCount)) where place < block.bytes.count {
            text("TimeStamp", byteCount: 64, index: index)
        }
        let markerCount = takeInteger() ?? 0
        for index in 0..<max(0, min(markerCount, Self.maximumCount))
        where place < block.bytes.count {
            let coordinateCount = takeInteger() ?? 0
            place += 4 * max(0, min(coordinateCount, 64))
            text("TimeMarker", byteCount: 64, index: index)
        }
    }

    private mutating func stateExperiment() {
        place = 8
        for name in ["Description", "MainFileExtension", "ImageFormat", "SingleImageExtension"] {
            countedText("Experiment." + name)
        }
    }

    private mutating func stateTables() {
        let count = takeInteger() ?? 0
        integers(["ColoredDimension"])
        for index in 0..<max(0, min(count, 256)) where place < block.bytes.count {
            integer("LUT.Version", index: index)
            place += 1
            for name in ["Description", "FileName", "Name"] {
                countedText("LUT." + name, isDoubled: false, index: index)
            }
            place += 8
        }
    }

    private mutating func stateBands() {
        let count = takeInteger() ?? 0
        for index in 0..<max(0, min(count, 256)) where place < block.bytes.count {
            for (name, gap) in [
                ("LowerWavelength", 4), ("HigherWavelength", 4), ("Gain", 0), ("Offset", 0),
            ] {
                if let value = block.double(at: place) {
                    collector.real(
                        key("Band." + name), value, element: inner(index),
                        unit: gap > 0 ? "nm" : nil, locus: block.locus(at: place, count: 8))
                }
                place += 8 + gap
            }
        }
    }

    /// An array of entries alike: a name of parts, a description, a text, a type, a value.
    private mutating func stateSettings(_ group: String) {
        guard let width = block.int32(at: 4), width >= 272, let count = block.int32(at: 16) else {
            return
        }
        var counts: [String: Int] = [:]
        for index in 0..<max(0, min(count, Self.maximumCount)) {
            let (distance, isTooFar) = index.multipliedReportingOverflow(by: width)
            guard !isTooFar, distance < block.bytes.count, !collector.isFull else { return }
            let start = 24 + distance
            guard let name = wide(at: start, count: 128), !name.isEmpty,
                let value = settingValue(at: start + 256)
            else { continue }
            let parts = name.split(separator: "|").prefix(3).map(String.init)
            let key = FactKey(segments: ["lei", "Series", group] + parts)
            let occurrence = counts[name, default: 0]
            counts[name] = occurrence + 1
            let text = value.text ?? wide(at: start + 192, count: 64) ?? ""
            var fact = Fact(
                key: key,
                element: occurrence == 0
                    ? element : element.appending(segment: parts.count + 2, index: occurrence),
                value: text, label: wide(at: start + 128, count: 64),
                locus: block.locus(at: value.place, count: value.byteCount))
            if fact.label?.isEmpty == true { fact.label = nil }
            fact.deriveSlots()
            collector.add(fact)
        }
    }

    /// The value behind a type, as a variant of OLE has it; without a text where it is one.
    private func settingValue(at place: Int) -> (text: String?, place: Int, byteCount: Int)? {
        let value = place + 8
        switch block.integer(at: place, as: UInt16.self) {
        case 2: return block.integer(at: value, as: Int16.self).map { (String($0), value, 2) }
        case 3: return block.int32(at: value).map { (String($0), value, 4) }
        case 4:
            return block.integer(at: value, as: UInt32.self).map {
                (Fact.spelling(of: Float(bitPattern: $0)), value, 4)
            }
        case 5: return block.double(at: value).map { (Fact.spelling(of: $0), value, 8) }
        case 7, 11:
            return block.integer(at: value, as: UInt8.self).map {
                ($0 == 0 ? "false" : "true", value, 1)
            }
        case nil: return nil
        default: return (nil, place - 64, 64)
        }
    }

    // MARK: Parts

    private func key(_ name: String) -> FactKey {
        FactKey(printed: "lei.Series." + name)
    }

    private func inner(_ index: Int) -> ElementPath {
        element.appending(segment: 2, index: index)
    }

    private mutating func takeInteger() -> Int? {
        defer { place += 4 }
        return block.int32(at: place)
    }

    private mutating func integers(_ names: [String]) {
        for name in names { integer(name) }
    }

    private mutating func integer(_ name: String, labels: [Int: String] = [:], index: Int? = nil) {
        let start = place
        guard let value = takeInteger() else { return }
        collector.integer(
            key(name), Int64(value), element: index.map(inner) ?? element, label: labels[value],
            locus: block.locus(at: start, count: 4))
    }

    /// A text behind its number of characters, or of bytes.
    private mutating func countedText(_ name: String, isDoubled: Bool = true, index: Int? = nil) {
        let count = max(0, min(takeInteger() ?? 0, Self.maximumCount))
        text(name, byteCount: isDoubled ? 2 * count : count, index: index)
    }

    private mutating func text(_ name: String, byteCount: Int, index: Int? = nil) {
        defer { place += byteCount }
        guard let text = wide(at: place, count: byteCount), !text.isEmpty else { return }
        collector.text(
            key(name), text, element: index.map(inner) ?? element,
            locus: block.locus(at: place, count: byteCount))
    }

    private func wide(at place: Int, count: Int) -> String? {
        block.bytes(at: place, count: count).map { TextDecoding.utf16(upToZero: $0, block.order) }
    }
}

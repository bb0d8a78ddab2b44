internal import Extraction
internal import MetadataModel
internal import XMLReading

/// The document of a LIF file: all of it as XML, and of each image what is scattered in it.
///
/// | Key, element Image      | From                                                           |
/// |:------------------------|:---------------------------------------------------------------|
/// | `lif.Image.Name`        | `Name` of the element that holds the image                     |
/// | `lif.Image.SizeX` …     | `NumberOfElements` of the dimension by its `DimID`             |
/// | `lif.Image.SizeC`       | the channels that are described                                |
/// | `lif.Image.VoxelSizeX` … | `Length` from the first centre to the last, by the steps between |
/// | `lif.Image.StartTime`   | the first time stamp                                           |
final class LIFDocument: XMLHandler {
    private static let dimensions = [
        "1": "X", "2": "Y", "3": "Z", "4": "T", "5": "Lambda", "6": "Rotation", "7": "XT",
        "8": "TSlices", "9": "Loop", "10": "Mosaic",
    ]

    private struct Dimension {
        let letter: String
        let count: Int64
        let countLocus: Locus
        let length: Double?
        let unit: String?
    }

    private struct Image {
        let depth: Int
        var name: (text: String, locus: Locus)?
        var channelCount: Int64 = 0
        var dimensions: [Dimension] = []
        var start: (time: WindowsFileTime, locus: Locus)?
    }

    private let facts: XMLFacts
    private let collector: FactCollector
    private var path: [String] = []
    private var names: [(text: String, locus: Locus)?] = []
    private var image: Image?
    private var imageCount = 0

    init(collector: FactCollector) {
        self.collector = collector
        facts = XMLFacts(key: "lif", dialect: .leica, collector: collector)
    }

    var isSatisfied: Bool { facts.isSatisfied }

    func start(_ tag: XMLTag) {
        facts.start(tag)
        path.append(tag.name)
        switch tag.name {
        case "Element":
            names.append(value("Name", of: tag))
        case "Image" where image == nil && path.dropLast().last == "Data":
            image = Image(depth: path.count, name: names.last ?? nil)
        case "ChannelDescription":
            image?.channelCount += 1
        case "DimensionDescription":
            takeDimension(tag)
        case "TimeStamp" where image?.start == nil:
            guard let high = value("HighInteger", of: tag), let low = value("LowInteger", of: tag),
                let upper = UInt32(high.text), let lower = UInt32(low.text),
                let time = WindowsFileTime(UInt64(upper) << 32 | UInt64(lower))
            else { return }
            image?.start = (time, high.locus)
        default: return
        }
    }

    func end() {
        facts.end()
        guard let name = path.last else { return }
        if let image, image.depth == path.count { state(image) }
        if name == "Element" { _ = names.popLast() }
        path.removeLast()
    }

    func text(_ text: XMLText) {
        facts.text(text)
        guard path.last == "TimeStampList", image?.start == nil,
            let word = text.string.utf8.split(separator: 0x20, maxSplits: 1).first,
            let steps = UInt64(Substring(word), radix: 16), let time = WindowsFileTime(steps)
        else { return }
        image?.start = (
            time,
            Locus(
                offset: text.place.offset, length: UInt64(2 * word.count),
                address: "TimeStampList")
        )
    }

    func comment(_ text: XMLText) { facts.comment(text) }

    func instruction(target: String, _ text: XMLText) { facts.instruction(target: target, text) }

    func report(_ issue: Issue) { facts.report(issue) }

    // MARK: Images

    private func value(_ name: String, of tag: XMLTag) -> (text: String, locus: Locus)? {
        tag.attributes.first { $0.name == name }.map { attribute in
            (
                attribute.value,
                Locus(
                    offset: attribute.place.offset, length: attribute.place.length,
                    address: "\(tag.name)/@\(name)")
            )
        }
    }

    private func takeDimension(_ tag: XMLTag) {
        guard let code = value("DimID", of: tag), let letter = Self.dimensions[code.text],
            let count = value("NumberOfElements", of: tag), let number = Int64(count.text)
        else { return }
        image?.dimensions.append(
            Dimension(
                letter: letter, count: number, countLocus: count.locus,
                length: value("Length", of: tag).flatMap { Double($0.text) },
                unit: value("Unit", of: tag)?.text))
    }

    private func state(_ image: Image) {
        self.image = nil
        let element = ElementPath(segment: 1, index: imageCount)
        imageCount += 1
        if let name = image.name {
            collector.text("lif.Image.Name", name.text, element: element, locus: name.locus)
        }
        if image.channelCount > 0 {
            collector.integer(
                "lif.Image.SizeC", image.channelCount, element: element,
                locus: Locus(address: "ChannelDescription"))
        }
        for dimension in image.dimensions {
            collector.integer(
                FactKey(segments: ["lif", "Image", "Size" + dimension.letter]), dimension.count,
                element: element, locus: dimension.countLocus)
            guard ["X", "Y", "Z"].contains(dimension.letter), dimension.count > 1,
                let length = dimension.length, length.isFinite, length != 0
            else { continue }
            collector.real(
                FactKey(segments: ["lif", "Image", "VoxelSize" + dimension.letter]),
                abs(length) / Double(dimension.count - 1), element: element,
                unit: dimension.unit?.isEmpty == true ? nil : dimension.unit,
                locus: Locus(address: "DimensionDescription/@Length"))
        }
        if let start = image.start {
            collector.text(
                "lif.Image.StartTime", start.time.text, element: element, locus: start.locus)
        }
    }
}

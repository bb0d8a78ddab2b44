internal import Extraction
internal import MetadataModel

/// Reads what ImageJ keeps in tags 50838 and 50839: the `Info` text, labels, ranges.
///
/// Tag 50838 lists byte counts: first that of the header, then that of each part in tag 50839. The
/// header is `IJIJ` and, for each kind of part, its 4-character name and how many parts there are,
/// in the byte order of the file.
///
/// | Part | Key | Content |
/// |:-----|:----|:--------|
/// | `info` | `imagej.Info`     | UTF-16 text, opened as a payload |
/// | `labl` | `imagej.Label`    | UTF-16 text, one a slice: element = slice |
/// | `rang` | `imagej.DisplayRange` | pairs of doubles, one pair a channel |
/// | `prop` | `imagej.Property.<Name>` | UTF-16 texts, name and value in turn |
/// | `luts` | `imagej.LUT`      | opaque |
/// | `roi ` | `imagej.ROI`      | opaque |
/// | `over` | `imagej.Overlay`  | opaque |
/// | `plot` | `imagej.Plot`     | opaque |
///
/// Source: <https://imagej.net/ij/developer/api/ij/ij/io/TiffDecoder.html>.
struct ImageJMetadataReader: TIFFBlockReader {
    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool {
        let counts = try byteCounts(of: field)
        guard let headerByteCount = counts.first, headerByteCount >= 12 else { return false }
        var block = try BinaryBlock(field)
        if block.has("JIJI") {
            block = try BinaryBlock(field, order: field.file.order == .little ? .big : .little)
        }
        guard block.integer(at: 0, as: UInt32.self) == 0x494A_494A else { return false }
        var place = headerByteCount
        var next = 1
        for kindPlace in stride(from: 4, through: headerByteCount - 8, by: 8) {
            guard let kind = block.integer(at: kindPlace, as: UInt32.self),
                let partCount = block.integer(at: kindPlace + 4, as: UInt32.self)
            else { break }
            let name = withUnsafeBytes(of: kind.bigEndian) { String(decoding: $0, as: UTF8.self) }
            var propertyName: String?
            for index in 0..<Int(partCount) {
                guard next < counts.count, block.bytes(at: place, count: counts[next]) != nil else {
                    throw ExtractionError(
                        .truncated, "expected \(partCount) parts of kind \(name), found \(index)",
                        at: field.locus)
                }
                let part = Part(
                    block: block, place: place, count: counts[next], index: index,
                    element: field.element)
                if name == "prop" {
                    propertyName = part.stateProperty(named: propertyName, into: collector)
                } else {
                    part.state(as: name, into: collector)
                }
                place += counts[next]
                next += 1
            }
        }
        return true
    }

    private func byteCounts(of field: TIFFField) throws(ExtractionError) -> [Int] {
        guard let entry = field.directory.entry(50838) else { return [] }
        var counts: [Int] = []
        for case .integer(let count) in try field.file.numbers(of: entry) {
            counts.append(Int(count))
        }
        return counts
    }
}

/// One part of ImageJ's metadata.
private struct Part {
    let block: BinaryBlock
    let place: Int
    let count: Int
    /// Which of the parts of its kind.
    let index: Int
    let element: ElementPath

    var locus: Locus { block.locus(at: place, count: count) }

    private var text: String {
        block.bytes(at: place, count: count).map { TextDecoding.utf16(upToZero: $0, block.order) }
            ?? ""
    }

    func state(as kind: String, into collector: FactCollector) {
        switch kind {
        case "info": collector.text("imagej.Info", text, element: element, locus: locus)
        case "labl":
            collector.text(
                "imagej.Label", text, element: ElementPath(index: index), locus: locus)
        case "rang":
            let values = stride(from: place, to: place + count - 7, by: 8).compactMap {
                block.double(at: $0)
            }
            collector.numbers(
                "imagej.DisplayRange", values.map { .real($0) }, element: element, locus: locus)
        case "luts": stateOpaque("imagej.LUT", into: collector)
        case "roi ": stateOpaque("imagej.ROI", into: collector)
        case "over": stateOpaque("imagej.Overlay", into: collector)
        case "plot": stateOpaque("imagej.Plot", into: collector)
        default:
            stateOpaque(FactKey(segments: ["imagej", "Metadata", kind]), into: collector)
        }
    }

    private func stateOpaque(_ key: FactKey, into collector: FactCollector) {
        guard let bytes = block.bytes(at: place, count: count) else { return }
        collector.opaque(
            key, Array(bytes), element: ElementPath(index: index), locus: locus)
    }

    /// Keeps the name of a property, or adds its value.
    ///
    /// - Returns: The name that the next part is the value of.
    func stateProperty(named name: String?, into collector: FactCollector) -> String? {
        guard let name else { return text }
        collector.text(
            FactKey(segments: ["imagej", "Property", name]), text, element: element, locus: locus)
        return nil
    }
}

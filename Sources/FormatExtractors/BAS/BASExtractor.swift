public import Extraction
internal import MetadataModel

/// Extracts the description of a scan of a Fuji imaging plate: the `.inf` beside an `.img`.
///
/// Each line is one value, of which only its number in the file tells the meaning:
///
/// | Line | Key                | Unit |
/// |-----:|:-------------------|:-----|
/// |    2 | `bas.FileName`     |      |
/// |    3 | `bas.PlateSize`    |      |
/// |    4 | `bas.PixelSizeX`   | µm   |
/// |    5 | `bas.PixelSizeY`   | µm   |
/// |    6 | `bas.BitsPerPixel` | bit  |
/// |    7 | `bas.Width`        | px   |
/// |    8 | `bas.Height`       | px   |
/// |    9 | `bas.Sensitivity`  |      |
/// |   10 | `bas.Latitude`     |      |
/// |   11 | `bas.Date`         |      |
/// |   12 | `bas.Time`         | s since 1970 |
///
/// |   13 | `bas.OverflowPixels` | px |
///
/// Later lines are `bas.line`. Newer scanners leave out the size of the plate: where line 3 is a
/// number, it is the size of a pixel.
///
/// Source: <https://cars9.uchicago.edu/software/idl/detector_routines.html>, `READ_BAS2000`
public struct BASExtractor: Extractor {
    public let id = "bas"
    public let version = 1

    private static let members: [(name: String, unit: String?)] = [
        ("FileName", nil), ("PlateSize", nil), ("PixelSizeX", "um"), ("PixelSizeY", "um"),
        ("BitsPerPixel", "bit"), ("Width", "px"), ("Height", "px"), ("Sensitivity", nil),
        ("Latitude", nil), ("Date", nil), ("Time", nil), ("OverflowPixels", "px"),
    ]

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("BAS_IMAGE_FILE") ? .signature("BAS_IMAGE_FILE") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let text = try HeaderText(beginning: reader, maximum: 1 << 16)
        var facts = HeaderFacts(text, key: "bas", into: collector)
        let lines = text.lines
        var members = Self.members
        if lines.count > 2, Double(text.text(text.trimmed(lines[2].range))) != nil {
            members.removeAll { $0.name == "PlateSize" }
        }
        for (index, line) in lines.dropFirst().enumerated() {
            let value = text.trimmed(line.range)
            guard !value.isEmpty else { continue }
            let member: (name: String, unit: String?) =
                index < members.count ? members[index] : ("line", nil)
            facts.add(member.name, value, line: line.number, unit: member.unit)
        }
        collector.noteMetadata(text.bytes.count, understood: true)
        if lines.count < 8 {
            throw ExtractionError(
                .truncated, "expected the size of the image in lines 7 and 8, found \(lines.count)",
                offset: reader.count)
        }
    }
}

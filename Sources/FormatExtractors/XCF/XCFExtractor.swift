public import Extraction
internal import MetadataModel

/// Extracts header and properties of a GIMP image, and its parasites.
///
/// | Key | What |
/// |:----|:-----|
/// | `xcf.Version`, `xcf.Width`, `xcf.Height`, `xcf.BaseType`, `xcf.Precision` | the header |
/// | `xcf.Resolution`, `xcf.Compression`, `xcf.Unit`, `xcf.Tattoo` … | properties |
/// | `xcf.Parasite.gimp-comment` … | texts that programs attach |
/// | `icc.` `tiff.` `exif.` `xmp.` | what stands in the parasites icc-profile, exif-data, gimp-metadata |
///
/// Source: <https://developer.gimp.org/core/standards/xcf/>.
public struct XCFExtractor: Extractor {
    public let id = "xcf"
    public let version = 1

    private static let header = StructureTable(
        namespace: "xcf",
        """
        14 uint32 Width px
        18 uint32 Height px
        22 uint32 BaseType: 0 RGB color; 1 grayscale; 2 indexed color
        """)

    private static let properties: [UInt32: StructureTable] = [
        17: StructureTable(
            namespace: "xcf", "0 uint8 Compression: 0 none; 1 RLE; 2 zlib; 3 fractal"),
        19: StructureTable(
            namespace: "xcf.Resolution",
            """
            0 float32 Horizontal 1/in
            4 float32 Vertical 1/in
            """),
        20: StructureTable(namespace: "xcf", "0 uint32 Tattoo"),
        22: StructureTable(
            namespace: "xcf", "0 uint32 Unit: 1 inch; 2 millimetre; 3 point; 4 pica"),
    ]

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("gimp xcf ") ? .signature("gimp xcf") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = BinaryBlock(
            try reader.prefix(maximum: 30), order: .big, at: 0, address: "header")
        let mark = head.text(at: 9, count: 4) ?? ""
        collector.text("xcf.Version", mark, locus: head.locus(at: 9, count: 4))
        Self.header.state(head, element: .root, into: collector)
        var place: UInt64 = 26
        if mark.hasPrefix("v"), let number = Int(mark.dropFirst()), number >= 4 {
            if let precision = head.integer(at: 26, as: UInt32.self) {
                collector.integer(
                    "xcf.Precision", Int64(precision), locus: head.locus(at: 26, count: 4))
            }
            place = 30
        }
        collector.noteMetadata(Int(place), understood: true)
        while !collector.isFull {
            let type = try reader.uint32(at: place, .big)
            let count = try reader.uint32(at: place + 4, .big)
            if type == 0 { return }
            guard UInt64(count) <= reader.count - place - 8 else {
                throw ExtractionError(
                    .truncated, "expected \(count) bytes of the property \(type)", offset: place)
            }
            let value = BinaryBlock(
                try reader.bytes(at: place + 8, count: Int(min(count, 4 << 20))), order: .big,
                at: place + 8, address: "property \(type)")
            state(type, value, into: collector)
            collector.noteMetadata(value.bytes.count + 8, understood: true)
            place += 8 + UInt64(count)
        }
    }

    private func state(_ type: UInt32, _ value: BinaryBlock, into collector: FactCollector) {
        if let table = Self.properties[type] {
            table.state(value, element: .root, into: collector)
        } else if type == 21 {
            parasites(value, into: collector)
        } else {
            let key = FactKey(printed: "xcf.Property\(type)")
            collector.opaque(key, value.bytes, locus: value.locus)
        }
    }

    /// Reads parasites: a name and a value, each behind its length, with flags (4) between.
    private func parasites(_ block: BinaryBlock, into collector: FactCollector) {
        var place = 0
        while let nameCount = block.integer(at: place, as: UInt32.self),
            let name = block.text(at: place + 4, count: Int(nameCount)),
            let count = block.integer(at: place + 8 + Int(nameCount), as: UInt32.self),
            block.bytes(at: place + 12 + Int(nameCount), count: Int(count)) != nil
        {
            let start = place + 12 + Int(nameCount)
            let value = BinaryBlock(block, at: start, count: Int(count))
            place = start + Int(count)
            if name == "icc-profile", ICCProfileReader.read(value, element: .root, into: collector)
            {
                continue
            }
            if name == "exif-data", EmbeddedTIFF.read(value, from: 6, into: collector) { continue }
            let key = FactKey(segments: ["xcf", "Parasite", name])
            if value.bytes.withUnsafeBytes(TIFFText.isReadable) {
                collector.text(
                    key, value.text(at: 0, count: Int(count)) ?? "", locus: value.locus)
            } else {
                collector.opaque(key, value.bytes, locus: value.locus)
            }
        }
    }
}

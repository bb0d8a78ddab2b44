public import Extraction
internal import MetadataModel

/// Extracts the list of images of an Apple icon.
///
/// Behind `icns` and the file's size stand elements: type (4), size with its header (4), content;
/// big-endian.
///
/// Source: <https://en.wikipedia.org/wiki/Apple_Icon_Image_format>.
public struct ICNSExtractor: Extractor {
    public let id = "icns"
    public let version = 1

    private static let meanings: [String: String] = [
        "ICON": "32 × 32, 1 bit", "ICN#": "32 × 32, 1 bit with mask", "is32": "16 × 16, 24 bit",
        "il32": "32 × 32, 24 bit", "ih32": "48 × 48, 24 bit", "it32": "128 × 128, 24 bit",
        "s8mk": "16 × 16 mask", "l8mk": "32 × 32 mask", "h8mk": "48 × 48 mask",
        "t8mk": "128 × 128 mask", "icp4": "16 × 16", "icp5": "32 × 32", "icp6": "64 × 64",
        "ic04": "16 × 16 ARGB", "ic05": "32 × 32 ARGB", "ic07": "128 × 128", "ic08": "256 × 256",
        "ic09": "512 × 512", "ic10": "1024 × 1024, 512 × 512 at 2x",
        "ic11": "32 × 32, 16 × 16 at 2x",
        "ic12": "64 × 64, 32 × 32 at 2x", "ic13": "256 × 256, 128 × 128 at 2x",
        "ic14": "512 × 512, 256 × 256 at 2x", "TOC ": "table of contents", "name": "name",
        "info": "property list", "icnV": "version of Icon Composer",
    ]

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("icns") ? .signature("icns") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let stated = UInt64(try reader.uint32(at: 4, .big))
        collector.integer(
            "icns.FileLength", Int64(stated), unit: "B",
            locus: Locus(offset: 4, length: 4, address: "header"))
        var place: UInt64 = 8
        var index = 0
        while place < min(stated, reader.count), index < 4096 {
            let head = BinaryBlock(
                try reader.bytes(at: place, count: 8), order: .big, at: place, address: "element")
            let type = head.text(at: 0, count: 4) ?? ""
            let size = UInt64(head.integer(at: 4, as: UInt32.self) ?? 0)
            guard size >= 8 else {
                throw ExtractionError(.malformed, "expected 8 bytes or more", offset: place)
            }
            let element = ElementPath(segment: 1, index: index)
            collector.text(
                "icns.Icon.Type", type, element: element, label: Self.meanings[type],
                locus: head.locus(at: 0, count: 4))
            collector.integer(
                "icns.Icon.Length", Int64(size), element: element, unit: "B",
                locus: head.locus(at: 4, count: 4))
            collector.noteMetadata(8, understood: true)
            guard size <= reader.count - place else {
                throw ExtractionError(
                    .truncated, "expected \(size) bytes of the element \(type)", offset: place)
            }
            place += size
            index += 1
        }
    }
}

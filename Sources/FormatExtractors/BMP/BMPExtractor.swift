public import Extraction
internal import MetadataModel

/// Extracts the headers of a Windows or OS/2 bitmap (BMP, DIB), and of icons and cursors (ICO, CUR).
///
/// | Key | What |
/// |:----|:-----|
/// | `bmp.FileSize`, `bmp.PixelOffset` | the file header |
/// | `bmp.Width`, `bmp.XPelsPerMeter` … | the bitmap header: OS/2 1 and 2, Windows 3, 4 and 5 |
/// | `icc.` | the profile of version 5 |
/// | `bmp.Icon.Width` … | the images of an icon, one an element |
///
/// Source: <https://learn.microsoft.com/en-us/windows/win32/gdi/bitmap-header-types>;
/// <https://www.fileformat.info/format/os2bmp/egff.htm>.
public struct BMPExtractor: Extractor {
    public let id = "bmp"
    public let version = 2

    private static let headerSizes: Set<UInt32> = [12, 16, 40, 52, 56, 64, 108, 124]

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        if header.has("BM"), header.bytes.count >= 18 {
            let size = header.bytes.withUnsafeBytes {
                $0.integer(at: 14, .little, as: UInt32.self)
            }
            if Self.headerSizes.contains(size) { return .signature("BM") }
        }
        let isIcon = header.has([0, 0, 1, 0]) || header.has([0, 0, 2, 0])
        if isIcon, ["ico", "cur"].contains(header.suffix) { return .suffix(header.suffix) }
        if header.suffix == "dib", header.has([40, 0, 0, 0]) { return .suffix("dib") }
        return nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = BinaryBlock(
            try reader.prefix(maximum: 4096), order: .little, at: 0, address: "header")
        if head.has("BM") {
            collector.text("bmp.Signature", "BM", locus: head.locus(at: 0, count: 2))
            BMPTables.file.state(head, element: .root, into: collector)
            try bitmap(BinaryBlock(head, at: 14, count: 4096), reader, into: collector)
        } else if head.has("\u{28}\0\0\0") {
            try bitmap(head, reader, into: collector)
        } else {
            try icon(head, into: collector)
        }
    }

    private func bitmap(
        _ header: BinaryBlock, _ reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        guard let size = header.integer(at: 0, as: UInt32.self) else {
            throw ExtractionError(.truncated, "expected a bitmap header", offset: header.offset)
        }
        let part = BinaryBlock(header, at: 0, count: Int(min(size, 124)))
        (size == 12 ? BMPTables.core : BMPTables.windows).state(
            part, element: .root, into: collector)
        if size >= 108, let space = part.bytes(at: 56, count: 4) {
            let letters = Array(space.reversed())
            collector.text(
                "bmp.ColorSpaceType", TextDecoding.text(of: letters.prefix { $0 != 0 }).text,
                locus: part.locus(at: 56, count: 4))
        }
        collector.noteMetadata(part.bytes.count + 14, understood: true)
        collector.extent(z: 1, times: 1, locus: part.locus)
        guard part.bytes.count == Int(min(size, 124)) else {
            throw ExtractionError(
                .truncated, "expected \(size) bytes of bitmap header", offset: header.offset)
        }
        if size == 124, let offset = part.integer(at: 112, as: UInt32.self), offset > 0,
            let count = part.integer(at: 116, as: UInt32.self), count > 0
        {
            let place = header.offset + UInt64(offset)
            let profile = BinaryBlock(
                try reader.bytes(at: place, count: Int(count)), order: .big, at: place,
                address: "profile")
            if !ICCProfileReader.read(profile, element: .root, into: collector) {
                collector.text(
                    "bmp.LinkedProfile",
                    TextDecoding.text(of: profile.bytes.prefix { $0 != 0 }).text,
                    locus: profile.locus)
            }
        }
    }

    private func icon(_ head: BinaryBlock, into collector: FactCollector) throws(ExtractionError) {
        guard let type = head.integer(at: 2, as: UInt16.self),
            let count = head.integer(at: 4, as: UInt16.self)
        else { throw ExtractionError(.truncated, "expected an icon directory", offset: 0) }
        collector.integer(
            "bmp.Icon.Type", Int64(type), label: [1: "icon", 2: "cursor"][type],
            locus: head.locus(at: 2, count: 2))
        collector.integer("bmp.Icon.Count", Int64(count), locus: head.locus(at: 4, count: 2))
        for index in 0..<Int(count) {
            let part = BinaryBlock(head, at: 6 + index * 16, count: 16)
            guard part.bytes.count == 16 else {
                throw ExtractionError(
                    .truncated, "expected \(count) images, found \(index)", offset: part.offset)
            }
            let element = ElementPath(segment: 1, index: index)
            for (name, place) in [("Width", 0), ("Height", 1)] {
                // 0 stands for 256.
                let value = part.bytes[place] == 0 ? 256 : Int64(part.bytes[place])
                collector.integer(
                    FactKey(printed: "bmp.Icon.\(name)"), value, element: element, unit: "px",
                    locus: part.locus(at: place, count: 1))
            }
            (type == 2 ? BMPTables.cursor : BMPTables.icon).state(
                part, element: element, into: collector)
            collector.noteMetadata(16, understood: true)
        }
    }
}

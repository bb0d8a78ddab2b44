internal import Extraction
internal import MetadataModel

/// Image resources of Photoshop that have a structure of their own.
///
/// Source: Adobe Photoshop File Formats Specification, "Image Resources"
/// <https://www.adobe.com/devnet-apps/photoshop/fileformatashtml/>.
enum PhotoshopResources {
    /// Resources that are fixed structures, by id.
    static let tables: [Int: StructureTable] = [
        1000: StructureTable(
            namespace: "photoshop.ChannelsRowsColumnsDepthMode",
            """
            0 uint16 Channels
            2 uint16 Rows
            4 uint16 Columns
            6 uint16 Depth
            8 uint16 Mode
            """),
        1005: StructureTable(
            namespace: "photoshop.ResolutionInfo",
            """
            0 fixed32 XResolution 1/in
            4 uint16 XResolutionUnit: 1 pixels per inch; 2 pixels per cm
            6 uint16 WidthUnit: 1 inches; 2 cm; 3 points; 4 picas; 5 columns
            8 fixed32 YResolution 1/in
            12 uint16 YResolutionUnit: 1 pixels per inch; 2 pixels per cm
            14 uint16 HeightUnit: 1 inches; 2 cm; 3 points; 4 picas; 5 columns
            """),
        1011: StructureTable(
            namespace: "photoshop.PrintFlags",
            """
            0 uint8 Labels
            1 uint8 CropMarks
            2 uint8 ColorBars
            3 uint8 RegistrationMarks
            4 uint8 Negative
            5 uint8 Flip
            6 uint8 Interpolate
            7 uint8 Caption
            8 uint8 PrintFlags
            """),
        1032: StructureTable(
            namespace: "photoshop.GridAndGuides",
            """
            0 uint32 Version
            4 uint32 HorizontalGridCycle
            8 uint32 VerticalGridCycle
            12 uint32 GuideCount
            """),
        1033: thumbnail, 1036: thumbnail,
        1062: StructureTable(
            namespace: "photoshop.PrintScale",
            """
            0 uint16 Style: 0 centered; 1 size to fit; 2 user defined
            2 float32 XLocation
            6 float32 YLocation
            10 float32 Scale
            """),
        1064: StructureTable(
            namespace: "photoshop.PixelAspectRatio",
            """
            0 uint32 Version
            4 float64 Ratio
            """),
        1074: StructureTable(
            namespace: "photoshop.MeasurementScale",
            """
            0 uint32 Version
            """),
        10000: StructureTable(
            namespace: "photoshop.PrintFlagsInfo",
            """
            0 uint16 Version
            2 uint8 CenterCropMarks
            4 uint32 BleedWidth
            8 uint16 BleedWidthScale
            """),
    ]

    private static let thumbnail = StructureTable(
        namespace: "photoshop.Thumbnail",
        """
        0 uint32 Format: 0 raw RGB; 1 JPEG
        4 uint32 Width px
        8 uint32 Height px
        12 uint32 WidthBytes B
        16 uint32 TotalSize B
        20 uint32 CompressedSize B
        24 uint16 BitsPerPixel
        26 uint16 Planes
        """)

    /// Reads a resource of variable length; false where it is of another version.
    static func state(
        _ id: Int, _ part: BinaryBlock, _ element: ElementPath, into collector: FactCollector
    ) -> Bool {
        switch id {
        case 1045: return names(part, element, into: collector)
        case 1050: return slices(part, element, into: collector)
        case 1054: return links(part, element, into: collector)
        case 1057: return version(part, element, into: collector)
        default:
            collector.text(
                "photoshop.CaptionDigest", hexadecimal(part.bytes), element: element,
                locus: part.locus)
            return true
        }
    }

    /// Bytes as hexadecimal digits.
    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// A text behind the number of its UTF-16 units, and the place behind it.
    private static func wideText(_ part: BinaryBlock, at place: Int) -> (text: String, end: Int)? {
        guard let count = part.integer(at: place, as: UInt32.self), count < 1 << 24,
            let bytes = part.bytes(at: place + 4, count: Int(count) * 2)
        else { return nil }
        return (TextDecoding.utf16(upToZero: bytes, .big), place + 4 + Int(count) * 2)
    }

    private static func names(
        _ part: BinaryBlock, _ element: ElementPath, into collector: FactCollector
    ) -> Bool {
        var place = 0
        while let (text, end) = wideText(part, at: place), end > place {
            collector.text(
                "photoshop.UnicodeAlphaNames", text, element: element,
                locus: part.locus(at: place, count: end - place))
            place = end
        }
        return place > 0 || part.bytes.isEmpty
    }

    private static func version(
        _ part: BinaryBlock, _ element: ElementPath, into collector: FactCollector
    ) -> Bool {
        guard let number = part.integer(at: 0, as: UInt32.self),
            let isMerged = part.integer(at: 4, as: UInt8.self),
            let writer = wideText(part, at: 5), let reader = wideText(part, at: writer.end)
        else { return false }
        func locus(_ from: Int, _ to: Int) -> Locus { part.locus(at: from, count: to - from) }
        collector.integer(
            "photoshop.VersionInfo.Version", Int64(number), element: element, locus: locus(0, 4))
        collector.integer(
            "photoshop.VersionInfo.HasRealMergedData", Int64(isMerged), element: element,
            label: isMerged == 0 ? "no" : "yes", locus: locus(4, 5))
        collector.text(
            "photoshop.VersionInfo.WriterName", writer.text, element: element,
            locus: locus(5, writer.end))
        collector.text(
            "photoshop.VersionInfo.ReaderName", reader.text, element: element,
            locus: locus(writer.end, reader.end))
        if let file = part.integer(at: reader.end, as: UInt32.self) {
            collector.integer(
                "photoshop.VersionInfo.FileVersion", Int64(file), element: element,
                locus: locus(reader.end, reader.end + 4))
        }
        return true
    }

    private static func slices(
        _ part: BinaryBlock, _ element: ElementPath, into collector: FactCollector
    ) -> Bool {
        guard part.integer(at: 0, as: UInt32.self) == 6, let name = wideText(part, at: 20),
            let count = part.integer(at: name.end, as: UInt32.self)
        else { return false }
        let bounds = (0..<4).compactMap { part.integer(at: 4 + $0 * 4, as: Int32.self) }
        collector.numbers(
            "photoshop.Slices.Bounds", bounds.map { .integer(Int64($0)) }, element: element,
            unit: "px", locus: part.locus(at: 4, count: 16))
        collector.text(
            "photoshop.Slices.GroupName", name.text, element: element,
            locus: part.locus(at: 20, count: name.end - 20))
        collector.integer(
            "photoshop.Slices.Count", Int64(count), element: element,
            locus: part.locus(at: name.end, count: 4))
        return true
    }

    private static func links(
        _ part: BinaryBlock, _ element: ElementPath, into collector: FactCollector
    ) -> Bool {
        guard let count = part.integer(at: 0, as: UInt32.self) else { return false }
        collector.integer(
            "photoshop.URLList.Count", Int64(count), element: element,
            locus: part.locus(at: 0, count: 4))
        var place = 4
        for _ in 0..<min(count, 1000) {
            guard let (text, end) = wideText(part, at: place + 8) else { break }
            collector.text(
                "photoshop.URLList.URL", text, element: element,
                locus: part.locus(at: place, count: end - place))
            place = end
        }
        return true
    }
}

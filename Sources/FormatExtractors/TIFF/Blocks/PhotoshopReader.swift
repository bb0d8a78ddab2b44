internal import Extraction
internal import MetadataModel

/// Reads the image resources of Photoshop as `photoshop.<Name>`; what is IPTC within, as `iptc.`.
///
/// Each resource is `8BIM`, a 16-bit id, a name padded to even length, a 32-bit length, and its
/// bytes, padded to even length; all big-endian.
///
/// Source: Adobe Photoshop File Formats Specification, "Image Resources"
/// <https://www.adobe.com/devnet-apps/photoshop/fileformatashtml/>.
struct PhotoshopReader: TIFFBlockReader {
    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool {
        let block = try BinaryBlock(field, order: .big)
        var place = 0
        while block.has("8BIM", at: place) {
            guard let id = block.integer(at: place + 4, as: UInt16.self),
                let nameByteCount = block.integer(at: place + 6, as: UInt8.self)
            else { break }
            let lengthPlace = place + 6 + (Int(nameByteCount) + 2) / 2 * 2
            guard let length = block.integer(at: lengthPlace, as: UInt32.self),
                block.bytes(at: lengthPlace + 4, count: Int(length)) != nil
            else {
                collector.report(
                    Issue(
                        .truncated, "expected the bytes of resource \(id)",
                        at: block.locus(at: place, count: block.bytes.count - place)))
                break
            }
            let name = block.text(at: place + 7, count: Int(nameByteCount)) ?? ""
            state(
                Int(id), name, block, lengthPlace + 4, Int(length), field.element, into: collector)
            place = lengthPlace + 4 + (Int(length) + 1) / 2 * 2
        }
        return place > 0
    }

    private func state(
        _ id: Int, _ name: String, _ block: BinaryBlock, _ place: Int, _ count: Int,
        _ element: ElementPath, into collector: FactCollector
    ) {
        if id == 1028,
            IPTCReader.read(block, from: place, count: count, element: element, into: collector)
        {
            return
        }
        let key = FactKey(segments: ["photoshop", Self.names[id] ?? "Resource\(id)"])
        let locus = block.locus(at: place, count: count)
        if !name.isEmpty {
            collector.text(key.appending("Name"), name, element: element, locus: locus)
        }
        if let table = Self.tables[id] {
            let part = BinaryBlock(block, at: place, count: count)
            table.state(part, element: element, into: collector)
            return
        }
        guard let bytes = block.bytes(at: place, count: count) else { return }
        switch count {
        case 1, 2, 4:
            let number = bytes.reduce(Int64(0)) { $0 << 8 | Int64($1) }
            collector.integer(key, number, element: element, locus: locus)
        default:
            if count > 2, bytes.withUnsafeBytes(TIFFText.isReadable) {
                collector.text(
                    key, TextDecoding.text(of: bytes.prefix { $0 != 0 }).text, element: element,
                    locus: locus)
            } else {
                collector.opaque(key, Array(bytes), element: element, locus: locus)
            }
        }
    }

    private static let tables: [Int: StructureTable] = [
        1005: StructureTable(
            namespace: "photoshop.ResolutionInfo",
            """
            0 uint16 XResolution 1/in
            2 uint16 XResolutionFraction
            4 uint16 XResolutionUnit
            6 uint16 WidthUnit
            8 uint16 YResolution 1/in
            10 uint16 YResolutionFraction
            12 uint16 YResolutionUnit
            14 uint16 HeightUnit
            """)
    ]

    private static let names: [Int: String] = [
        1005: "ResolutionInfo", 1006: "AlphaChannelNames", 1007: "DisplayInfo",
        1008: "Caption", 1010: "BackgroundColor", 1011: "PrintFlags", 1013: "ColorHalftoning",
        1016: "ColorTransfer", 1024: "LayerState", 1026: "LayerGroups", 1028: "IPTC",
        1032: "GridAndGuides", 1033: "ThumbnailBGR", 1034: "CopyrightFlag", 1035: "URL",
        1036: "Thumbnail", 1037: "GlobalAngle", 1039: "ICCProfile", 1040: "Watermark",
        1041: "ICCUntagged", 1043: "SpotHalftone", 1044: "IDsBaseValue",
        1045: "UnicodeAlphaNames", 1049: "GlobalAltitude", 1050: "Slices", 1054: "URLList",
        1057: "VersionInfo", 1058: "EXIF", 1060: "XMP", 1061: "CaptionDigest", 1062: "PrintScale",
        1064: "PixelAspectRatio", 10000: "PrintFlagsInfo",
    ]
}

internal import Extraction
internal import MetadataModel

/// Reads the image resources of Photoshop as `photoshop.<Name>`; what is IPTC, Exif, XMP or a
/// colour profile within, as `iptc.`, `exif.`, `xmp.` and `icc.`.
///
/// Each resource is `8BIM` (or the mark of another program), a 16-bit id, a name padded to even
/// length, a 32-bit length, and its bytes, padded to even length; all big-endian.
///
/// Source: Adobe Photoshop File Formats Specification, "Image Resources"
/// <https://www.adobe.com/devnet-apps/photoshop/fileformatashtml/>.
struct PhotoshopReader: TIFFBlockReader {
    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool {
        Self.read(try BinaryBlock(field, order: .big), element: field.element, into: collector)
    }

    /// Reads a row of resources.
    ///
    /// - Returns: False where the block begins with none.
    @discardableResult
    static func read(
        _ block: BinaryBlock, element: ElementPath, into collector: FactCollector
    ) -> Bool {
        var place = 0
        while isMark(block.bytes(at: place, count: 4)), !collector.isFull {
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
            var part = BinaryBlock(block, at: lengthPlace + 4, count: Int(length))
            part.address = "\(block.address) resource \(id)"
            let name = block.text(at: place + 7, count: Int(nameByteCount)) ?? ""
            let key = FactKey(segments: ["photoshop", names[Int(id)] ?? ranged(Int(id))])
            if !name.isEmpty {
                collector.text(key.appending("Name"), name, element: element, locus: part.locus)
            }
            let isRead = state(Int(id), key, part, element, into: collector)
            collector.noteMetadata(Int(length) + 12, understood: isRead)
            place = lengthPlace + 4 + (Int(length) + 1) / 2 * 2
        }
        return place > 0
    }

    private static func isMark(_ bytes: ArraySlice<UInt8>?) -> Bool {
        guard let bytes else { return false }
        return ["8BIM", "PHUT", "DCSR", "AgHg", "MeSa"].contains { bytes.elementsEqual($0.utf8) }
    }

    /// The name of a resource out of a range of ids.
    private static func ranged(_ id: Int) -> String {
        switch id {
        case 2000...2997: "PathInformation\(id)"
        case 4000...4999: "PlugInResource\(id)"
        default: "Resource\(id)"
        }
    }

    /// Adds what a resource says; false where its bytes are kept opaque.
    private static func state(
        _ id: Int, _ key: FactKey, _ part: BinaryBlock, _ element: ElementPath,
        into collector: FactCollector
    ) -> Bool {
        let count = part.bytes.count
        if let table = PhotoshopResources.tables[id] {
            table.state(part, element: element, into: collector)
            return true
        }
        switch id {
        case 1028:
            if IPTCReader.read(part, from: 0, count: count, element: element, into: collector) {
                return true
            }
        case 1039:
            if ICCProfileReader.read(part, element: element, into: collector) { return true }
        case 1058, 1059:
            if EmbeddedTIFF.read(part, into: collector) { return true }
        case 1060:
            collector.text(
                key, TextDecoding.text(of: part.bytes).text, element: element, locus: part.locus)
            return true
        case 1050, 1057, 1045, 1054, 1061:
            if PhotoshopResources.state(id, part, element, into: collector) { return true }
        case 1006:
            var place = 0
            while let length = part.integer(at: place, as: UInt8.self), length > 0,
                let name = part.text(at: place + 1, count: Int(length))
            {
                collector.text(
                    key, name, element: element, locus: part.locus(at: place, count: Int(length)))
                place += 1 + Int(length)
            }
            return true
        case 2999:
            let length = Int(part.bytes.first ?? 0)
            collector.text(
                key, part.text(at: 1, count: min(length, count - 1)) ?? "", element: element,
                locus: part.locus)
            return true
        default: break
        }
        return statePlainly(key, part, element, into: collector)
    }

    private static func statePlainly(
        _ key: FactKey, _ part: BinaryBlock, _ element: ElementPath, into collector: FactCollector
    ) -> Bool {
        switch part.bytes.count {
        case 1, 2, 4:
            let number = part.bytes.reduce(Int64(0)) { $0 << 8 | Int64($1) }
            collector.integer(key, number, element: element, locus: part.locus)
        default:
            guard part.bytes.count > 2, part.bytes.withUnsafeBytes(TIFFText.isReadable) else {
                if part.bytes.isEmpty { return true }
                collector.opaque(key, part.bytes, element: element, locus: part.locus)
                return false
            }
            collector.text(
                key, TextDecoding.text(of: part.bytes.prefix { $0 != 0 }).text, element: element,
                locus: part.locus)
        }
        return true
    }

    private static let names: [Int: String] = [
        1000: "ChannelsRowsColumnsDepthMode", 1001: "MacintoshPrintInfo", 1003: "IndexedColorTable",
        1005: "ResolutionInfo", 1006: "AlphaChannelNames", 1007: "DisplayInfo",
        1008: "Caption", 1009: "BorderInformation", 1010: "BackgroundColor", 1011: "PrintFlags",
        1012: "GrayscaleHalftoning", 1013: "ColorHalftoning", 1014: "DuotoneHalftoning",
        1015: "GrayscaleTransfer", 1016: "ColorTransfer", 1017: "DuotoneTransfer",
        1018: "DuotoneImageInformation", 1019: "EffectiveBlackAndWhite", 1021: "EPSOptions",
        1022: "QuickMaskInformation", 1024: "LayerState", 1025: "WorkingPath",
        1026: "LayerGroups", 1028: "IPTC", 1029: "RawImageMode", 1030: "JPEGQuality",
        1032: "GridAndGuides", 1033: "ThumbnailBGR", 1034: "CopyrightFlag", 1035: "URL",
        1036: "Thumbnail", 1037: "GlobalAngle", 1038: "ColorSamplers", 1039: "ICCProfile",
        1040: "Watermark", 1041: "ICCUntagged", 1042: "EffectsVisible", 1043: "SpotHalftone",
        1044: "IDsBaseValue", 1045: "UnicodeAlphaNames", 1046: "IndexedColorTableCount",
        1047: "TransparencyIndex", 1049: "GlobalAltitude", 1050: "Slices", 1051: "WorkflowURL",
        1052: "JumpToXPEP", 1053: "AlphaIdentifiers", 1054: "URLList", 1057: "VersionInfo",
        1058: "EXIF", 1059: "EXIF3", 1060: "XMP", 1061: "CaptionDigest", 1062: "PrintScale",
        1064: "PixelAspectRatio", 1065: "LayerComps", 1066: "AlternateDuotoneColors",
        1067: "AlternateSpotColors", 1069: "LayerSelectionIDs", 1070: "HDRToningInformation",
        1071: "PrintInformation", 1072: "LayerGroupsEnabledID", 1073: "ColorSamplers2",
        1074: "MeasurementScale", 1075: "TimelineInformation", 1076: "SheetDisclosure",
        1077: "DisplayInfo2", 1078: "OnionSkins", 1080: "CountInformation",
        1082: "PrintInformation2", 1083: "PrintStyle", 1084: "MacintoshNSPrintInfo",
        1085: "WindowsDEVMODE", 1086: "AutoSaveFilePath", 1087: "AutoSaveFormat",
        1088: "PathSelectionState", 2999: "ClippingPathName", 3000: "OriginPathInformation",
        7000: "ImageReadyVariables", 7001: "ImageReadyDataSets", 8000: "LightroomWorkflow",
        10000: "PrintFlagsInfo",
    ]
}

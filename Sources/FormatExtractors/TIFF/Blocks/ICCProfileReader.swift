internal import Extraction
internal import MetadataModel

/// Reads the header of a colour profile and its tags as `icc.`.
///
/// Texts, numbers, signatures and dates are read; curves and tables are counted, or kept opaque.
///
/// Source: ICC.1:2022, sections 7.2, 9.2 and 10
/// <https://www.color.org/specification/ICC.1-2022-05.pdf>; ICC.1:2001-04 for type `desc`.
struct ICCProfileReader: TIFFBlockReader {
    private static let header = StructureTable(
        namespace: "icc",
        """
        0 uint32 ProfileSize B
        4 char[4] PreferredCMM
        12 char[4] ProfileClass: scnr input device; mntr display device; prtr output device;
         link device link; spac color space; abst abstract; nmcl named color
        16 char[4] ColorSpace
        20 char[4] ProfileConnectionSpace
        24 uint16[6] ProfileDateTime
        36 char[4] ProfileFileSignature
        40 char[4] PrimaryPlatform: APPL Apple; MSFT Microsoft; SGI Silicon Graphics; SUNW Sun
        44 uint32 ProfileFlags
        48 char[4] DeviceManufacturer
        52 char[4] DeviceModel
        56 uint64 DeviceAttributes
        64 uint32 RenderingIntent: 0 perceptual; 1 media-relative colorimetric; 2 saturation;
         3 ICC-absolute colorimetric
        68 fixed32[3] ConnectionSpaceIlluminant
        80 char[4] ProfileCreator
        84 uint32[4] ProfileID
        """)

    private static let names: [String: String] = [
        "desc": "ProfileDescription", "cprt": "Copyright", "dmnd": "DeviceMfgDesc",
        "dmdd": "DeviceModelDesc", "vued": "ViewingCondDesc", "targ": "CharTarget",
        "wtpt": "MediaWhitePoint", "bkpt": "MediaBlackPoint", "rXYZ": "RedMatrixColumn",
        "gXYZ": "GreenMatrixColumn", "bXYZ": "BlueMatrixColumn", "rTRC": "RedTRC",
        "gTRC": "GreenTRC", "bTRC": "BlueTRC", "kTRC": "GrayTRC", "lumi": "Luminance",
        "meas": "Measurement", "tech": "Technology", "view": "ViewingConditions",
        "chad": "ChromaticAdaptation", "chrm": "Chromaticity", "calt": "CalibrationDateTime",
        "A2B0": "AToB0", "A2B1": "AToB1", "A2B2": "AToB2", "B2A0": "BToA0", "B2A1": "BToA1",
        "B2A2": "BToA2", "gamt": "Gamut", "pre0": "Preview0", "pre1": "Preview1",
        "pre2": "Preview2", "pseq": "ProfileSequenceDesc", "ncl2": "NamedColor2",
        "vcgt": "VideoCardGamma", "mmod": "MakeAndModel", "dscm": "ProfileDescriptionML",
    ]

    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool {
        Self.read(try BinaryBlock(field, order: .big), element: field.element, into: collector)
    }

    /// Reads a profile.
    ///
    /// - Returns: False where the block is none.
    static func read(
        _ block: BinaryBlock, element: ElementPath, into collector: FactCollector
    ) -> Bool {
        guard block.has("acsp", at: 36) else { return false }
        header.state(block, element: element, into: collector)
        collector.text(
            "icc.ProfileVersion",
            "\(block.bytes[8]).\(block.bytes[9] >> 4).\(block.bytes[9] & 15)",
            element: element, locus: block.locus(at: 8, count: 4))
        collector.noteMetadata(min(128, block.bytes.count), understood: true)
        let tagCount = Int(block.integer(at: 128, as: UInt32.self) ?? 0)
        let end = min(block.bytes.count, 132 + min(tagCount, 1000) * 12)
        for place in stride(from: 132, to: max(132, end), by: 12) {
            guard let name = block.text(at: place, count: 4),
                let offset = block.integer(at: place + 4, as: UInt32.self),
                let count = block.integer(at: place + 8, as: UInt32.self)
            else { continue }
            let key = FactKey(segments: ["icc", names[name] ?? name])
            guard block.bytes(at: Int(offset), count: Int(count)) != nil else {
                collector.report(
                    Issue(
                        .truncated, "expected \(count) bytes of the tag \(name)",
                        at: block.locus(at: place, count: 12)))
                continue
            }
            let part = BinaryBlock(block, at: Int(offset), count: Int(count))
            let isRead = state(key, part, element, into: collector)
            collector.noteMetadata(Int(count) + 12, understood: isRead)
        }
        return true
    }

    /// Adds the value of a tag, by the signature of its type; false where it is kept opaque.
    private static func state(
        _ key: FactKey, _ value: BinaryBlock, _ element: ElementPath, into collector: FactCollector
    ) -> Bool {
        let bodyCount = max(0, value.bytes.count - 8)
        let locus = value.locus(at: 8, count: bodyCount)
        func text(_ text: String?) -> Bool {
            guard let text else { return false }
            collector.text(key, text, element: element, locus: locus)
            return true
        }
        func fixed(from place: Int = 8) -> Bool {
            let numbers = stride(from: place, to: value.bytes.count - 3, by: 4).compactMap {
                value.integer(at: $0, as: Int32.self).map { Number.real(Double($0) / 65536) }
            }
            collector.numbers(key, numbers, element: element, locus: locus)
            return !numbers.isEmpty
        }
        let isRead =
            switch value.text(at: 0, count: 4) ?? "" {
            case "text": text(value.text(at: 8, count: bodyCount))
            case "sig ": text(value.text(at: 8, count: 4))
            case "desc":
                text(
                    value.integer(at: 8, as: UInt32.self).flatMap {
                        value.text(at: 12, count: Int($0))
                    })
            case "mluc": localized(key, value, element, into: collector)
            case "XYZ ", "sf32": fixed()
            case "curv": curve(key, value, element, into: collector)
            case "para":
                ICCStructures.parametricCurve(key, value, element, into: collector)
            case "meas": ICCStructures.measurement(value, element, into: collector)
            case "view": ICCStructures.viewing(value, element, into: collector)
            case "dtim":
                text(
                    value.bytes(at: 8, count: 12).map { bytes in
                        stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map {
                            String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]))
                        }.joined(separator: ":")
                    })
            default: false
            }
        if !isRead {
            collector.opaque(key, value.bytes, element: element, locus: value.locus)
        }
        return isRead
    }

    /// Adds one text a language.
    private static func localized(
        _ key: FactKey, _ value: BinaryBlock, _ element: ElementPath, into collector: FactCollector
    ) -> Bool {
        let count = Int(value.integer(at: 8, as: UInt32.self) ?? 0)
        var isRead = false
        for place in stride(from: 16, to: 16 + min(count, 200) * 12, by: 12) {
            guard let length = value.integer(at: place + 4, as: UInt32.self),
                let start = value.integer(at: place + 8, as: UInt32.self),
                let bytes = value.bytes(at: Int(start), count: Int(length))
            else { break }
            collector.text(
                key, TextDecoding.utf16(upToZero: bytes, .big), element: element,
                label: value.text(at: place, count: 4),
                locus: value.locus(at: Int(start), count: Int(length)))
            isRead = true
        }
        return isRead
    }

    /// Adds the gamma of a curve, or how many entries it has.
    private static func curve(
        _ key: FactKey, _ value: BinaryBlock, _ element: ElementPath, into collector: FactCollector
    ) -> Bool {
        guard let count = value.integer(at: 8, as: UInt32.self) else { return false }
        if count == 1, let gamma = value.integer(at: 12, as: UInt16.self) {
            collector.real(
                key.appending("Gamma"), Double(gamma) / 256, element: element,
                locus: value.locus(at: 12, count: 2))
        }
        collector.integer(
            key.appending("EntryCount"), Int64(count), element: element,
            locus: value.locus(at: 8, count: 4))
        return true
    }
}

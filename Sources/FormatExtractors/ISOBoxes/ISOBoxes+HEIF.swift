internal import Extraction
internal import MetadataModel

/// Boxes of HEIF, AVIF and Canon CR3 files.
///
/// Sources: ISO/IEC 14496-12 section 8.11 (item boxes); ISO/IEC 23008-12 section 6.5 (properties);
/// <https://github.com/lclevy/canon_cr3> for Canon's boxes.
extension ISOBoxes {
    private static let tables: [String: StructureTable] = [
        "ispe": StructureTable(
            namespace: "heif.ispe",
            """
            4 uint32 image_width px
            8 uint32 image_height px
            """),
        "pasp": StructureTable(
            namespace: "heif.pasp",
            """
            0 uint32 hSpacing
            4 uint32 vSpacing
            """),
        "irot": StructureTable(
            namespace: "heif.irot",
            "0 uint8 angle: 0 0 degrees; 1 90 degrees; 2 180 degrees; 3 270 degrees"),
        "imir": StructureTable(
            namespace: "heif.imir", "0 uint8 axis: 0 vertical; 1 horizontal"),
        "clap": StructureTable(
            namespace: "heif.clap",
            """
            0 uint32 cleanApertureWidthN
            4 uint32 cleanApertureWidthD
            8 uint32 cleanApertureHeightN
            12 uint32 cleanApertureHeightD
            16 int32 horizOffN
            20 uint32 horizOffD
            24 int32 vertOffN
            28 uint32 vertOffD
            """),
        "clli": StructureTable(
            namespace: "heif.clli",
            """
            0 uint16 max_content_light_level
            2 uint16 max_pic_average_light_level
            """),
        "hvcC": StructureTable(
            namespace: "heif.hvcC",
            """
            0 uint8 configurationVersion
            12 uint8 general_level_idc
            """),
        "av1C": StructureTable(
            namespace: "heif.av1C",
            """
            0 uint8 marker_version
            1 uint8 profile_level
            """),
        "mvhd": StructureTable(
            namespace: "heif.mvhd",
            """
            4 uint32 creation_time s
            8 uint32 modification_time s
            12 uint32 timescale
            16 uint32 duration
            """),
        "CNCV": StructureTable(namespace: "heif.CNCV", "0 char[30] CompressorVersion"),
    ]

    private static let handler = StructureTable(
        namespace: "heif.hdlr",
        """
        8 char[4] handler_type
        """)

    /// Adds the facts of a box; false where it is none of these.
    func stateHEIF(_ box: Box) throws(ExtractionError) -> Bool {
        if let table = Self.tables[box.type] {
            table.state(try content(of: box), element: box.element, into: collector)
            return true
        }
        switch box.type {
        case "pitm":
            let block = try content(of: box)
            let isShort = block.bytes.first == 0
            let item =
                isShort
                ? block.integer(at: 4, as: UInt16.self).map { Int64($0) }
                : block.integer(at: 4, as: UInt32.self).map { Int64($0) }
            guard let item else { return false }
            collector.integer(
                key(box, "item_ID"), item, locus: block.locus(at: 4, count: isShort ? 2 : 4))
        case "hdlr":
            let block = try content(of: box)
            Self.handler.state(block, element: box.element, into: collector)
            let start = min(24, block.bytes.count)
            let name = block.bytes[start...].prefix { $0 != 0 }
            if !name.isEmpty {
                collector.text(
                    key(box, "name"), TextDecoding.text(of: name).text, element: box.element,
                    locus: block.locus(at: start, count: name.count))
            }
        case "pixi":
            let block = try content(of: box)
            collector.numbers(
                key(box, "bits_per_channel"), block.bytes.dropFirst(5).map { .integer(Int64($0)) },
                element: box.element,
                locus: block.locus(at: 5, count: max(0, block.bytes.count - 5))
            )
        case "auxC":
            let block = try content(of: box)
            collector.text(
                key(box, "aux_type"), block.text(at: 4, count: max(0, block.bytes.count - 4)) ?? "",
                element: box.element, locus: block.locus)
        case "iinf":
            // A count of 16 or 32 bits, as the version says, stands before the entries.
            let version = try reader.uint8(at: box.start)
            let skipped: UInt64 = version == 0 ? 6 : 8
            guard skipped <= box.count else { return false }
            try walk(from: box.start + skipped, to: box.end, depth: box.depth + 1)
        case "infe": try itemEntry(box)
        case "iloc": items.read(try content(of: box))
        case "iref", "ipma": return true
        case "CMT1", "CMT2", "CMT3", "CMT4":
            let block = try content(of: box)
            return EmbeddedTIFF.read(block, into: collector)
        default: return false
        }
        return true
    }

    private func itemEntry(_ box: Box) throws(ExtractionError) {
        let block = try content(of: box)
        guard let version = block.bytes.first, version >= 2 else { return }
        let isShort = version == 2
        let identifier =
            isShort
            ? block.integer(at: 4, as: UInt16.self).map { UInt32($0) }
            : block.integer(at: 4, as: UInt32.self)
        let start = isShort ? 8 : 10
        guard let identifier, let type = block.text(at: start, count: 4) else { return }
        collector.text(
            key(box, "item_type"), type, element: box.element,
            locus: block.locus(at: start, count: 4))
        var texts: [String] = []
        for part in block.bytes[min(start + 4, block.bytes.count)...].split(
            separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
        {
            texts.append(TextDecoding.text(of: part).text)
        }
        if let name = texts.first, !name.isEmpty {
            collector.text(
                key(box, "item_name"), name, element: box.element, locus: block.locus)
        }
        let content = type == "mime" && texts.count > 1 ? texts[1] : ""
        if !content.isEmpty {
            collector.text(
                key(box, "content_type"), content, element: box.element, locus: block.locus)
        }
        items.types[identifier] = content.isEmpty ? type : content
    }

    /// Reads the items that are metadata: Exif and XMP.
    func stateItems() {
        for (identifier, type) in items.types.sorted(by: { $0.key < $1.key }) {
            guard let place = items.places[identifier],
                type == "Exif" || type == "application/rdf+xml",
                place.count <= Self.maximumByteCount
            else { continue }
            do throws(ExtractionError) {
                let block = BinaryBlock(
                    try reader.bytes(at: place.offset, count: Int(place.count)), order: .big,
                    at: reader.baseOffset + place.offset, address: "item \(identifier)")
                if type == "Exif" {
                    let header = Int(block.integer(at: 0, as: UInt32.self) ?? 0)
                    if !EmbeddedTIFF.read(block, from: header + 4, into: collector) {
                        collector.opaque("heif.Exif", block.bytes, locus: block.locus)
                    }
                } else {
                    collector.text(
                        "heif.XMP", TextDecoding.text(of: block.bytes).text, locus: block.locus)
                }
                collector.noteMetadata(block.bytes.count, understood: true)
            } catch {
                collector.report(error.issue)
            }
        }
    }
}

/// The items of a HEIF file: what they are, and where they stand.
struct HEIFItems {
    /// Type, or for texts the content type, by the item's number.
    var types: [UInt32: String] = [:]
    /// The first extent of items that stand in the file itself.
    private(set) var places: [UInt32: (offset: UInt64, count: UInt64)] = [:]

    /// Takes the places out of a box `iloc`.
    mutating func read(_ block: BinaryBlock) {
        guard let version = block.bytes.first, version <= 2,
            let sizes = block.integer(at: 4, as: UInt16.self)
        else { return }
        let widths = (0..<4).map { Int(sizes >> UInt16(12 - $0 * 4) & 15) }
        var place = 6
        func number(_ width: Int) -> UInt64? {
            guard let bytes = block.bytes(at: place, count: width), width <= 8 else { return nil }
            place += width
            return bytes.reduce(0) { $0 << 8 | UInt64($1) }
        }
        guard let count = number(version < 2 ? 2 : 4) else { return }
        for _ in 0..<min(count, 65536) {
            guard let identifier = number(version < 2 ? 2 : 4) else { return }
            var method: UInt64 = 0
            if version > 0 {
                guard let bits = number(2) else { return }
                method = bits & 15
            }
            guard number(2) != nil, let base = number(widths[2]), let extents = number(2) else {
                return
            }
            for index in 0..<min(extents, 65536) {
                if version > 0, number(widths[3]) == nil { return }
                guard let offset = number(widths[0]), let length = number(widths[1]) else { return }
                let start = base.addingReportingOverflow(offset)
                guard index == 0, method == 0, !start.overflow else { continue }
                places[UInt32(truncatingIfNeeded: identifier)] = (start.partialValue, length)
            }
        }
    }
}

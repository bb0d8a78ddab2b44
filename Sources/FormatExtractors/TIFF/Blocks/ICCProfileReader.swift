internal import Extraction
internal import MetadataModel

/// Reads the header of a colour profile and its texts as `icc.`.
///
/// Source: ICC.1:2022, sections 7.2 and 10 <https://www.color.org/specification/ICC.1-2022-05.pdf>.
struct ICCProfileReader: TIFFBlockReader {
    private static let header = StructureTable(
        namespace: "icc",
        """
        0 uint32 ProfileSize B
        4 char[4] PreferredCMM
        12 char[4] ProfileClass
        16 char[4] ColorSpace
        20 char[4] ProfileConnectionSpace
        24 uint16[6] ProfileDateTime
        36 char[4] ProfileFileSignature
        40 char[4] PrimaryPlatform
        44 uint32 ProfileFlags
        48 char[4] DeviceManufacturer
        52 char[4] DeviceModel
        64 uint32 RenderingIntent
        80 char[4] ProfileCreator
        """)

    /// Tags whose content is text.
    private static let texts: [String: FactKey] = [
        "desc": "icc.ProfileDescription", "cprt": "icc.Copyright",
        "dmnd": "icc.DeviceMfgDesc", "dmdd": "icc.DeviceModelDesc",
        "vued": "icc.ViewingCondDesc", "targ": "icc.CharTarget",
    ]

    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool {
        let block = try BinaryBlock(field, order: .big)
        guard block.has("acsp", at: 36) else { return false }
        Self.header.state(block, element: field.element, into: collector)
        collector.text(
            "icc.ProfileVersion",
            "\(block.bytes[8]).\(block.bytes[9] >> 4).\(block.bytes[9] & 15)",
            element: field.element, locus: block.locus(at: 8, count: 4))
        let tagCount = Int(block.integer(at: 128, as: UInt32.self) ?? 0)
        for place in stride(from: 132, to: min(block.bytes.count, 132 + tagCount * 12), by: 12) {
            guard let name = block.text(at: place, count: 4), let key = Self.texts[name],
                let offset = block.integer(at: place + 4, as: UInt32.self),
                let count = block.integer(at: place + 8, as: UInt32.self)
            else { continue }
            stateText(key, block, Int(offset), Int(count), field.element, into: collector)
        }
        return true
    }

    /// Adds a text of type `text`, `desc` (ASCII first) or `mluc` (UTF-16, one a language).
    private func stateText(
        _ key: FactKey, _ block: BinaryBlock, _ offset: Int, _ count: Int, _ element: ElementPath,
        into collector: FactCollector
    ) {
        let locus = block.locus(at: offset, count: count)
        if block.has("text", at: offset), let text = block.text(at: offset + 8, count: count - 8) {
            collector.text(key, text, element: element, locus: locus)
        } else if block.has("desc", at: offset),
            let length = block.integer(at: offset + 8, as: UInt32.self),
            let text = block.text(at: offset + 12, count: Int(length))
        {
            collector.text(key, text, element: element, locus: locus)
        } else if block.has("mluc", at: offset),
            let length = block.integer(at: offset + 20, as: UInt32.self),
            let start = block.integer(at: offset + 24, as: UInt32.self),
            let bytes = block.bytes(at: offset + Int(start), count: Int(length))
        {
            collector.text(key, TIFFText.wide(bytes, .big), element: element, locus: locus)
        }
    }
}

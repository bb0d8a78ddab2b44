internal import Extraction
internal import MetadataModel

/// Boxes of the JPEG universal metadata box format, as content credentials (C2PA) use them.
///
/// Source: ISO/IEC 19566-5 annex A; <https://c2pa.org/specifications/>.
extension ISOBoxes {
    /// Adds the facts of a box; false where it is none of these.
    func stateJUMBF(_ box: Box) throws(ExtractionError) -> Bool {
        switch box.type {
        case "jumd":
            let block = try content(of: box)
            guard block.bytes.count >= 17 else { return false }
            collector.text(
                key(box, "Type"), PhotoshopResources.hexadecimal(block.bytes.prefix(16)),
                element: box.element, label: block.text(at: 0, count: 4),
                locus: block.locus(at: 0, count: 16))
            // Bit 1 of the toggles says that a label follows.
            if block.bytes[16] & 2 != 0 {
                let label = block.bytes[17...].prefix { $0 != 0 }
                collector.text(
                    key(box, "Label"), TextDecoding.text(of: label).text, element: box.element,
                    locus: block.locus(at: 17, count: label.count))
            }
        case "json":
            let block = try content(of: box)
            collector.text(
                key(box), TextDecoding.text(of: block.bytes).text, element: box.element,
                locus: block.locus)
        case "bfdb":
            let block = try content(of: box)
            let type = block.bytes.dropFirst().prefix { $0 != 0 }
            collector.text(
                key(box, "MediaType"), TextDecoding.text(of: type).text, element: box.element,
                locus: block.locus(at: 1, count: type.count))
        default: return false
        }
        return true
    }
}

internal import Extraction
internal import MetadataModel

/// The header that Siemens scanners keep in private elements: names with lists of texts.
///
/// Both versions are read: that of `SV10` and the older one without a mark. A tag is a name of 64
/// bytes, its multiplicity, a VR, and items that each have a length of their own.
///
/// Source: <https://nipy.org/nibabel/dicom/siemens_csa.html>.
struct SiemensCSA {
    static let mark = Array("SV10".utf8)

    private let bytes: [UInt8]
    private let isMarked: Bool
    private let tagCount: Int

    static func isHeld(by creator: String, _ tag: DICOMTag) -> Bool {
        creator == "SIEMENS CSA HEADER"
            && (tag.element & 0xFF == 0x10 || tag.element & 0xFF == 0x20)
    }

    init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        isMarked = bytes.starts(with: Self.mark)
        guard let count = Self.integer(bytes, at: isMarked ? 8 : 0), (1...128).contains(count),
            Self.integer(bytes, at: isMarked ? 12 : 4) == 77
        else { return nil }
        tagCount = count
    }

    /// Adds the tags that have a value, below the key of the element; false where there are none.
    func state(_ field: DICOMField, into collector: FactCollector) -> Bool {
        var position = isMarked ? 16 : 8
        var firstItemCount: Int?
        var hasFacts = false
        for _ in 0..<tagCount {
            guard position + 84 <= bytes.count,
                let multiplicity = Self.integer(bytes, at: position + 64),
                let itemCount = Self.integer(bytes, at: position + 76),
                (0...65536).contains(itemCount)
            else { return hasFacts }
            let name = TextDecoding.text(of: bytes[position..<position + 64].prefix { $0 != 0 })
                .text
            firstItemCount = firstItemCount ?? itemCount
            position += 84
            var values: [(text: String, place: Int, count: Int)] = []
            for item in 0..<itemCount {
                guard position + 16 <= bytes.count,
                    let first = Self.integer(bytes, at: position),
                    let second = Self.integer(bytes, at: position + 4)
                else { return hasFacts }
                let length = isMarked ? second : first - (firstItemCount ?? 0)
                position += 16
                guard length >= 0, length <= bytes.count - position else { return hasFacts }
                let raw = bytes[position..<position + length].prefix { $0 != 0 }
                let text = TextDecoding.text(of: raw).text
                let trimmed = String(text.reversed().drop(while: \.isWhitespace).reversed())
                if !trimmed.isEmpty, multiplicity == 0 || item < multiplicity {
                    values.append((trimmed, position, raw.count))
                }
                position += (length + 3) / 4 * 4
            }
            guard let first = values.first, !name.isEmpty else { continue }
            hasFacts = true
            collector.text(
                field.key.appending(name), values.map(\.text).joined(separator: ", "),
                element: field.path,
                locus: values.count == 1
                    ? field.locus(at: first.place, length: first.count)
                    : Locus(address: field.address + " " + name))
        }
        return hasFacts
    }

    private static func integer(_ bytes: [UInt8], at place: Int) -> Int? {
        guard place >= 0, place + 4 <= bytes.count else { return nil }
        return bytes.withUnsafeBytes { Int($0.integer(at: place, .little, as: Int32.self)) }
    }
}

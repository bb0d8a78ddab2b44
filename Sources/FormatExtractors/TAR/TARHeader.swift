internal import Extraction
internal import MetadataModel

/// One header of a tape archive: 512 bytes of text fields.
struct TARHeader {
    static let byteCount = 512

    let block: BinaryBlock
    let size: UInt64
    /// `0` or NUL a file, `5` a folder, `2` a symbolic link, `x` a pax header, `L` a long name.
    let type: UInt8

    /// The header in these bytes; `nil` where its checksum does not fit.
    init?(_ bytes: [UInt8], at offset: UInt64) {
        guard bytes.count >= Self.byteCount else { return nil }
        block = BinaryBlock(
            Array(bytes[..<Self.byteCount]), order: .big, at: offset, address: "header")
        // The sum is taken with its own field as spaces.
        var sum = 8 * 0x20
        for (place, byte) in block.bytes.enumerated() where !(148..<156).contains(place) {
            sum += Int(byte)
        }
        guard let stated = Self.number(block.bytes[148..<156]), stated == UInt64(sum),
            let size = Self.number(block.bytes[124..<136])
        else { return nil }
        self.size = size
        type = block.bytes[156]
    }

    /// A number in octal digits, or in base 256 where its highest bit is set.
    static func number(_ field: ArraySlice<UInt8>) -> UInt64? {
        var value: UInt64 = 0
        if let first = field.first, first & 0x80 != 0 {
            for byte in field.dropFirst() {
                guard value <= UInt64.max >> 8 else { return nil }
                value = value << 8 | UInt64(byte)
            }
            return value
        }
        for byte in field.drop(while: { $0 == 0x20 || $0 == 0 }) {
            guard (0x30...0x37).contains(byte) else { break }
            guard value <= UInt64.max >> 3 else { return nil }
            value = value << 3 | UInt64(byte - 0x30)
        }
        return value
    }

    var name: String {
        let name = block.text(at: 0, count: 100) ?? ""
        let prefix = block.has("ustar\0", at: 257) ? block.text(at: 345, count: 155) ?? "" : ""
        return prefix.isEmpty ? name : prefix + "/" + name
    }

    /// How many bytes the content takes with its padding.
    var paddedByteCount: UInt64? {
        let padded = size.addingReportingOverflow(511)
        return padded.overflow ? nil : padded.partialValue / 512 * 512
    }
}

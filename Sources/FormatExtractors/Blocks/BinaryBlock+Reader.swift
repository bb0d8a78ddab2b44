internal import Extraction
internal import MetadataModel

extension BinaryBlock {
    /// Bytes in memory that stand at `offset` of the file.
    init(bytes: [UInt8], order: ByteOrder, offset: UInt64, address: String) {
        self.bytes = bytes
        self.order = order
        self.offset = offset
        self.address = address
    }

    /// Exactly `count` bytes of a file.
    init(
        reading reader: ByteReader, at offset: UInt64, count: Int, order: ByteOrder,
        address: String
    ) throws(ExtractionError) {
        self.init(
            bytes: try reader.bytes(at: offset, count: count), order: order, offset: offset,
            address: address)
    }

    /// A 32-bit integer; `nil` where it does not stand in the block.
    func int32(at place: Int) -> Int? {
        integer(at: place, as: Int32.self).map(Int.init)
    }

    /// A globally unique identifier as Windows stores it; `nil` where it does not stand in the
    /// block.
    func identifier(at place: Int) -> String? {
        guard let raw = bytes(at: place, count: 16) else { return nil }
        let bytes = Array(raw)
        let order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]
        var text = ""
        for (index, source) in order.enumerated() {
            if [4, 6, 8, 10].contains(index) { text += "-" }
            let digits = String(bytes[source], radix: 16)
            text += digits.utf8.count == 1 ? "0" + digits : digits
        }
        return text
    }
}

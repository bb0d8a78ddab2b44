internal import Extraction

/// The types of numbers, by their codes.
enum HDF4Type {
    /// The type with a code; `nil` for those that are none.
    ///
    /// Bit 14 marks a little-endian number, bit 12 one in the order of the machine that wrote it,
    /// which is little-endian too wherever files of this kind are still written.
    static func type(code: Int) -> HDF5Datatype? {
        let order: ByteOrder = code & 0x5000 == 0 ? .big : .little
        switch code & 0xFFF {
        case 3, 4: return HDF5Datatype(kind: .text(HDF5Text(code: 1)), byteCount: 1)
        case 5: return real(4, order)
        case 6: return real(8, order)
        case 20: return integer(1, true, order)
        case 21: return integer(1, false, order)
        case 22: return integer(2, true, order)
        case 23: return integer(2, false, order)
        case 24: return integer(4, true, order)
        case 25: return integer(4, false, order)
        case 26: return integer(8, true, order)
        case 27: return integer(8, false, order)
        default: return nil
        }
    }

    private static func integer(
        _ byteCount: Int, _ isSigned: Bool, _ order: ByteOrder
    ) -> HDF5Datatype {
        HDF5Datatype(
            kind: .integer(
                HDF5Integer(
                    order: order, isSigned: isSigned, bitOffset: 0, bitCount: byteCount * 8)),
            byteCount: byteCount)
    }

    private static func real(_ byteCount: Int, _ order: ByteOrder) -> HDF5Datatype {
        let isDouble = byteCount == 8
        return HDF5Datatype(
            kind: .real(
                HDF5Real(
                    order: order, isVAX: false, sign: byteCount * 8 - 1,
                    exponent: (isDouble ? 52 : 23, isDouble ? 11 : 8),
                    mantissa: (0, isDouble ? 52 : 23), bias: isDouble ? 1023 : 127,
                    hasImpliedBit: true)),
            byteCount: byteCount)
    }

    /// The name of the type as the specification has it, without the prefix `DFNT_`.
    static func name(code: Int) -> String {
        let names: [Int: String] = [
            3: "UCHAR8", 4: "CHAR8", 5: "FLOAT32", 6: "FLOAT64", 20: "INT8", 21: "UINT8",
            22: "INT16", 23: "UINT16", 24: "INT32", 25: "UINT32", 26: "INT64", 27: "UINT64",
        ]
        let name = names[code & 0xFFF] ?? "type \(code & 0xFFF)"
        return code & 0x5000 == 0 ? name : name + " little-endian"
    }
}

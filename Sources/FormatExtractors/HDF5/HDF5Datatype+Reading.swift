internal import Extraction
internal import MetadataModel

extension HDF5Datatype {
    /// Types within types.
    static let maximumDepth = 16
    /// Members of a compound or an enumeration.
    static let maximumMemberCount = 1 << 16

    /// Reads a datatype message of versions 1 to 5.
    ///
    /// | Byte | What                                        |
    /// |-----:|:--------------------------------------------|
    /// |    0 | class in bits 0–3, version in bits 4–7      |
    /// |    1 | bits of the class, 3 bytes                  |
    /// |    4 | size of a value                             |
    /// |    8 | properties, as the class has them           |
    init(_ cursor: inout HDF5Cursor, depth: Int = 0) throws(ExtractionError) {
        guard depth < Self.maximumDepth else {
            throw ExtractionError(
                .limitExceeded, "datatypes nested more than \(Self.maximumDepth) deep",
                offset: cursor.place ?? 0)
        }
        let head = try cursor.uint8()
        let version = head >> 4
        let bits = Int(try cursor.unsigned(3))
        byteCount = try cursor.uint32()
        switch head & 15 {
        case 0: kind = .integer(try Self.integer(bits, &cursor))
        case 1: kind = .real(try Self.real(bits, &cursor))
        case 2:
            try cursor.skip(2)
            kind = .time
        case 3: kind = .text(HDF5Text(code: bits))
        case 4: kind = .bitfield(try Self.integer(bits & 7, &cursor))
        case 5:
            let tag = try cursor.take(min(bits & 0xFF, cursor.remaining))
            kind = .opaque(tag: HDF5Text(code: 0).text(in: tag))
        case 6: kind = .compound(try Self.members(bits, version, byteCount, &cursor, depth))
        case 7: kind = .reference(bits & 15 == 0 ? .object : bits & 15 == 1 ? .region : .other)
        case 8: kind = try Self.enumeration(bits & 0xFFFF, version, &cursor, depth)
        case 9:
            let base = try HDF5Datatype(&cursor, depth: depth + 1)
            kind = bits & 15 == 1 ? .variableText(HDF5Text(code: bits >> 4)) : .sequence(base)
        case 10: kind = try Self.array(version, &cursor, depth)
        case 11: kind = .complex(try HDF5Datatype(&cursor, depth: depth + 1))
        default:
            throw ExtractionError(
                .unsupported, "datatype class \(head & 15)", offset: cursor.place ?? 0)
        }
    }

    private static func integer(
        _ bits: Int, _ cursor: inout HDF5Cursor
    ) throws(ExtractionError) -> HDF5Integer {
        HDF5Integer(
            order: bits & 1 == 0 ? .little : .big, isSigned: bits & 8 != 0,
            bitOffset: try cursor.uint16(), bitCount: try cursor.uint16())
    }

    private static func real(
        _ bits: Int, _ cursor: inout HDF5Cursor
    ) throws(ExtractionError) -> HDF5Real {
        try cursor.skip(4)
        let exponent = (try cursor.uint8(), try cursor.uint8())
        let mantissa = (try cursor.uint8(), try cursor.uint8())
        return HDF5Real(
            order: bits & 1 == 0 ? .little : .big, isVAX: bits & 0x41 == 0x41,
            sign: bits >> 8 & 0xFF, exponent: exponent, mantissa: mantissa,
            bias: try cursor.uint32(), hasImpliedBit: bits >> 4 & 3 == 2)
    }

    private static func members(
        _ bits: Int, _ version: Int, _ byteCount: Int, _ cursor: inout HDF5Cursor, _ depth: Int
    ) throws(ExtractionError) -> [Member] {
        var members: [Member] = []
        for _ in 0..<(bits & 0xFFFF) {
            let name = try Self.name(version, &cursor)
            guard version < 3 else {
                let offset = try cursor.unsigned(Self.width(of: byteCount))
                let type = try HDF5Datatype(&cursor, depth: depth + 1)
                members.append(Member(name: name, offset: Int(clamping: offset), type: type))
                continue
            }
            let offset = try cursor.uint32()
            guard version == 1 else {
                let type = try HDF5Datatype(&cursor, depth: depth + 1)
                members.append(Member(name: name, offset: offset, type: type))
                continue
            }
            let rank = try cursor.uint8()
            try cursor.skip(11)
            var counts: [Int] = []
            for _ in 0..<4 { counts.append(try cursor.uint32()) }
            let base = try HDF5Datatype(&cursor, depth: depth + 1)
            let isArray = (1...4).contains(rank)
            let type = isArray ? try base.array(of: Array(counts.prefix(rank)), cursor) : base
            members.append(Member(name: name, offset: offset, type: type))
        }
        return members
    }

    /// Bytes that the offset of a member takes in version 3.
    private static func width(of byteCount: Int) -> Int {
        byteCount < 1 << 8 ? 1 : byteCount < 1 << 16 ? 2 : byteCount < 1 << 24 ? 3 : 4
    }

    /// A name, which versions 1 and 2 pad to a multiple of eight bytes.
    private static func name(
        _ version: Int, _ cursor: inout HDF5Cursor
    ) throws(ExtractionError) -> String {
        let start = cursor.position
        let bytes = try cursor.nulTerminated()
        if version < 3 { cursor.align(from: start) }
        return TextDecoding.text(of: Array(bytes)).text
    }

    private static func enumeration(
        _ count: Int, _ version: Int, _ cursor: inout HDF5Cursor, _ depth: Int
    ) throws(ExtractionError) -> Kind {
        let base = try HDF5Datatype(&cursor, depth: depth + 1)
        var names: [String] = []
        for _ in 0..<count { names.append(try name(version, &cursor)) }
        var members: [Enumerator] = []
        for name in names {
            let bytes = try cursor.take(base.byteCount)
            guard case .integer(let integer) = base.kind,
                let number = integer.number(in: bytes)?.number, case .integer(let code) = number
            else { continue }
            members.append(Enumerator(name: name, code: code))
        }
        return .enumeration(base, members)
    }

    private static func array(
        _ version: Int, _ cursor: inout HDF5Cursor, _ depth: Int
    ) throws(ExtractionError) -> Kind {
        let rank = try cursor.uint8()
        if version < 3 { try cursor.skip(3) }
        var counts: [Int] = []
        for _ in 0..<rank { counts.append(try cursor.uint32()) }
        if version < 3 { try cursor.skip(4 * rank) }
        let base = try HDF5Datatype(&cursor, depth: depth + 1)
        return try base.array(of: counts, cursor).kind
    }

    /// The type of an array of values of this type.
    private func array(of counts: [Int], _ cursor: HDF5Cursor) throws(ExtractionError)
        -> HDF5Datatype
    {
        var byteCount = byteCount
        for count in counts {
            let (product, isTooLarge) = byteCount.multipliedReportingOverflow(by: count)
            guard !isTooLarge, product <= Int(UInt32.max) else {
                throw cursor.malformed("an array type of \(counts) members")
            }
            byteCount = product
        }
        return HDF5Datatype(kind: .array(self, counts), byteCount: byteCount)
    }
}
